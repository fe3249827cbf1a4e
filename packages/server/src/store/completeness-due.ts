import { Act, type Key, Position, roleOf } from '@yunsu/domain';
import { arrayOf, type Database, type Executor } from './database.ts';
import { boundsOf, moveCursor, readSpans, type Span } from './job-cursor.ts';
import type { KnownAt } from './known-batches.ts';
import { toTimestamp } from './micros.ts';
import { type Transaction, transaction } from './transaction.ts';

/*
 * Which units are to be computed anew. Nothing of it runs on the path of capture: a job reads the numbered batches behind
 * a cursor. What an event names is stale, and so is what it moves along or counts: the content of its containers at that time
 * (and the lots of items among it), and the containers that it lay in, whose content it changes. Corrections and late
 * aliases say themselves what they touch, in their own transactions.
 */

/** Most event numbers, and most rows of what is due, that one step takes. */
export const STEP_MAX = 5_000;
/** Deepest nesting that is followed, as the replay follows it. */
const DEPTH_MAX = 32;
/** A lot that was packed in more containers than this has the latest of them computed anew. */
export const CONTAINERS_MAX = 1_000;
/** A walk looks at a container from so long before something comes into it (`gather.ts`). */
const BEFORE = "interval '30 days'";
/** Spreading is one per database: any fixed number that nothing else locks. */
const SPREAD_LOCK = 20_260_011;
const CURSOR = 'completeness';

/** Whose records may have changed beside the unit's own. */
const Way = { both: 0, content: 1, containers: 2 } as const;

const roles = (positions: readonly Position[], acts: readonly Act[], levels: readonly boolean[]): string =>
  positions
    .flatMap((position) => acts.flatMap((act) => levels.map((level) => roleOf(position, act, level))))
    .join(', ');
const PUT_IN = roles([Position.parent, Position.whole], [Act.add, Act.observe], [false, true]);
const EMPTIED = roles([Position.parent, Position.whole], [Act.delete], [false, true]);
const LAY_IN = roles([Position.child, Position.part], [Act.add, Act.observe, Act.delete], [false, true]);
const TAKEN_OUT = roles([Position.child, Position.part], [Act.delete], [false]);
const OF_LOT = roles([Position.memberOfLot], [Act.observe, Act.add, Act.delete], [false, true]);

/** Marks what the next events name, and what hangs on it. True where there may be more. */
export async function spreadDue(db: Database): Promise<boolean> {
  return await transaction(db, async (tx) => {
    const locks = await tx.query<{ taken: boolean }>('select pg_try_advisory_xact_lock($1) as taken', [
      SPREAD_LOCK,
    ]);
    if (!locks[0]?.taken) return false;
    if (await spreadSome(tx)) return true;
    const next = await readSpans(tx, CURSOR, STEP_MAX);
    if (next.spans.length === 0) return false;
    await appendNamed(tx, next.spans);
    await moveCursor(tx, CURSOR, next);
    return true;
  });
}

/** What events name is due, with the time at which they name it. */
async function appendNamed(tx: Transaction, spans: readonly Span[]): Promise<void> {
  await tx.execute(
    `insert into completeness_due (batch, k, event_time, way, depth)
     select distinct s.batch, u.k, e.event_time, ${Way.both}, 0
       from unnest($1::bigint[], $2::bigint[], $3::bigint[]) as s (first, last, batch)
       join event e on e.event_id between s.first and s.last and not e.declared
      cross join lateral unnest(e.units) as u (k)`,
    [...boundsOf(spans), arrayOf(spans.map(({ batch }) => batch))],
  );
}

/** Says that the records of units have changed at these times, in microseconds: events were voided or moved to another unit. */
export async function appendDue(
  tx: Executor,
  changes: readonly { readonly unit: Key; readonly time: number }[],
): Promise<void> {
  if (changes.length === 0) return;
  await tx.execute(
    `insert into completeness_due (batch, k, event_time, way, depth)
     select coalesce((select max(number) from known_batch), 0) + 1, c.k, c.event_time, ${Way.both}, 0
       from unnest($1::uuid[], $2::timestamptz[]) as c (k, event_time)`,
    [arrayOf(changes.map(({ unit }) => unit)), changes.map(({ time }) => toTimestamp(time))],
  );
}

/** Takes the earliest of what is due: it is stale, and its neighbours are due. */
async function spreadSome(tx: Transaction): Promise<boolean> {
  const rows = await tx.tuples<[id: string, batch: string, k: Key, time: number, way: number, depth: number]>(
    `delete from completeness_due
      where id in (select id from completeness_due order by batch, id limit $1)
      returning id, batch, k, event_time, way, depth`,
    [STEP_MAX],
  );
  if (rows.length === 0) return false;
  await tx.execute(
    `insert into completeness_stale (k, batch, mark)
     select k, min(batch), gen_random_uuid() from unnest($1::uuid[], $2::bigint[]) as d (k, batch) group by k order by k
     on conflict (k) do update set mark = excluded.mark, batch = least(completeness_stale.batch, excluded.batch)`,
    [arrayOf(rows.map(([, , k]) => k)), arrayOf(rows.map(([, batch]) => batch))],
  );
  const deeper = rows.filter(([, , , , , depth]) => depth < DEPTH_MAX);
  await spread(
    tx,
    CONTENT,
    deeper.filter(([, , , , way]) => way !== Way.containers),
  );
  await spread(
    tx,
    CONTAINERS,
    deeper.filter(([, , , , way]) => way !== Way.content),
  );
  return true;
}

