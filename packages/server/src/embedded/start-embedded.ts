import { closeSync, fstatSync, ftruncateSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StartFault } from '../config.ts';
import type { Logger } from '../log.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { type Cluster, openCluster } from './cluster.ts';
import { isAlive, readPostmaster, removeStalePidFile, signal, stopPostmaster } from './postmaster.ts';
import { start } from './run-as.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** A running embedded database. `url` names its database `yunsu`; `stop` ends it unless another program owns it. */
export type Embedded = AsyncDisposable & { readonly url: string; stop(): Promise<void> };

/** Where to keep the database, where to say what happens to it, and settings that differ from the default ones. */
export type EmbeddedOptions = { folder: string; log: Logger; settings?: Settings };

type Address = { host: string; port: number };

/** One server: `pid` changes when it is started anew after a crash. */
type Running = { cluster: Cluster; address: Address; pid: number; owned: boolean; stopping: boolean };

/** Longest path of a socket in bytes on every system: macOS allows 103, Linux 107. */
const socketPathMax = 103;
/** Milliseconds that recovery after a crash may take before the start is given up. */
const recoveryMax = 300_000;
/** Milliseconds for which a server that was killed may still hold its shared memory: its clients end first. */
const lingerMax = 20_000;
/** Bytes of PostgreSQL's own log after which it is begun anew at a start. */
const logMax = 1_000_000;

/** Starts PostgreSQL in `folder`, or takes over the one that runs there. A server that dies is started again. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const binaries = findBinaries();
  const cluster = openCluster(resolve(options.folder), binaries);
  const settings = { ...defaultSettings, ...options.settings };
  const running = (await findRunning(cluster)) ?? (await startNew(cluster, binaries, settings));
  const url = urlOf(cluster, running.address, 'yunsu');
  if (!running.owned) return { url, stop: async () => {}, [Symbol.asyncDispose]: async () => {} };

  const startAgain = () => startNew(cluster, binaries, settings, running.address);
  const endWatch = keepRunning(running, options.log, startAgain);
  const stop = async () => {
    if (running.stopping) return;
    running.stopping = true;
    endWatch();
    await stopPostmaster(cluster.data, running.pid);
    rmSync(ownerFile(cluster), { force: true });
  };
  await makeDatabase(cluster, running.address);
  return { url, stop, [Symbol.asyncDispose]: stop };
}

/** The server that runs in this folder already. It becomes ours where the program that started it is gone. */
async function findRunning(cluster: Cluster): Promise<Running | undefined> {
  removeStalePidFile(cluster.data);
  const found = readPostmaster(cluster.data);
  if (!found) return undefined;
  const address = { host: found.socketFolder || '127.0.0.1', port: found.port };
  const gone = () => !isAlive(found.pid) || readPostmaster(cluster.data)?.pid !== found.pid;
  // It may be recovering from a crash; while it does, no other may start.
  const reason = await whenReady(cluster, address, gone);
  if (reason !== undefined) return undefined;
  const owned = !isAlive(readOwner(cluster));
  if (owned) writeFileSync(ownerFile(cluster), String(process.pid));
  return { cluster, address, pid: found.pid, owned, stopping: false };
}

const ownerFile = (cluster: Cluster) => join(cluster.folder, 'owner');

function readOwner(cluster: Cluster): number {
  try {
    return Number(readFileSync(ownerFile(cluster), 'utf8')) || Number.NaN;
  } catch {
    return Number.NaN;
  }
}

async function startNew(
  cluster: Cluster,
  binaries: Binaries,
  settings: Settings,
  at?: Address,
): Promise<Running> {
  const address = at ?? (await chooseAddress(cluster));
  writeFileSync(ownerFile(cluster), String(process.pid));
  const command = [binaries.postgres, '-D', cluster.data, ...listenOn(address)];
  for (const [name, value] of Object.entries(settings)) command.push('-c', `${name}=${value}`);
  for (const until = Date.now() + lingerMax; ; await sleep(200)) {
    removeStalePidFile(cluster.data);
    const tried = await tryStart(cluster, command, address);
    if ('pid' in tried) return { cluster, address, pid: tried.pid, owned: true, stopping: false };
    const lingers = /shared memory block|lock file ".*(postmaster\.pid|\.s\.PGSQL)/.test(tried.reason);
    if (!lingers || Date.now() > until)
      throw new StartFault(`The embedded database in ${cluster.folder} does not start: ${tried.reason}`);
  }
}

