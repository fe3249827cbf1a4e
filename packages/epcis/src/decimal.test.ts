import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPlainDecimal, toPlainDecimal } from './decimal.ts';

test.each([
  ['58.650', '58.65'],
  ['200.0', '200'],
  ['-0', '0'],
  ['-0.0e5', '0'],
  ['1.5e1', '15'],
  ['1.50E-1', '0.15'],
  ['0.00001', '0.00001'],
  ['123456789012345678', '123456789012345678'],
  ['1e18', '1000000000000000000'],
  ['1e-18', '0.000000000000000001'],
  ['-12.30', '-12.3'],
  ['9007199254740993', '9007199254740993'],
])('%s is written plainly as %s', (number, plain) => {
  expect(toPlainDecimal(number)).toBe(plain);
});

test('a plain decimal is plain already and equals the number it came from', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.integer({ min: -9, max: 9 }),
      (mantissa, exponent) => {
        const plain = toPlainDecimal(`${mantissa}e${exponent}`);
        expect(isPlainDecimal(plain)).toBe(true);
        expect(toPlainDecimal(plain)).toBe(plain);
        expect(Number(plain)).toBe(Number(`${mantissa}e${exponent}`) + 0);
      },
    ),
  );
});

test.each(['007', '1e3', '+5', '.5', '5.', '', 'NaN', '1_000', '0x10'])(
  '%s is a text and no number',
  (text) => {
    expect(isPlainDecimal(text)).toBe(false);
  },
);
