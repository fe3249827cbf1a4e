import type { Executor } from './database.ts';
import { readMigrations } from './migrate.ts';

/** What the readiness check asks of the store. */
export interface StoreHealth {
  /** Migrations of this program that the database does not have. */
  readonly missing: number;
  /** Age in seconds of the oldest committed batch that the sequencer has not numbered; 0 where there is none. */
  readonly outboxAgeS: number;
}

/** One round trip: how far the tables and the sequencer are. */
export async function readStoreHealth(db: Executor): Promise<StoreHealth> {
  const [migrations, rows] = await Promise.all([
    readMigrations(),
    db.query<{ applied: number; age: number }>(
      `select (select count(*)::int from migration) as applied,
              coalesce((select extract(epoch from now() - min(created)) from outbox), 0)::float8 as age`,
    ),
  ]);
  const row = rows[0];
  if (!row) throw new Error('the database answers nothing');
  return { missing: Math.max(0, migrations.length - row.applied), outboxAgeS: row.age };
}
