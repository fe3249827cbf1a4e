import type { EventPostings } from './order.ts';
import { Act, actOf, isClassLevel, type Key, Position, type Posting, positionOf } from './posting.ts';
import { collectRoot, settleShipments } from './replay-end.ts';
import { addLot, arriveLot, endLot, receiveLot, shipLot, statedOf } from './replay-lots.ts';
import { replayGroups } from './replay-packing.ts';
import { type At, type ReplayFacts, ReplayState } from './replay-state.ts';
import { replayTransformation } from './replay-transformations.ts';
import { appear, arrive, begin, end, observe, receive, relocate, ship } from './replay-units.ts';
import { baseOf } from './units.ts';

/**
 * Replays events in order and writes down every movement of every amount as a step. The walk then runs over the
 * steps, forward or back: so quantities are computed once, in time order, and an amount that left before something
 * arrived cannot carry it. Linear in the postings.
 */
export function replay(events: readonly EventPostings[], facts: ReplayFacts): ReplayState {
  const state = new ReplayState(facts);
  for (const event of events) replayEvent(state, event);
  settleShipments(state);
  collectRoot(state, events.at(-1)?.time ?? 0);
  return state;
}

function replayEvent(state: ReplayState, { event, time, postings }: EventPostings): void {
  const at = { event, time };
  const memberships = membershipsOf(postings);
  replayTransformation(state, at, postings);
  replayGroups(state, at, postings);
  for (const posting of postings) {
    if (positionOf(posting.role) === Position.unit) replayUnit(state, at, posting, postings, memberships);
  }
  for (const [item, lot] of memberships) joinRootLot(state, at, item, lot);
}

function membershipsOf(postings: readonly Posting[]): ReadonlyMap<Key, Key> {
  const lots = new Map<Key, Key>();
  for (const posting of postings) {
    const position = positionOf(posting.role);
    if (position === Position.memberOfLot && posting.peer !== undefined) lots.set(posting.unit, posting.peer);
    if (position === Position.lotOfMembers)
      for (const item of posting.peers ?? []) lots.set(item, posting.unit);
  }
  return lots;
}

/** A serial of the root lot belongs to the root from the event that says so. */
function joinRootLot(state: ReplayState, at: At, item: Key, lot: Key): void {
  if (item === state.facts.root) state.lotsOfRoot.add(lot);
  if (lot !== state.facts.root) return;
  const unit = state.unit(item);
  if (unit.holding === undefined) appear(state, at, unit, {});
  begin(state, at, unit);
  if (unit.pool === undefined || unit.holding === undefined) return;
  const of = { pool: unit.pool, amount: unit.pool.total, holding: unit.holding };
  state.root('inject', at, of);
  state.root('collect', at, of);
}

function replayUnit(
  state: ReplayState,
  at: At,
  posting: Posting,
  all: readonly Posting[],
  memberships: ReadonlyMap<Key, Key>,
): void {
  const act = actOf(posting.role);
  const { party, place } = posting;
  if (isClassLevel(posting.role)) {
    replayLot(state, at, act, posting, all);
    return;
  }
  const unit = state.unit(posting.unit);
  switch (act) {
    case Act.add:
      commission(state, at, posting, memberships.get(posting.unit));
      break;
    case Act.ship:
      ship(state, at, unit, { party, place, from: posting.peer });
      break;
    case Act.receive:
      receive(state, at, unit, { party, place });
      break;
    case Act.arrive:
      arrive(state, at, unit, place);
      break;
    case Act.delete:
      end(state, at, unit, { party, place });
      break;
    case Act.observe:
      observe(state, at, unit, place);
      break;
  }
}

/** An item begins; where its lot lies loose at that place it is taken from that lot. */
function commission(state: ReplayState, at: At, posting: Posting, lot: Key | undefined): void {
  const unit = state.unit(posting.unit);
  const where = { party: posting.party, place: posting.place };
  if (unit.holding !== undefined) {
    relocate(state, at, unit, { kind: 'transfer', ...where });
    return;
  }
  appear(state, at, unit, where, () => lot !== undefined && drawFromLot(state, at, posting.unit, lot, where));
}

function drawFromLot(
  state: ReplayState,
  at: At,
  item: Key,
  lot: Key,
  where: { party?: Key | undefined; place?: Key | undefined },
): boolean {
  const unit = state.unit(item);
  const { quantity, uom } = state.measure(item);
  const key = `${where.party ?? ''}|${where.place ?? ''}|${baseOf(uom)}`;
  const stock = state.lots.get(lot)?.holdings.get(key);
  if (
    stock === undefined ||
    unit.pool === undefined ||
    unit.holding === undefined ||
    stock.pool.total.lt(quantity)
  )
    return false;
  const before = stock.pool.total;
  stock.pool.total = before.minus(quantity);
  state.flow({
    ...at,
    kind: 'membership',
    from: stock.pool,
    to: unit.pool,
    fromHolding: stock.holding,
    toHolding: unit.holding,
    amount: quantity,
    arrived: quantity,
    fromTotal: before,
    toTotal: quantity,
    bound: false,
    inferred: false,
  });
  return true;
}

function replayLot(state: ReplayState, at: At, act: Act, posting: Posting, all: readonly Posting[]): void {
  const stated = statedOf(posting, posting.unit);
  switch (act) {
    case Act.add:
      addLot(state, at, stated);
      break;
    case Act.depart: {
      const arrival = all.find(
        (p) => p.unit === posting.unit && isClassLevel(p.role) && actOf(p.role) === Act.ship,
      );
      shipLot(state, at, stated, { party: arrival?.party, place: arrival?.place });
      break;
    }
    case Act.receive:
      receiveLot(state, at, stated);
      break;
    case Act.arrive:
      arriveLot(state, at, stated);
      break;
    case Act.delete:
      endLot(state, at, stated);
      break;
  }
}
