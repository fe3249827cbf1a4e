import type { Key } from './posting.ts';
import type { ReplayState, UnitState } from './replay-state.ts';
import { bringIn, put, removeLot, type Stated, stocksFor } from './replay-stock.ts';
import type { Whereabouts } from './replay-units.ts';
import type { At } from './steps.ts';
import { convert, ONE, ZERO } from './units.ts';

/** Harvested, made, commissioned. */
export function addLot(replay: ReplayState, at: At, stated: Stated): void {
  const stock = replay.stock(stated.lot, stated.party, stated.place, stated.uom);
  const arrived = convert(stated.quantity ?? ONE, stated.uom, stock.pool.uom) ?? ZERO;
  bringIn(replay, at, stock, { arrived, explained: true, inferred: false });
}

/** A lot that nobody spoke of before begins where it is seen, in the hands of whoever runs the place. */
export function observeLot(replay: ReplayState, at: At, stated: Stated): void {
  if (replay.lots.has(stated.lot) || stated.place === undefined) return;
  addLot(replay, at, { ...stated, party: replay.facts.operatorOf(stated.place) });
}

/** An item is taken from its lot where that lies loose; false where the lot does not. */
export function drawItem(replay: ReplayState, at: At, item: UnitState, lot: Key): boolean {
  const { pool, holding, party, place } = item;
  if (pool === undefined || holding === undefined || !replay.lots.has(lot)) return false;
  const stated = { lot, quantity: pool.total, uom: pool.uom, party, place };
  if (stocksFor(replay, stated).length === 0) return false;
  pool.total = ZERO;
  put(replay, at, removeLot(replay, at, stated), { kind: 'membership', to: () => ({ pool, holding }) });
  if (lot === replay.facts.root) item.inRoot = true;
  return true;
}

/** Sold to a final consumer, consumed, destroyed, sampled. */
export function endLot(replay: ReplayState, at: At, stated: Stated): void {
  for (const part of removeLot(replay, at, stated)) {
    replay.flow({
      ...at,
      kind: 'end',
      from: part.pool,
      fromHolding: part.holding,
      amount: part.amount,
      arrived: part.stated,
      uom: part.uom,
      fromTotal: part.totalBefore,
      toTotal: ZERO,
      atMost: part.atMost,
      inferred: false,
    });
  }
}

/** Leaves one holding (`from`) for another (`to`): each shipment is a pool of its own until it is received. */
export function shipLot(replay: ReplayState, at: At, from: Stated, to: Whereabouts): void {
  const own = to.place !== undefined && replay.facts.operatorOf(to.place) === from.party;
  const party = to.party ?? (own ? from.party : undefined);
  for (const part of removeLot(replay, at, from)) {
    const pool = replay.pool(from.lot, 'transit', part.uom);
    const shipment = { ...at, party, place: to.place, origin: part.holding, documents: replay.documents };
    replay.lot(from.lot).transit.push({ pool, shipment, answered: false });
    put(replay, at, [part], { kind: 'transfer', to: () => ({ pool, holding: undefined }) });
  }
}
