import type { Key, Posting } from './posting.ts';
import type { At, ReplayState } from './replay-state.ts';
import type { Whereabouts } from './replay-units.ts';
import type { Flow, Holding, Pool } from './steps.ts';
import { baseOf, convert, Decimal, PIECES, ZERO } from './units.ts';

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
  uom: posting.uom ?? PIECES,
  party: posting.party,
  place: posting.place,
});

/** An amount on its way from one pool to the next. `pool` absent: nobody knows whence. */
export interface Taken {
  readonly pool: Pool | undefined;
  readonly holding: Holding | undefined;
  readonly party: Key | undefined;
  /** In the unit of the pool it was taken from, and in the unit stated. */
  readonly amount: Decimal;
  readonly stated: Decimal;
  readonly totalBefore: Decimal;
  readonly shipment?: At;
}

/**
 * Whose stock a removal at a place takes from: the actor's there; if it has none, the only holder's there; if there
 * are several, nobody's: it is unexplained (design §6). Without a place, the actor's only stock anywhere.
 */
function stockFor(replay: ReplayState, stated: Stated) {
  const base = baseOf(stated.uom);
  const all = [...replay.lot(stated.lot).holdings.values()].filter(
    ({ pool }) => baseOf(pool.uom) === base && (pool.total.gt(ZERO) || pool.unmeasured),
  );
  const here = stated.place === undefined ? all : all.filter(({ place }) => place === stated.place);
  const own = here.filter(({ party }) => party === stated.party);
  const candidates = own.length > 0 ? own : here;
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** Takes an amount out of loose stock; what is not there is unexplained and named so. */
export function removeLot(replay: ReplayState, at: At, stated: Stated): Taken[] {
  const stock = stockFor(replay, stated);
  const takenAway: Taken[] = [];
  let left = stated.quantity;
  if (stock !== undefined) {
    const { pool, holding, party } = stock;
    const wanted = left === undefined ? pool.total : (convert(left, stated.uom, pool.uom) ?? ZERO);
    const amount = wanted.lt(pool.total) || pool.unmeasured ? wanted : pool.total;
    const inStated = convert(amount, pool.uom, stated.uom) ?? amount;
    takenAway.push({ pool, holding, party, amount, stated: inStated, totalBefore: pool.total });
    pool.total = pool.unmeasured && amount.gt(pool.total) ? ZERO : pool.total.minus(amount);
    left = left === undefined ? ZERO : left.minus(inStated);
  }
  if (left?.gt(ZERO)) {
    const holding = stock?.holding ?? replay.holding(stated.lot, stated.party, stated.place);
    replay.gaps.push({
      ...at,
      kind: 'unexplained-removal',
      unit: stated.lot,
      holding,
      amount: left,
      uom: stated.uom,
    });
    takenAway.push({
      pool: undefined,
      holding: undefined,
      party: stated.party,
      amount: left,
      stated: left,
      totalBefore: ZERO,
    });
  }
  return takenAway;
}

export interface Put {
  readonly kind: Flow['kind'];
  readonly to: Pool;
  readonly toHolding: Holding | undefined;
  readonly into?: readonly Key[];
  readonly outOf?: readonly Key[];
  readonly uom: string;
  readonly inferred?: boolean;
}

/** Puts what was taken into a pool, one flow for each source. */
export function put(replay: ReplayState, at: At, taken: readonly Taken[], where: Put): void {
  for (const part of taken) {
    const arrived = convert(part.stated, where.uom, where.to.uom) ?? part.stated;
    where.to.total = where.to.total.plus(arrived);
    if (part.pool?.unmeasured) where.to.unmeasured = true;
    replay.flow({
      ...at,
      kind: part.pool === undefined ? 'unexplained' : where.kind,
      to: where.to,
      amount: part.amount,
      arrived,
      fromTotal: part.totalBefore,
      toTotal: where.to.total,
      bound: part.pool?.unmeasured ?? false,
      inferred: where.inferred ?? false,
      ...(part.pool === undefined ? {} : { from: part.pool }),
      ...(part.holding === undefined ? {} : { fromHolding: part.holding }),
      ...(where.toHolding === undefined ? {} : { toHolding: where.toHolding }),
      ...(where.into === undefined ? {} : { into: where.into }),
      ...(where.outOf === undefined ? {} : { outOf: where.outOf }),
      ...(part.shipment === undefined ? {} : { shipment: part.shipment }),
    });
    if (part.pool === undefined) injectLot(replay, at, where.to, arrived, where.toHolding);
  }
}

/** An amount of the root lot that comes from nowhere is the root coming into being. */
export function injectLot(
  replay: ReplayState,
  at: At,
  pool: Pool,
  amount: Decimal,
  holding: Holding | undefined,
): void {
  if (pool.unit !== replay.facts.root || holding === undefined) return;
  replay.root('inject', at, { pool, amount: pool.total, holding });
  replay.root('collect', at, { pool, amount, holding });
}

/** Harvested, made, commissioned. */
export function addLot(replay: ReplayState, at: At, stated: Stated): void {
  const { pool, holding } = replay.stock(stated.lot, stated.party, stated.place, stated.uom);
  if (stated.quantity === undefined) pool.unmeasured = true;
  const amount = stated.quantity ?? ZERO;
  const arrived = convert(amount, stated.uom, pool.uom) ?? amount;
  pool.total = pool.total.plus(arrived);
  const amounts = { amount: arrived, arrived, fromTotal: ZERO, toTotal: pool.total };
  replay.flow({
    ...at,
    kind: 'begin',
    to: pool,
    toHolding: holding,
    ...amounts,
    bound: pool.unmeasured,
    inferred: false,
  });
  injectLot(replay, at, pool, arrived, holding);
}

/** Sold to a final consumer, consumed, destroyed, sampled. */
export function endLot(replay: ReplayState, at: At, stated: Stated): void {
  for (const part of removeLot(replay, at, stated)) {
    if (part.pool === undefined || part.holding === undefined) continue;
    const amounts = { amount: part.amount, arrived: part.amount, fromTotal: part.totalBefore, toTotal: ZERO };
    replay.flow({
      ...at,
      kind: 'end',
      from: part.pool,
      fromHolding: part.holding,
      ...amounts,
      bound: part.pool.unmeasured,
      inferred: false,
    });
  }
}

/** Leaves one holding (`from`) for another (`to`): each shipment is a pool of its own until it is received. */
export function shipLot(replay: ReplayState, at: At, from: Stated, to: Whereabouts): void {
  const taken = removeLot(replay, at, from);
  const own = to.place !== undefined && replay.facts.operatorOf(to.place) === from.party;
  const party = to.party ?? (own ? from.party : undefined);
  const { transit } = replay.lot(from.lot);
  for (const part of taken) {
    const pool = replay.pool(from.lot, 'transit', part.pool?.uom ?? from.uom);
    const origin = part.holding ?? replay.holding(from.lot, from.party, from.place);
    transit.push({ pool, shipment: { ...at, party, place: to.place, origin } });
    put(replay, at, [part], {
      kind: 'transfer',
      to: pool,
      toHolding: part.pool === undefined ? origin : undefined,
      uom: from.uom,
    });
  }
}

/** Is taken over by `party` at `place`: from the shipments to that party, those to that place first, oldest first. */
export function receiveLot(replay: ReplayState, at: At, stated: Stated): void {
  const { transit } = replay.lot(stated.lot);
  const base = baseOf(stated.uom);
  const fits = transit.filter(
    ({ pool, shipment }) =>
      baseOf(pool.uom) === base &&
      pool.total.gt(ZERO) &&
      (shipment.party === stated.party ||
        (shipment.party === undefined && shipment.place !== undefined && shipment.place === stated.place)),
  );
  fits.sort(
    (a, b) =>
      Number(b.shipment.place === stated.place) - Number(a.shipment.place === stated.place) ||
      a.shipment.time - b.shipment.time,
  );
  const { pool: to, holding } = replay.stock(stated.lot, stated.party, stated.place, stated.uom);
  let left = stated.quantity;
  for (const { pool, shipment } of fits) {
    if (left !== undefined && !left.gt(ZERO)) break;
    const wanted = left === undefined ? pool.total : (convert(left, stated.uom, pool.uom) ?? ZERO);
    const amount = wanted.lt(pool.total) ? wanted : pool.total;
    const inStated = convert(amount, pool.uom, stated.uom) ?? amount;
    const part: Taken = {
      pool,
      holding: shipment.origin,
      party: stated.party,
      amount,
      stated: inStated,
      totalBefore: pool.total,
      shipment: { event: shipment.event, time: shipment.time },
    };
    pool.total = pool.total.minus(amount);
    if (left !== undefined) left = left.minus(inStated);
    put(replay, at, [part], { kind: 'transfer', to, toHolding: holding, uom: stated.uom });
  }
  if (left === undefined || !left.gt(ZERO)) return;
  replay.gaps.push({
    ...at,
    kind: 'receipt-without-shipment',
    unit: stated.lot,
    holding,
    amount: left,
    uom: stated.uom,
  });
  const unknown: Taken = {
    pool: undefined,
    holding: undefined,
    party: undefined,
    amount: left,
    stated: left,
    totalBefore: ZERO,
  };
  put(replay, at, [unknown], { kind: 'unexplained', to, toHolding: holding, uom: stated.uom });
}

/** Comes to a place in the hands it was sent to. */
export function arriveLot(replay: ReplayState, at: At, stated: Stated): void {
  const awaited = replay
    .lot(stated.lot)
    .transit.find(({ pool, shipment }) => pool.total.gt(ZERO) && shipment.place === stated.place);
  if (awaited === undefined) return;
  receiveLot(replay, at, { ...stated, party: awaited.shipment.party });
}
