import { agreementOf, NO_COMMON } from './documents.ts';
import type { Key } from './posting.ts';
import { addLot, observeLot } from './replay-lots.ts';
import type { ReplayState, Stock, TransitPool } from './replay-state.ts';
import { appearUnexplained, put, type Stated, type Taken, takeFrom } from './replay-stock.ts';
import type { Whereabouts } from './replay-units.ts';
import type { At } from './steps.ts';
import { convert, Decimal, ONE, ZERO } from './units.ts';

interface Receipt extends Whereabouts {
  /** Only what was shipped from there, the latest first: it never left. */
  readonly comesFrom?: Key | undefined;
}

/** How well a shipment fits a receipt, the smallest best: by their documents, then by where it was sent. */
interface Fit {
  readonly documents: number;
  readonly hands: number;
}

/** Sent to nobody of this receipt: only a document can bring the two together. */
const STRANGE = 3;

/** Sent to the party at the place; to the party; to the place (its operator may receive for the party); absent: to neither. */
function handsOf({ shipment }: TransitPool, { party, place, comesFrom }: Receipt): number | undefined {
  if (comesFrom !== undefined) return shipment.origin.place === comesFrom ? 0 : undefined;
  const toPlace = place !== undefined && shipment.place === place;
  if (shipment.party === party) return toPlace ? 0 : 1;
  return toPlace ? 2 : undefined;
}

function fitOf(each: TransitPool, by: Receipt, named: readonly string[]): Fit | undefined {
  const hands = handsOf(each, by);
  const documents = agreementOf(named, each.shipment.documents);
  if (hands !== undefined) return { documents, hands };
  // What a voided shipment brings back left from there, whatever the papers say.
  return documents === NO_COMMON || by.comesFrom !== undefined ? undefined : { documents, hands: STRANGE };
}

/** What is under way with a document of this event, or to a party or place: best fitting first, then oldest. */
function awaited(replay: ReplayState, at: At, lot: Key, by: Receipt): TransitPool[] {
  const sign = by.comesFrom === undefined ? 1 : -1;
  return replay
    .lot(lot)
    .transit.flatMap((each) => {
      // To take back a shipment is no journey.
      if (by.comesFrom === undefined && replay.isOverdue(lot, each.shipment, at)) return [];
      const fit = fitOf(each, by, replay.documents);
      return fit === undefined ? [] : [{ each, fit }];
    })
    .sort(
      (a, b) =>
        a.fit.documents - b.fit.documents ||
        a.fit.hands - b.fit.hands ||
        sign * (a.each.shipment.time - b.each.shipment.time),
    )
    .map(({ each }) => each);
}

/** Takes an amount out of shipments; returns what they do not explain. */
function takeDelivery(
  replay: ReplayState,
  at: At,
  stated: Stated,
  shipments: readonly TransitPool[],
): { taken: Taken[]; left: Decimal } {
  const sources = shipments.map(({ pool, shipment }) => ({
    pool,
    holding: shipment.origin,
    party: stated.party,
    shipment: { event: shipment.event, time: shipment.time },
  }));
  const delivery = takeFrom(sources, stated.quantity, stated.uom);
  put(replay, at, delivery.taken, {
    kind: 'transfer',
    to: (uom) => replay.stock(stated.lot, stated.party, stated.place, uom),
  });
  for (const each of shipments) if (each.pool.atMost) each.answered = true;
  const state = replay.lot(stated.lot);
  state.transit = state.transit.filter(({ pool }) => pool.total.gt(ZERO));
  return delivery;
}

