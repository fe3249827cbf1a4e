import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { dumpSchema } from '../../src/store/dump-schema.ts';
import { openTestStore } from './given.ts';

const FILE = resolve(import.meta.dirname, '../../src/store/schema.sql');

test('schema.sql is what the migrations make, on every PostgreSQL (WRITE_SCHEMA=1 writes it)', async () => {
  await using db = await openTestStore();
  const dumped = `-- Written from a migrated database by schema.test.ts; read it, do not run it.\n\n${await dumpSchema(db)}`;
  if (process.env.WRITE_SCHEMA) writeFileSync(FILE, dumped);
  expect(dumped).toBe(readFileSync(FILE, 'utf8'));
});

test('the dump shows partitions, policies and row security', async () => {
  await using db = await openTestStore();
  await db.execute('create policy seen on event using (rights > 0)');
  await db.execute('alter table event enable row level security');
  const dumped = await dumpSchema(db);
  expect(dumped).toContain('create table event_default partition of event DEFAULT (');
  expect(dumped).toContain('policy seen for * using ((rights > 0));');
  expect(dumped).toContain('event: row security;');
});
