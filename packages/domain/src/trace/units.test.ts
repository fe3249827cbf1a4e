import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountIn, amountsOf, isAmount, minus, most, NOTHING, plus } from './amounts.ts';
import { baseOf, convert, Decimal, printQuantity, printShare, toBase, UNMEASURED } from './units.ts';

describe('units of UN/ECE Recommendation 20', () => {
  test.each([
    ['20000', 'GRM', 'KGM', '20'],
    ['1.5', 'TNE', 'KGM', '1500'],
    ['2', 'KGM', 'GRM', '2000'],
    ['12', 'MLT', 'LTR', '0.012'],
    ['1', 'MTQ', 'LTR', '1000'],
    ['3', 'DZN', 'H87', '36'],
    ['10', 'LBR', 'KGM', '4.5359237'],
    ['2', 'MTK', 'MTK', '2'],
  ])('%s %s are %4$s %3$s', (amount, from, to, expected) => {
    expect(convert(new Decimal(amount), from, to)?.toFixed()).toBe(expected);
  });

  test('there and back is the same amount', () => {
    const weights = fc.constantFrom('KGM', 'GRM', 'MGM', 'TNE', 'DTN', 'LBR', 'ONZ');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), weights, weights, (n, from, to) => {
        const amount = new Decimal(n).div(1000);
        const there = convert(amount, from, to)!;
        expect(convert(there, to, from)!.toDecimalPlaces(20).eq(amount)).toBe(true);
      }),
    );
  });

  test('another dimension does not convert, nor does what nobody measured', () => {
    expect(convert(new Decimal(1), 'KGM', 'LTR')).toBeUndefined();
    expect(convert(new Decimal(1), 'KGM', 'H87')).toBeUndefined();
    expect(convert(new Decimal(1), UNMEASURED, 'KGM')).toBeUndefined();
  });

  test('a unit that is not in the table is its own base', () => {
    expect(baseOf('XBX')).toBe('XBX');
    expect(toBase(new Decimal('7'), 'XBX').toFixed()).toBe('7');
    expect(baseOf('CMQ')).toBe('LTR');
  });

  test('quantities are printed without exponent or trailing zeros, to nine places', () => {
    expect(printQuantity(new Decimal('1e21'))).toBe('1000000000000000000000');
    expect(printQuantity(new Decimal('0.10'))).toBe('0.1');
    expect(printQuantity(new Decimal('1').div(3))).toBe('0.333333333');
    expect(printQuantity(new Decimal('0.0000000001'))).toBe('0');
  });

  test('shares are printed to twelve places', () => {
    expect(printShare(new Decimal(2).div(3))).toBe('0.666666666667');
    expect(printShare(new Decimal('0.30'))).toBe('0.3');
  });
});

describe('amounts of several dimensions', () => {
  const kilograms = (n: number) => amountsOf(new Decimal(n), 'KGM');
  const pieces = (n: number) => amountsOf(new Decimal(n), 'H87');
  const print = (amounts: typeof NOTHING) => amounts.map(({ base, amount }) => `${amount} ${base}`);

  test('kilograms and pieces are summed apart, grams with kilograms', () => {
    const sum = plus(plus(kilograms(1), pieces(2)), amountsOf(new Decimal(500), 'GRM'));
    expect(print(sum)).toEqual(['1.5 KGM', '2 H87']);
    expect(amountIn(sum, 'H87')?.toNumber()).toBe(2);
    expect(amountIn(sum, 'LTR')).toBeUndefined();
  });

  test('what is taken away altogether is gone, and so is the rounding of a division', () => {
    const third = amountsOf(new Decimal(1).div(3), 'KGM');
    expect(minus(kilograms(1), kilograms(1))).toEqual([]);
    expect(minus(kilograms(1), plus(plus(third, third), third))).toEqual([]);
    expect(isAmount(new Decimal('1e-23'))).toBe(true);
    expect(isAmount(new Decimal('1e-25'))).toBe(false);
    expect(isAmount(new Decimal('-1'))).toBe(false);
    expect(isAmount(new Decimal(0))).toBe(false);
    expect(isAmount(undefined)).toBe(false);
  });

  test('the most of each dimension', () => {
    expect(print(most(plus(kilograms(1), pieces(5)), plus(kilograms(3), pieces(2))))).toEqual([
      '3 KGM',
      '5 H87',
    ]);
    expect(most(NOTHING, kilograms(1))).toEqual(kilograms(1));
  });
});
