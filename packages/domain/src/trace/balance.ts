import type { Key } from './posting.ts';
import { baseOf, convert, Decimal, printQuantity, toBase, UNMEASURED, ZERO } from './units.ts';

/*
 * A balance says of a unit at an instant: what came in is what went out and what is left. Every amount is counted in
 * the base unit of its dimension; dimensions that do not convert are lines of their own. What is printed adds up to the last place.
 */

/**
 * How an amount came to be counted: begun by an event that adds it; made by a transformation; drawn from a lot; packed
 * into a container; seen for the first time; there though nobody recorded whence; used and yet seen again; counted on
 * in a unit that does not convert from the one before.
 */
export type CameInKind =
  | 'commissioned'
  | 'produced'
  | 'drawn'
  | 'packed'
  | 'firstSeen'
  | 'unexplained'
  | 'recovered'
  | 'otherUnit';

/** How an amount ceased: it ended (sold, consumed, destroyed, sampled), was used in a transformation or unpacked, or is counted on in another unit. */
export type WentOutKind = 'ended' | 'used' | 'unpacked' | 'otherUnit';

/** The part of a term that one event accounts for. */
export interface BalanceEntry {
  /** The store's number of the event. */
  readonly event: string;
  /** Microseconds. */
  readonly time: number;
  /** Absent where nobody measured it. */
  readonly quantity?: string;
}

export interface BalanceTerm<Kind extends string = string> {
  readonly kind: Kind;
  /** The sum of its entries; absent where nobody measured them. */
  readonly quantity?: string;
  /** In order of time. */
  readonly entries: readonly BalanceEntry[];
}

/** What is left with one holder at one place. */
export interface BalanceHolding {
  readonly party?: Key;
  readonly place?: Key;
  readonly inTransit: boolean;
  readonly quantity?: string;
  /** Instead of `quantity`, where some of it went in a unit that does not convert. */
  readonly quantityMax?: string;
}

/** One dimension: the sum of `cameIn` is the sum of `wentOut` and `left`, exactly. */
export interface BalanceLine<In extends string = CameInKind, Out extends string = WentOutKind> {
  /** UN/ECE code; absent for what nobody measured. */
  readonly uom?: string;
  readonly cameIn: readonly BalanceTerm<In>[];
  readonly wentOut: readonly BalanceTerm<Out>[];
  readonly holdings: readonly BalanceHolding[];
  /** The sum of `holdings`; absent where nobody measured them. */
  readonly left?: string;
  /** Instead of `left`, where one of the holdings is only bounded. */
  readonly leftMax?: string;
}

/** An amount as it stands in a place, in its base unit. */
export interface LeftAmount {
  readonly where: {
    readonly party: Key | undefined;
    readonly place: Key | undefined;
    readonly inTransit: boolean;
  };
  readonly base: string;
  readonly uom: string;
  readonly amount: Decimal;
  readonly atMost: boolean;
}

interface Entry {
  readonly event: string;
  readonly time: number;
  amount: Decimal;
}

type Side = 'cameIn' | 'wentOut';
type Terms = Map<string, Map<string, Entry>>;

interface Line {
  readonly cameIn: Terms;
  readonly wentOut: Terms;
  readonly uoms: Set<string>;
  /** What came in less what went out. */
  sum: Decimal;
}

/** An amount that is entered: positive, in `uom`. */
export interface Entered {
  readonly event: string;
  readonly time: number;
  readonly amount: Decimal;
  readonly uom: string;
}

/** Collects what came in and went out, by dimension, kind and event. */
export class Ledger<In extends string = CameInKind, Out extends string = WentOutKind> {
  readonly #lines = new Map<string, Line>();

  cameIn(kind: In, entered: Entered): void {
    this.#enter('cameIn', kind, entered);
  }

  wentOut(kind: Out, entered: Entered): void {
    this.#enter('wentOut', kind, entered);
  }

  /** True where as much went out as came in. */
  get isEven(): boolean {
    return [...this.#lines.values()].every(({ sum }) => printQuantity(sum) === '0');
  }

  /** Nothing of each dimension at a place: what went out of an empty container is missed there. */
  nothingAt(where: LeftAmount['where']): LeftAmount[] {
    return [...this.#lines].map(([base, { uoms }]) => {
      const [only = base, ...others] = uoms;
      return { where, base, uom: others.length === 0 ? only : base, amount: ZERO, atMost: false };
    });
  }

  clear(): void {
    this.#lines.clear();
  }

  #enter(side: Side, kind: string, { event, time, amount, uom }: Entered): void {
    if (!amount.gt(ZERO)) return;
    const line = this.#line(baseOf(uom));
    const added = toBase(amount, uom);
    line.uoms.add(uom);
    line.sum = side === 'cameIn' ? line.sum.plus(added) : line.sum.minus(added);
    const terms = line[side];
    const entries = terms.get(kind) ?? new Map<string, Entry>();
    terms.set(kind, entries);
    const entry = entries.get(event);
    if (entry === undefined) entries.set(event, { event, time, amount: added });
    else entry.amount = entry.amount.plus(added);
  }

  #line(base: string): Line {
    let line = this.#lines.get(base);
    if (line === undefined) {
      line = { cameIn: new Map(), wentOut: new Map(), uoms: new Set(), sum: ZERO };
      this.#lines.set(base, line);
    }
    return line;
  }

  /** The lines, those of most events first; what nobody measured comes last. */
  print(left: readonly LeftAmount[]): BalanceLine<In, Out>[] {
    const held = Map.groupBy(left, ({ base }) => base);
    for (const base of held.keys()) this.#line(base);
    return [...this.#lines]
      .sort(([a], [b]) => Number(a === UNMEASURED) - Number(b === UNMEASURED) || (a < b ? -1 : 1))
      .map(([base, line]) => printLine<In, Out>(base, line, held.get(base) ?? []));
  }
}

