import type { Key, Posting } from './posting.ts';
import type { ReplayState, Stock } from './replay-state.ts';
import type { Whereabouts } from './replay-units.ts';
import type { At, Flow, Holding, Pool } from './steps.ts';
import { baseOf, convert, Decimal, ONE, PIECES, UNMEASURED, ZERO } from './units.ts';

/** An amount of a lot as an event states it; `quantity` absent means it was not measured. */
export interface Stated extends Whereabouts {
  readonly lot: Key;
  readonly quantity: Decimal | undefined;
  readonly uom: string;
}

/** The amount that a posting states of a lot. */
export const statedOf = (posting: Posting, lot: Key): Stated => ({
  lot,
  quantity: posting.quantity === undefined ? undefined : new Decimal(posting.quantity),
  uom: posting.quantity === undefined ? UNMEASURED : (posting.uom ?? PIECES),
  party: posting.party,
  place: posting.place,
});

/** A pool that an amount may be taken from, and where it lies. */
interface Source {
  readonly pool: Pool;
  readonly holding: Holding;
  readonly party: Key | undefined;
  readonly shipment?: At;
}

/** An amount on its way from one pool to the next. */
export interface Taken extends Source {
  /** In the unit of the pool; zero where that does not convert to `uom`. */
  readonly amount: Decimal;
  readonly totalBefore: Decimal;
  /** In `uom`. */
  readonly stated: Decimal;
  readonly uom: string;
  readonly atMost: boolean;
}

/**
 * Takes a stated amount out of sources, in their order: from those of its dimension what they have, then the rest from
 * one in another dimension, of which nobody knows how much is left then. All there is where no amount is stated.
 */
export function takeFrom(
  sources: readonly Source[],
  quantity: Decimal | undefined,
  uom: string,
): { taken: Taken[]; left: Decimal } {
  if (quantity === undefined) return { taken: sources.map(takeAll), left: ZERO };
  const taken: Taken[] = [];
  let left = quantity;
  for (const source of sources) {
    const { pool } = source;
    const wanted = convert(left, uom, pool.uom);
    if (wanted === undefined || !left.gt(ZERO)) continue;
    const all = wanted.gte(pool.total);
    const amount = all ? pool.total : wanted;
    const stated = all ? (convert(amount, pool.uom, uom) ?? amount) : left;
    taken.push({ ...source, amount, totalBefore: pool.total, stated, uom, atMost: all && pool.atMost });
    pool.total = pool.total.minus(amount);
    left = left.minus(stated);
  }
  const foreign = sources.find(({ pool }) => baseOf(pool.uom) !== baseOf(uom));
  if (!left.gt(ZERO) || foreign === undefined) return { taken, left };
  const { pool } = foreign;
  pool.atMost = true;
  taken.push({ ...foreign, amount: ZERO, totalBefore: pool.total, stated: left, uom, atMost: false });
  return { taken, left: ZERO };
}

function takeAll(source: Source): Taken {
  const { pool } = source;
  const { total: amount, uom, atMost } = pool;
  pool.total = ZERO;
  return { ...source, amount, totalBefore: amount, stated: amount, uom, atMost };
}

/**
 * Whose stock a removal at a place takes from: the actor's there; if it has none, the only holder's there; if there
 * are several, nobody's: it is unexplained (design §6). Without a place, the actor's only stock anywhere.
 */
export function stocksFor(replay: ReplayState, { lot, place, party }: Stated): Stock[] {
  const all = [...replay.lot(lot).holdings.values()].filter(({ pool }) => pool.total.gt(ZERO));
  const here = place === undefined ? all : all.filter((stock) => stock.place === place);
  const own = here.filter((stock) => stock.party === party);
  const candidates = own.length > 0 ? own : here;
  const [first] = candidates;
  const oneHolder = candidates.every((each) => each.party === first?.party && each.place === first?.place);
  return oneHolder ? candidates : [];
}

