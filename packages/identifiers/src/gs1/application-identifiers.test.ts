import { expect, test } from 'vitest';
import { linterVectors, readGs1File } from '../../test/gs1-codes.ts';
import {
  applicationIdentifierAt,
  applicationIdentifiers,
  isShortDate,
  toMeasure,
} from './application-identifiers.ts';

test('an Application Identifier is found at its place, whatever its length', () => {
  expect(applicationIdentifierAt('x01y', 1)?.part).toBe('gtin');
  expect(applicationIdentifierAt('235', 0)?.part).toBe('tpx');
  expect(applicationIdentifierAt('3103', 0)).toMatchObject({ ai: '3103', decimals: 3, predefined: true });
  expect(applicationIdentifierAt('8003', 0)).toMatchObject({ min: 14, max: 30, predefined: false });
  expect(applicationIdentifierAt('05', 0)).toBeUndefined();
  expect(applicationIdentifierAt('3106', 0)).toBeUndefined();
});

test('a day is in its month, and day 00 is the whole month', () => {
  for (const date of ['260831', '260800', '240229', '000229']) expect(isShortDate(date), date).toBe(true);
  for (const date of ['261301', '260832', '260431', '260229', '260001', '26083', 'a60831', ' 60831']) {
    expect(isShortDate(date), date).toBe(false);
  }
});

test('a measure gets the decimal point that its identifier says', () => {
  expect(toMeasure('000357', 3)).toBe('0.357');
  expect(toMeasure('123456', 0)).toBe('123456');
  expect(toMeasure('000000', 0)).toBe('0');
  expect(toMeasure('012345', 1)).toBe('1234.5');
});

test('official vectors of dates hold', () => {
  const wrong = linterVectors('yymmd0').filter((vector) => isShortDate(vector.in) !== vector.ok);
  expect(wrong).toEqual([]);
});

/** Shortest and longest value of a format of the syntax dictionary such as `N13,csum [X..17]`. */
function lengthsOf(components: readonly string[]): { min: number; max: number } {
  let [min, max] = [0, 0];
  for (const component of components) {
    const shape = /^(\[?)[NXYZ](\.\.)?(\d+)\]?/.exec(component);
    if (!shape) throw new Error(`unknown component ${component}`);
    const size = Number(shape[3]);
    if (shape[1] === '') min += shape[2] ? 1 : size;
    max += size;
  }
  return { min, max };
}

test('every entry of the official syntax dictionary has the same lengths here', () => {
  const text = readGs1File('gs1-syntax-dictionary.txt');
  if (text === undefined) return;
  const seen = new Set<string>();
  for (const line of text.split('\n').filter((entry) => /^\d/.test(entry))) {
    const [range = '', ...rest] = (line.split('#')[0] ?? '').trim().split(/\s+/);
    const components = rest.filter((word) => /^\[?[NXYZ](\.\.)?\d/.test(word));
    const [first = '', last = first] = range.split('-');
    for (let number = Number(first); number <= Number(last); number++) {
      const ai = String(number).padStart(first.length, '0');
      seen.add(ai);
      const predefined = rest[0]?.includes('*') ?? false;
      expect(applicationIdentifiers.get(ai), ai).toMatchObject({ predefined, ...lengthsOf(components) });
    }
  }
  expect([...applicationIdentifiers.keys()].filter((ai) => !seen.has(ai))).toEqual([]);
  expect(seen.size).toBeGreaterThan(400);
});