/** One row a unit and time. */
const DUE = `with d as materialized (
    select k, event_time, min(batch) as batch, min(depth) as depth
      from unnest($1::bigint[], $2::uuid[], $3::timestamptz[], $4::smallint[]) as d (batch, k, event_time, depth)
     group by k, event_time)
  insert into completeness_due (batch, k, event_time, way, depth)`;

/**
 * What lay in a container at a time, or was put into it soon after: where it is packed and whose the container is then follow
 * from what came before. And the lots of items.
 */
const CONTENT = `${DUE}
  select batch, k, event_time, ${Way.content}, depth from (
    select d.batch, c.k, d.event_time, (d.depth + 1)::smallint as depth
      from d
     cross join lateral (
       select coalesce(max(p.event_time), '-infinity') as since from epc_event p
        where p.k = d.k and p.role in (${EMPTIED}) and p.peer is null and p.peers is null
          and p.void_from is null and p.event_time < d.event_time) e
     cross join lateral (
       select p.event_time, p.role, u.k from epc_event p
        cross join lateral unnest(coalesce(p.peers, array[p.peer])) as u (k)
        where p.k = d.k and p.role in (${PUT_IN}) and p.void_from is null
          and p.event_time between e.since and d.event_time + ${BEFORE}) c
     where c.k is not null and (c.role >= 128 or not exists (
       select from epc_event o where o.k = c.k and o.role in (${TAKEN_OUT}) and o.peer = d.k and o.void_from is null
          and o.event_time > c.event_time and o.event_time < d.event_time))
    union
    select d.batch, p.peer, d.event_time, (d.depth + 1)::smallint
      from d join epc_event p on p.k = d.k
     where p.role in (${OF_LOT}) and p.peer is not null) n
   where true`;

/** What a unit lay in at a time, or was put into soon after; of a lot, also later, for its stock goes into them. */
const CONTAINERS = `${DUE}
  select distinct d.batch, p.peer, d.event_time, ${Way.containers}, d.depth + 1
    from d
   cross join lateral (
     select p.peer, p.role, max(p.event_time) as event_time from epc_event p
      where p.k = d.k and p.role in (${LAY_IN}) and p.peer is not null and p.void_from is null
        and (p.role >= 128 or p.event_time <= d.event_time + ${BEFORE})
      group by p.peer, p.role order by max(p.event_time) desc limit ${CONTAINERS_MAX}) p
   where p.role >= 128 or not exists (
     select from epc_event o where o.k = d.k and o.role in (${TAKEN_OUT}) and o.peer = p.peer and o.void_from is null
        and o.event_time > p.event_time and o.event_time < d.event_time)`;

async function spread(
  tx: Transaction,
  sql: string,
  rows: readonly (readonly [string, string, Key, number, number, number])[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql, [
    arrayOf(rows.map(([, batch]) => batch)),
    arrayOf(rows.map(([, , k]) => k)),
    rows.map(([, , , time]) => toTimestamp(time)),
    arrayOf(rows.map(([, , , , , depth]) => depth)),
  ]);
}

/** A unit to compute, and the mark that says since when. */
export interface StaleUnit {
  readonly unit: Key;
  readonly mark: string;
}

/** The units that have waited longest; what lies in one container stands together. */
export async function readStale(db: Executor, unitsMax: number): Promise<StaleUnit[]> {
  const rows = await db.tuples<[Key, string]>(
    `select s.k, s.mark from (select k, mark from completeness_stale order by batch, k limit $1) s
       left join lateral (
         select p.peer from epc_event p where p.k = s.k and p.role in (${LAY_IN}) and p.void_from is null
          order by p.event_time desc limit 1) c on true
      order by c.peer, s.k`,
    [unitsMax],
  );
  return rows.map(([unit, mark]) => ({ unit, mark }));
}

/** The last batch up to which everything is computed. */
export async function readComputedAt(db: Executor): Promise<KnownAt> {
  const rows = await db.query<{ number: string; numbered: number }>(
    `select b.number, b.numbered from known_batch b
      where b.number <= least((select batch from job_cursor where name = $1),
                              (select min(batch) - 1 from completeness_due),
                              (select min(batch) - 1 from completeness_stale))
      order by b.number desc limit 1`,
    [CURSOR],
  );
  const row = rows[0];
  return row ? { number: row.number, time: row.numbered } : { number: '0', time: 0 };
}
