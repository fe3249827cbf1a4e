import { isClassLevel, type Key, Position, type Posting, positionOf } from './posting.ts';
import { isLogisticUnit } from './replay-units.ts';

/**
 * Items that nothing tells apart: every event that is known of one says the same of all of them. Two hundred thousand
 * serials of a lot, commissioned by the thousand and packed in fifties, are four thousand such kinds. One item stands
 * for its kind in the replay and in the walk, with the content of all; where the graph is named each gets its own part.
 */
export interface Alike {
  /** The rows of each event, those of items that are stood for left out. */
  readonly events: Map<string, Posting[]>;
  /** By the item that stands for a kind: all items of it, itself first. Kinds of one item are not in it. */
  readonly kinds: ReadonlyMap<Key, readonly Key[]>;
}

/** A unit of a walk; those with one history share one list of postings. */
export interface Kin {
  readonly unit: Key;
  postings: Posting[];
  /** The number of its kind; 0 for what is only itself. */
  kind: number;
  /** Another stands for it. */
  isStoodFor: boolean;
}

const NO_KINDS: Alike['kinds'] = new Map();
type Units<K extends Kin> = ReadonlyMap<Key, K>;
/** Units by the list of postings that they share. */
type Shared = ReadonlyMap<readonly Posting[], readonly Kin[]>;

/**
 * Puts the rows of a walk together by event. Where units share one list of rows (the source says that theirs are the same but
 * for the unit), they are of one kind if the rows of others (their containers, their lot) name them alike too. What
 * could end up differently is left apart: what is counted, poured or made, what contains something, and serials that may
 * be drawn from a loose lot, which may not suffice for all.
 */
export function alikeOf<K extends Kin>(units: Units<K>, root: Key): Alike {
  let isShared = false;
  const shared = new Map<readonly Posting[], Kin[]>();
  for (const each of units.values()) {
    if (each.postings.length === 0) continue;
    const same = shared.get(each.postings);
    if (same === undefined) shared.set(each.postings, [each]);
    else isShared = same.push(each) > 1;
  }
  if (!isShared) return { events: byEvent(shared, undefined), kinds: NO_KINDS };
  const named = kindsOf(shared, units, root);
  const kinds = membersOf(shared);
  return { events: byEvent(shared, named), kinds };
}

/** Of rows that name units: the units, as far as the walk came to them. */
type Named = ReadonlyMap<Posting, readonly (Kin | undefined)[]>;

function byEvent(shared: Shared, named: Named | undefined): Map<string, Posting[]> {
  const events = new Map<string, Posting[]>();
  for (const [list, units] of shared) {
    for (const { unit, isStoodFor } of units) {
      if (isStoodFor) continue;
      for (const posting of list) {
        const row = ofUnit(posting, unit, named?.get(posting));
        const others = events.get(row.event);
        if (others === undefined) events.set(row.event, [row]);
        else others.push(row);
      }
    }
  }
  return events;
}

/** A row of one of the units that share it, its peers without those that another stands for. */
function ofUnit(posting: Posting, unit: Key, named: readonly (Kin | undefined)[] | undefined): Posting {
  if (named?.some((each) => each?.isStoodFor)) {
    const peers = posting.peers?.filter((_, at) => !named[at]?.isStoodFor) ?? [];
    return { ...posting, unit, peers };
  }
  return posting.unit === unit ? posting : { ...posting, unit };
}

const peersOf = ({ peers, peer }: Posting): readonly Key[] => peers ?? (peer === undefined ? [] : [peer]);

/** Numbers the kinds of units and answers whom the rows name. */
function kindsOf<K extends Kin>(shared: Shared, units: Units<K>, root: Key): Named {
  const { barred, counted } = apartOf(shared);
  barred.add(root);
  let kinds = 0;
  for (const [list, same] of shared) {
    if (same.length < 2 || !list.every((posting) => mayBeAlike(posting, counted))) continue;
    kinds++;
    for (const each of same) if (!barred.has(each.unit) && !isLogisticUnit(each.unit)) each.kind = kinds;
  }
  const named = new Map<Posting, readonly (Kin | undefined)[]>();
  for (const list of shared.keys()) {
    for (const posting of list) {
      if (isOwnView(posting.role)) continue;
      const those = peersOf(posting).map((peer) => units.get(peer));
      named.set(posting, those);
      const isLoose = positionOf(posting.role) === Position.lotOfMembers && counted.has(posting.unit);
      kinds = isLoose ? setApart(those, kinds) : part(those, kinds);
    }
  }
  return named;
}

/** A row parts those that it names from those that it does not. `kinds` is the last number given, and again the answer. */
function part(those: readonly (Kin | undefined)[], kinds: number): number {
  let last = kinds;
  const split = new Map<number, number>();
  for (const each of those) {
    if (each === undefined || each.kind === 0) continue;
    const kind = split.get(each.kind) ?? ++last;
    split.set(each.kind, kind);
    each.kind = kind;
  }
  return last;
}

function setApart(those: readonly (Kin | undefined)[], kinds: number): number {
  for (const each of those) if (each !== undefined) each.kind = 0;
  return kinds;
}

function membersOf(shared: Shared): Alike['kinds'] {
  const byKind = new Map<number, Kin[]>();
  for (const units of shared.values()) {
    if (units.length < 2) continue;
    for (const each of units) {
      if (each.kind === 0) continue;
      const members = byKind.get(each.kind);
      if (members === undefined) byKind.set(each.kind, [each]);
      else members.push(each);
    }
  }
  const kinds = new Map<Key, readonly Key[]>();
  for (const members of byKind.values()) {
    if (members.length < 2) continue;
    const [first] = members;
    for (const each of members) each.isStoodFor = each !== first;
    kinds.set(
      first!.unit,
      members.map(({ unit }) => unit),
    );
  }
  return kinds;
}

/** Positions in which a row speaks of its own unit; in the others it names units. */
const isOwnView = (role: number): boolean => {
  const position = positionOf(role);
  return (
    position === Position.unit || position === Position.memberOfLot || isMember(position) || isFlow(position)
  );
};
const isMember = (position: Position): boolean => position === Position.child || position === Position.part;
const isFlow = (position: Position): boolean => position === Position.input || position === Position.output;

/** True where what the row says happens to all of a kind alike. */
function mayBeAlike({ role, peer }: Posting, counted: ReadonlySet<Key>): boolean {
  if (isClassLevel(role)) return false;
  const position = positionOf(role);
  if (position === Position.memberOfLot) return peer === undefined || !counted.has(peer);
  return position === Position.unit || isMember(position);
}

/** `barred`: units that contain something or that transformations name. `counted`: what may lie loose by quantity. */
function apartOf(shared: Shared): { barred: Set<Key>; counted: Set<Key> } {
  const barred = new Set<Key>();
  const counted = new Set<Key>();
  for (const [list, units] of shared) {
    for (const posting of list) {
      const { role, peer } = posting;
      if (isMember(positionOf(role)) && peer !== undefined) barred.add(peer);
      if (isFlowOfNode(role)) addAll(barred, peersOf(posting));
      if (!isClassLevel(role) || positionOf(role) === Position.lotOfMembers) continue;
      addAll(counted, isOwnView(role) ? units.map(({ unit }) => unit) : peersOf(posting));
    }
  }
  addAll(barred, counted);
  return { barred, counted };
}

const isFlowOfNode = (role: number): boolean =>
  positionOf(role) === Position.nodeInput || positionOf(role) === Position.nodeOutput;

function addAll<T>(set: Set<T>, more: Iterable<T>): void {
  for (const each of more) set.add(each);
}
