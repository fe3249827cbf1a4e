import { amountsOf } from './amounts.ts';
import { Act, actOf, isClassLevel, type Key, Position, type Posting, positionOf } from './posting.ts';
import { injectUnit } from './replay-root.ts';
import type { ReplayState } from './replay-state.ts';
import { appearUnexplained, put, removeLot, type Stated, statedOf, takeFrom } from './replay-stock.ts';
import {
  appear,
  leaveContainer,
  relocate,
  revive,
  settle,
  takeOut,
  type Whereabouts,
} from './replay-units.ts';
import type { At, LinkKind } from './steps.ts';
import { baseOf, ONE, UNMEASURED, ZERO } from './units.ts';

/** Makes a container ready to be packed at a place: it comes into the hands of its first content. */
function openContainer(replay: ReplayState, at: At, container: Key, where: Whereabouts): readonly Key[] {
  const state = replay.unit(container);
  const content = replay.container(container);
  settle(replay, at, state, where.place);
  appear(replay, at, state, where);
  revive(replay, at, state);
  const empty = content.children.size === 0 && content.lots.size === 0;
  if (empty) {
    content.fill++;
    if (state.container === undefined && (state.party !== where.party || state.place !== where.place)) {
      relocate(replay, at, state, {
        kind: 'transfer',
        party: where.party ?? state.party,
        place: where.place ?? state.place,
        inferred: true,
      });
    }
  }
  return replay.chain(container);
}

interface Packing extends Whereabouts {
  readonly container: Key;
  readonly kind: LinkKind;
  readonly inferred?: boolean;
  /** In whose hands something is that the same event packs: whose the container is that it fills first. */
  readonly hands?: Key | undefined;
}

/** Packs an amount of a lot into a container. */
function packLot(replay: ReplayState, at: At, stated: Stated, packing: Packing): void {
  const taken = removeLot(replay, at, stated);
  const party = taken[0]?.party ?? stated.party;
  const into = openContainer(replay, at, packing.container, { party, place: packing.place });
  const holding = holdingOf(replay, packing.container, into);
  const { lots, fill } = replay.container(packing.container);
  for (const part of taken) {
    const slot = `${stated.lot}|${baseOf(part.uom)}`;
    const content = lots.get(slot) ?? replay.pool(stated.lot, 'content', part.uom, packing.container);
    lots.set(slot, content);
    const before = content.total;
    put(replay, at, [part], {
      kind: packing.kind,
      to: () => ({ pool: content, holding }),
      into,
      fill,
      inferred: packing.inferred ?? false,
    });
    const added = content.total.minus(before);
    replay.addToChain(into, amountsOf(added, content.uom));
    if (!into.includes(replay.facts.root) || holding === undefined) continue;
    replay.root('inject', at, { pool: content, amount: content.total, holding, fill: rootFill(replay) });
  }
}

const rootFill = (replay: ReplayState): number => replay.container(replay.facts.root).fill;

const holdingOf = (replay: ReplayState, container: Key, chain: readonly Key[]) =>
  replay.unit(container).holding ?? replay.unit(chain.at(-1) ?? container).holding;

/** Takes an amount of a lot out of a container; all of it where no quantity is stated. */
function unpackLot(replay: ReplayState, at: At, stated: Stated, packing: Packing): void {
  const state = replay.unit(packing.container);
  leaveContainer(replay, at, state);
  settle(replay, at, state, packing.place);
  appear(replay, at, state, { place: packing.place });
  const outOf = replay.chain(packing.container);
  const from = holdingOf(replay, packing.container, outOf);
  if (from === undefined) return;
  const party = state.party ?? stated.party;
  const place = packing.place ?? state.place;
  const { lots } = replay.container(packing.container);
  const sources = [...lots.values()]
    .filter(({ unit }) => unit === stated.lot)
    .map((pool) => ({ pool, holding: from, party }));
  const { taken, left } = takeFrom(sources, stated.quantity, stated.uom);
  for (const part of taken) {
    const { pool, amount } = part;
    replay.takeFromChain(outOf, amountsOf(amount, pool.uom));
    if (pool.total.isZero()) lots.delete(`${stated.lot}|${baseOf(pool.uom)}`);
    if (outOf.includes(replay.facts.root))
      replay.root('collect', at, { pool, amount, holding: from, fill: rootFill(replay) });
  }
  const to = (uom: string) => replay.stock(stated.lot, party, place, uom);
  put(replay, at, taken, { kind: packing.kind, to, outOf, inferred: packing.inferred ?? false });
  const missing = stated.quantity === undefined && sources.length === 0 ? ONE : left;
  if (!missing.gt(ZERO)) return;
  const of = { kind: 'unexplained-removal', quantity: missing, uom: stated.uom } as const;
  appearUnexplained(replay, at, to(stated.uom), of);
}

