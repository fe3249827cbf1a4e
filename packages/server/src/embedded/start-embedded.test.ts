import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { StartFault } from '../config.ts';
import { createLog } from '../log.ts';
import { isAlive, readPostmaster } from './postmaster.ts';
import { settingsForTests } from './settings.ts';
import { startEmbedded } from './start-embedded.ts';

const log = createLog('silent');
let parent = '';
let folder = '';

beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'yunsu-embedded-'));
  folder = join(parent, '云溯 "data", one\'s own');
});

afterAll(() => rmSync(parent, { recursive: true, force: true }));

const open = (at = folder) => startEmbedded({ folder: at, log, settings: settingsForTests });
const serverPid = (at = folder) => readPostmaster(join(at, 'data'))?.pid ?? 0;

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function eventually<T>(what: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + 20_000; ; await sleep(50))
    try {
      return await what();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
}

test('it starts in a folder with spaces, quotes and Chinese characters, and keeps what was written', async () => {
  {
    await using embedded = await open();
    await ask(embedded.url, "create table kept as select '辣椒' as word");
    const settings = await ask(
      embedded.url,
      `select current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums,
              current_setting('fsync') as fsync, current_setting('listen_addresses') as listens,
              (select datlocprovider::text || ' ' || datlocale from pg_database where datname = current_database()) as locale`,
    );
    expect(settings).toEqual([
      { encoding: 'UTF8', checksums: 'on', fsync: 'off', listens: '', locale: 'b C.UTF-8' },
    ]);
  }
  expect(serverPid()).toBe(0);
  await using again = await open();
  expect(await ask(again.url, 'select word from kept')).toEqual([{ word: '辣椒' }]);
});

test('a second start in the same folder shares the server and leaves it running', async () => {
  await using first = await open();
  const pid = serverPid();
  {
    await using second = await open();
    expect(second.url).toBe(first.url);
  }
  expect(serverPid()).toBe(pid);
  expect(await ask(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a server that is killed is started again at the same address', async () => {
  await using embedded = await open();
  const pid = serverPid();
  process.kill(pid, 'SIGKILL');
  await eventually(async () => expect(serverPid()).not.toBe(pid));
  expect(await eventually(() => ask(embedded.url, 'select word from kept'))).toEqual([{ word: '辣椒' }]);
});

test('what a killed program left behind is taken over, and a killed server is recovered', async () => {
  const starter = spawnStarter();
  await eventually(async () => expect(isAlive(serverPid()) && starter.ready()).toBe(true));
  const pid = serverPid();
  await starter.kill();
  expect(isAlive(pid)).toBe(true);
  {
    await using adopted = await open();
    expect(serverPid()).toBe(pid);
    expect(await ask(adopted.url, 'select word from kept')).toEqual([{ word: '辣椒' }]);
  }
  await eventually(async () => expect(isAlive(pid)).toBe(false));

  const another = spawnStarter();
  await eventually(async () => expect(isAlive(serverPid()) && another.ready()).toBe(true));
  await another.kill();
  process.kill(serverPid(), 'SIGKILL');
  await using recovered = await open();
  expect(await ask(recovered.url, 'select word from kept')).toEqual([{ word: '辣椒' }]);
});

/** A program of its own that starts the database and then waits to be killed. */
function spawnStarter() {
  const script = `
    import { startEmbedded } from ${JSON.stringify(new URL('./start-embedded.ts', import.meta.url).href)};
    import { createLog } from ${JSON.stringify(new URL('../log.ts', import.meta.url).href)};
    await startEmbedded({ folder: process.argv[1], log: createLog('silent'), settings: { fsync: 'off' } });
    console.log('ready');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder]);
  let printed = '';
  child.stdout.on('data', (text) => {
    printed += text;
  });
  const gone = new Promise((done) => child.once('exit', done));
  const kill = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  return { ready: () => printed.includes('ready'), kill };
}

test('where the path is too long for a socket it listens on loopback, with a password', async () => {
  const long = join(parent, 'x'.repeat(100));
  await using embedded = await open(long);
  const url = new URL(embedded.url);
  expect(url.hostname).toBe('127.0.0.1');
  expect(await ask(embedded.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  url.password = 'wrong';
  await expect(ask(url.href, 'select 1')).rejects.toThrow('password authentication failed');
});

test('a data directory of another version, or a setting that is none, is answered by a sentence', async () => {
  const bad = startEmbedded({ folder, log, settings: { shared_buffers: 'plenty' } });
  await expect(bad).rejects.toThrow(/does not start: .*shared_buffers/);
  await expect(bad).rejects.toBeInstanceOf(StartFault);
  const version = join(folder, 'data', 'PG_VERSION');
  const kept = readFileSync(version);
  writeFileSync(version, '15\n');
  await expect(open()).rejects.toThrow('was made by PostgreSQL 15');
  writeFileSync(version, kept);
});

test('a start that was interrupted while making the data directory is begun anew', async () => {
  const fresh = join(parent, 'fresh');
  {
    await using _first = await open(fresh);
  }
  renameSync(join(fresh, 'data'), join(fresh, 'data.unfinished'));
  rmSync(join(fresh, 'run-as'));
  await using second = await open(fresh);
  expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});
