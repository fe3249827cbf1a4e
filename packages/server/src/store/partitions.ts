import type { Database } from './database.ts';
import { firstNumberAt } from './event-clock.ts';
import { transaction } from './transaction.ts';

/** Quarters made ahead of the one that runs. */
export const QUARTERS_AHEAD = 4;

interface Quarter {
  readonly name: string;
  readonly from: bigint;
  readonly to: bigint;
}

/** The quarter (UTC) that is `ahead` quarters after that of a date, as a partition of `event`. */
export function quarterAt(now: Date, ahead: number): Quarter {
  const year = now.getUTCFullYear();
  const quarter = Math.floor(now.getUTCMonth() / 3) + ahead;
  const start = new Date(Date.UTC(year, quarter * 3));
  const end = Date.UTC(year, quarter * 3 + 3);
  const name = `event_${start.getUTCFullYear()}q${start.getUTCMonth() / 3 + 1}`;
  return { name, from: firstNumberAt(start.getTime()), to: firstNumberAt(end) };
}

/**
 * Makes the partitions of this quarter and the next ones, where they are missing, and answers with their names. Events
 * that fell into the default partition meanwhile move into their own. A partition is attached and not created in
 * place, so that readers are not locked out.
 */
export async function ensurePartitions(
  db: Database,
  now: Date,
  ahead: number = QUARTERS_AHEAD,
): Promise<string[]> {
  const made: string[] = [];
  for (let n = 0; n <= ahead; n += 1) {
    const quarter = quarterAt(now, n);
    if (await makePartition(db, quarter)) made.push(quarter.name);
  }
  return made;
}

/** False where it is there already. Name and bounds are made here and hold no foreign text. */
function makePartition(db: Database, { name, from, to }: Quarter): Promise<boolean> {
  return transaction(db, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [PARTITION_LOCK]);
    const found = await tx.query<{ there: boolean }>('select to_regclass($1) is not null as there', [name]);
    if (found[0]?.there) return false;
    await tx.execute(
      `create table ${name} (like event including all,
         constraint ${name}_range_check check (event_id >= ${from} and event_id < ${to}))`,
    );
    await tx.execute(
      `with moved as (delete from event_default where event_id >= ${from} and event_id < ${to} returning *)
       insert into ${name} select * from moved`,
    );
    await tx.execute(`alter table event attach partition ${name} for values from (${from}) to (${to})`);
    await tx.execute(`alter table ${name} drop constraint ${name}_range_check`);
    return true;
  });
}

const PARTITION_LOCK = 20_260_004;
