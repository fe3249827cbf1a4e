import type { Key } from './posting.ts';
import { settleUnit } from './replay-close.ts';
import { collectUnit } from './replay-root.ts';
import { CONTAINMENT_MAX, type ReplayState, type Shipment, type UnitState } from './replay-state.ts';
import type { At, LinkKind } from './steps.ts';

/** Where and with whom; absent means nobody said. */
export interface Whereabouts {
  readonly party?: Key | undefined;
  readonly place?: Key | undefined;
}

/** An SSCC by its key: the two top bits are 10 (see `identifiers/src/key.ts`). It is never an amount by itself. */
export const isLogisticUnit = (unit: Key): boolean => unit[0] !== undefined && '89ab'.includes(unit[0]);

/** The unit is seen for the first time: it begins here, in the hands named, else of whoever runs the place. */
export function appear(
  replay: ReplayState,
  at: At,
  state: UnitState,
  where: Whereabouts,
  drawnFrom?: () => boolean,
): void {
  if (state.holding !== undefined || state.container !== undefined) return;
  state.place = where.place;
  state.party = where.party ?? (where.place === undefined ? undefined : replay.facts.operatorOf(where.place));
  state.holding = replay.holding(state.unit, state.party, state.place);
  if (isLogisticUnit(state.unit)) return;
  begin(replay, at, state, drawnFrom);
}

/** Gives an item its amount. `drawnFrom` may take it from somewhere (its lot, a transformation); else it begins here. */
export function begin(replay: ReplayState, at: At, state: UnitState, drawnFrom?: () => boolean): void {
  if (state.pool !== undefined || state.holding === undefined) return;
  const pool = replay.itemPool(state.unit);
  const { holding } = state;
  const { total: amount } = pool;
  state.pool = pool;
  if (!drawnFrom?.())
    replay.begin({ ...at, pool, holding, amount, total: amount, explained: true, inferred: false });
  if (state.unit === replay.facts.root) replay.root('inject', at, { pool, amount, holding });
}

interface MoveTo extends Whereabouts {
  readonly kind: LinkKind;
  readonly shipment?: Shipment | undefined;
  readonly inferred?: boolean;
}

/** Moves a loose unit to other hands or another place; nothing happens where both stay. */
export function relocate(replay: ReplayState, at: At, state: UnitState, to: MoveTo): void {
  const from = state.shipment?.origin ?? state.holding;
  revive(replay, at, state);
  state.party = to.party;
  state.place = to.place;
  state.holding = replay.holding(state.unit, to.party, to.place);
  const shipment = to.shipment ?? state.shipment;
  state.shipment = undefined;
  if (from === undefined || from === state.holding) return;
  state.moved = at;
  replay.move({
    ...at,
    kind: to.kind,
    unit: state,
    fromHolding: from,
    toHolding: state.holding,
    inferred: to.inferred ?? false,
    shipment,
  });
}

/** What was sold, destroyed or used is here again: it did not end then. */
export function revive(replay: ReplayState, at: At, state: UnitState): void {
  const { ended, endStep, pool } = state;
  state.ended = false;
  if (endStep !== undefined) endStep.undone = true;
  else if (ended && pool !== undefined) replay.recoveries.push({ ...at, pool, step: replay.steps.length });
  state.endStep = undefined;
}

/** Something happened at a place to a unit still under way: so it has come there. */
export function settle(replay: ReplayState, at: At, state: UnitState, place: Key | undefined): void {
  if (state.shipment === undefined) return;
  const { shipment } = state;
  relocate(replay, at, state, {
    kind: 'transfer',
    party: shipment.party,
    place: place ?? shipment.place,
    shipment,
    inferred: true,
  });
}

/** An event treats a packed unit as loose: it must have been taken out, though nobody recorded it. */
export function leaveContainer(
  replay: ReplayState,
  at: At,
  state: UnitState,
  depthLeft = CONTAINMENT_MAX,
): void {
  if (depthLeft === 0) return;
  const container = state.container;
  if (container === undefined) return;
  const outer = replay.unit(container);
  leaveContainer(replay, at, outer, depthLeft - 1);
  takeOut(replay, at, state, {
    container,
    party: outer.party,
    place: outer.place,
    kind: 'packing',
    inferred: true,
  });
  if (outer.shipment !== undefined && state.holding !== undefined) {
    state.shipment = { ...outer.shipment, origin: state.holding };
  }
}

