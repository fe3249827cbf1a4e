import { Act, actOf, isClassLevel, type Key, Position, type Posting, positionOf } from './posting.ts';

export interface FrontierUnit {
  readonly unit: Key;
  /** Microseconds, inclusive; absent is unbounded. */
  readonly from?: number;
  readonly to?: number;
}

/**
 * One question per level to whoever holds the rows: the postings of these units, each unit's in order of time.
 * `truncatedUnits` had more than the source's limit per unit.
 */
export type PostingSource = (
  frontier: readonly FrontierUnit[],
) => Promise<{ readonly postings: readonly Posting[]; readonly truncatedUnits: readonly Key[] }>;

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
  readonly truncated: Truncation | undefined;
}

export interface GatherRequest {
  readonly root: Key;
  readonly direction: 'back' | 'forward';
  /** Nothing later than this is looked at, microseconds. */
  readonly to?: number;
  readonly limits?: GatherLimits;
  /** Follow packing and membership only, not transformations: where a unit is, not what became of it. */
  readonly packedOnly?: boolean;
}

/** The packing of one container's content is looked for this far before the content that a walk follows: 30 days. */
const PACKING_WINDOW_US = 30 * 86_400 * 1e6;

interface Visit {
  /** Forward the earliest, back the latest time at which the walk is here. */
  time: number;
  /** Counted by quantity, or a transformation: all of its postings are needed for totals. */
  readonly whole: boolean;
  /** The root container, or something packed in it: its own content belongs to the walk. */
  readonly inside: boolean;
  postings: readonly Posting[] | undefined;
}

/**
 * First pass: which units the root may have reached (or come from), level by level. It is generous: the replay
 * decides by time and amount. A unit reached again at a better time is expanded again.
 */
export async function gather(source: PostingSource, request: GatherRequest): Promise<Gathered> {
  const { root, direction, to, limits = GATHER_LIMITS, packedOnly = false } = request;
  const forward = direction === 'forward';
  const visits = new Map<Key, Visit>();
  let truncated: Truncation | undefined;
  let next = new Set<Key>();
  const visit = (unit: Key, time: number, whole: boolean, inside: boolean) => {
    const known = visits.get(unit);
    if (known === undefined) {
      if (visits.size >= limits.unitsMax) {
        truncated ??= { limit: 'unitsMax', max: limits.unitsMax, at: unit };
        return;
      }
      visits.set(unit, { time, whole, inside, postings: undefined });
      next.add(unit);
    } else if (forward ? time < known.time : time > known.time) {
      known.time = time;
      next.add(unit);
    }
  };
  visit(root, forward ? Number.NEGATIVE_INFINITY : (to ?? Number.POSITIVE_INFINITY), true, true);
  for (let level = 0; next.size > 0; level++) {
    if (level >= limits.levelsMax) {
      truncated ??= { limit: 'levelsMax', max: limits.levelsMax, at: [...next][0] ?? root };
      break;
    }
    const here = next;
    next = new Set();
    const fresh = [...here].filter((unit) => visits.get(unit)?.postings === undefined);
    truncated ??= await load(source, fresh, visits, { forward, to });
    for (const unit of here) expand(visits.get(unit)!, visit, { forward, isRoot: unit === root, packedOnly });
  }
  return { events: byEvent(visits), truncated };
}

interface Expansion {
  readonly forward: boolean;
  readonly isRoot: boolean;
  readonly packedOnly: boolean;
}

function expand(at: Visit, visit: VisitFn, { forward, isRoot, packedOnly }: Expansion): void {
  for (const posting of at.postings ?? []) {
    if (forward ? posting.eventTime < at.time : posting.eventTime > at.time) continue;
    const position = positionOf(posting.role);
    if (packedOnly && (position === Position.input || position === Position.nodeOutput)) continue;
    if (forward) expandForward(posting, at, visit, isRoot);
    else expandBack(posting, at, visit, isRoot);
  }
}

type VisitFn = (unit: Key, time: number, whole: boolean, inside: boolean) => void;

