import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumOf, toOneSpelling } from './exact.ts';

test.each([
  [['58.65', '136.85'], '195.5'],
  [['0.1', '0.2'], '0.3'],
  [['195.5', '0.136', '-195.636'], '0'],
  [[], '0'],
  [['9007199254740993', '0.000000000000000001'], '9007199254740993.000000000000000001'],
])('the sum of %j is %s', (texts, sum) => {
  expect(sumOf(texts)).toBe(sum);
});

test.each(['', '1e3', '.5', '5.', 'many', '1,000', '007'])('"%s" is no plain decimal', (text) => {
  expect(toOneSpelling(text)).toBeUndefined();
  expect(sumOf(['1', text])).toBeUndefined();
});

test.each([
  ['0.30', '0.3'],
  ['-0', '0'],
  ['-0.0', '0'],
  ['1.000', '1'],
])('%s is spelt %s', (text, plain) => {
  expect(toOneSpelling(text)).toBe(plain);
});

test('thousandths sum as whole numbers do, in any order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 })), (thousandths) => {
      const texts = thousandths.map((value) => {
        const digits = String(Math.abs(value)).padStart(4, '0');
        return `${value < 0 ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`;
      });
      const total = thousandths.reduce((sum, value) => sum + value, 0);
      expect(sumOf(texts)).toBe(sumOf(texts.toReversed()));
      expect(sumOf(Array.from({ length: 1000 }, () => sumOf(texts) ?? ''))).toBe(
        toOneSpelling(String(total)),
      );
    }),
    { numRuns: 50 },
  );
});
