import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalLink, digitsWithCheck, sha256Hex } from '../test/arbitraries.ts';
import { fixtureLines } from '../test/fixture-lines.ts';
import { classKeyRange, keyOf } from './key.ts';

const rows = fixtureLines('keys.txt');

test('keys are those of the fixture', () => {
  expect(rows.length).toBeGreaterThanOrEqual(20);
  for (const [uri, key] of rows) expect(keyOf(uri, sha256Hex), uri).toBe(key);
});

test('the range of a class holds its lots and items and nothing else of the fixture', () => {
  const classUri = 'https://id.gs1.org/01/06901234567892';
  const { from, to } = classKeyRange(classUri);
  const inside = rows.filter(([, key]) => key >= from && key <= to).map(([uri]) => uri);
  const own = rows.map(([uri]) => uri).filter((uri) => uri === classUri || uri.startsWith(`${classUri}/`));
  expect(own.length).toBeGreaterThanOrEqual(4);
  expect(inside).toEqual(own);
});

test('the range of a class holds exactly its own', () => {
  fc.assert(
    fc.property(digitsWithCheck(14), canonicalLink, (gtin, other) => {
      const classUri = `https://id.gs1.org/01/${gtin}`;
      const { from, to } = classKeyRange(classUri);
      const isInside = (uri: string) => {
        const key = keyOf(uri, sha256Hex);
        return key >= from && key <= to;
      };
      expect(isInside(classUri)).toBe(true);
      expect(isInside(`${classUri}/10/L1`)).toBe(true);
      expect(isInside(`${classUri}/21/S1`)).toBe(true);
      expect(isInside(other)).toBe(other === classUri || other.startsWith(`${classUri}/`));
    }),
  );
});

test('a key is a lower-case uuid whose first bits tell products, containers and the rest apart', () => {
  fc.assert(
    fc.property(canonicalLink, (uri) => {
      const key = keyOf(uri, sha256Hex);
      expect(key).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      const top = Number.parseInt(key.charAt(0), 16) >> 2;
      if (uri.includes('/01/1') && uri.length === 36) expect(top).toBeLessThan(2);
      if (uri.startsWith('https://id.gs1.org/00/')) expect(top).toBe(2);
      if (uri.startsWith('https://id.gs1.org/8')) expect(top).toBe(3);
    }),
  );
});

test('another spelling of an identifier has no key of its own', () => {
  expect(() => keyOf('urn:epc:id:sgtin:6901234.056789.1', sha256Hex)).toThrow(RangeError);
  expect(() => keyOf('https://id.gs1.org/01/06901234567892/10/L/21/S', sha256Hex)).toThrow(RangeError);
  expect(() => classKeyRange('https://id.gs1.org/01/06901234567892/21/S')).toThrow(RangeError);
  expect(() => classKeyRange('https://id.gs1.org/00/069012340000000122')).toThrow(RangeError);
});

test('a URI that is refused is filed as an opaque one', () => {
  expect(keyOf('https://id.gs1.org/01/06901234567893', sha256Hex)).toMatch(/^[c-f]/);
});
