import { Decimal, ZERO } from '../trace/units.ts';
import type { LegKind } from './legs.ts';

/** Which way a leg is looked at: `on` from who shipped, `back` from who received. */
export type Hop = 'on' | 'back';

/** Kinds of legs that count for a hop, and whether they are explained. */
export const HOP_KINDS: Readonly<Record<Hop, Readonly<Partial<Record<LegKind, boolean>>>>> = {
  on: { matched: true, ended: true, 'shipment-without-receipt': false, 'unknown-holder': false },
  back: { matched: true, 'receipt-without-shipment': false, 'unexplained-removal': false },
};

/** Legs of one kind in one base unit, added up; `uom` absent: nobody measured them. */
export interface LegSum {
  readonly kind: LegKind;
  readonly uom?: string;
  readonly quantity: string;
  readonly legs: number;
}

/** A fraction with its working: numerator and denominator in `uom`, or as a count of legs. */
export interface Fraction {
  readonly explained: string;
  readonly total: string;
  /** The unit of both; absent where legs are counted. */
  readonly uom?: string;
  readonly counted: 'amount' | 'legs';
  /** Exact to twelve decimals, rounded down, so that only a whole explanation is 1; absent where there is nothing to explain. */
  readonly share?: string;
}

export interface Score {
  readonly on: Fraction;
  readonly back: Fraction;
  /** Both hops together. */
  readonly both: Fraction;
}

const SHARE_PLACES = 12;

interface Part {
  readonly uom: string | undefined;
  readonly quantity: Decimal;
  readonly legs: number;
  readonly explained: boolean;
}

function partsOf(sums: readonly LegSum[], hop: Hop): Part[] {
  return sums.flatMap(({ kind, uom, quantity, legs }) => {
    const explained = HOP_KINDS[hop][kind];
    return explained === undefined ? [] : [{ uom, quantity: new Decimal(quantity), legs, explained }];
  });
}

/** Explained ÷ total, by amount where all amounts have one base unit, else by legs. */
function fraction(parts: readonly Part[]): Fraction {
  const uoms = new Set(parts.map(({ uom }) => uom));
  const [uom] = uoms;
  const byAmount = uoms.size === 1 && uom !== undefined;
  const worth = ({ quantity, legs }: Part) => (byAmount ? quantity : new Decimal(legs));
  const sum = (of: readonly Part[]) => of.reduce((total, part) => total.plus(worth(part)), ZERO);
  const explained = sum(parts.filter((part) => part.explained));
  const total = sum(parts);
  return {
    explained: explained.toFixed(),
    total: total.toFixed(),
    ...(byAmount ? { uom } : {}),
    counted: byAmount ? 'amount' : 'legs',
    ...(total.isZero()
      ? {}
      : { share: explained.div(total).toDecimalPlaces(SHARE_PLACES, Decimal.ROUND_DOWN).toFixed() }),
  };
}

/** The score of whoever these legs belong to: `on` sums of what was shipped or ended, `back` sums of what was received. */
export function scoreOf(sums: { readonly on: readonly LegSum[]; readonly back: readonly LegSum[] }): Score {
  const on = partsOf(sums.on, 'on');
  const back = partsOf(sums.back, 'back');
  return { on: fraction(on), back: fraction(back), both: fraction([...on, ...back]) };
}

/** Adds legs up by kind and unit. */
export function sumLegs(
  legs: readonly { readonly kind: LegKind; readonly quantity?: string; readonly uom?: string }[],
): LegSum[] {
  const sums = new Map<string, { kind: LegKind; uom: string | undefined; quantity: Decimal; legs: number }>();
  for (const { kind, quantity, uom } of legs) {
    const key = `${kind}|${uom ?? ''}`;
    const sum = sums.get(key) ?? { kind, uom, quantity: ZERO, legs: 0 };
    sums.set(key, { ...sum, quantity: sum.quantity.plus(quantity ?? 0), legs: sum.legs + 1 });
  }
  return [...sums.values()].map(({ kind, uom, quantity, legs }) => ({
    kind,
    ...(uom === undefined ? {} : { uom }),
    quantity: quantity.toFixed(),
    legs,
  }));
}
