import { poolsOf } from './replay-root.ts';
import type { ReplayState, Shipment, TransitPool, UnitState } from './replay-state.ts';
import { UNMEASURED, ZERO } from './units.ts';

/** What was shipped and never received is still on its way, or with nobody knows whom. */
export function settleShipments(state: ReplayState): void {
  for (const unit of [...state.units.values()]) {
    if (unit.shipment !== undefined) settleUnit(state, unit, unit.shipment);
  }
  for (const { transit } of state.lots.values()) {
    for (const each of transit) if (!each.answered && each.pool.total.gt(ZERO)) settleLot(state, each);
  }
}

const isUnknown = (shipment: Shipment): boolean => shipment.party === undefined;
const gapKind = (shipment: Shipment) =>
  isUnknown(shipment) ? ('unknown-holder' as const) : ('shipment-without-receipt' as const);

/** Nobody received the unit: it is on its way still, or with nobody knows whom. */
export function settleUnit(state: ReplayState, unit: UnitState, shipment: Shipment): void {
  const { event, time, party, place, origin } = shipment;
  unit.party = party;
  unit.place = place;
  unit.holding = state.holding(unit.unit, party, place, !isUnknown(shipment));
  const { holding } = unit;
  unit.moved = { event, time };
  state.gaps.push({ event, time, kind: gapKind(shipment), unit: unit.unit, holding });
  state.move({
    event,
    time,
    kind: 'transfer',
    unit,
    fromHolding: origin,
    toHolding: holding,
  });
}

function settleLot(state: ReplayState, { pool, shipment }: TransitPool): void {
  const { event, time, party, place, origin } = shipment;
  const { total: amount, unit: lot, uom } = pool;
  const holding = state.holding(lot, party, place, !isUnknown(shipment));
  const measured = uom === UNMEASURED ? {} : { amount, uom };
  state.gaps.push({ event, time, kind: gapKind(shipment), unit: lot, holding, ...measured });
  const rest = state.pool(lot, 'holding', uom);
  rest.total = amount;
  rest.atMost = pool.atMost;
  state
    .lot(lot)
    .holdings.set(`transit|${rest.id}`, { pool: rest, holding, party, place, arrived: ZERO, accepted: ZERO });
  state.flow({
    event,
    time,
    kind: 'transfer',
    from: pool,
    to: rest,
    fromHolding: origin,
    toHolding: holding,
    shipment: { event, time },
    amount,
    arrived: amount,
    uom,
    fromTotal: amount,
    toTotal: amount,
    atMost: pool.atMost,
  });
  pool.total = ZERO;
}

/** A walk back from an item or a container starts from what it is, or still holds, after the last event. */
export function collectRoot(state: ReplayState, time: number): void {
  const { root } = state.facts;
  const unit = state.units.get(root);
  if (unit === undefined) return;
  placeInside(state, unit);
  const { holding, pool } = unit;
  if (holding === undefined) return;
  const at = { event: '', time };
  if (pool !== undefined) state.root('collect', at, { pool, amount: pool.total, holding });
  const content = state.containers.get(root);
  if (content === undefined) return;
  const { fill } = content;
  const inside = [
    ...content.lots.values(),
    ...[...content.children].flatMap((child) => poolsOf(state, child)),
  ];
  for (const each of inside) state.root('collect', at, { pool: each, amount: each.total, holding, fill });
}

/** A root that is still packed is where its outermost container is. */
function placeInside(state: ReplayState, unit: UnitState): void {
  const inner = unit.container === undefined ? undefined : state.unit(unit.container);
  const outer = state.unit(state.chain(unit.container).at(-1) ?? unit.unit);
  if (inner?.holding === undefined || outer.holding === undefined || unit.packed === undefined) return;
  const { party, place, inTransit } = outer.holding;
  const fromHolding = inner === outer ? outer.holding : state.holding(inner.unit, party, place, inTransit);
  unit.holding = state.holding(unit.unit, party, place, inTransit);
  const since = outer.moved !== undefined && outer.moved.time > unit.packed.time ? outer.moved : unit.packed;
  state.move({
    ...since,
    kind: 'packing',
    unit,
    fromHolding,
    toHolding: unit.holding,
  });
}
