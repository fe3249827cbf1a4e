import type { Key } from '@yunsu/domain';
import { activateKeys } from './activate-codes.ts';
import { appendDue } from './completeness-due.ts';
import { arrayOf, type Database } from './database.ts';
import { toTimestamp } from './micros.ts';
import { type Transaction, transaction } from './transaction.ts';

/*
 * A late alias: events that were captured under a code before it became another name of a unit have their postings under
 * the code's own key. They are moved to the unit in steps of some hundred events, each in a transaction of its own; what
 * is moved is no longer found, so that a crash between two steps needs no cursor.
 *
 * When is it done? A capture reads the aliases in the middle of its transaction, so one that has begun before may still write
 * under the old key afterwards. Every such transaction has its number before it reads the aliases, so it is below the
 * `horizon`, the next number at the time of the first step. When all numbers below have ended and nothing is left
 * under the key, nothing can come any more.
 */

/** Most events whose postings one step moves. */
export const REPOST_EVENTS_MAX = 500;
/** Most names that one pass looks at. */
const WAITING_MAX = 100;
/** Moving is one per database, for two names can stand in one event: any fixed number that nothing else locks. */
const REPOST_LOCK = 20_260_009;

interface Waiting {
  readonly key: Key;
  readonly unit: Key;
  /** Every capture that did not know the name has ended. */
  readonly settled: boolean;
}

/** Does one step for each name that waits; true where there may be more at once. */
export async function repostAliases(db: Database, movedAt: number): Promise<boolean> {
  const keys = await db.tuples<[Key]>(
    `select k from alias_record where state = 'waiting' order by added, k limit $1`,
    [WAITING_MAX],
  );
  let more = false;
  for (const [key] of keys) {
    if (await transaction(db, (tx) => repostSome(tx, key, movedAt))) more = true;
  }
  return more;
}

/** Moves the earliest postings under a name, or marks it done; false where there is nothing to do but wait. */
async function repostSome(tx: Transaction, key: Key, movedAt: number): Promise<boolean> {
  const locks = await tx.query<{ taken: boolean }>('select pg_try_advisory_xact_lock($1) as taken', [
    REPOST_LOCK,
  ]);
  if (!locks[0]?.taken) return false;
  const alias = await readWaiting(tx, key);
  if (alias === undefined) return false;
  const events = await tx.tuples<[time: number, event: string]>(
    `select distinct event_time, event_id from epc_event where k = $1 order by event_time, event_id limit $2`,
    [key, REPOST_EVENTS_MAX],
  );
  if (events.length > 0) {
    await movePostings(tx, alias, events);
    await appendDue(
      tx,
      events.flatMap(([time]) => [key, alias.unit].map((unit) => ({ unit, time }))),
    );
    return true;
  }
  if (!alias.settled) return false;
  await tx.execute(`update alias_record set state = 'done' where k = $1`, [key]);
  await activateKeys(tx, [key, alias.unit], movedAt);
  return true;
}

/** The name with the horizon set; it is read before its postings, so that what ends meanwhile is seen by them. */
async function readWaiting(tx: Transaction, key: Key): Promise<Waiting | undefined> {
  const rows = await tx.query<{ unit_k: Key; settled: boolean }>(
    `update alias_record set horizon = coalesce(horizon, pg_snapshot_xmax(pg_current_snapshot()))
      where k = $1 and state = 'waiting'
      returning unit_k, pg_snapshot_xmin(pg_current_snapshot()) >= horizon as settled`,
    [key],
  );
  const row = rows[0];
  return row && { key, unit: row.unit_k, settled: row.settled };
}

const MOVED = 'role, quantity, uom, place, party, void_from, rights';
const PEERS = `case when peer = $1 then $2 else peer end, array_replace(peers, $1, $2)`;

/**
 * Postings of the name become postings of the unit, and whatever named it as a peer names the unit: all of it
 * stands under the units of the same events. The key is what the table is spread by, so rows are taken out and put in.
 */
async function movePostings(
  tx: Transaction,
  { key, unit }: Waiting,
  events: readonly (readonly [time: number, event: string])[],
): Promise<void> {
  const ids = arrayOf(events.map(([, event]) => event));
  const times = [events[0], events.at(-1)].map((one) => toTimestamp(one?.[0] ?? 0));
  await tx.execute(
    `with moved as (delete from epc_event where k = $1 and event_time between $4 and $5 and event_id = any($3::bigint[])
                    returning *)
     insert into epc_event (k, event_time, event_id, peer, peers, ${MOVED})
     select $2, event_time, event_id, ${PEERS}, ${MOVED} from moved`,
    [key, unit, ids, ...times],
  );
  // The units of an event are derived, as its postings are: by them a declaration finds what it voids.
  await tx.execute(
    `update event set units = (select array_agg(distinct case when u.k = $1 then $2 else u.k end) from unnest(units) as u (k))
      where event_id = any($3::bigint[])`,
    [key, unit, ids],
  );
  await tx.execute(
    `update epc_event p set (peer, peers) = row(${PEERS})
       from (select event_id, event_time, unnest(units) as k from event where event_id = any($3::bigint[])) f
      where p.k = f.k and p.event_time = f.event_time and p.event_id = f.event_id
        and (p.peer = $1 or $1 = any(p.peers))`,
    [key, unit, ids],
  );
}