interface TakeOut extends Whereabouts {
  readonly container: Key;
  readonly kind: LinkKind;
  readonly inferred: boolean;
}

/** Takes a unit out of its container and puts it down. */
export function takeOut(replay: ReplayState, at: At, state: UnitState, from: TakeOut): void {
  const outOf = replay.chain(from.container);
  const carrier = replay.unit(outOf.at(-1) ?? from.container);
  collectUnit(replay, at, state, outOf);
  replay.takeFromChain(outOf, replay.carried(state));
  replay.container(from.container).children.delete(state.unit);
  const before = replay.unit(from.container).holding ?? carrier.holding;
  state.container = undefined;
  state.moved = at;
  state.party = from.party;
  state.place = from.place;
  state.holding = replay.holding(state.unit, from.party, from.place);
  if (before === undefined) return;
  replay.move({
    ...at,
    kind: from.kind,
    unit: state,
    fromHolding: before,
    toHolding: state.holding,
    outOf,
    inferred: from.inferred,
  });
}

/** Leaves for somewhere. Without a named party the hands are unknown, except between places of one actor (design §6). */
export function ship(
  replay: ReplayState,
  at: At,
  state: UnitState,
  to: Whereabouts & { from?: Key | undefined },
): void {
  leaveContainer(replay, at, state);
  settle(replay, at, state, to.from);
  appear(replay, at, state, { place: to.from });
  if (to.from !== undefined && state.place !== to.from) {
    relocate(replay, at, state, { kind: 'transfer', party: state.party, place: to.from, inferred: true });
  }
  if (state.holding === undefined) return;
  const own =
    to.place !== undefined && state.party !== undefined && replay.facts.operatorOf(to.place) === state.party;
  const party = to.party ?? (own ? state.party : undefined);
  state.shipment = { ...at, party, place: to.place, origin: state.holding, documents: replay.documents };
}

/** What left too long ago was never received; how it comes here now nobody recorded. */
function loseOverdue(replay: ReplayState, at: At, state: UnitState): boolean {
  const { shipment, unit } = state;
  if (shipment === undefined || !replay.isOverdue(unit, shipment, at)) return false;
  settleUnit(replay, state, shipment);
  state.shipment = undefined;
  return true;
}

/** Comes into the hands of `party` at `place`. */
export function receive(replay: ReplayState, at: At, state: UnitState, to: Whereabouts): void {
  leaveContainer(replay, at, state);
  const known = state.holding !== undefined;
  const overdue = loseOverdue(replay, at, state);
  const sent = state.shipment !== undefined;
  const newHands = state.party !== to.party;
  appear(replay, at, state, to);
  relocate(replay, at, state, { kind: 'transfer', ...to });
  if (!sent && (overdue || !known || newHands) && state.holding !== undefined) {
    replay.gaps.push({ ...at, kind: 'receipt-without-shipment', unit: state.unit, holding: state.holding });
  }
}

/**
 * Comes to a place in the hands it was sent to; where the sender named none, in those of `to.party`. What lies there
 * already and was not sent is handed over on the spot to `to.party`, who accepts it.
 */
export function arrive(replay: ReplayState, at: At, state: UnitState, to: Whereabouts): void {
  leaveContainer(replay, at, state);
  const overdue = loseOverdue(replay, at, state);
  appear(replay, at, state, to);
  const { shipment } = state;
  const lies = shipment === undefined && to.place !== undefined && to.place === state.place;
  const party = lies ? (to.party ?? state.party) : (shipment?.party ?? (shipment ? to.party : state.party));
  relocate(replay, at, state, { kind: 'transfer', party, place: to.place ?? state.place });
  if (overdue && state.holding !== undefined)
    replay.gaps.push({ ...at, kind: 'receipt-without-shipment', unit: state.unit, holding: state.holding });
}

/** Seen at a place. On its way or packed it stays so: a sensor in a truck does not end a journey. */
export function observe(replay: ReplayState, at: At, state: UnitState, place: Key | undefined): void {
  if (state.container !== undefined || state.shipment !== undefined) return;
  appear(replay, at, state, { place });
  if (place !== undefined && place !== state.place)
    relocate(replay, at, state, { kind: 'transfer', party: state.party, place });
}
