import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digits } from '../test/arbitraries.ts';
import { CSET82 } from './charset.ts';
import { CHECK_PAIR_BODY_MAX, checkDigit, checkPair, hasCheckDigit } from './check-digit.ts';
import { csumAlpha } from './gs1/linters/check-digits.ts';

test.each([
  ['690123456789', '2'],
  ['1690123456789', '9'],
  ['06901234000000012', '2'],
  ['690123400001', '6'],
  ['0000000', '0'],
])('the check digit of %s is %s', (body, wanted) => {
  expect(checkDigit(body)).toBe(wanted);
});

test('exactly one check digit fits, and no single wrong digit goes unseen', () => {
  fc.assert(
    fc.property(digits(13), fc.nat(12), fc.integer({ min: 1, max: 9 }), (body, at, step) => {
      const fitting = [...'0123456789'].filter((digit) => hasCheckDigit(body + digit));
      expect(fitting).toEqual([checkDigit(body)]);
      const changed = body.slice(0, at) + ((Number(body[at]) + step) % 10) + body.slice(at + 1);
      expect(checkDigit(changed)).not.toBe(checkDigit(body));
    }),
  );
});

test('a check digit is asked for digits only', () => {
  expect(() => checkDigit('12a')).toThrow(RangeError);
  expect(hasCheckDigit('')).toBe(false);
  expect(hasCheckDigit('690123456789x')).toBe(false);
});

test('the check pair of a model number follows its standard', () => {
  expect(checkPair('1987654Ad4X4bL5ttr2310c')).toBe('2K');
  expect(checkPair('12345678901234567890123')).toBe('NT');
  expect(checkPair('1'.repeat(CHECK_PAIR_BODY_MAX))).toHaveLength(2);
  expect(checkPair('1'.repeat(CHECK_PAIR_BODY_MAX + 1))).toBeUndefined();
  expect(checkPair('12 3')).toBeUndefined();
});

test('exactly one check pair fits a model number', () => {
  const body = fc
    .array(fc.constantFrom(...CSET82), { minLength: 1, maxLength: 23 })
    .map((all) => all.join(''));
  const pair = [...'23456789ABCDEFGHJKLMNPQRSTUVWXYZ'];
  fc.assert(
    fc.property(body, (text) => {
      const right = checkPair(text);
      const fitting = pair
        .flatMap((a) => pair.map((b) => a + b))
        .filter((ab) => csumAlpha(text + ab) === null);
      expect(fitting).toEqual([right]);
    }),
    { numRuns: 30 },
  );
});
