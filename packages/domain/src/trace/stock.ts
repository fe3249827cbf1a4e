import { NOTHING } from './amounts.ts';
import type { LeftAmount } from './balance.ts';
import { drawnFrom } from './balance-goods.ts';
import type { Truncation } from './gather.ts';
import type { Key } from './posting.ts';
import type { ReplayState, UnitState } from './replay-state.ts';
import { isMember } from './stand-in.ts';
import { replayAround, type TraceSources } from './trace.ts';
import {
  baseOf,
  convert,
  type Decimal,
  ONE,
  PIECES,
  printQuantity,
  toBase,
  UNMEASURED,
  ZERO,
} from './units.ts';

export interface StockHolding {
  readonly party?: Key;
  readonly place?: Key;
  readonly inTransit: boolean;
  /** Absent where nobody measured it. */
  readonly quantity?: string;
  /** Instead of `quantity`, where some of it went in a unit that does not convert. */
  readonly quantityMax?: string;
  readonly uom?: string;
}

export interface Stock {
  /** False where no posting of the unit is known. */
  readonly known: boolean;
  /** Where all that is left is, by party and place: loose and packed together. */
  readonly holdings: readonly StockHolding[];
  /** The container that a single unit is packed in. */
  readonly container?: Key;
  /** A single unit that was sold, consumed or destroyed and not seen since. */
  readonly ended: boolean;
  /** Lots and items whose state is also the unit's: its lot, what it holds (or last held), serials of a lot; at most RELATED_MAX. */
  readonly related: readonly Key[];
  /** Number of the event in which the unit began. */
  readonly origin?: string;
  readonly truncated: Truncation | null;
}

/** Most units that may lend a unit their state. */
export const RELATED_MAX = 100;

/** Where a unit is at an instant (`to`, microseconds; absent is now), by whatever the records say until then. */
export async function stockOf(sources: TraceSources, root: Key, to?: number): Promise<Stock> {
  const request = {
    root,
    direction: 'forward',
    packedOnly: true,
    ...(to === undefined ? {} : { to }),
  } as const;
  const { state, truncated } = await replayAround(sources, request);
  return stockIn(state, truncated);
}

/** The same of a replay. */
export function stockIn(state: ReplayState, truncated: Truncation | undefined): Stock {
  const { root } = state.facts;
  const known = state.units.has(root) || state.lots.has(root) || state.containers.has(root);
  const unit = state.units.get(root);
  const sums = sumRoot(state);
  return {
    known: known || sums.size > 0,
    holdings: sums.print(),
    ...(unit?.container === undefined ? {} : { container: unit.container }),
    ended: unit === undefined ? sums.print().length === 0 : unit.ended,
    ...relatedTo(state),
    truncated: truncated ?? null,
  };
}

/** What is left of a lot and its serials, or of a unit, place by place. */
export const leftOf = (state: ReplayState): LeftAmount[] => sumRoot(state).left();

function sumRoot(state: ReplayState): StockSums {
  const { root } = state.facts;
  const sums = new StockSums();
  if (state.lots.has(root)) sumLot(state, root, sums);
  const unit = state.units.get(root);
  if (unit !== undefined) sumUnit(state, unit, sums);
  else sumMembers(state, sums);
  return sums;
}

type Where = LeftAmount['where'];

interface Sum {
  readonly where: Where;
  readonly base: string;
  readonly uom: string;
  amount: Decimal;
  atMost: boolean;
}

class StockSums {
  readonly #sums = new Map<string, Sum>();

  get size(): number {
    return this.#sums.size;
  }

  add(where: Where, amount: Decimal, uom: string, atMost = false): void {
    const base = baseOf(uom);
    const key = `${where.party ?? ''}|${where.place ?? ''}|${where.inTransit}|${base}`;
    const sum = this.#sums.get(key);
    if (sum === undefined) {
      this.#sums.set(key, { where, base, uom, amount: toBase(amount, uom), atMost });
      return;
    }
    sum.amount = sum.amount.plus(toBase(amount, uom));
    if (atMost) sum.atMost = true;
  }

  left(): LeftAmount[] {
    return [...this.#sums]
      .filter(([, { amount }]) => amount.gt(ZERO))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, sum]) => sum);
  }

  print(): StockHolding[] {
    return this.left().map(({ where, ...sum }) => ({
      ...(where.party === undefined ? {} : { party: where.party }),
      ...(where.place === undefined ? {} : { place: where.place }),
      inTransit: where.inTransit,
      ...printSum(sum),
    }));
  }
}

function printSum({ base, uom, amount, atMost }: Omit<Sum, 'where'>) {
  if (base === UNMEASURED) return {};
  const text = printQuantity(convert(amount, base, uom) ?? amount);
  return atMost ? { quantityMax: text, uom } : { quantity: text, uom };
}

/** A packed unit is where its outermost container is. */
export function whereIs(state: ReplayState, unit: UnitState): Where {
  const outer = state.unit(state.chain(unit.container).at(-1) ?? unit.unit);
  return { party: outer.party, place: outer.place, inTransit: outer.holding?.inTransit ?? false };
}

function sumLot(state: ReplayState, lot: Key, sums: StockSums): void {
  for (const { pool, holding, party, place } of state.lots.get(lot)?.holdings.values() ?? []) {
    sums.add({ party, place, inTransit: holding.inTransit }, pool.total, pool.uom, pool.atMost);
  }
  for (const [container, { lots }] of state.containers) {
    for (const pool of lots.values()) {
      if (pool.unit === lot)
        sums.add(whereIs(state, state.unit(container)), pool.total, pool.uom, pool.atMost);
    }
  }
}

function sumUnit(state: ReplayState, unit: UnitState, sums: StockSums): void {
  if (unit.ended) return;
  const content = state.containers.get(unit.unit)?.sums ?? NOTHING;
  const where = whereIs(state, unit);
  for (const { base, amount } of content) sums.add(where, amount, base);
  if (content.length === 0) sums.add(where, ONE, PIECES);
}

/** A lot is also wherever its serials are: as pieces, or where they were drawn from its loose stock with what each took. */
function sumMembers(state: ReplayState, sums: StockSums): void {
  for (const [item, parts] of drawnFrom(state)) {
    const unit = state.unit(item);
    if (unit.ended) continue;
    for (const { amount, uom } of parts) sums.add(whereIs(state, unit), amount, uom);
  }
  for (const step of state.steps) {
    if (!isMember(step, state.facts.root)) continue;
    const unit = state.unit(step.holding.unit);
    if (!unit.ended) sums.add(whereIs(state, unit), ONE, PIECES);
  }
}

function relatedTo(state: ReplayState): { related: Key[]; origin?: string } {
  const { root } = state.facts;
  const fill = state.containers.get(root)?.fill ?? 0;
  const related = new Set<Key>(state.lotsOfRoot);
  let origin: string | undefined;
  for (const step of state.steps) {
    if (step.step !== 'inject' && step.step !== 'join') continue;
    if (step.fill !== 0 && step.fill !== fill) continue;
    if (step.fill === 0) origin ??= step.event;
    if (related.size < RELATED_MAX) related.add(step.pool.unit);
  }
  related.delete(root);
  return { related: [...related], ...(origin === undefined ? {} : { origin }) };
}
