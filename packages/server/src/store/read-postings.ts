import type { Caller, Key, Posting } from '@yunsu/domain';
import { arrayOf, type Executor } from './database.ts';
import type { KnownAt } from './known-batches.ts';
import { knownTo, standsTo } from './known-to.ts';
import { EVENT_TIME_MIN, MICROS_MAX, toTimestamp } from './micros.ts';
import { mayHavePeers, POSTING_COLUMNS, type PostingTuple, toPosting } from './posting-rows.ts';
import { visibleTo } from './visible-to.ts';

/** A unit to read, between two instants in microseconds, both included. */
export interface Frontier {
  readonly unit: Key;
  readonly from?: number;
  readonly to?: number;
}

/** How much one hop may bring: a returnable crate must not become a hub. */
export interface PostingLimits {
  readonly perUnit: number;
  readonly total: number;
}

/** The postings of a frontier; of `truncatedUnits` not all could be read. */
export interface PostingsRead {
  readonly postings: Posting[];
  readonly truncatedUnits: Key[];
}

/** Most units in one frontier, and most postings of a unit and of a hop, unless the caller says less. */
export const FRONTIER_MAX = 20_000;
export const PER_UNIT_MAX = 10_000;
export const TOTAL_MAX = 500_000;
const FIRST = toTimestamp(EVENT_TIME_MIN);
const LAST = toTimestamp(MICROS_MAX);

/**
 * The hop query and its parameters, as the product sends it; a test holds its plan to an index-only scan. Rows that are
 * grouped afterwards need no order of their own: without it the database sorts once less (a sixth of the time of such a hop).
 */
export function hopQuery(
  caller: Caller,
  frontier: readonly Frontier[],
  limits: PostingLimits,
  { known, ordered = true }: { readonly known?: KnownAt | undefined; readonly ordered?: boolean } = {},
): { sql: string; values: unknown[] } {
  const values: unknown[] = [
    arrayOf(frontier.map(({ unit }) => unit)),
    arrayOf(
      boundsOf(
        frontier,
        ({ from }) => (from === undefined ? undefined : Math.max(from, EVENT_TIME_MIN)),
        FIRST,
      ),
    ),
    arrayOf(boundsOf(frontier, ({ to }) => (to === undefined ? undefined : Math.min(to, MICROS_MAX)), LAST)),
    limits.perUnit + 1,
    limits.total + 1,
  ];
  const visible = visibleTo(caller, 'p.rights', values, frontier.length);
  const stands = standsTo(known, 'p.void_from', values);
  const then = knownTo(known, 'p.event_id', values);
  const sql = `select f.n::int, p.* from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[])
           with ordinality as f (k, since, until, n)
     cross join lateral (
       select ${POSTING_COLUMNS} from epc_event p
        where p.k = f.k and p.event_time between f.since and f.until and ${stands} and ${visible} and ${then}
        ${ordered ? 'order by p.event_time, p.event_id, p.role' : ''} limit $4
     ) p limit $5`;
  return { sql, values };
}

/** Bounds as the texts of timestamps; what a walk came to at one instant stands together in a frontier. */
function boundsOf(
  frontier: readonly Frontier[],
  boundOf: (unit: Frontier) => number | undefined,
  none: string,
): string[] {
  let last: number | undefined;
  let text = none;
  return frontier.map((unit) => {
    const bound = boundOf(unit);
    if (bound !== last) {
      last = bound;
      text = bound === undefined ? none : toTimestamp(bound);
    }
    return text;
  });
}

/**
 * One hop of a walk: the postings of all units of a frontier that the caller may see and that no declaration has voided,
 * by unit in the order of the frontier, then by eventTime; with `known`, as they were known then. The units must be
 * distinct and no aliases.
 */
export async function readPostings(
  db: Executor,
  caller: Caller,
  frontier: readonly Frontier[],
  given: Partial<PostingLimits> & { readonly known?: KnownAt | undefined } = {},
): Promise<PostingsRead> {
  if (frontier.length === 0) return { postings: [], truncatedUnits: [] };
  if (frontier.length > FRONTIER_MAX) throw new Error(`more than ${FRONTIER_MAX} units in a frontier`);
  const limits = hopLimits(given);
  const { sql, values } = hopQuery(caller, frontier, limits, given);
  const found = await db.tuples<readonly [n: number, ...PostingTuple]>(sql, values);
  const { rows, truncatedUnits } = cut(found, frontier, limits);
  return { postings: await withPeers(db, caller, rows, given.known), truncatedUnits };
}

