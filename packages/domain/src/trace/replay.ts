import type { EventPostings } from './order.ts';
import { Act, actOf, isClassLevel, type Key, Position, type Posting, positionOf } from './posting.ts';
import { collectRoot, settleShipments } from './replay-close.ts';
import { replayGroups } from './replay-packing.ts';
import { type ReplayFacts, ReplayState } from './replay-state.ts';
import { goesIn, nodeOf, replayInputs, replayOutputs, transformationRows } from './replay-transformations.ts';
import { carriedAlong, joinRootLot, replayUnit } from './replay-unit-rows.ts';
import type { At } from './steps.ts';

/**
 * Replays events in order and writes down every movement of every amount as a step. The walk then runs over the
 * steps, forward or back: so quantities are computed once, in time order, and an amount that left before something
 * arrived cannot carry it. Linear in the postings.
 */
export function replay(events: readonly EventPostings[], facts: ReplayFacts): ReplayState {
  const state = new ReplayState(facts);
  const late = lateInputs(events);
  for (const event of events) {
    state.documents = event.documents ?? NO_DOCUMENTS;
    replayEvent(state, event, late);
  }
  settleShipments(state);
  collectRoot(state, events.at(-1)?.time ?? 0);
  return state;
}

const NO_DOCUMENTS: readonly string[] = [];

/** The rows of one event by what must be done with them. */
interface Rows {
  readonly transformation: Posting[];
  readonly groups: Posting[];
  /** Units that come from elsewhere: they are here before they are unpacked. */
  readonly coming: Posting[];
  readonly others: Posting[];
  /** Item to lot. */
  readonly memberships: Map<Key, Key>;
}

function rowsOf(postings: readonly Posting[]): Rows {
  const rows: Rows = { transformation: [], groups: [], coming: [], others: [], memberships: new Map() };
  for (const posting of postings) {
    switch (positionOf(posting.role)) {
      case Position.unit:
        (isComing(posting) ? rows.coming : rows.others).push(posting);
        break;
      case Position.input:
      case Position.output:
      case Position.nodeInput:
      case Position.nodeOutput:
        rows.transformation.push(posting);
        break;
      case Position.memberOfLot:
        if (posting.peer !== undefined) rows.memberships.set(posting.unit, posting.peer);
        break;
      case Position.lotOfMembers:
        for (const item of posting.peers ?? []) rows.memberships.set(item, posting.unit);
        break;
      default:
        rows.groups.push(posting);
    }
  }
  return rows;
}

const isComing = ({ role }: Posting): boolean => actOf(role) === Act.receive || actOf(role) === Act.arrive;

function replayEvent(state: ReplayState, { event, time, postings }: EventPostings, late: LateInputs): void {
  const at = { event, time };
  const { transformation, groups, coming, others, memberships } = rowsOf(postings);
  if (transformation.length > 0) {
    const rows = transformationRows(transformation);
    for (const { at: own, rows: inputs } of late.before.get(event) ?? []) replayInputs(state, own, inputs);
    const done = late.done.get(event);
    replayInputs(state, at, done === undefined ? rows : rows.filter((row) => !done.has(row)));
    replayOutputs(state, at, rows);
  }
  replayUnits(state, at, coming, memberships);
  replayGroups(state, at, groups);
  replayUnits(state, at, others, memberships);
  for (const [item, lot] of memberships) joinRootLot(state, at, item, lot);
}

function replayUnits(
  state: ReplayState,
  at: At,
  rows: readonly Posting[],
  memberships: ReadonlyMap<Key, Key>,
): void {
  if (rows.length === 0) return;
  const along = carriedAlong(state, rows);
  const shipped = rows.find(({ role }) => isClassLevel(role) && actOf(role) === Act.ship);
  for (const posting of rows) {
    if (along.has(posting.unit)) continue;
    replayUnit(state, at, posting, { shipped, lot: memberships.get(posting.unit) });
  }
}

/** What was recorded as going into a transformation after something had come out of it. */
interface LateInputs {
  /** By the event in which something came out first: the rows that must have gone in before. */
  readonly before: ReadonlyMap<string, readonly { at: At; rows: readonly Posting[] }[]>;
  /** By the event that recorded them: the rows that are replayed before. */
  readonly done: ReadonlyMap<string, ReadonlySet<Posting>>;
}

/**
 * What comes out must have gone in. Where events share a `transformationID` and the first of them only has outputs, the
 * first inputs are replayed before it: clocks and clerks differ by minutes.
 */
function lateInputs(events: readonly EventPostings[]): LateInputs {
  const before = new Map<string, { at: At; rows: readonly Posting[] }[]>();
  const done = new Map<string, Set<Posting>>();
  /** By transformation: the event that had outputs without inputs, `undefined` once there were inputs. */
  const first = new Map<Key, string | undefined>();
  for (const { event, time, postings } of events) {
    if (!postings.some(isOfTransformation)) continue;
    const rows = transformationRows(postings);
    const inputs = Map.groupBy(rows.filter(goesIn), nodeOf);
    for (const [node, there] of inputs) {
      const waiting = node === undefined ? undefined : first.get(node);
      if (node !== undefined) first.set(node, undefined);
      if (waiting === undefined) continue;
      const list = before.get(waiting) ?? [];
      before.set(waiting, list);
      list.push({ at: { event, time }, rows: there });
      done.set(event, new Set([...(done.get(event) ?? []), ...there]));
    }
    for (const row of rows) {
      const node = nodeOf(row);
      if (node !== undefined && !first.has(node)) first.set(node, event);
    }
  }
  return { before, done };
}

const isOfTransformation = ({ role }: Posting): boolean => {
  const position = positionOf(role);
  return position >= Position.input && position <= Position.nodeOutput;
};
