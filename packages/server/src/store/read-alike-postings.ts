import type { Caller } from '@yunsu/domain';
import type { Executor } from './database.ts';
import type { KnownAt } from './known-batches.ts';
import { mayHavePeers, type PostingTuple } from './posting-rows.ts';
import {
  type Frontier,
  hopLimits,
  hopQuery,
  type PostingsRead,
  readPostings,
  withPeers,
} from './read-postings.ts';

/** `alike`: for each unit of the frontier the number of the one whose postings are also its own, given only there. */
export interface AlikePostingsRead extends PostingsRead {
  readonly alike: Int32Array;
}

/** Below this many units one row a posting is cheaper than grouping them. */
const FEW_UNITS = 200;

/** A row of the grouped hop: who has it, as numbers in the frontier joined by commas, and what it says. */
type GroupedTuple = readonly [members: string, ...PostingTuple];

/**
 * `readPostings` for frontiers of many units that behave alike: the database groups equal rows, so that what a thousand
 * serials share is sent once (a fifth of the time of a hop of 5,000 serials in cases). Where a limit is met the answer is
 * that of `readPostings`, row for row.
 */
export async function readAlikePostings(
  db: Executor,
  caller: Caller,
  frontier: readonly Frontier[],
  known: KnownAt | undefined,
): Promise<AlikePostingsRead> {
  const plain = async () => ({
    ...(await readPostings(db, caller, frontier, { known })),
    alike: itselves(frontier.length),
  });
  if (frontier.length < FEW_UNITS) return plain();
  const limits = hopLimits();
  const { sql, values } = hopQuery(caller, frontier, limits, { known, ordered: false });
  const rows: GroupedTuple[] = await db.tuples<GroupedTuple>(
    `select string_agg(h.n::text, ','), null, h.event_time, h.event_id, h.role, h.peer, h.quantity, h.uom, h.place, h.party
       from (${sql}) h
      group by h.event_time, h.event_id, h.role, h.peer, h.quantity, h.uom, h.place, h.party`,
    values,
  );
  const members = rows.sort(byTime).map(([list]) => JSON.parse(`[${list}]`) as number[]);
  const counts = new Uint32Array(frontier.length);
  let total = 0;
  let most = 0;
  for (const list of members) {
    total += list.length;
    for (const n of list) most = Math.max(most, ++counts[n - 1]!);
  }
  if (total > limits.total || most > limits.perUnit) return plain();
  return unfold(db, caller, frontier, { rows, members, known });
}

/** In the order of `readPostings`: numbers of events are longer where they are larger. */
const byTime = ([, , time, event, role]: GroupedTuple, [, , time2, event2, role2]: GroupedTuple): number =>
  time - time2 || event.length - event2.length || (event < event2 ? -1 : event > event2 ? 1 : role - role2);

interface Grouped {
  readonly rows: readonly GroupedTuple[];
  /** Of each row, whose it is: numbers in the frontier from 1. */
  readonly members: readonly (readonly number[])[];
  readonly known: KnownAt | undefined;
}

/** Postings again: once for all units that have the same rows, and for each unit that has lists of peers, which are read here. */
async function unfold(
  db: Executor,
  caller: Caller,
  frontier: readonly Frontier[],
  { rows, members, known }: Grouped,
): Promise<AlikePostingsRead> {
  const alike = firstOfKinds(frontier.length, { rows, members });
  const ofUnit = new Map<number, PostingTuple[]>();
  for (const [at, first] of alike.entries()) if (first === at) ofUnit.set(at, []);
  for (const [at, list] of members.entries()) {
    const [, , ...said] = rows[at]!;
    for (const n of list) ofUnit.get(n - 1)?.push([frontier[n - 1]!.unit, ...said]);
  }
  const tuples = [...ofUnit.values()].flat();
  return { postings: await withPeers(db, caller, tuples, known), truncatedUnits: [], alike };
}

const itselves = (size: number): Int32Array => new Int32Array(size).map((_, at) => at);

/** For each unit of a frontier the first with the same rows, perhaps itself. */
function firstOfKinds(size: number, { rows, members }: Omit<Grouped, 'known'>): Int32Array {
  const kinds = new Int32Array(size);
  const own = new Uint8Array(size);
  let last = 0;
  for (const [at, list] of members.entries()) {
    const [, ...row] = rows[at]!;
    const listed = mayHavePeers(row);
    // Each row parts the units that have it from those that do not.
    const split = new Map<number, number>();
    for (const n of list) {
      const kind = kinds[n - 1]!;
      const other = split.get(kind) ?? ++last;
      split.set(kind, other);
      kinds[n - 1] = other;
      if (listed) own[n - 1] = 1;
    }
  }
  const firsts = new Map<number, number>();
  return kinds.map((kind, at) => {
    if (kind === 0 || own[at] === 1) return at;
    const first = firsts.get(kind) ?? at;
    firsts.set(kind, first);
    return first;
  });
}
