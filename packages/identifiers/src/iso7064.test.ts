import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digits } from '../test/arbitraries.ts';
import { mod112Check, mod1110Check } from './iso7064.ts';

test('the reference vectors hold', () => {
  expect(mod1110Check('0794')).toBe('5');
  expect(mod1110Check('1145308220001')).toBe('1');
  expect(mod1110Check('1015301020001')).toBe('8');
  expect(mod112Check('53010219900307001')).toBe('6');
  expect(mod112Check('11010519491231002')).toBe('X');
});

test('exactly one check character fits, and any single wrong digit is caught', () => {
  fc.assert(
    fc.property(digits(13), fc.nat(12), fc.integer({ min: 1, max: 9 }), (body, at, shift) => {
      const other = body.slice(0, at) + ((Number(body.charAt(at)) + shift) % 10) + body.slice(at + 1);
      expect(mod1110Check(other)).not.toBe(mod1110Check(body));
      expect(mod112Check(other)).not.toBe(mod112Check(body));
    }),
  );
});

test('what is no digit is refused', () => {
  expect(() => mod1110Check('12a')).toThrow(RangeError);
  expect(() => mod112Check('X')).toThrow(RangeError);
});
