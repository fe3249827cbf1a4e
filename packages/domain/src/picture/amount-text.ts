/** Sums and shares as a reader sees them; exact as far as they are printed. */
import { printPercent } from '../trace/percent.ts';
import { Decimal, printQuantity } from '../trace/units.ts';
import type { PictureNode } from './graph.ts';
import type { SayWord } from './words.ts';

type Measured = Pick<PictureNode, 'quantity' | 'quantityMax' | 'uom' | 'uomWord' | 'share' | 'shareMax'>;

const DECIMAL = /^-?\d+(\.\d+)?$/;
/** Units that one sum names; goods in more of them have no sum that says anything. */
const UNITS_MAX = 2;

/** A number with a mark between thousands: "12 500" would break, "12,500" is read in both languages. */
function grouped(text: string): string {
  const [whole = '', part] = text.split('.');
  const marked = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? marked : `${marked}.${part}`;
}

/**
 * The sum of amounts by unit, "40 千克 + 3 件"; "at most" where one of them is only bounded. Nothing where one has no
 * amount at all: a sum of the others would look like all of it.
 */
export function sumText(items: readonly Measured[], say: SayWord): string {
  const sums = new Map<string, { sum: Decimal; word: string; atMost: boolean }>();
  for (const { quantity, quantityMax, uom = '', uomWord = uom } of items) {
    const text = quantity ?? quantityMax;
    if (text === undefined || !DECIMAL.test(text)) return '';
    const known = sums.get(uom);
    const sum = known ? known.sum.plus(text) : new Decimal(text);
    sums.set(uom, { sum, word: uomWord, atMost: quantity === undefined || (known?.atMost ?? false) });
  }
  if (sums.size === 0 || sums.size > UNITS_MAX) return '';
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { sum, word, atMost }]) => {
      const amount = `${grouped(printQuantity(sum))} ${word}`.trim();
      return atMost ? say('atMost', { text: amount }) : amount;
    })
    .join(' + ');
}

/** A share as percent with at most one digit, never rounded to nothing or to all. */
export const percentOf = (share: string): string => `${printPercent(share, 0, 1)}%`;

/** The share of one, or the range of many: "0.1%–3.2%". */
export function shareText(items: readonly Measured[], say: SayWord): string {
  const shares = items.flatMap(({ share, shareMax }) => share ?? shareMax ?? []);
  if (shares.length !== items.length || shares.length === 0 || !shares.every((share) => DECIMAL.test(share)))
    return '';
  const sorted = shares.map((share) => new Decimal(share)).sort((a, b) => a.cmp(b));
  const [low, high] = [percentOf(sorted[0]!.toFixed()), percentOf(sorted[sorted.length - 1]!.toFixed())];
  const text = low === high ? low : `${low}–${high}`;
  return items.some(({ share }) => share === undefined) ? say('atMost', { text }) : text;
}

/** Greatest share among many, for a bar: 0 to 1. */
export function portionOf(items: readonly Measured[]): number | undefined {
  const shares = items.flatMap(({ share, shareMax }) => share ?? shareMax ?? []);
  if (shares.length !== items.length || items.length === 0) return undefined;
  const [first] = shares;
  return shares.every((share) => share === first) ? Math.min(1, Math.max(0, Number(first) || 0)) : undefined;
}
