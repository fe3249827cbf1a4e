import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentOf, portionOf, sumDecimals, trimDecimal } from './decimal.ts';

test('decimals add up exactly where floating point does not', () => {
  expect(sumDecimals(['0.1', '0.2'])).toBe('0.3');
  expect(sumDecimals(['58.6908', '136.9452'])).toBe('195.636');
  expect(sumDecimals(['12345678901234567890.5', '0.5'])).toBe('12345678901234567891');
  expect(sumDecimals(['-1.5', '1'])).toBe('-0.5');
  expect(sumDecimals([])).toBe('0');
  expect(sumDecimals(['1', 'many'])).toBeUndefined();
});

test('the order of the addends does not matter', () => {
  const decimal = fc.tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.integer({ min: 0, max: 999 }));
  const texts = fc.array(decimal.map(([whole, part]) => `${whole}.${String(part).padStart(3, '0')}`));
  fc.assert(
    fc.property(texts, (addends) => {
      expect(sumDecimals([...addends].reverse())).toBe(sumDecimals(addends));
    }),
  );
});

test('a share is a percentage that never pretends to be nothing', () => {
  expect(percentOf('0.3')).toBe('30 %');
  expect(percentOf('0.1995')).toBe('20 %');
  expect(percentOf('0.12345')).toBe('12.3 %');
  expect(percentOf('1')).toBe('100 %');
  expect(percentOf('0.0001')).toBe('< 0.1 %');
  expect(percentOf('0')).toBe('0 %');
  expect(percentOf('0.99949')).toBe('99.9 %');
  expect(percentOf('0.999999999999')).toBe('> 99.9 %');
  expect(percentOf('a third')).toBe('a third');
  expect([portionOf('0.25'), portionOf('7'), portionOf('x')]).toEqual([0.25, 1, 0]);
});

test('zeros that say nothing are left out', () => {
  expect([trimDecimal('600.000'), trimDecimal('0.50'), trimDecimal('100')]).toEqual(['600', '0.5', '100']);
});