/** Packs a unit (item or container) into a container. */
function packUnit(replay: ReplayState, at: At, unit: Key, packing: Packing): void {
  const state = replay.unit(unit);
  if (state.container === packing.container || unit === packing.container) return;
  leaveContainer(replay, at, state);
  settle(replay, at, state, packing.place);
  appear(replay, at, state, { place: packing.place, party: packing.party });
  const into = openContainer(replay, at, packing.container, {
    party: state.party ?? packing.hands,
    place: packing.place ?? state.place,
  });
  if (into.includes(unit)) return;
  revive(replay, at, state);
  const holding = holdingOf(replay, packing.container, into);
  if (state.holding === undefined || holding === undefined) return;
  replay.move({
    ...at,
    kind: packing.kind,
    unit: state,
    fromHolding: state.holding,
    toHolding: holding,
    into,
    inferred: packing.inferred ?? false,
  });
  replay.addToChain(into, replay.carried(state));
  replay.container(packing.container).children.add(unit);
  state.container = packing.container;
  state.packed = at;
  injectUnit(replay, at, state, into, holding);
}

/** Takes a unit out of a container at a place. */
function unpackUnit(replay: ReplayState, at: At, unit: Key, packing: Packing): void {
  const state = replay.unit(unit);
  const container = replay.unit(packing.container);
  leaveContainer(replay, at, container);
  settle(replay, at, container, packing.place);
  const carrier = replay.unit(replay.chain(packing.container).at(-1) ?? packing.container);
  const place = packing.place ?? carrier.place;
  if (state.container === packing.container) {
    takeOut(replay, at, state, {
      container: packing.container,
      party: carrier.party,
      place,
      kind: packing.kind,
      inferred: packing.inferred ?? false,
    });
    return;
  }
  appear(replay, at, state, { party: carrier.party, place });
}

/** Packing and association; rows of the parent are complete, else the rows of the children must do. */
export function replayGroups(replay: ReplayState, at: At, postings: readonly Posting[]): void {
  const parents = new Set<Key>();
  for (const { unit, role } of postings) if (isParent(role)) parents.add(unit);
  for (const posting of postings) {
    if (actOf(posting.role) === Act.state) continue;
    if (isParent(posting.role)) replayParent(replay, at, posting);
    else if (isChild(posting.role) && posting.peer !== undefined && !parents.has(posting.peer)) {
      replayMember(replay, at, posting, posting.unit, packingOf(posting, posting.peer));
    }
  }
}

const isParent = (role: number) =>
  positionOf(role) === Position.parent || positionOf(role) === Position.whole;
const isChild = (role: number) => positionOf(role) === Position.child || positionOf(role) === Position.part;

function packingOf(posting: Posting, container: Key): Packing {
  const position = positionOf(posting.role);
  const kind = position === Position.whole || position === Position.part ? 'association' : 'packing';
  return { container, kind, place: posting.place, party: posting.party };
}

function replayParent(replay: ReplayState, at: At, posting: Posting): void {
  const peers = posting.peers ?? (posting.peer === undefined ? [] : [posting.peer]);
  // A walk may know only some of what was packed; whose the container is must not depend on which was named first.
  const hands = peers.map((peer) => replay.units.get(peer)?.party).find((party) => party !== undefined);
  const packing = { ...packingOf(posting, posting.unit), hands };
  for (const peer of peers) replayMember(replay, at, posting, peer, packing);
  if (peers.length === 0 && actOf(posting.role) === Act.delete) emptyContainer(replay, at, packing);
}

/** An OBSERVE of an amount in a container confirms it and moves nothing; of a unit it says that it must have been packed. */
function replayMember(replay: ReplayState, at: At, posting: Posting, member: Key, packing: Packing): void {
  const act = actOf(posting.role);
  if (isClassLevel(posting.role)) {
    const stated = statedOf(posting, member);
    if (act === Act.delete) unpackLot(replay, at, stated, packing);
    else if (act === Act.add) packLot(replay, at, stated, packing);
  } else if (act === Act.delete) unpackUnit(replay, at, member, packing);
  else packUnit(replay, at, member, { ...packing, inferred: act === Act.observe });
}

/** EPCIS 2.0 §7.4.3: DELETE without children takes everything out. */
function emptyContainer(replay: ReplayState, at: At, packing: Packing): void {
  const { children, lots } = replay.container(packing.container);
  for (const unit of [...children]) unpackUnit(replay, at, unit, packing);
  for (const lot of new Set([...lots.values()].map(({ unit }) => unit))) {
    const { place, party } = packing;
    unpackLot(replay, at, { lot, quantity: undefined, uom: UNMEASURED, place, party }, packing);
  }
}
