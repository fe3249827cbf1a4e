import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startEmbedded } from '../../src/embedded/start-embedded.ts';
import { createLog } from '../../src/log.ts';
import { type CaptureLoad, itemsPerEvent, startCaptureLoad } from './capture-load.ts';
import { createServerProcess, type ServerProcess } from './server-process.ts';

/** What a cycle kills. */
export type Victim = 'server' | 'database' | 'both';

/** In turn, and every tenth time both at once. */
const victimOf = (cycle: number): Victim =>
  cycle % 10 === 0 ? 'both' : cycle % 2 === 1 ? 'server' : 'database';

/** What a series of kills came to. Times in milliseconds from a kill to the next acknowledgement. */
export type KillReport = {
  cycles: number;
  documents: number;
  events: number;
  sentAgain: number;
  lost: number;
  doubled: number;
  /** Events stored with another number of postings than they have items. */
  partial: number;
  /** Documents that were accepted, and then not captured or given up. */
  unfinished: number;
  /** Batches that the sequencer never numbered. */
  unnumbered: number;
  after: Record<Victim, number[]>;
  exitCode: number | null;
};

const party = 'urn:yunsu:party:91530423MAY0400274';
const clients = 6;
/** How long the load runs between the recovery from one kill and the next kill, in milliseconds. */
const loadBetween = 250;

/** How long the documents that were only accepted may take after the last kill, in milliseconds. */
const captureMax = 60_000;

/** Kills the server and the database in turn under capture load, then compares what was acknowledged with what is stored. */
export async function runKillCycles(
  cycles: number,
  tell: (line: string) => void = () => {},
): Promise<KillReport> {
  await using opened = new AsyncDisposableStack();
  const parent = await mkdtemp(join(tmpdir(), 'yunsu-faults-'));
  opened.defer(() => rm(parent, { recursive: true, force: true }));
  const server = createServerProcess(parent, await findFreePort());
  server.start();
  opened.defer(async () => void (await server.stop()));
  await server.whenReady();
  const load = startCaptureLoad(server.url, await issuePartyKey(server), clients);

  const after: Record<Victim, number[]> = { server: [], database: [], both: [] };
  for (let cycle = 1; cycle <= cycles; cycle += 1) {
    await sleep(loadBetween * (0.5 + Math.random()));
    const victim = victimOf(cycle);
    const killedAt = Date.now();
    if (victim !== 'server') server.killDatabase();
    if (victim !== 'database') {
      await server.killServer();
      server.start();
    }
    after[victim].push((await nextAcknowledgement(load, killedAt, server)) - killedAt);
    if (cycle % 10 === 0) tell(`${cycle} cycles, ${load.acknowledged.length} documents acknowledged`);
  }
  await load.stop();
  throwFailure(load, server);
  const stored = await compare(parent, load);
  const exitCode = await server.stop();
  const documents = load.acknowledged.length;
  return {
    ...{ cycles, documents, events: load.acknowledged.flat().length, sentAgain: load.sentAgain() },
    ...{ ...stored, after, exitCode },
  };
}

async function findFreePort(): Promise<number> {
  const taken = createServer();
  const port = await new Promise<number>((done) => {
    taken.listen(0, '127.0.0.1', () => done((taken.address() as { port: number }).port));
  });
  await new Promise((done) => taken.close(done));
  return port;
}

async function issuePartyKey(server: ServerProcess): Promise<string> {
  const regulator = await server.issueKey();
  const post = async (path: string, body: object) => {
    const headers = { authorization: `Bearer ${regulator}`, 'content-type': 'application/json' };
    const response = await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer = (await response.json()) as { key?: string };
    if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  };
  const rows = [
    {
      uri: party,
      name: '示例收购点',
      kind: 'company',
      uscc: '91530423MAY0400274',
      role: 'collector',
      division: '530423',
      validFrom: '2020-01-01',
    },
  ];
  await post('/api/registers', { parties: rows, places: [], products: [], licences: [] });
  const { key } = await post('/api/keys', { plane: 'enterprise', party });
  if (!key) throw new Error('no key was issued');
  return key;
}

/** When the first document that was sent after a kill is acknowledged. */
async function nextAcknowledgement(load: CaptureLoad, since: number, server: ServerProcess): Promise<number> {
  for (const until = since + 60_000; load.lastSent() <= since; await sleep(10)) {
    throwFailure(load, server);
    if (Date.now() > until) throw new Error(`no capture is acknowledged 60 s after a kill:\n${server.log()}`);
  }
  return Date.now();
}

/** Fails with the server's own words, where a capture was refused. */
function throwFailure(load: CaptureLoad, server: ServerProcess): void {
  const failure = load.failure();
  if (failure) throw new Error(`a client gave up; the server wrote:\n${server.log()}`, { cause: failure });
}

type Stored = Pick<KillReport, 'lost' | 'doubled' | 'partial' | 'unfinished' | 'unnumbered'>;

/** Reads the database beside the running server, after the documents that were only accepted are captured. */
async function compare(folder: string, load: CaptureLoad): Promise<Stored> {
  await using embedded = await startEmbedded({ folder: join(folder, 'database'), log: createLog('silent') });
  const client = new pg.Client({ connectionString: embedded.url });
  await client.connect();
  try {
    const count = async (sql: string) => Number((await client.query<{ n: string }>(sql)).rows[0]?.n);
    for (const until = Date.now() + captureMax; Date.now() < until; await sleep(100)) {
      const open = await count("select count(*) as n from capture_job where state <> 'finished'");
      if (open === 0 && (await count('select count(*) as n from outbox')) === 0) break;
    }
    const rows = await client.query<{ id: string; n: string }>(
      'select event_uri as id, count(*) as n from event group by 1',
    );
    const stored = new Map(rows.rows.map(({ id, n }) => [id, Number(n)]));
    return {
      lost: load.acknowledged.flat().filter((eventID) => !stored.has(eventID)).length,
      doubled: [...stored.values()].filter((times) => times > 1).length,
      partial: await count(
        `select count(*) as n from event e where ${itemsPerEvent} <>
           (select count(*) from epc_event p where p.event_id = e.event_id and p.k = any (e.units))`,
      ),
      unfinished: await count('select count(*) as n from capture_job where success is not true'),
      unnumbered: await count('select count(*) as n from outbox'),
    };
  } finally {
    await client.end();
  }
}
