import { type Alike, alikeOf, type Kin } from './alike.ts';
import { Act, actOf, isClassLevel, type Key, Position, type Posting, positionOf } from './posting.ts';
import { countReach, type ReachCounts, type ReachedUnit } from './reach-counts.ts';

export interface FrontierUnit {
  readonly unit: Key;
  /** Microseconds, inclusive; absent is unbounded. */
  readonly from?: number;
  readonly to?: number;
}

/** What a source answers for a frontier. */
export interface PostingsFound {
  /** Each unit's in order of time. */
  readonly postings: readonly Posting[];
  /** These had more than the source's limit per unit. */
  readonly truncatedUnits: readonly Key[];
  /**
   * Only where asked for: for each unit of the frontier the number of the one whose postings are also its own, but for the
   * unit; mostly it is itself. Only those of that one are given.
   */
  readonly alike?: Int32Array;
}

/**
 * One question per level to whoever holds the rows: the postings of these units. With `alike` the source may give the postings
 * of one unit for all that have the same.
 */
export type PostingSource = (
  frontier: readonly FrontierUnit[],
  options?: { readonly alike?: boolean },
) => Promise<PostingsFound>;

export interface GatherLimits {
  /** Most units (items, lots, containers, transformations) of one walk. */
  readonly unitsMax: number;
  /** Most hops from the root. */
  readonly levelsMax: number;
}

export const GATHER_LIMITS: GatherLimits = { unitsMax: 500_000, levelsMax: 256 };

export interface Truncation {
  readonly limit: string;
  readonly max: number;
  readonly at: Key;
}

export interface Gathered {
  /** Postings by event number. */
  readonly events: Map<string, Posting[]>;
  /** Items that another stands for: their postings are left out. Empty unless asked for. */
  readonly kinds: Alike['kinds'];
  /** Units by holder and place, before any amount is known. */
  readonly countReach: () => ReachCounts;
  readonly truncated: Truncation | undefined;
}

export interface GatherRequest {
  readonly root: Key;
  /** Units that the walk starts from beside the root. */
  readonly others?: readonly Key[];
  readonly direction: 'back' | 'forward';
  /** Nothing later than this is looked at, microseconds. */
  readonly to?: number;
  readonly limits?: GatherLimits;
  /** Follow packing and membership, and transformations only to what else went in: where a unit is, not what became of it. */
  readonly packedOnly?: boolean;
  /**
   * With `packedOnly`, false: not even look at the transformations that a unit went into. Whether it counts as gone in before it
   * was recorded (`lateInputs`) then stays open.
   */
  readonly nodes?: boolean;
  /** Let one item stand for all that nothing tells apart (see `Alike`). */
  readonly alike?: boolean;
}

/** The packing of one container's content is looked for this far before the content that a walk follows: 30 days. */
const PACKING_WINDOW_US = 30 * 86_400 * 1e6;

interface Visit extends Kin {
  /** Forward the earliest, back the latest time at which the walk is here. */
  time: number;
  /** Counted by quantity, or a transformation: all of its postings are needed for totals. */
  whole: boolean;
  /** The root container, or something packed in it: its own content belongs to the walk. */
  inside: boolean;
  /** A transformation: what came out may have been recorded before what went in. */
  readonly isNode: boolean;
  /** The bounds within which its postings were loaded. */
  loadedFrom: number;
  loadedTo: number;
}

/** How the walk comes to a unit. */
interface Coming {
  readonly unit: Key;
  readonly time: number;
  readonly whole?: boolean;
  readonly inside?: boolean;
  readonly isNode?: boolean;
}

const NOTHING: Posting[] = [];

/** The units of a walk, and those of its next level. */
class Visits {
  readonly all = new Map<Key, Visit>();
  next = new Set<Visit>();
  truncated: Truncation | undefined;
  readonly #forward: boolean;
  readonly #unitsMax: number;

  constructor(forward: boolean, unitsMax: number) {
    this.#forward = forward;
    this.#unitsMax = unitsMax;
  }

