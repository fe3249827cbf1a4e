import { Act, actOf, isClassLevel, type Key, Position, type Posting, positionOf } from './posting.ts';
import { put, removeLot, type Stated, statedOf } from './replay-lots.ts';
import type { At, ReplayState } from './replay-state.ts';
import {
  appear,
  injectUnit,
  leaveContainer,
  relocate,
  settle,
  takeOut,
  type Whereabouts,
} from './replay-units.ts';
import type { LinkKind } from './steps.ts';
import { baseOf, convert, toBase, ZERO } from './units.ts';

/** Makes a container ready to be packed at a place: it comes into the hands of its first content. */
export function openContainer(
  replay: ReplayState,
  at: At,
  container: Key,
  where: Whereabouts,
): readonly Key[] {
  const state = replay.unit(container);
  const content = replay.container(container);
  settle(replay, at, state, where.place);
  appear(replay, at, state, where);
  const empty = content.sums.size === 0 && content.children.size === 0 && content.lots.size === 0;
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

export interface Packing extends Whereabouts {
  readonly container: Key;
  readonly kind: LinkKind;
  readonly inferred?: boolean;
}

/** Packs an amount of a lot into a container. */
export function packLot(replay: ReplayState, at: At, stated: Stated, packing: Packing): void {
  const taken = removeLot(replay, at, stated);
  const party = taken.find((part) => part.pool !== undefined)?.party ?? stated.party;
  const into = openContainer(replay, at, packing.container, { party, place: packing.place });
  const carrier = replay.unit(into.at(-1) ?? packing.container);
  const holding = replay.unit(packing.container).holding ?? carrier.holding;
  const { lots } = replay.container(packing.container);
  const slot = `${stated.lot}|${baseOf(stated.uom)}`;
  const content = lots.get(slot) ?? replay.pool(stated.lot, 'content', stated.uom, packing.container);
  lots.set(slot, content);
  const before = content.total;
  put(replay, at, taken, {
    kind: packing.kind,
    to: content,
    toHolding: holding,
    into,
    uom: stated.uom,
    inferred: packing.inferred ?? false,
  });
  const added = content.total.minus(before);
  replay.addToChain(into, baseOf(content.uom), toBase(added, content.uom));
  if (!into.includes(replay.facts.root) || holding === undefined) return;
  replay.root('inject', at, {
    pool: content,
    amount: content.total,
    holding,
    fill: replay.container(replay.facts.root).fill,
  });
}

/** Takes an amount of a lot out of a container; all of it where no quantity is stated. */
export function unpackLot(replay: ReplayState, at: At, stated: Stated, packing: Packing): void {
  const state = replay.unit(packing.container);
  leaveContainer(replay, at, state);
  settle(replay, at, state, packing.place);
  const outOf = replay.chain(packing.container);
  const carrier = replay.unit(outOf.at(-1) ?? packing.container);
  const slot = `${stated.lot}|${baseOf(stated.uom)}`;
  const container = replay.container(packing.container);
  const content = container.lots.get(slot);
  const wanted =
    content &&
    (stated.quantity === undefined
      ? content.total
      : (convert(stated.quantity, stated.uom, content.uom) ?? ZERO));
  const amount = content && wanted && (wanted.lt(content.total) ? wanted : content.total);
  const party = carrier.party ?? stated.party;
  const { pool, holding } = replay.stock(stated.lot, party, packing.place ?? carrier.place, stated.uom);
  const inStated = content && amount ? (convert(amount, content.uom, stated.uom) ?? amount) : ZERO;
  if (content && amount) {
    const before = content.total;
    content.total = before.minus(amount);
    replay.addToChain(outOf, baseOf(content.uom), toBase(amount, content.uom).negated());
    if (content.total.isZero()) container.lots.delete(slot);
    const from = state.holding ?? carrier.holding;
    if (outOf.includes(replay.facts.root) && from !== undefined) {
      replay.root('collect', at, {
        pool: content,
        amount,
        holding: from,
        fill: replay.container(replay.facts.root).fill,
      });
    }
    put(
      replay,
      at,
      [{ pool: content, holding: from, party, amount, stated: inStated, totalBefore: before }],
      {
        kind: packing.kind,
        to: pool,
        toHolding: holding,
        outOf,
        uom: stated.uom,
        inferred: packing.inferred ?? false,
      },
    );
  }
  const left = stated.quantity?.minus(inStated);
  if (!left?.gt(ZERO)) return;
  replay.gaps.push({
    ...at,
    kind: 'unexplained-removal',
    unit: stated.lot,
    holding,
    amount: left,
    uom: stated.uom,
  });
  put(
    replay,
    at,
    [{ pool: undefined, holding: undefined, party, amount: left, stated: left, totalBefore: ZERO }],
    { kind: 'unexplained', to: pool, toHolding: holding, uom: stated.uom },
  );
}

/** Packs a unit (item or container) into a container. */
export function packUnit(replay: ReplayState, at: At, unit: Key, packing: Packing): void {
  const state = replay.unit(unit);
  if (state.container === packing.container || unit === packing.container) return;
  leaveContainer(replay, at, state);
  settle(replay, at, state, packing.place);
  appear(replay, at, state, { place: packing.place, party: packing.party });
  const into = openContainer(replay, at, packing.container, {
    party: state.party,
    place: packing.place ?? state.place,
  });
  if (into.includes(unit)) return;
  const holding =
    replay.unit(packing.container).holding ?? replay.unit(into.at(-1) ?? packing.container).holding;
  if (state.holding === undefined || holding === undefined) return;
  const content = replay.containers.get(unit)?.sums;
  replay.move({
    ...at,
    kind: packing.kind,
    unit,
    fromHolding: state.holding,
    toHolding: holding,
    into,
    inferred: packing.inferred ?? false,
    ...(state.pool === undefined ? {} : { pool: state.pool }),
    ...(content === undefined || content.size === 0 ? {} : { content: new Map(content) }),
  });
  for (const [base, amount] of replay.carried(state)) replay.addToChain(into, base, amount);
  replay.container(packing.container).children.add(unit);
  state.container = packing.container;
  state.packed = at;
  injectUnit(replay, at, state, into, holding);
}

/** Takes a unit out of a container at a place. */
export function unpackUnit(replay: ReplayState, at: At, unit: Key, packing: Packing): void {
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
      replayMember(replay, at, posting, posting.unit, posting.peer);
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
  for (const peer of peers) replayMember(replay, at, posting, peer, posting.unit);
  if (peers.length === 0 && actOf(posting.role) === Act.delete)
    emptyContainer(replay, at, packingOf(posting, posting.unit));
}

/** An OBSERVE of an amount in a container confirms it and moves nothing; of a unit it says that it must have been packed. */
function replayMember(replay: ReplayState, at: At, posting: Posting, member: Key, container: Key): void {
  const act = actOf(posting.role);
  const packing = packingOf(posting, container);
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
  for (const { unit: lot, uom } of [...lots.values()]) {
    const { place, party } = packing;
    unpackLot(replay, at, { lot, quantity: undefined, uom, place, party }, packing);
  }
}