const kindsInOrder: Record<Side, readonly string[]> = {
  cameIn: [
    'opening',
    'bought',
    'commissioned',
    'produced',
    'drawn',
    'packed',
    'firstSeen',
    'unexplained',
    'recovered',
    'otherUnit',
  ],
  wentOut: ['delivered', 'ended', 'used', 'unpacked', 'otherUnit'],
};

/** A number of a line that is rounded when it is printed. */
interface Leaf {
  amount: Decimal;
}

/** Places that a printed quantity has at most. */
const PLACES = 9;

function printLine<In extends string, Out extends string>(
  base: string,
  line: Line,
  left: readonly LeftAmount[],
): BalanceLine<In, Out> {
  const uoms = new Set([...line.uoms, ...left.map(({ uom }) => uom)]);
  const [only = base] = uoms;
  const uom = uoms.size === 1 ? only : base;
  const inUnit = (amount: Decimal): Decimal => (convert(amount, base, uom) ?? amount).toDecimalPlaces(PLACES);
  const leavesOf = (side: Side) =>
    kindsInOrder[side].flatMap((kind) => {
      const entries = line[side].get(kind);
      if (entries === undefined) return [];
      return [{ kind, leaves: [...entries.values()].map((one) => ({ ...one, amount: inUnit(one.amount) })) }];
    });
  const cameIn = leavesOf('cameIn');
  const wentOut = leavesOf('wentOut');
  const holdings = left.map((one) => ({ ...one, amount: inUnit(one.amount) }));
  const plus = cameIn.flatMap(({ leaves }) => leaves);
  makeUp(plus, [...wentOut.flatMap(({ leaves }) => leaves), ...holdings]);
  const measured = base !== UNMEASURED;
  const atMost = holdings.some((one) => one.atMost);
  const sum = printQuantity(sumOf(holdings));
  return {
    ...(measured ? { uom } : {}),
    cameIn: cameIn.map((term) => printTerm<In>(term, measured)),
    wentOut: wentOut.map((term) => printTerm<Out>(term, measured)),
    holdings: holdings.map((one) => printHolding(one, measured)),
    ...(measured ? (atMost ? { leftMax: sum } : { left: sum }) : {}),
  };
}

const sumOf = (leaves: readonly Leaf[]): Decimal =>
  leaves.reduce((sum, { amount }) => sum.plus(amount), ZERO);

/**
 * Numbers that were rounded to nine places one by one need not add up in the last of them. What is missing there is put
 * to the largest number. Never more than rounding can have made: anything else would hide a fault.
 */
function makeUp(plus: readonly Leaf[], minus: readonly Leaf[]): void {
  const missing = sumOf(plus).minus(sumOf(minus));
  const roundedAtMost = new Decimal(plus.length + minus.length).times(`1e-${PLACES}`);
  if (missing.isZero() || missing.abs().gt(roundedAtMost)) return;
  const [largest] = [...minus].sort((a, b) => b.amount.cmp(a.amount));
  if (largest !== undefined) largest.amount = largest.amount.plus(missing);
}

function printTerm<Kind extends string>(
  { kind, leaves }: { kind: string; leaves: readonly Entry[] },
  measured: boolean,
): BalanceTerm<Kind> {
  const entries = [...leaves]
    .sort((a, b) => a.time - b.time || (a.event < b.event ? -1 : 1))
    .map(({ event, time, amount }) => ({
      event,
      time,
      ...(measured ? { quantity: printQuantity(amount) } : {}),
    }));
  return {
    kind: kind as Kind,
    ...(measured ? { quantity: printQuantity(sumOf(leaves)) } : {}),
    entries,
  };
}

function printHolding({ where, amount, atMost }: LeftAmount, measured: boolean): BalanceHolding {
  const { party, place, inTransit } = where;
  const text = printQuantity(amount);
  return {
    ...(party === undefined ? {} : { party }),
    ...(place === undefined ? {} : { place }),
    inTransit,
    ...(measured ? (atMost ? { quantityMax: text } : { quantity: text }) : {}),
  };
}

/** Adds up quantities as they are printed. */
export const sumQuantities = (quantities: readonly string[]): string =>
  printQuantity(quantities.reduce((sum, one) => sum.plus(one), ZERO));

/** The parts of a term by what its events did, in the order of `kinds`; together they are the term. */
export function splitTerm<Kind extends string>(
  { entries }: BalanceTerm,
  kinds: readonly Kind[],
  kindOf: (event: string) => Kind,
): BalanceTerm<Kind>[] {
  const parts = Map.groupBy(entries, ({ event }) => kindOf(event));
  return kinds.flatMap((kind) => {
    const own = parts.get(kind);
    if (own === undefined) return [];
    const amounts = own.flatMap(({ quantity }) => quantity ?? []);
    return [{ kind, ...(amounts.length === 0 ? {} : { quantity: sumQuantities(amounts) }), entries: own }];
  });
}
