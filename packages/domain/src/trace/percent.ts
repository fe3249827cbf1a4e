import { Decimal } from './units.ts';

/**
 * A share, an exact decimal, as the digits of a percentage: "0.30482" with one to four places is "30.482". Rounded half up, but
 * never to all or to nothing: what is neither reads "> 99.9" and "< 0.1", for "100 %" says that nothing else is in it.
 */
export function printPercent(share: string, placesMin: number, placesMax: number): string {
  const percent = new Decimal(share).times(100);
  const rounded = percent.toDecimalPlaces(placesMax, Decimal.ROUND_HALF_UP);
  const least = new Decimal(10).pow(-placesMax);
  if (rounded.isZero() && percent.gt(0)) return `< ${least.toFixed()}`;
  if (rounded.eq(100) && percent.lt(100)) return `> ${new Decimal(100).minus(least).toFixed()}`;
  return rounded.toFixed(Math.max(placesMin, rounded.decimalPlaces()));
}
