import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { sha256Hex } from './sha256.ts';

/** Migrations run one process at a time: any fixed number that nothing else locks. */
const LOCK = 20_260_001;
const LOCK_POLL_MS = 50;
const FILE = /^(\d{4})-[a-z0-9-]+\.sql$/;
const FOLDER = join(import.meta.dirname, 'migrations');

/** One numbered file of SQL, forward only. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** The migrations in the folder, in order; their numbers are 1, 2, 3 … without a hole. */
export async function readMigrations(folder: string = FOLDER): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const migrations = names.map(async (name, index) => {
    const number = Number(FILE.exec(name)?.[1]);
    if (number !== index + 1) throw new Error(`migration ${name} is not number ${index + 1}`);
    return { number, name, sql: await readFile(join(folder, name), 'utf8') };
  });
  return Promise.all(migrations);
}

/**
 * Brings a database to the newest tables and answers with the names of the files that were run. A file that was
 * changed after it ran is refused, and so is a database newer than this program.
 */
export async function migrate(url: string, folder: string = FOLDER): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client({ connectionString: url, application_name: 'yunsu-migrate' });
  client.on('error', () => {});
  await client.connect();
  try {
    await lock(client);
    await client.query(
      'create table if not exists migration (number int primary key, name text not null, ' +
        'sha256 text not null, applied timestamptz not null default now())',
    );
    const applied = await readApplied(client);
    checkApplied(applied, migrations);
    const missing = migrations.filter((migration) => !applied.has(migration.number));
    for (const migration of missing) await apply(client, migration);
    return missing.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

/** Asks again and again: one long wait would hold a snapshot, for which `create index concurrently` waits in turn. */
async function lock(client: pg.Client): Promise<void> {
  for (;;) {
    const taken = await client.query('select pg_try_advisory_lock($1) as taken', [LOCK]);
    if (taken.rows[0]?.taken) return;
    await sleep(LOCK_POLL_MS);
  }
}

async function readApplied(client: pg.Client): Promise<Map<number, string>> {
  const found = await client.query<{ number: number; sha256: string }>(
    'select number, sha256 from migration',
  );
  return new Map(found.rows.map((row) => [row.number, row.sha256]));
}

function checkApplied(applied: ReadonlyMap<number, string>, migrations: readonly Migration[]): void {
  for (const [number, sha256] of applied) {
    const migration = migrations[number - 1];
    if (!migration) throw new Error(`the database has migration ${number}, which this program does not know`);
    if (sha256Hex(migration.sql) !== sha256) {
      throw new Error(`migration ${migration.name} was changed after it was applied to this database`);
    }
  }
}

/**
 * The number goes in first: a second runner stops there and not halfway through the tables. A file that begins with
 * `-- no transaction` holds one statement (PostgreSQL runs several as one transaction).
 */
async function apply(client: pg.Client, { number, name, sql }: Migration): Promise<void> {
  const transactional = !sql.startsWith('-- no transaction');
  if (transactional) await client.query('begin');
  try {
    const values = [number, name, sha256Hex(sql)];
    await client.query('insert into migration (number, name, sha256) values ($1, $2, $3)', values);
    await client.query(sql);
    if (transactional) await client.query('commit');
  } catch (error) {
    await (transactional
      ? client.query('rollback')
      : client.query('delete from migration where number = $1', [number]));
    throw new Error(`migration ${name} failed`, { cause: error });
  }
}
