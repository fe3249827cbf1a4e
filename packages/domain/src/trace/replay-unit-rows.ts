import { Act, actOf, isClassLevel, type Key, type Posting } from './posting.ts';
import { acceptLot, arriveLot, receiveLot } from './replay-deliveries.ts';
import { end } from './replay-endings.ts';
import { addLot, drawItem, endLot, observeLot, shipLot } from './replay-lots.ts';
import type { ReplayState } from './replay-state.ts';
import { statedOf } from './replay-stock.ts';
import { appear, arrive, begin, observe, receive, relocate, ship } from './replay-units.ts';
import type { At } from './steps.ts';

interface Beside {
  /** A row that says where the event ships its lots to. */
  readonly shipped: Posting | undefined;
  /** The lot that the event gives to the item. */
  readonly lot: Key | undefined;
}

/** Replays what one event says of one unit by itself. */
export function replayUnit(state: ReplayState, at: At, posting: Posting, beside: Beside): void {
  if (isClassLevel(posting.role)) {
    replayLot(state, at, posting, beside.shipped);
    return;
  }
  const { party, place } = posting;
  const unit = state.unit(posting.unit);
  switch (actOf(posting.role)) {
    case Act.add:
      commission(state, at, posting, beside.lot);
      break;
    case Act.ship:
      ship(state, at, unit, { party, place, from: posting.peer });
      break;
    case Act.receive:
      receive(state, at, unit, { party, place });
      break;
    case Act.arrive:
      arrive(state, at, unit, { party, place });
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
  if (unit.container !== undefined) return;
  if (unit.holding !== undefined) {
    relocate(state, at, unit, { kind: 'transfer', ...where });
    return;
  }
  appear(state, at, unit, where, () => lot !== undefined && drawItem(state, at, unit, lot));
}

/** A serial of the root lot belongs to the root from the event that says so first. */
export function joinRootLot(state: ReplayState, at: At, item: Key, lot: Key): void {
  const { root } = state.facts;
  if (item === root) state.lotsOfRoot.add(lot);
  if (lot !== root) return;
  const unit = state.unit(item);
  if (unit.inRoot) return;
  unit.inRoot = true;
  if (unit.holding === undefined) appear(state, at, unit, {});
  begin(state, at, unit);
  if (unit.pool === undefined || unit.holding === undefined) return;
  state.root('join', at, { pool: unit.pool, amount: unit.pool.total, holding: unit.holding });
}

function replayLot(state: ReplayState, at: At, posting: Posting, shipped: Posting | undefined): void {
  const stated = statedOf(posting, posting.unit);
  switch (actOf(posting.role)) {
    case Act.add:
      addLot(state, at, stated);
      break;
    case Act.depart:
      shipLot(state, at, stated, { party: shipped?.party, place: shipped?.place });
      break;
    case Act.receive:
      receiveLot(state, at, stated, posting.peer);
      break;
    case Act.arrive:
      (stated.party === undefined ? arriveLot : acceptLot)(state, at, stated);
      break;
    case Act.delete:
      endLot(state, at, stated);
      break;
    case Act.observe:
      observeLot(state, at, stated);
      break;
  }
}

const none: ReadonlySet<Key> = new Set();

/** Units that lie packed in another unit of the same event: they go with it and are not taken out. */
export function carriedAlong(state: ReplayState, rows: readonly Posting[]): ReadonlySet<Key> {
  if (rows.length < 2) return none;
  let along: Set<Key> | undefined;
  let named: Set<Key> | undefined;
  for (const { unit } of rows) {
    const container = state.units.get(unit)?.container;
    if (container === undefined) continue;
    named ??= new Set(rows.map((row) => row.unit));
    if (!state.chain(container).some((outer) => named!.has(outer))) continue;
    along ??= new Set();
    along.add(unit);
  }
  return along ?? none;
}