/** Is taken over by `party` at `place`. More than had arrived or was under way came without a recorded shipment. */
export function receiveLot(replay: ReplayState, at: At, stated: Stated, comesFrom?: Key): void {
  const { lot, party, place, uom } = stated;
  const stock = replay.stock(lot, party, place, uom);
  const wanted = stated.quantity === undefined ? undefined : toUnit(stated.quantity, stated, stock);
  const confirmed = wanted?.lt(stock.arrived) ? wanted : stock.arrived;
  stock.arrived = stock.arrived.minus(confirmed);
  const quantity = wanted?.minus(confirmed);
  const shipments = awaited(replay, at, lot, { party, place, comesFrom });
  const { left } = takeDelivery(replay, at, { ...stated, quantity, uom: stock.pool.uom }, shipments);
  const known = shipments.length > 0 || confirmed.gt(ZERO);
  const missing = quantity === undefined && !known ? ONE : left;
  if (!missing.gt(ZERO)) return;
  const of = { kind: 'receipt-without-shipment', quantity: missing, uom: stock.pool.uom } as const;
  appearUnexplained(replay, at, stock, of);
}

const toUnit = (amount: Decimal, { uom }: { uom: string }, { pool }: Stock): Decimal =>
  convert(amount, uom, pool.uom) ?? amount;

/** Comes to a place in the hands it was sent to; what nobody sent is only seen there. */
export function arriveLot(replay: ReplayState, at: At, stated: Stated): void {
  const { lot, place } = stated;
  const shipments = awaited(replay, at, lot, { party: undefined, place });
  if (shipments.length === 0) observeLot(replay, at, stated);
  let left = stated.quantity;
  for (const party of new Set(shipments.map(({ shipment }) => shipment.party))) {
    if (left?.isZero()) break;
    const theirs = shipments.filter(({ shipment }) => shipment.party === party);
    const delivery = takeDelivery(replay, at, { ...stated, quantity: left, party }, theirs);
    const { taken } = delivery;
    if (left !== undefined) left = delivery.left;
    for (const part of taken) {
      const stock = replay.stock(lot, party, place, part.uom);
      stock.arrived = stock.arrived.plus(toUnit(part.stated, part, stock));
    }
  }
}

/**
 * Is accepted by `party` at `place`. What came into those hands there and was not accepted yet is only confirmed; the
 * rest comes out of shipments, or is handed over on the spot.
 */
export function acceptLot(replay: ReplayState, at: At, stated: Stated): void {
  const { lot, party, place, quantity, uom } = stated;
  const stock = replay.stock(lot, party, place, uom);
  const { total } = stock.pool;
  const wanted = quantity === undefined ? total : toUnit(quantity, stated, stock);
  const before = Decimal.min(stock.accepted, total);
  const confirmed = Decimal.min(wanted, total.minus(before));
  const rest = wanted.minus(confirmed);
  stock.accepted = before.plus(confirmed);
  if (quantity === undefined ? total.gt(ZERO) : wanted.gt(ZERO) && rest.isZero()) return;
  const shipments = awaited(replay, at, lot, { party, place });
  if (shipments.length > 0) {
    if (wanted.gt(ZERO) && wanted.lte(total)) return;
    takeDelivery(replay, at, stated, shipments);
    stock.accepted = stock.pool.total;
  } else if (replay.lot(lot).holdings.size === 1 && total.isZero()) addLot(replay, at, stated);
  else if (quantity === undefined) handOver(replay, at, stated);
  else handOver(replay, at, { ...stated, quantity: rest, uom: stock.pool.uom });
}

/** Goes from the only other holder at that place to `party`; of several nobody knows whose it was, and nothing moves. */
function handOver(replay: ReplayState, at: At, stated: Stated): void {
  const { lot, party, place, quantity, uom } = stated;
  if (place === undefined) return;
  const others = [...replay.lot(lot).holdings.values()].filter(
    (stock) => stock.place === place && stock.party !== party && stock.pool.total.gt(ZERO),
  );
  if (others.some((stock) => stock.party !== others[0]?.party)) return;
  const { taken } = takeFrom(others, quantity, uom);
  const to = (unit: string) => replay.stock(lot, party, place, unit);
  put(replay, at, taken, { kind: 'transfer', to });
  for (const part of taken) {
    const stock = to(part.uom);
    stock.accepted = stock.accepted.plus(toUnit(part.stated, part, stock));
  }
  // Who hands goods on has taken them in: what comes back to him is not what he received before.
  for (const stock of others) stock.accepted = stock.pool.total;
}