async function load(
  source: PostingSource,
  units: readonly Key[],
  visits: ReadonlyMap<Key, Visit>,
  { forward, to }: { forward: boolean; to: number | undefined },
): Promise<Truncation | undefined> {
  if (units.length === 0) return undefined;
  const frontier = units.map((unit): FrontierUnit => {
    const { time, whole } = visits.get(unit)!;
    const from = forward && !whole && Number.isFinite(time) ? { from: time - PACKING_WINDOW_US } : {};
    const until = forward ? to : Math.min(time, to ?? Number.POSITIVE_INFINITY);
    return { unit, ...from, ...(until === undefined || !Number.isFinite(until) ? {} : { to: until }) };
  });
  const { postings, truncatedUnits } = await source(frontier);
  const byUnit = new Map<Key, Posting[]>();
  for (const posting of postings) {
    const list = byUnit.get(posting.unit);
    if (list === undefined) byUnit.set(posting.unit, [posting]);
    else list.push(posting);
  }
  for (const unit of units) visits.get(unit)!.postings = byUnit.get(unit) ?? [];
  const short = truncatedUnits[0];
  return short === undefined
    ? undefined
    : { limit: 'postingsPerUnitMax', max: byUnit.get(short)?.length ?? 0, at: short };
}

const peersOf = (posting: Posting): readonly Key[] =>
  posting.peers ?? (posting.peer === undefined ? [] : [posting.peer]);

function expandForward(posting: Posting, at: Visit, visit: VisitFn, isRoot: boolean): void {
  const { role, eventTime } = posting;
  const classLevel = isClassLevel(role);
  switch (positionOf(role)) {
    case Position.child:
    case Position.part:
      if (actOf(role) !== Act.delete && posting.peer !== undefined)
        visit(posting.peer, eventTime, false, false);
      break;
    case Position.input:
      if (posting.peer !== undefined) visit(posting.peer, eventTime, true, false);
      break;
    case Position.nodeOutput:
      for (const peer of peersOf(posting)) visit(peer, eventTime, classLevel, false);
      break;
    case Position.lotOfMembers:
      for (const peer of posting.peers ?? []) visit(peer, eventTime, false, false);
      break;
    case Position.parent:
    case Position.whole:
      if (at.inside && (isRoot || actOf(role) !== Act.delete)) {
        for (const peer of peersOf(posting)) visit(peer, eventTime, classLevel, true);
      }
      break;
  }
}

function expandBack(posting: Posting, at: Visit, visit: VisitFn, isRoot: boolean): void {
  const { role, eventTime } = posting;
  const classLevel = isClassLevel(role);
  switch (positionOf(role)) {
    case Position.child:
    case Position.part:
      // An item travels in its container. A lot only comes out of one: what was packed elsewhere is not its past.
      if (posting.peer !== undefined && (!classLevel || actOf(role) === Act.delete))
        visit(posting.peer, at.time, false, false);
      break;
    case Position.output:
      if (posting.peer !== undefined) visit(posting.peer, eventTime, true, false);
      break;
    case Position.nodeInput:
      for (const peer of peersOf(posting)) visit(peer, eventTime, classLevel, false);
      break;
    case Position.memberOfLot:
      if (posting.peer !== undefined) visit(posting.peer, eventTime, true, false);
      break;
    case Position.lotOfMembers:
      if (isRoot) for (const peer of posting.peers ?? []) visit(peer, eventTime, false, false);
      break;
    case Position.parent:
    case Position.whole:
      if (at.inside && actOf(role) !== Act.delete) {
        for (const peer of peersOf(posting)) visit(peer, eventTime, classLevel, true);
      }
      break;
  }
}

function byEvent(visits: ReadonlyMap<Key, Visit>): Map<string, Posting[]> {
  const events = new Map<string, Posting[]>();
  for (const { postings } of visits.values()) {
    for (const posting of postings ?? []) {
      const list = events.get(posting.event);
      if (list === undefined) events.set(posting.event, [posting]);
      else list.push(posting);
    }
  }
  return events;
}
