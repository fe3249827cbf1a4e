import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createClient } from '@yunsu/api';
import { keyOf } from '@yunsu/identifiers';
import { readConfig } from '../src/config.ts';
import { defaultSettings } from '../src/embedded/settings.ts';
import { startEmbedded } from '../src/embedded/start-embedded.ts';
import { createLog } from '../src/log.ts';
import { appendNewKey } from '../src/operations/create-key.ts';
import { sha256Hex } from '../src/operations/identities.ts';
import { readHistory } from '../src/operations/read-history.ts';
import { openDatabase } from '../src/store/database.ts';
import { migrate } from '../src/store/migrate.ts';
import { BenchClient, type Streamed } from './client.ts';
import { atLeast, atMost, fact, printTable, quantile, type Row } from './rows.ts';
import {
  chainEvents,
  documentOf,
  EVENTS_PER_CHAIN,
  type EventText,
  GREAT_LOT_URI,
  greatLotEvents,
  itemOf,
  rawLotOf,
  registersOf,
  SENDER,
} from './traffic.ts';
import { measureCopy, measureRecursive } from './yardsticks.ts';

/*
 * `npm run bench -- --events N --json`: the promises of the design that exist, measured in one run on an embedded
 * PostgreSQL with a server in a process of its own. A million events take about 4 GB of disk and a quarter of an hour on
 * two cores; the load generator shares them.
 */

const USAGE = 'npm run bench -- [--events N] [--json] [--keep]   N from 50000 (default 200000)';
const EVENTS_MIN = 50_000;
const DOCUMENT_EVENTS = 1_000;
/** A document past 4 MiB is stored first and captured later; these are to be captured at once. */
const DOCUMENT_BYTES = 2_000_000;
/** Documents under way at once: enough to keep both ends busy, as two senders do. */
const SENDERS = 2;
/** How the lines of a recall begin that count units by holder: from the rows alone, and from the amounts. */
const ESTIMATE = '{"reached"';
const COUNTS = '{"holders"';
/** A line about the progress of a long capture, at most so often. */
const PROGRESS_MS = 30_000;
const BYTES_PER_EVENT = 4_500;
/** Chains that warm both ends up, and chains that capture and COPY are compared on, about 40,000 events in all. */
const WARM_UP_CHAINS = 150;
const CALIBRATION_CHAINS = 400;
/** The embedded server's own settings, with the memory of a machine that does nothing else. */
const settings = { ...defaultSettings, shared_buffers: '1GB', max_wal_size: '8GB' };
const folder = resolve(import.meta.dirname, '../../../var/bench');

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '200000' },
    json: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const events = Number(values.events);
if (!Number.isSafeInteger(events) || events < EVENTS_MIN) {
  console.error(USAGE);
  process.exit(2);
}
const rows: Row[] = [];
const note = (row: Row) => {
  rows.push(row);
  console.log(values.json ? JSON.stringify(row) : `  ${row.name}: ${row.value.toPrecision(4)} ${row.unit}`);
};
const say = (text: string) => console.error(text);
const begun = performance.now();
let captured = 0;
let saidProgress = begun;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const disk = statfsSync(folder);
const free = disk.bavail * disk.bsize;
if (free < events * BYTES_PER_EVENT) {
  console.error(
    `${events} events need about ${Math.ceil((events * BYTES_PER_EVENT) / 1e9)} GB of disk; ${(free / 1e9).toFixed(1)} GB are free.`,
  );
  process.exit(2);
}
say(
  `${events} events; about ${((events * BYTES_PER_EVENT) / 1e9).toFixed(1)} GB of disk; PostgreSQL with ${JSON.stringify(settings)}`,
);