/** Starts the server once and waits until it answers, or says why it ended instead. */
async function tryStart(
  cluster: Cluster,
  command: readonly string[],
  address: Address,
): Promise<{ pid: number } | { reason: string }> {
  const log = openSync(cluster.log, 'a', 0o600);
  if (fstatSync(log).size > logMax) ftruncateSync(log);
  const from = fstatSync(log).size;
  const child = start(cluster.runAs, command, log);
  closeSync(log);
  let ended = false;
  const failed = new Promise<() => string>((done) => {
    child.once('error', (error) => done(() => error.message));
    child.once('exit', () => done(() => lastLines(cluster.log, from)));
  }).finally(() => {
    ended = true;
  });
  const reason = (await Promise.race([failed, whenReady(cluster, address, () => ended)]))?.();
  return reason === undefined && child.pid ? { pid: child.pid } : { reason: reason ?? '' };
}

/** A socket inside the folder, which only its owner may enter; loopback where its path would be too long. */
async function chooseAddress(cluster: Cluster): Promise<Address> {
  const socket = join(cluster.folder, '.s.PGSQL.5432');
  if (process.platform !== 'win32' && Buffer.byteLength(socket) <= socketPathMax)
    return { host: cluster.folder, port: 5432 };
  return { host: '127.0.0.1', port: await findFreePort() };
}

function findFreePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

const isSocket = (address: Address) => address.host !== '127.0.0.1';

/** A socket folder is a list in which commas part and quotes hold a path together. */
function listenOn(address: Address): string[] {
  const folder = isSocket(address) ? `"${address.host.replaceAll('"', '""')}"` : '';
  return [
    ...['-c', `listen_addresses=${isSocket(address) ? '' : address.host}`],
    ...['-c', `unix_socket_directories=${folder}`],
    ...['-c', `port=${address.port}`],
  ];
}

/** The host stands among the parameters, where a folder may, so that every reader of addresses understands it. */
function urlOf(cluster: Cluster, address: Address, database: string): string {
  const place = isSocket(address)
    ? `localhost:${address.port}/${database}?host=${encodeURIComponent(address.host)}`
    : `${address.host}:${address.port}/${database}`;
  return `postgres://postgres:${cluster.password}@${place}`;
}

async function connect(cluster: Cluster, address: Address): Promise<pg.Client> {
  const client = new pg.Client({
    ...address,
    user: 'postgres',
    password: cluster.password,
    database: 'postgres',
    connectionTimeoutMillis: 2_000,
    query_timeout: 30_000,
  });
  client.on('error', () => {});
  await client.connect();
  return client;
}

async function answers(cluster: Cluster, address: Address): Promise<boolean> {
  try {
    await (await connect(cluster, address)).end();
    return true;
  } catch {
    return false;
  }
}

/** Resolves when the server answers, or to the reason why it did not before its end or in time. */
async function whenReady(
  cluster: Cluster,
  address: Address,
  ended: () => boolean,
): Promise<(() => string) | undefined> {
  for (const until = Date.now() + recoveryMax; Date.now() < until; await sleep(30)) {
    if (ended()) return () => 'it ended before it was ready';
    if (await answers(cluster, address)) return undefined;
  }
  return () => `it did not answer within ${recoveryMax / 1_000} s`;
}

/** What the server said since its start; where it was at `from`. */
function lastLines(file: string, from: number): string {
  const lines = readFileSync(file).subarray(from).toString().trim().split('\n');
  return lines.slice(-4).join(' ') || 'it ended without a word';
}

async function makeDatabase(cluster: Cluster, address: Address): Promise<void> {
  const client = await connect(cluster, address);
  try {
    const found = await client.query("select 1 from pg_database where datname = 'yunsu'");
    if (found.rowCount === 0) await client.query('create database yunsu');
  } finally {
    await client.end();
  }
}

/**
 * Watches the server, starts it again when it dies, and takes it along when our own process ends without `stop`.
 * Returns what ends the watch.
 */
function keepRunning(running: Running, log: Logger, startAgain: () => Promise<Running>): () => void {
  const takeAlong = () => signal(running.pid, 'SIGINT');
  process.once('exit', takeAlong);
  let busy = false;
  const timer = setInterval(async () => {
    if (busy || isAlive(running.pid)) return;
    busy = true;
    try {
      log.warn({ pid: running.pid }, 'the embedded database died and is started again');
      running.pid = (await startAgain()).pid;
      if (running.stopping) await stopPostmaster(running.cluster.data, running.pid);
    } catch (error) {
      log.error({ error: (error as Error).message }, 'the embedded database does not start again');
    } finally {
      busy = false;
    }
  }, 200);
  timer.unref();
  return () => {
    clearInterval(timer);
    process.off('exit', takeAlong);
  };
}
