import { Decimal as Base } from 'decimal.js';

/** Exact arithmetic for quantities: 40 significant digits, half-even, so that a long chain of shares stays exact to the gram. */
export const Decimal = Base.clone({
  precision: 40,
  rounding: Base.ROUND_HALF_EVEN,
  toExpNeg: -40,
  toExpPos: 40,
});
export type Decimal = Base;

export const ZERO: Decimal = new Decimal(0);
export const ONE: Decimal = new Decimal(1);

/** The unit code of a count of pieces; EPCIS leaves `uom` out for it. UN/ECE Recommendation 20. */
export const PIECES = 'H87';

/** The unit of what nobody measured: each such amount counts as one, and is never added to a measured one. */
export const UNMEASURED = '?';

type Dimension = readonly [base: string, factors: Readonly<Record<string, string>>];

/** UN/ECE Recommendation 20 codes by dimension, as exact factors to the base unit. */
const dimensions: readonly Dimension[] = [
  [PIECES, { H87: '1', C62: '1', EA: '1', PR: '2', DZN: '12', GRO: '144', MIL: '1000' }],
  [
    'KGM',
    {
      KGM: '1',
      GRM: '0.001',
      MGM: '0.000001',
      MC: '0.000000001',
      TNE: '1000',
      DTN: '100',
      LBR: '0.45359237',
      ONZ: '0.028349523125',
    },
  ],
  [
    'LTR',
    { LTR: '1', MLT: '0.001', CLT: '0.01', DLT: '0.1', HLT: '100', DMQ: '1', CMQ: '0.001', MTQ: '1000' },
  ],
  ['MTR', { MTR: '1', MMT: '0.001', CMT: '0.01', KMT: '1000' }],
  ['MTK', { MTK: '1', CMK: '0.0001', HAR: '10000' }],
];

/** `factor` absent: one. */
const known = new Map<string, { base: string; factor: Decimal | undefined }>(
  dimensions.flatMap(([base, factors]) =>
    Object.entries(factors).map(
      ([uom, factor]) => [uom, { base, factor: factor === '1' ? undefined : new Decimal(factor) }] as const,
    ),
  ),
);

/** The base unit that `uom` converts to; a unit without a conversion is its own base. */
export const baseOf = (uom: string): string => known.get(uom)?.base ?? uom;

/** The amount in the base unit of `uom`. */
export function toBase(amount: Decimal, uom: string): Decimal {
  const factor = known.get(uom)?.factor;
  return factor === undefined ? amount : amount.times(factor);
}

/** The amount in another unit of the same dimension; `undefined` where no conversion exists. */
export function convert(amount: Decimal, from: string, to: string): Decimal | undefined {
  if (from === to) return amount;
  if (baseOf(from) !== baseOf(to)) return undefined;
  const factor = known.get(to)?.factor;
  const inBase = toBase(amount, from);
  return factor === undefined ? inBase : inBase.div(factor);
}

/** A quantity as answers print it: at most nine decimals, no trailing zeros, no exponent. */
export const printQuantity = (amount: Decimal): string =>
  amount === ONE ? '1' : amount.toDecimalPlaces(9).toFixed();
/** A share between 0 and 1 with at most twelve decimals. */
export const printShare = (share: Decimal): string => share.toDecimalPlaces(12).toFixed();