await using opened = new AsyncDisposableStack();
const log = createLog('warn');
const embedded = opened.use(
  await startEmbedded({
    folder: join(folder, 'database'),
    log,
    settings,
  }),
);
await migrate(embedded.url);
const env = {
  DATABASE_URL: embedded.url,
  SECRET_KEY: randomBytes(32).toString('base64'),
  PORT: '8431',
  LOG_LEVEL: 'warn',
};
const config = readConfig(env);
const db = opened.use(
  openDatabase({ url: embedded.url, poolMax: 4, queryTimeoutMs: 3_600_000, statementTimeoutMs: 3_600_000 }),
);
const context = { config, db, log, now: () => new Date() };
const server = spawn(
  process.execPath,
  [...process.execArgv, resolve(import.meta.dirname, '../src/main.ts')],
  {
    env: { ...env, PATH: process.env.PATH ?? '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  },
);
opened.defer(async () => {
  server.kill('SIGTERM');
  if (server.exitCode === null) await once(server, 'exit');
});
const url = `http://127.0.0.1:${config.port}`;
await whenReady();
const regulator = (await appendNewKey(context, { plane: 'regulator', scopes: ['*:*:*'], mayRegister: true }))
  .key;
const sender = (await appendNewKey(context, { plane: 'enterprise', party: SENDER })).key;
await createClient({ url, key: regulator }).loadRegisters({ body: registersOf() as never });
const client = new BenchClient(url, regulator);

await measureCaptureAgainstCopy();
const greatUnits = Math.min(200_000, Math.floor(events / 2));
const chains = Math.floor((events - greatUnits / 37) / EVENTS_PER_CHAIN);
const early = Math.floor(chains / 10);
await capturePart('first tenth', traffic(CALIBRATION_CHAINS, Math.max(early, CALIBRATION_CHAINS)));
await capturePart('great lot', greatLotEvents(greatUnits));
await db.execute('vacuum analyze');
const sample = sampleOf(early);
const before = await measureTraces(sample);
const recallBefore = await measureRecall();
await capturePart('rest', traffic(Math.max(early, CALIBRATION_CHAINS), chains));
await db.execute('vacuum analyze');
const [counted] = await db.tuples<[number]>('select count(*)::int from event');
note(fact('events stored', counted?.[0] ?? 0, 'events'));
await measureHistory(sample);
const after = await measureTraces(sample);
note(atMost('trace of one item, p95 over HTTP', quantile(after.items, 0.95), 'ms', 50));
note(atMost('trace of one raw lot (about 300 nodes), p95 over HTTP', quantile(after.lots, 0.95), 'ms', 50));
note(
  atMost(
    'growth: the same traces of items at 10 x the events',
    quantile(after.items, 0.5) / quantile(before.items, 0.5),
    'times',
    1.3,
  ),
);
note(
  atMost(
    'growth: the same traces of raw lots at 10 x the events',
    quantile(after.lots, 0.5) / quantile(before.lots, 0.5),
    'times',
    1.3,
  ),
);
await measurePage(sample);
const recall = await measureRecall();
noteRecall(recall, recallBefore);
await measureAgainstRecursive(recall);
const [size] = await db.tuples<[number]>('select pg_database_size(current_database())::float8');
note(fact('database on disk', (size?.[0] ?? 0) / 1e9, 'GB'));
console.log(values.json ? '' : `\n${printTable(rows)}`);
if (!values.keep) opened.defer(() => rmSync(folder, { recursive: true, force: true }));

function* traffic(from: number, to: number): Generator<EventText> {
  for (let n = from; n < to; n++) yield* chainEvents(n, Math.max(to, 1));
}

async function whenReady(): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (server.exitCode !== null) throw new Error('the server ended');
    const ready = await fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('the server did not become ready');
}

/** Posts events in documents of a thousand; only the time of the posts counts, not that of making them. */
async function post(part: Iterable<EventText>, name = ''): Promise<{ events: number; ms: number }> {
  const capturing = new BenchClient(url, sender);
  const iterator = part[Symbol.iterator]();
  let sent = 0;
  let ms = 0;
  for (;;) {
    const before = sent;
    const documents: string[] = [];
    while (documents.length < SENDERS * 5) {
      const members: EventText[] = [];
      let bytes = 0;
      for (let next = iterator.next(); !next.done; next = iterator.next()) {
        members.push(next.value);
        bytes += next.value.length;
        if (members.length === DOCUMENT_EVENTS || bytes >= DOCUMENT_BYTES) break;
      }
      if (members.length === 0) break;
      sent += members.length;
      documents.push(documentOf(members));
    }
    if (documents.length === 0) return { events: sent, ms };
    const start = performance.now();
    await Promise.all(
      Array.from({ length: SENDERS }, async () => {
        for (let document = documents.pop(); document !== undefined; document = documents.pop())
          await capturing.capture(document);
      }),
    );
    ms += performance.now() - start;
    captured += sent - before;
    sayProgress(name);
  }
}

/** How much of all events is captured, and how long the rest takes at the pace so far. */
function sayProgress(name: string): void {
  const now = performance.now();
  if (name === '' || now - saidProgress < PROGRESS_MS) return;
  saidProgress = now;
  const rest = ((now - begun) * (events - captured)) / captured;
  say(`${name}: ${captured} of ${events} events captured; about ${Math.ceil(rest / 60_000)} min to go`);
}

async function capturePart(name: string, part: Iterable<EventText>): Promise<void> {
  const { events: sent, ms } = await post(part, name);
  if (sent > 0) note(fact(`capture over HTTP, ${name} (${sent} events)`, (sent / ms) * 1000, 'events/s'));
}

/** Both into empty tables: the first chains over HTTP, then the same rows by COPY alone. */
async function measureCaptureAgainstCopy(): Promise<void> {
  await post(traffic(0, WARM_UP_CHAINS));
  const { events: sent, ms } = await post(traffic(WARM_UP_CHAINS, CALIBRATION_CHAINS));
  const captured = (sent / ms) * 1000;
  const copied = await measureCopy(db);
  note(atLeast('capture over HTTP into new tables', captured, 'events/s', 6_000));
  note(fact('one-connection COPY of the same rows, same indexes', copied, 'events/s'));
  note(atLeast('capture against COPY', captured / copied, 'times', 0.5));
}

function sampleOf(count: number): number[] {
  return Array.from({ length: 60 }, (_, i) => Math.floor((i * (count - 1)) / 60));
}

async function measureTraces(chainsToAsk: readonly number[]): Promise<{ items: number[]; lots: number[] }> {
  const items: number[] = [];
  const lots: number[] = [];
  for (const round of [0, 1, 2]) {
    for (const n of chainsToAsk) {
      const item = await client.get(`/api/trace?direction=back&code=${encodeURIComponent(itemOf(n))}`);
      const lot = await client.get(`/api/trace?direction=forward&code=${encodeURIComponent(rawLotOf(n))}`);
      if (round > 0) {
        items.push(item.ms);
        lots.push(lot.ms);
      }
    }
  }
  return { items, lots };
}

async function measureHistory(chainsToAsk: readonly number[]): Promise<void> {
  const inStore: number[] = [];
  const overHttp: number[] = [];
  for (const round of [0, 1, 2]) {
    for (const n of chainsToAsk) {
      const code = itemOf(n);
      const start = performance.now();
      await readHistory(context, { plane: 'system', scopes: [] }, { code });
      const stored = performance.now() - start;
      const { ms } = await client.get(`/api/history?code=${encodeURIComponent(code)}`);
      if (round > 0) {
        inStore.push(stored);
        overHttp.push(ms);
      }
    }
  }
  note(atMost('history of one unit, p95 in the store', quantile(inStore, 0.95), 'ms', 5));
  note(atMost('history of one unit, p95 over HTTP', quantile(overHttp, 0.95), 'ms', 20));
}

async function measurePage(chainsToAsk: readonly number[]): Promise<void> {
  const samples: number[] = [];
  let bytes = 0;
  for (const round of [0, 1, 2]) {
    for (const n of chainsToAsk) {
      const { ms, body } = await client.get(`/q?code=${encodeURIComponent(itemOf(n))}`, 'text/html');
      bytes = Math.max(bytes, Buffer.byteLength(body));
      if (round > 0) samples.push(ms);
    }
  }
  note(atMost('public page, p95', quantile(samples, 0.95), 'ms', 50));
  note(atMost('public page, largest', bytes / 1000, 'kB', 30));
}

type Recall = Streamed<typeof ESTIMATE | typeof COUNTS> & { readonly memory: number };

/** The best of four recalls of the great lot, the first of which warms both ends up; `memory` in bytes. */
async function measureRecall(): Promise<Recall> {
  const path = `/api/trace?direction=forward&code=${encodeURIComponent(GREAT_LOT_URI)}`;
  const bytesBefore = memoryOf(server.pid);
  await client.lines(path, [ESTIMATE, COUNTS]);
  let best = await client.lines(path, [ESTIMATE, COUNTS]);
  for (let round = 0; round < 2; round++) {
    const again = await client.lines(path, [ESTIMATE, COUNTS]);
    if (again.lastMs < best.lastMs) best = again;
  }
  return { ...best, memory: memoryOf(server.pid) - bytesBefore };
}

function noteRecall(best: Recall, early: Recall): void {
  note(fact('recall scope: units', greatUnits, 'units'));
  note(atMost('recall scope: first line', best.firstMs, 'ms', 100));
  note(
    atMost('recall scope: keys and counts by holder, before amounts', best.markerMs[ESTIMATE], 'ms', 1500),
  );
  note(fact('recall scope: counts by holder from amounts', best.markerMs[COUNTS], 'ms'));
  note(atMost('recall scope: last line with URIs and quantities', best.lastMs, 'ms', 2500));
  note(fact('recall scope: lines', best.lines, 'lines'));
  note(fact('recall scope: size', best.bytes / 1e6, 'MB'));
  note(
    atMost(
      'recall scope: memory of the server beyond its rest',
      (early.memory + best.memory) / 1e6,
      'MB',
      200,
    ),
  );
  note(
    atMost(
      'growth: counts by holder of the recall at 10 x the events',
      best.markerMs[ESTIMATE] / early.markerMs[ESTIMATE],
      'times',
      1.3,
    ),
  );
  note(atMost('growth: the recall at 10 x the events', best.lastMs / early.lastMs, 'times', 1.3));
}

async function measureAgainstRecursive(best: Recall): Promise<void> {
  const recursive = await measureRecursive(db, keyOf(GREAT_LOT_URI, sha256Hex));
  note(fact('recursive CTE over pairwise edges: units only', recursive.ms, 'ms'));
  note(
    atLeast(
      'recursive CTE against keys and counts by holder',
      recursive.ms / best.markerMs[ESTIMATE],
      'times',
      2,
    ),
  );
  note(fact('recursive CTE over pairwise edges: units', recursive.units, 'units'));
}

/** Highest resident memory of a process so far, in bytes; Linux only. */
function memoryOf(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
}