/** The limits of a hop: what is given, at most the store's own. */
export const hopLimits = ({ perUnit, total }: Partial<PostingLimits> = {}): PostingLimits => ({
  perUnit: Math.min(perUnit ?? PER_UNIT_MAX, PER_UNIT_MAX),
  total: Math.min(total ?? TOTAL_MAX, TOTAL_MAX),
});

/** Drops the row past each limit; it was read to know that there is more. */
function cut(
  found: readonly (readonly [n: number, ...PostingTuple])[],
  frontier: readonly Frontier[],
  limits: PostingLimits,
): { rows: PostingTuple[]; truncatedUnits: Key[] } {
  const truncated = new Set<Key>();
  const rows: PostingTuple[] = [];
  let unit = 0;
  let ofUnit = 0;
  for (const [n, ...row] of found) {
    if (n !== unit) ofUnit = 0;
    unit = n;
    ofUnit += 1;
    if (rows.length === limits.total) {
      // The hop is full: of this unit and of all after it nothing more was read.
      for (const later of frontier.slice(n - 1)) truncated.add(later.unit);
      break;
    }
    if (ofUnit > limits.perUnit) truncated.add(row[0]);
    else rows.push(row);
  }
  return { rows, truncatedUnits: [...truncated] };
}

/**
 * Lists of peers stand outside the index; they are read for the rows that have one, by (k, event_time). An event with
 * more than PEERS_MAX peers has several such rows, alike in all but their peers, so these rows come as read here.
 */
export async function withPeers(
  db: Executor,
  caller: Caller,
  rows: readonly PostingTuple[],
  known: KnownAt | undefined,
): Promise<Posting[]> {
  const wanted = new Map<string, PostingTuple>();
  for (const row of rows) if (mayHavePeers(row)) wanted.set(groupOf(row), row);
  if (wanted.size === 0) return rows.map((row) => toPosting(row));
  const groups = [...wanted.values()];
  const values: unknown[] = [
    arrayOf(groups.map(([unit]) => unit)),
    arrayOf(groups.map(([, eventTime]) => toTimestamp(eventTime))),
    arrayOf(groups.map(([, , event]) => event)),
    arrayOf(groups.map(([, , , role]) => role)),
  ];
  const visible = visibleTo(caller, 'p.rights', values, groups.length);
  const stands = standsTo(known, 'p.void_from', values);
  // Lateral with a limit, so that each group is one look into the index: as a plain join the planner hashes the table.
  values.push(PER_UNIT_MAX);
  const found = await db.tuples<readonly [...PostingTuple, Key[]]>(
    `select p.*
       from unnest($1::uuid[], $2::timestamptz[], $3::bigint[], $4::smallint[]) as g (k, event_time, event_id, role)
      cross join lateral (
        select ${POSTING_COLUMNS}, p.peers from epc_event p
         where p.k = g.k and p.event_time = g.event_time and p.event_id = g.event_id and p.role = g.role
           and p.peer is null and p.peers is not null and ${stands} and ${visible}
         order by p.peers limit $${values.length}
      ) p`,
    values,
  );
  const lists = Map.groupBy(found, (row) => groupOf(row as unknown as PostingTuple));
  const postings: Posting[] = [];
  for (const row of rows) {
    const group = wanted.has(groupOf(row)) && row[4] === null ? groupOf(row) : undefined;
    const withLists = group === undefined ? undefined : lists.get(group);
    if (withLists === undefined) {
      postings.push(toPosting(row));
      continue;
    }
    for (const list of withLists) {
      postings.push(toPosting(list.slice(0, 9) as unknown as PostingTuple, list[9]));
    }
    // All rows of the group are out; those that follow are the same ones again.
    lists.set(group ?? '', []);
  }
  return postings;
}

const groupOf = ([unit, , event, role]: PostingTuple): string => `${unit} ${event} ${role}`;
