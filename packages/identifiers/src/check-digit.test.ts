import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digits } from '../test/arbitraries.ts';
import { linterVectors } from '../test/gs1-codes.ts';
import { firstOutside, isDigits } from './charset.ts';
import { checkDigit, checkPair, hasCheckDigit } from './check-digit.ts';

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
  expect(checkPair('123456789012345678901234')).toBeUndefined();
  expect(checkPair('12 3')).toBeUndefined();
});

test('the official vectors of the check digit, the check pair and the character sets hold', () => {
  const verdicts: Record<string, (text: string) => boolean> = {
    csum: (text) => isDigits(text) && hasCheckDigit(text),
    csumalpha: (text) => text.length >= 2 && checkPair(text.slice(0, -2)) === text.slice(-2),
    cset82: (text) => firstOutside(text, 'X') === -1,
    cset39: (text) => firstOutside(text, 'Y') === -1,
    csetnumeric: (text) => firstOutside(text, 'N') === -1,
  };
  const wrong: string[] = [];
  for (const [linter, verdict] of Object.entries(verdicts)) {
    for (const vector of linterVectors(linter)) {
      // A check pair is only ever computed for the 25 characters of a model number.
      if (linter === 'csumalpha' && vector.in.length > 25) continue;
      if (verdict(vector.in) !== vector.ok) wrong.push(`${linter} ${JSON.stringify(vector.in)}`);
    }
  }
  expect(wrong).toEqual([]);
});
