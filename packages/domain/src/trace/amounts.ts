import { baseOf, Decimal, toBase } from './units.ts';

/**
 * An amount by base unit: what a container holds may be kilograms and pieces at once. Nearly always it is one. Never
 * changed, so that the same amounts can stand in many places without a copy.
 */
export type Amounts = readonly { readonly base: string; readonly amount: Decimal }[];

export const NOTHING: Amounts = [];

/** Below 1e-24 an amount is the rounding of a division at 40 digits, not a thing. */
const DUST_EXPONENT = -24;
const isDust = (amount: Decimal): boolean => amount.isZero() || amount.e < DUST_EXPONENT;

/** True for what is more than nothing. */
export const isAmount = (amount: Decimal | undefined): amount is Decimal =>
  amount !== undefined && isDust(amount) === false && amount.isPositive();

/** One amount in its base unit. */
export const amountsOf = (amount: Decimal, uom: string): Amounts => [
  { base: baseOf(uom), amount: toBase(amount, uom) },
];

/** The amount in one base unit; `undefined` where there is none. */
export function amountIn(amounts: Amounts, base: string): Decimal | undefined {
  for (const each of amounts) if (each.base === base) return each.amount;
  return undefined;
}

export const plus = (amounts: Amounts, more: Amounts): Amounts =>
  amounts.length === 0 ? more : combine(amounts, more, (a, b) => a.plus(b));

/** What is left; what would be less than nothing stays, as dust does not. */
export const minus = (amounts: Amounts, less: Amounts): Amounts =>
  combine(amounts, less, (a, b) => a.minus(b));

/** The greater in each base unit. */
export const most = (amounts: Amounts, others: Amounts): Amounts =>
  amounts.length === 0 ? others : combine(amounts, others, (a, b) => (a.gt(b) ? a : b));

const ZERO: Decimal = new Decimal(0);

function combine(one: Amounts, other: Amounts, of: (a: Decimal, b: Decimal) => Decimal): Amounts {
  if (other.length === 0) return one;
  const result: { base: string; amount: Decimal }[] = [];
  for (const { base, amount } of one) {
    const there = amountIn(other, base);
    const sum = there === undefined ? of(amount, ZERO) : of(amount, there);
    if (!isDust(sum)) result.push({ base, amount: sum });
  }
  for (const { base, amount } of other) {
    if (amountIn(one, base) === undefined) {
      const sum = of(ZERO, amount);
      if (!isDust(sum)) result.push({ base, amount: sum });
    }
  }
  return result;
}
