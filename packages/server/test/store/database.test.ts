import { createServer, type Socket, connect as tcpConnect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { appendEvents } from '../../src/store/append-events.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { ATTEMPTS_MAX, codeOf, isConnectionLost, transaction } from '../../src/store/transaction.ts';
import { testDatabase } from '../support/database.ts';
import { batchOf, countOf, given, openTestStore } from './given.ts';

const killAll = (db: Database) =>
  db.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`,
  );
const undo: (() => void)[] = [];
afterEach(() => {
  for (const one of undo.splice(0)) one();
});

test('bigint, numeric and uuid travel as text, times as microseconds, days and JSON as text', async () => {
  await using db = await openTestStore();
  const [row] = await db.query(
    `select 9007199254740993::bigint as big, 1.10::numeric as exact, '{"n": 1.10}'::jsonb as json, date '2024-05-01' as day,
            timestamptz '2024-05-01 08:00:00.000001+08' as time, '{1,2}'::bigint[] as bigs`,
  );
  expect(row).toEqual({
    big: '9007199254740993',
    exact: '1.10',
    json: '{"n": 1.10}',
    day: '2024-05-01',
    time: 1_714_521_600_000_001,
    bigs: ['1', '2'],
  });
});

test('every session has its time limits, its name and UTC', async () => {
  await using database = await testDatabase();
  await using db = openDatabase({
    url: database.url,
    statementTimeoutMs: 100,
    lockTimeoutMs: 50,
    applicationName: 'x',
  });
  const settings = [
    'statement_timeout',
    'lock_timeout',
    'idle_in_transaction_session_timeout',
    'application_name',
    'timezone',
  ];
  const shown = await db.tuples('select current_setting(name) from unnest($1::text[]) as s (name)', [
    settings,
  ]);
  expect(shown.flat()).toEqual(['100ms', '50ms', '10s', 'x', 'UTC']);
  await expect(db.query('select pg_sleep(5)')).rejects.toMatchObject({ code: '57014' });
});

test('a killed connection does not end the process, idle, at work or checked out', async () => {
  await using db = await openTestStore();
  await using other = db.again();
  const session = await db.connect();
  await db.query('select 1');
  const working = db.query('select pg_sleep(20)').catch((error: unknown) => error);
  await expect
    .poll(() => countOf(other, `pg_stat_activity where query like '%pg_sleep(20)%'`))
    .toBeGreaterThan(1);
  await killAll(other);
  expect(isConnectionLost(await working)).toBe(true);
  await expect(session.query('select 1')).rejects.toThrow();
  session.release(true);
  expect(await countOf(db, 'event')).toBe(0);
});

test('a transaction whose connection is lost before COMMIT is run again, and stores once', async () => {
  await using db = await openTestStore();
  await using other = db.again();
  let runs = 0;
  const outcome = await appendEvents(db, batchOf([given('e1')]), {
    within: async (tx) => {
      runs += 1;
      if (runs === 1) await killAll(other);
      await tx.query('select 1');
    },
  });
  expect([runs, outcome.stored, await countOf(db, 'event'), await countOf(db, 'outbox')]).toEqual([
    2, 1, 1, 1,
  ]);
});

test('what a crash of the database made it forget is told again before the next attempt', async () => {
  await using db = await openTestStore();
  await using other = db.again();
  let runs = 0;
  await appendEvents(db, batchOf([given('e1')]), {
    within: async (tx) => {
      runs += 1;
      if (runs > 1) return;
      // Identities are committed without waiting for the disk.
      await other.execute('delete from epc');
      await killAll(other);
      await tx.query('select 1');
    },
  });
  expect(runs).toBe(2);
  expect(await countOf(db, 'epc')).toBeGreaterThan(0);
});

test('a database that cannot be reached is a lost connection, one that refuses the caller is not', async () => {
  const reasonOf = async (url: string) => {
    await using db = openDatabase({ url });
    return await db.query('select 1').catch((error: unknown) => error);
  };
  const noSocket = await reasonOf('postgres://nobody@localhost/x?host=/nonexistent');
  expect([codeOf(noSocket), isConnectionLost(noSocket)]).toEqual(['ENOENT', true]);
  await using database = await testDatabase();
  const noDatabase = await reasonOf(database.url.replace(/\/[^/?]+(\?|$)/, '/no_such_database$1'));
  expect([codeOf(noDatabase), isConnectionLost(noDatabase)]).toEqual(['3D000', false]);
});

test('a deadlock is run again', async () => {
  await using db = await openTestStore();
  await db.execute('create table pair (n int primary key, v int)');
  await db.execute('insert into pair values (1, 0), (2, 0)');
  let runs = 0;
  const raise = async (order: readonly number[]) =>
    transaction(db, async (tx) => {
      runs += 1;
      for (const n of order) {
        await tx.execute('update pair set v = v + 1 where n = $1', [n]);
        await tx.query('select pg_sleep(0.2)');
      }
    });
  await Promise.all([raise([1, 2]), raise([2, 1])]);
  expect(await db.query('select n, v from pair order by n')).toEqual([
    { n: 1, v: 2 },
    { n: 2, v: 2 },
  ]);
  expect(runs).toBeGreaterThan(2);
});

test('an error of the statement is not tried again; one that would always come back ends after ATTEMPTS_MAX', async () => {
  await using db = await openTestStore();
  let runs = 0;
  const failing = (code: string) =>
    transaction(db, async (tx) => {
      runs += 1;
      await tx.query(`do $$ begin raise exception 'x' using errcode = '${code}'; end $$`);
    });
  await expect(failing('22012')).rejects.toSatisfy((error) => codeOf(error) === '22012');
  expect(runs).toBe(1);
  await expect(failing('40001')).rejects.toSatisfy((error) => codeOf(error) === '40001');
  expect(runs).toBe(1 + ATTEMPTS_MAX);
});

test('a network that swallows everything is answered in time, and the pool is well again when it heals', async () => {
  await using database = await testDatabase();
  const proxy = await blackHole(database.url);
  await using db = openDatabase({ url: proxy.url, queryTimeoutMs: 500, connectTimeoutMs: 500, poolMax: 2 });
  expect(await db.query('select 1 as one')).toEqual([{ one: 1 }]);
  proxy.swallow(true);
  const start = performance.now();
  await expect(db.query('select 2')).rejects.toSatisfy(isConnectionLost);
  await expect(transaction(db, (tx) => tx.query('select 3'))).rejects.toSatisfy(isConnectionLost);
  expect(performance.now() - start).toBeLessThan(10_000);
  proxy.swallow(false);
  await expect
    .poll(() => db.query('select 4 as four').catch(() => []), { timeout: 5_000 })
    .toEqual([{ four: 4 }]);
});

test('a connection killed in the middle of a capture leaves nothing of it', async () => {
  await using db = await openTestStore();
  await using other = db.again();
  const batch = batchOf(Array.from({ length: 3_000 }, (_, n) => given(`e${n}`, { units: ['A', 'B', 'C'] })));
  let captured = false;
  const killing = (async () => {
    while (!captured) {
      await killAll(other);
      await sleep(15);
    }
  })();
  const outcome = await appendEvents(db, batch).catch((error: unknown) => error);
  captured = true;
  await killing;
  const [events, keys, postings] = await Promise.all(
    ['event', 'event_key', 'epc_event'].map((table) => countOf(other, table)),
  );
  const all = events === 3_000;
  expect([events, keys, postings]).toEqual(all ? [3_000, 3_000, 9_000] : [0, 0, 0]);
  if (!(outcome instanceof Error)) expect(all).toBe(true);
  // The sender tries again and learns the truth, whichever it is.
  const again = await appendEvents(db, batch);
  expect(again.stored).toBe(all ? 0 : 3_000);
});

/** A proxy in user space that can swallow all bytes. */
async function blackHole(url: string): Promise<{ url: string; swallow(on: boolean): void }> {
  const target = new URL(url);
  const socketFolder = target.searchParams.get('host');
  const open = () =>
    socketFolder?.startsWith('/')
      ? tcpConnect(`${socketFolder}/.s.PGSQL.${target.port || 5432}`)
      : tcpConnect(Number(target.port || 5432), target.hostname);
  let swallowing = false;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = open();
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => swallowing || to.write(bytes));
      from.on('close', () => to.destroy());
      from.on('error', () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  undo.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  const proxied = new URL(url);
  proxied.searchParams.delete('host');
  proxied.hostname = '127.0.0.1';
  proxied.port = String(typeof address === 'object' ? address?.port : '');
  return { url: proxied.href, swallow: (on) => (swallowing = on) };
}