/** Takes an amount out of loose stock. What is not there comes from nobody knows where, and is named so. */
export function removeLot(replay: ReplayState, at: At, stated: Stated): Taken[] {
  const stocks = stocksFor(replay, stated);
  const { lot, quantity, uom } = stated;
  const missing = missingFrom(stocks, stated);
  if (!missing.gt(ZERO)) return takeFrom(stocks, quantity, uom).taken;
  const { party, place } = stocks[0] ?? stated;
  const stock = replay.stock(lot, party, place, uom);
  appearUnexplained(replay, at, stock, { kind: 'unexplained-removal', quantity: missing, uom });
  return takeFrom([...new Set([...stocks, stock])], quantity, uom).taken;
}

/** What is stated beyond what sources hold; one of them in another dimension may hold any amount. */
function missingFrom(
  sources: readonly Source[],
  { quantity, uom }: Pick<Stated, 'quantity' | 'uom'>,
): Decimal {
  if (quantity === undefined) return sources.length === 0 ? ONE : ZERO;
  let left = quantity;
  for (const { pool } of sources) {
    const there = convert(pool.total, pool.uom, uom);
    if (there === undefined) return ZERO;
    left = left.minus(there);
  }
  return left;
}

interface Unexplained {
  readonly kind: 'unexplained-removal' | 'receipt-without-shipment';
  readonly quantity: Decimal;
  readonly uom: string;
}

/** An amount that must have been there, though nobody recorded how it came. */
export function appearUnexplained(replay: ReplayState, at: At, stock: Stock, of: Unexplained): void {
  const { pool, holding } = stock;
  const { kind, quantity, uom } = of;
  const measured = uom === UNMEASURED ? {} : { amount: quantity, uom };
  replay.gaps.push({ ...at, kind, unit: pool.unit, holding, ...measured });
  const arrived = convert(quantity, uom, pool.uom) ?? quantity;
  bringIn(replay, at, stock, { arrived, explained: false, inferred: kind === 'unexplained-removal' });
}

interface BroughtIn {
  /** In the unit of the stock. */
  readonly arrived: Decimal;
  readonly explained: boolean;
  readonly inferred: boolean;
}

/** An amount begins in a stock. */
export function bringIn(replay: ReplayState, at: At, { pool, holding }: Stock, of: BroughtIn): void {
  const { arrived: amount, explained, inferred } = of;
  pool.total = pool.total.plus(amount);
  replay.begin({ ...at, pool, holding, amount, total: pool.total, explained, inferred });
  joinRoot(replay, at, pool, { amount, holding, inferred });
}

/** An amount of the root lot that comes from no other pool is the root coming into being. */
export function joinRoot(
  replay: ReplayState,
  at: At,
  pool: Pool,
  of: { amount: Decimal; holding: Holding; inferred?: boolean },
): void {
  if (pool.unit !== replay.facts.root) return;
  replay.root('inject', at, { pool, ...of, amount: pool.total });
  replay.root('collect', at, { pool, ...of });
}

interface Put {
  readonly kind: Flow['kind'];
  /** The pool that takes an amount in this unit. */
  readonly to: (uom: string) => { readonly pool: Pool; readonly holding: Holding | undefined };
  readonly into?: readonly Key[];
  readonly outOf?: readonly Key[];
  readonly fill?: number;
  readonly inferred?: boolean;
}

/** Puts what was taken into pools, one flow for each source. */
export function put(replay: ReplayState, at: At, taken: readonly Taken[], where: Put): void {
  for (const part of taken) {
    const { pool: to, holding: toHolding } = where.to(part.uom);
    const arrived = convert(part.stated, part.uom, to.uom) ?? part.stated;
    to.total = to.total.plus(arrived);
    if (part.atMost) to.atMost = true;
    replay.flow({
      ...at,
      kind: where.kind,
      from: part.pool,
      fromHolding: part.holding,
      to,
      amount: part.amount,
      arrived,
      uom: to.uom,
      fromTotal: part.totalBefore,
      toTotal: to.total,
      atMost: part.atMost,
      inferred: where.inferred ?? false,
      toHolding,
      into: where.into,
      outOf: where.outOf,
      fill: where.fill ?? 0,
      shipment: part.shipment,
    });
  }
}