  /** A unit reached again at a better time, or for more of what belongs to it, is expanded again. */
  readonly come = ({ unit, time, whole = false, inside = false, isNode = false }: Coming): void => {
    const known = this.all.get(unit);
    if (known === undefined) {
      if (this.all.size >= this.#unitsMax) {
        this.truncated ??= { limit: 'unitsMax', max: this.#unitsMax, at: unit };
        return;
      }
      const visit = {
        unit,
        time,
        whole,
        inside,
        isNode,
        loadedFrom: Number.POSITIVE_INFINITY,
        loadedTo: Number.NEGATIVE_INFINITY,
        postings: NOTHING,
        kind: 0,
        isStoodFor: false,
      };
      this.all.set(unit, visit);
      this.next.add(visit);
      return;
    }
    const better = this.#forward ? time < known.time : time > known.time;
    if (!better && (known.whole || !whole) && (known.inside || !inside)) return;
    if (better) known.time = time;
    known.whole ||= whole;
    known.inside ||= inside;
    this.next.add(known);
  };
}

/**
 * First pass: which units the root may have reached (or come from), level by level. It is generous: the replay
 * decides by time and amount.
 */
export async function gather(source: PostingSource, request: GatherRequest): Promise<Gathered> {
  const {
    root,
    direction,
    to,
    limits = GATHER_LIMITS,
    packedOnly = false,
    nodes = true,
    alike = false,
  } = request;
  const forward = direction === 'forward';
  const visits = new Visits(forward, limits.unitsMax);
  const time = forward ? Number.NEGATIVE_INFINITY : (to ?? Number.POSITIVE_INFINITY);
  for (const unit of [root, ...(request.others ?? [])])
    visits.come({ unit, time, whole: true, inside: true });
  for (let level = 0; visits.next.size > 0; level++) {
    const here = visits.next;
    if (level >= limits.levelsMax) {
      visits.truncated ??= { limit: 'levelsMax', max: limits.levelsMax, at: [...here][0]?.unit ?? root };
      break;
    }
    visits.next = new Set();
    visits.truncated ??= await load(source, here, visits.all, { forward, to, alike });
    const expanded = new Map<readonly Posting[], Visit>();
    for (const visit of here) {
      // What shares its rows with another that the walk came to alike leads to the same units.
      const same = expanded.get(visit.postings);
      if (same?.time === visit.time && same.inside === visit.inside && !visit.isNode) continue;
      expanded.set(visit.postings, visit);
      expand(visit, visits.come, { forward, isRoot: visit.unit === root, packedOnly, nodes });
    }
  }
  return {
    ...alikeOf(visits.all, root),
    countReach: () => countReach(reachedOf(visits.all, forward)),
    truncated: visits.truncated,
  };
}

/** Forward a unit counts from when the walk came to it, back until then. */
function* reachedOf(visits: ReadonlyMap<Key, Visit>, forward: boolean): Generator<ReachedUnit> {
  for (const [unit, { isNode, postings, time }] of visits) {
    if (isNode) continue;
    yield {
      unit,
      postings,
      from: forward ? time : Number.NEGATIVE_INFINITY,
      to: forward ? Number.POSITIVE_INFINITY : time,
    };
  }
}

interface Expansion {
  readonly forward: boolean;
  readonly isRoot: boolean;
  readonly packedOnly: boolean;
  readonly nodes: boolean;
}

function expand(at: Visit, come: ComeFn, { forward, isRoot, packedOnly, nodes }: Expansion): void {
  const time = at.isNode ? nodeTime(at, forward) : at.time;
  for (const posting of at.postings) {
    if (forward ? posting.eventTime < time : posting.eventTime > time) continue;
    const position = positionOf(posting.role);
    if (packedOnly && (position === Position.nodeOutput || (position === Position.input && !nodes))) continue;
    if (forward) expandForward(posting, at, come, isRoot);
    else expandBack(posting, at, come, isRoot);
  }
}

/**
 * What came out of a transformation went in before, whatever the clocks said: the first inputs, recorded after the first
 * outputs, count from those outputs on (see `lateInputs`).
 */
function nodeTime({ time, postings }: Visit, forward: boolean): number {
  const first = { in: Number.POSITIVE_INFINITY, out: Number.POSITIVE_INFINITY };
  for (const { role, eventTime } of postings) {
    const side = positionOf(role) === Position.nodeInput ? 'in' : 'out';
    first[side] = Math.min(first[side], eventTime);
  }
  if (first.out >= first.in) return time;
  if (forward) return time <= first.in ? Math.min(time, first.out) : time;
  return Math.max(time, first.in);
}

type ComeFn = (coming: Coming) => void;

const coversAll = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** The bounds within which the postings of a unit are needed. */
function boundsOf(
  { time, whole, isNode }: Visit,
  { forward, to = Number.POSITIVE_INFINITY }: { forward: boolean; to: number | undefined },
) {
  if (isNode) return { ...coversAll, to };
  if (!forward) return { ...coversAll, to: Math.min(time, to) };
  return { from: whole ? coversAll.from : time - PACKING_WINDOW_US, to };
}

async function load(
  source: PostingSource,
  coming: Iterable<Visit>,
  visits: ReadonlyMap<Key, Visit>,
  within: { forward: boolean; to: number | undefined; alike: boolean },
): Promise<Truncation | undefined> {
  const frontier: FrontierUnit[] = [];
  const loading: Visit[] = [];
  for (const visit of coming) {
    const { from, to } = boundsOf(visit, within);
    if (visit.loadedFrom <= from && visit.loadedTo >= to) continue;
    visit.loadedFrom = from;
    visit.loadedTo = to;
    loading.push(visit);
    const { unit } = visit;
    const bounds = Number.isFinite(from) ? { unit, from } : { unit };
    frontier.push(Number.isFinite(to) ? { ...bounds, to } : bounds);
  }
  if (frontier.length === 0) return undefined;
  const { postings, truncatedUnits, alike } = await source(frontier, { alike: within.alike });
  for (const [at, visit] of loading.entries()) {
    const first = alike?.[at] ?? at;
    visit.postings = first === at ? [] : loading[first]!.postings;
  }
  let visit: Visit | undefined;
  for (const posting of postings) {
    if (visit?.unit !== posting.unit) visit = visits.get(posting.unit);
    visit?.postings.push(posting);
  }
  const short = truncatedUnits[0];
  return short === undefined
    ? undefined
    : { limit: 'postingsPerUnitMax', max: visits.get(short)?.postings.length ?? 0, at: short };
}

const peersOf = (posting: Posting): readonly Key[] =>
  posting.peers ?? (posting.peer === undefined ? [] : [posting.peer]);

function expandForward(posting: Posting, at: Visit, come: ComeFn, isRoot: boolean): void {
  const { role, eventTime: time, peer } = posting;
  const classLevel = isClassLevel(role);
  switch (positionOf(role)) {
    case Position.child:
    case Position.part:
      if (actOf(role) !== Act.delete && peer !== undefined) come({ unit: peer, time });
      break;
    case Position.input:
      if (peer !== undefined) come({ unit: peer, time, whole: true, isNode: true });
      break;
    case Position.nodeOutput:
      for (const unit of peersOf(posting)) come({ unit, time, whole: classLevel });
      break;
    case Position.lotOfMembers:
      for (const unit of peersOf(posting)) come({ unit, time });
      break;
    case Position.parent:
    case Position.whole:
      if (at.inside && (isRoot || actOf(role) !== Act.delete)) {
        for (const unit of peersOf(posting)) come({ unit, time, whole: classLevel, inside: true });
      }
      break;
  }
}

function expandBack(posting: Posting, at: Visit, come: ComeFn, isRoot: boolean): void {
  const { role, eventTime: time, peer } = posting;
  const classLevel = isClassLevel(role);
  switch (positionOf(role)) {
    case Position.child:
    case Position.part:
      // An item travels in its container. A lot only comes out of one: what was packed elsewhere is not its past.
      if (peer !== undefined && (!classLevel || actOf(role) === Act.delete))
        come({ unit: peer, time: at.time });
      break;
    case Position.output:
      if (peer !== undefined) come({ unit: peer, time, whole: true, isNode: true });
      break;
    case Position.nodeInput:
      for (const unit of peersOf(posting)) come({ unit, time, whole: classLevel });
      break;
    case Position.memberOfLot:
      if (peer !== undefined) come({ unit: peer, time, whole: true });
      break;
    case Position.lotOfMembers:
      if (isRoot) for (const unit of peersOf(posting)) come({ unit, time });
      break;
    case Position.parent:
    case Position.whole:
      if (at.inside && actOf(role) !== Act.delete) {
        for (const unit of peersOf(posting)) come({ unit, time, whole: classLevel, inside: true });
      }
      break;
  }
}
