import type { ReplayState, UnitState } from './replay-state.ts';
import { poolsOf } from './replay-units.ts';
import { ZERO } from './units.ts';

/** What was shipped and never received is still on its way, or with nobody knows whom. */
export function settleShipments(state: ReplayState): void {
  for (const unit of [...state.units.values()]) {
    const { shipment } = unit;
    if (shipment === undefined) continue;
    const unknown = shipment.party === undefined;
    unit.party = shipment.party;
    unit.place = shipment.place;
    unit.holding = state.holding(unit.unit, shipment.party, shipment.place, !unknown);
    const at = { event: shipment.event, time: shipment.time };
    state.gaps.push({
      ...at,
      kind: unknown ? 'unknown-holder' : 'shipment-without-receipt',
      unit: unit.unit,
      holding: unit.holding,
    });
    const content = state.containers.get(unit.unit)?.sums;
    state.move({
      ...at,
      kind: 'transfer',
      unit: unit.unit,
      fromHolding: shipment.origin,
      toHolding: unit.holding,
      inferred: false,
      ...(unit.pool === undefined ? {} : { pool: unit.pool }),
      ...(content === undefined || content.size === 0 ? {} : { content: new Map(content) }),
    });
  }
  for (const [lot, { transit, holdings }] of state.lots) {
    for (const { pool, shipment } of transit) {
      if (!pool.total.gt(ZERO)) continue;
      const unknown = shipment.party === undefined;
      const holding = state.holding(lot, shipment.party, shipment.place, !unknown);
      const at = { event: shipment.event, time: shipment.time };
      state.gaps.push({
        ...at,
        kind: unknown ? 'unknown-holder' : 'shipment-without-receipt',
        unit: lot,
        holding,
        amount: pool.total,
        uom: pool.uom,
      });
      const rest = state.pool(lot, 'holding', pool.uom);
      rest.total = pool.total;
      holdings.set(`transit|${rest.id}`, {
        pool: rest,
        holding,
        party: shipment.party,
        place: shipment.place,
      });
      const amounts = { amount: pool.total, arrived: pool.total, fromTotal: pool.total, toTotal: pool.total };
      state.flow({
        ...at,
        kind: 'transfer',
        from: pool,
        to: rest,
        fromHolding: shipment.origin,
        toHolding: holding,
        shipment: at,
        ...amounts,
        bound: pool.unmeasured,
        inferred: false,
      });
      pool.total = ZERO;
    }
  }
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
  const content = state.containers.get(unit.unit)?.sums;
  state.move({
    ...unit.packed,
    kind: 'packing',
    unit: unit.unit,
    fromHolding,
    toHolding: unit.holding,
    inferred: false,
    ...(unit.pool === undefined ? {} : { pool: unit.pool }),
    ...(content === undefined || content.size === 0 ? {} : { content: new Map(content) }),
  });
}
