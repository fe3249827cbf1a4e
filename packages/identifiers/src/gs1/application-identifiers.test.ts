import { expect, test } from 'vitest';
import { gs1Cases } from '../../test/gs1-cases.ts';
import { readGs1File } from '../../test/gs1-codes.ts';
import {
  type ApplicationIdentifier,
  allApplicationIdentifiers,
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
  for (const text of ['05', '3106', '0', '', '01'.slice(1), '80', '8x03', '２０']) {
    expect(applicationIdentifierAt(text, 0), text).toBeUndefined();
  }
  for (const entry of allApplicationIdentifiers) {
    expect(applicationIdentifierAt(`${entry.ai}1`, 0)).toBe(entry);
  }
});

test('every Application Identifier has a part and a name in both languages of its own', () => {
  const parts = allApplicationIdentifiers.map(({ part }) => part);
  const ranges = new Set(allApplicationIdentifiers.map(({ name }) => name.zh + name.en));
  expect(ranges.size).toBeGreaterThan(210);
  for (const { ai, name } of allApplicationIdentifiers) {
    expect(name.en, ai).not.toContain(`(${ai}`);
    expect(name.zh, ai).toMatch(/\p{Script=Han}|IMEI/u);
  }
  // The variants of a measure share their part: the last digit only moves the decimal point.
  expect(new Set(parts).size).toBeGreaterThan(200);
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

/** What a line of the syntax dictionary says, or our entry says, in the words of the dictionary. */
interface Facts {
  readonly flags: string;
  readonly components: string;
  readonly req: readonly string[];
  readonly ex: readonly string[];
  readonly dlpkey: string | null;
  readonly title: string;
}

function factsOf(entry: ApplicationIdentifier): Facts {
  const components = entry.components.map(({ set, min, max, optional, linterNames }) => {
    const size = set + (min === max ? '' : '..') + max;
    return [optional ? `[${size}]` : size, ...linterNames].join(',');
  });
  return {
    flags: (entry.predefined ? '*' : '') + (entry.attribute ? '?' : ''),
    components: components.join(' '),
    req: entry.needs.map((need) => need.map((all) => all.join('+')).join(',')),
    ex: [...entry.excludes],
    dlpkey: entry.keyOrders?.map((order) => order.join(',')).join('|') ?? null,
    title: entry.title,
  };
}

/** The AIs of one line of the official file. */
function officialFacts(line: string): (readonly [ai: string, facts: Facts])[] {
  const [before = '', ...title] = line.split('#');
  const [range = '', ...words] = before.trim().split(/\s+/);
  const flags = /^[A-Z[]/.test(words[0] ?? '') ? '' : (words.shift() ?? '');
  const components = words.filter((word) => /^\[?[NXYZ](\.\.)?\d/.test(word));
  const valuesOf = (name: string) =>
    words.filter((word) => word.startsWith(`${name}=`)).map((word) => word.slice(name.length + 1));
  const dlpkey = words.includes('dlpkey') ? '' : (valuesOf('dlpkey')[0] ?? null);
  const ex = valuesOf('ex').flatMap((value) => value.split(','));
  const facts = {
    flags,
    components: components.join(' '),
    req: valuesOf('req'),
    ex,
    dlpkey,
    title: title.join('#').trim(),
  };
  const [first = '', last = first] = range.split('-');
  const ais: (readonly [string, Facts])[] = [];
  for (let number = Number(first); number <= Number(last); number++) {
    ais.push([String(number).padStart(first.length, '0'), facts]);
  }
  return ais;
}

test('every entry of the official syntax dictionary is the same here, and there is no other', () => {
  const text = readGs1File('gs1-syntax-dictionary.txt');
  if (text === undefined) return;
  const lines = text.split('\n').filter((entry) => /^\d/.test(entry));
  expect(lines).toHaveLength(224);
  const seen = new Set<string>();
  for (const [ai, facts] of lines.flatMap(officialFacts)) {
    const entry = applicationIdentifiers.get(ai);
    expect(entry && factsOf(entry), ai).toEqual(facts);
    seen.add(ai);
  }
  expect([...applicationIdentifiers.keys()].filter((ai) => !seen.has(ai))).toEqual([]);
  expect(seen.size).toBeGreaterThan(400);
});

test('some entries of every kind are as the dictionary of GS1 has them', () => {
  const lines = gs1Cases('dictionary.txt').map(([line = '']) => line);
  expect(lines.length).toBeGreaterThanOrEqual(12);
  for (const [ai, facts] of lines.flatMap(officialFacts)) {
    const entry = applicationIdentifiers.get(ai);
    expect(entry && factsOf(entry), ai).toEqual(facts);
  }
});
