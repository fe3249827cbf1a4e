import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { withDatabase } from './database-url.ts';

/** A database of a test's own, gone when disposed. */
export type TestDatabase = AsyncDisposable & { readonly url: string };

/** Clones the migrated template: an empty store with every table in it, in less than a tenth of a second. */
export async function testDatabase(): Promise<TestDatabase> {
  const { url, template } = inject('databaseServer');
  const name = `yunsu_test_${randomBytes(6).toString('hex')}`;
  await execute(url, `create database ${name} template ${template}`);
  const drop = () => execute(url, `drop database if exists ${name} with (force)`);
  return { url: withDatabase(url, name), [Symbol.asyncDispose]: drop };
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
