import { setTimeout as sleep } from 'node:timers/promises';
import { SYSTEM } from '@yunsu/domain';
import { expect, test } from 'vitest';
import { appendEvents } from '../../src/store/append-events.ts';
import { ensurePartitions, QUARTERS_AHEAD, quarterAt } from '../../src/store/partitions.ts';
import { readEventsByID } from '../../src/store/read-events.ts';
import { batchOf, countOf, given, openTestStore } from './given.ts';

test('quarters are of UTC, end where the next begins, and go over the end of the year', () => {
  const names = [0, 1, 2].map((ahead) => quarterAt(new Date('2026-11-30T23:00:00Z'), ahead).name);
  expect(names).toEqual(['event_2026q4', 'event_2027q1', 'event_2027q2']);
  const at = new Date('2026-01-01T00:00:00Z');
  expect(quarterAt(at, 0).to).toBe(quarterAt(at, 1).from);
});

test('this quarter and the next ones get partitions, once, and events that came before move into theirs', async () => {
  await using db = await openTestStore();
  await appendEvents(db, batchOf([given('early')]));
  expect(await countOf(db, 'event_default')).toBe(1);
  const made = await Promise.all([ensurePartitions(db, new Date()), ensurePartitions(db, new Date())]);
  expect(made.flat().length).toBe(QUARTERS_AHEAD + 1);
  expect(await ensurePartitions(db, new Date())).toEqual([]);
  await appendEvents(db, batchOf([given('late')]));
  expect(await countOf(db, 'event_default')).toBe(0);
  expect(await countOf(db, quarterAt(new Date(), 0).name)).toBe(2);
  expect((await readEventsByID(db, SYSTEM, 'early')).length).toBe(1);
  const indexes = await db.query<{ name: string }>(
    'select indexrelid::regclass::text as name from pg_index where indrelid = $1::regclass',
    [quarterAt(new Date(), 0).name],
  );
  expect(indexes.length).toBe(2);
});

test('a fetch by number reads the partition of that number alone', async () => {
  await using db = await openTestStore();
  await ensurePartitions(db, new Date());
  const { events } = await appendEvents(db, batchOf([given('e1')]));
  const plan = await db.query<{ 'QUERY PLAN': string }>(
    'explain select doc from event where event_id = any($1::bigint[])',
    [[events[0]?.event]],
  );
  const tables = plan.flatMap((row) => /\bon (event_\w+)/.exec(row['QUERY PLAN'])?.[1] ?? []);
  expect(new Set(tables.filter((name) => !name.includes('pkey')))).toEqual(
    new Set([quarterAt(new Date(), 0).name]),
  );
});

test('events that are appended while a partition is attached go into it, and nobody is told of a failure', async () => {
  await using db = await openTestStore();
  const { name, from, to } = quarterAt(new Date(), 0);
  const session = await db.connect();
  await session.execute('begin');
  await session.execute(`create table ${name} (like event including all)`);
  await session.execute(`alter table event attach partition ${name} for values from (${from}) to (${to})`);
  const appended = appendEvents(db, batchOf([given('between')]));
  // The insert has planned with the partitions of before and waits for the lock of the default one.
  while (
    (await db.query(`select 1 as one from pg_locks where not granted and database is not null`)).length === 0
  )
    await sleep(5);
  await session.execute('commit');
  session.release(false);
  await appended;
  expect(await countOf(db, name)).toBe(1);
  expect(await countOf(db, 'event_default')).toBe(0);
});
