import { randomUUID } from 'node:crypto';
import { type Caller, PUBLIC, SYSTEM } from '@yunsu/domain';
import { expect, test } from 'vitest';
import { appendEvents } from '../../src/store/append-events.ts';
import {
  appendCaptureJob,
  appendFinishedJob,
  finishCaptureJob,
  holdWorkerLock,
  listCaptureJobs,
  type NewCaptureJob,
  readCaptureJob,
  releaseCaptureJob,
  takeCaptureJob,
} from '../../src/store/capture-jobs.ts';
import { batchOf, GROWER, given, MAY, openTestStore, TRADER } from './given.ts';

const grower: Caller = { plane: 'enterprise', party: GROWER, scopes: [] };
const trader: Caller = { plane: 'enterprise', party: TRADER, scopes: [] };
const job = (n: number, sender = GROWER): NewCaptureJob => ({
  id: randomUUID(),
  sender,
  plane: 'enterprise',
  receivedAt: MAY + n,
  errorBehaviour: 'proceed',
  mediaType: 'application/ld+json',
});
const BODY = Buffer.from([0x7b, 0x00, 0xff, 0x7d]);

test('a document waits with every byte until a worker takes it, the oldest first', async () => {
  await using db = await openTestStore();
  const [first, second] = [job(1), job(2)];
  await appendCaptureJob(db, second, BODY);
  await appendCaptureJob(db, first, BODY);
  const task = await takeCaptureJob(db, 7);
  expect(task).toMatchObject({ ...first, attempts: 1 });
  expect(task?.body.equals(BODY)).toBe(true);
  expect(await readCaptureJob(db, grower, first.id)).toMatchObject({ state: 'running' });
  expect(await readCaptureJob(db, grower, second.id)).toMatchObject({ state: 'waiting' });
});

test('two workers never take the same document', async () => {
  await using db = await openTestStore();
  for (let n = 0; n < 4; n += 1) await appendCaptureJob(db, job(n), BODY);
  const sessions = [await db.connect(), await db.connect()];
  await Promise.all(sessions.map((session, n) => holdWorkerLock(session, n + 1)));
  const taken = await Promise.all([takeCaptureJob(db, 1), takeCaptureJob(db, 2)]);
  expect(new Set(taken.map((task) => task?.id)).size).toBe(2);
  for (const session of sessions) session.release(true);
});

test('the document of a living worker is left to it, that of a dead one is taken again', async () => {
  await using db = await openTestStore();
  await appendCaptureJob(db, job(1), BODY);
  const session = await db.connect();
  expect(await holdWorkerLock(session, 1)).toBe(true);
  expect((await takeCaptureJob(db, 1))?.attempts).toBe(1);
  expect(await takeCaptureJob(db, 2)).toBeUndefined();
  const [backend] = await session.query<{ pid: number }>('select pg_backend_pid() as pid');
  await db.query('select pg_terminate_backend($1)', [backend?.pid]);
  session.release(true);
  await expect.poll(async () => (await takeCaptureJob(db, 2))?.attempts).toBe(2);
});

test('a document that could not be worked on goes back to the queue', async () => {
  await using db = await openTestStore();
  const waiting = job(1);
  await appendCaptureJob(db, waiting, BODY);
  await takeCaptureJob(db, 1);
  await releaseCaptureJob(db, waiting.id);
  expect((await takeCaptureJob(db, 2))?.attempts).toBe(2);
});

test('a finished job keeps its outcome and lets its document go; it is finished once', async () => {
  await using db = await openTestStore();
  const waiting = job(1);
  await appendCaptureJob(db, waiting, BODY);
  await takeCaptureJob(db, 1);
  expect(await finishCaptureJob(db, waiting.id, { success: true, outcome: '{"stored": 3}' })).toBe(true);
  expect(await finishCaptureJob(db, waiting.id, { success: false, outcome: '{}' })).toBe(false);
  const row = await readCaptureJob(db, grower, waiting.id);
  expect(row).toMatchObject({ state: 'finished', success: true, outcome: '{"stored": 3}' });
  expect(row?.finishedAt).toBeGreaterThan(MAY);
  expect(await takeCaptureJob(db, 2)).toBeUndefined();
  expect(await db.query('select from capture_job where body is not null')).toEqual([]);
});

test('a small capture is one transaction with its finished job', async () => {
  await using db = await openTestStore();
  const small = job(1);
  await appendEvents(db, batchOf([given('e1')], { job: small.id }), {
    within: (tx, { stored }) =>
      appendFinishedJob(tx, small, { success: true, outcome: `{"stored": ${stored}}` }),
  });
  expect(await readCaptureJob(db, grower, small.id)).toMatchObject({
    success: true,
    outcome: '{"stored": 1}',
  });
});

test("nobody sees another's jobs", async () => {
  await using db = await openTestStore();
  const own = job(1);
  await appendCaptureJob(db, own, BODY);
  expect(await readCaptureJob(db, trader, own.id)).toBeUndefined();
  expect(await readCaptureJob(db, PUBLIC, own.id)).toBeUndefined();
  expect(await readCaptureJob(db, grower, 'no uuid')).toBeUndefined();
  expect(await listCaptureJobs(db, trader, { perPage: 10 })).toEqual({ ok: true, jobs: [] });
  expect(await readCaptureJob(db, SYSTEM, own.id)).toMatchObject({ id: own.id });
});

test('jobs are listed latest first, page by page, and a foreign token is refused', async () => {
  await using db = await openTestStore();
  const jobs = Array.from({ length: 5 }, (_, n) => job(n));
  for (const one of jobs) await appendCaptureJob(db, one, BODY);
  const seen: string[] = [];
  let token: string | undefined;
  do {
    const page = await listCaptureJobs(db, grower, { perPage: 2, ...(token ? { token } : {}) });
    if (!page.ok) throw new Error(page.reason);
    seen.push(...page.jobs.map(({ id }) => id));
    token = page.nextPageToken;
  } while (token);
  expect(seen).toEqual(jobs.map(({ id }) => id).reverse());
  expect(await listCaptureJobs(db, grower, { perPage: 2, token: 'x' })).toEqual({
    ok: false,
    reason: 'badToken',
  });
});
