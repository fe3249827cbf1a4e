import { randomUUID } from 'node:crypto';
import { SYSTEM } from '@yunsu/domain';
import { expect, test } from 'vitest';
import type { CaptureHandlers } from '../../src/jobs/capture-worker.ts';
import { captureNext } from '../../src/jobs/capture-worker.ts';
import { startJobs } from '../../src/jobs/start-jobs.ts';
import { createLog } from '../../src/log.ts';
import { appendEvents } from '../../src/store/append-events.ts';
import {
  appendCaptureJob,
  finishCaptureJob,
  JOB_ATTEMPTS_MAX,
  readCaptureJob,
} from '../../src/store/capture-jobs.ts';
import type { Database } from '../../src/store/database.ts';
import { readKnownAt } from '../../src/store/known-batches.ts';
import { batchOf, countOf, GROWER, given, MAY, openTestStore } from '../store/given.ts';

const contextOf = (db: Database) => ({
  db,
  log: createLog('silent'),
  now: () => new Date('2026-05-15T00:00:00Z'),
});
const mayDeclare = () => false;
const newJob = () => ({
  id: randomUUID(),
  sender: GROWER,
  plane: 'enterprise' as const,
  receivedAt: MAY,
  errorBehaviour: 'proceed' as const,
  mediaType: 'application/ld+json',
});

/** Captures a body that is a list of eventIDs, and says how many were stored. */
const handlersFor = (db: Database): CaptureHandlers => ({
  captureDocument: async (task) => {
    const ids = JSON.parse(task.body.toString()) as string[];
    const batch = batchOf(
      ids.map((id) => given(id)),
      { job: task.id },
    );
    const toResult = (stored: number) => ({ success: true, outcome: `{"stored": ${stored}}` });
    const { stored } = await appendEvents(db, batch, {
      within: async (tx, outcome) => {
        await finishCaptureJob(tx, task.id, toResult(outcome.stored));
      },
    });
    return toResult(stored);
  },
  giveUpDocument: () => ({ success: false, outcome: '{"gaveUp": true}' }),
});

test('running jobs capture a stored document, number its batch and make partitions; stopping waits for them', async () => {
  await using db = await openTestStore();
  const job = newJob();
  {
    await using _ = startJobs(contextOf(db), {
      ...handlersFor(db),
      mayDeclare,
      computeCompleteness: async () => false,
    });
    await appendCaptureJob(db, job, Buffer.from('["e1", "e2"]'));
    await expect
      .poll(async () => (await readCaptureJob(db, SYSTEM, job.id))?.state, { timeout: 8000 })
      .toBe('finished');
    await expect.poll(async () => (await readKnownAt(db)).number, { timeout: 8000 }).toBe('1');
    await expect.poll(async () => countOf(db, 'event_2026q2'), { timeout: 8000 }).toBe(0);
  }
  expect(await countOf(db, 'event')).toBe(2);
});

test('the jobs outlive every connection being killed', async () => {
  await using db = await openTestStore();
  await using _ = startJobs(contextOf(db), {
    ...handlersFor(db),
    mayDeclare,
    computeCompleteness: async () => false,
  });
  await appendEvents(db, batchOf([given('e1')]));
  await expect.poll(async () => (await readKnownAt(db)).number, { timeout: 8000 }).toBe('1');
  await using other = db.again();
  await other.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`,
  );
  const job = newJob();
  await appendCaptureJob(other, job, Buffer.from('["e2"]'));
  await expect.poll(async () => (await readKnownAt(other)).number, { timeout: 15_000 }).toBe('2');
  expect((await readCaptureJob(other, SYSTEM, job.id))?.success).toBe(true);
});

test('a worker that dies after its events were stored and before it could say so: the next one finds repeats', async () => {
  await using db = await openTestStore();
  const job = newJob();
  await appendCaptureJob(db, job, Buffer.from('["e1"]'));
  const dying: CaptureHandlers = {
    ...handlersFor(db),
    captureDocument: async () => {
      await appendEvents(db, batchOf([given('e1')], { job: job.id }));
      throw new Error('killed');
    },
  };
  await expect(captureNext(contextOf(db), dying, 1)).rejects.toThrow('killed');
  expect(await captureNext(contextOf(db), handlersFor(db), 2)).toBe(true);
  expect(await readCaptureJob(db, SYSTEM, job.id)).toMatchObject({ success: true, outcome: '{"stored": 0}' });
  expect(await countOf(db, 'event')).toBe(1);
});

test('a document that fails JOB_ATTEMPTS_MAX times and is old is given up', async () => {
  await using db = await openTestStore();
  const job = newJob();
  await appendCaptureJob(db, job, Buffer.from('["e1"]'));
  const failing = { ...handlersFor(db), captureDocument: () => Promise.reject(new Error('poison')) };
  for (let n = 0; n < JOB_ATTEMPTS_MAX; n += 1) {
    await expect(captureNext(contextOf(db), failing, 1)).rejects.toThrow('poison');
  }
  expect(await readCaptureJob(db, SYSTEM, job.id)).toMatchObject({ state: 'waiting' });
  expect(await captureNext(contextOf(db), failing, 1)).toBe(true);
  expect(await readCaptureJob(db, SYSTEM, job.id)).toMatchObject({
    success: false,
    outcome: '{"gaveUp": true}',
  });
  expect(await captureNext(contextOf(db), failing, 1)).toBe(false);
});

test('a document that fails often and is young goes behind the others and is not given up', async () => {
  await using db = await openTestStore();
  const young = { ...newJob(), receivedAt: contextOf(db).now().getTime() * 1000 - 1 };
  await appendCaptureJob(db, young, Buffer.from('["e1"]'));
  const failing = { ...handlersFor(db), captureDocument: () => Promise.reject(new Error('killed')) };
  for (let n = 0; n <= JOB_ATTEMPTS_MAX; n += 1) {
    await expect(captureNext(contextOf(db), failing, 1)).rejects.toThrow('killed');
  }
  const later = { ...newJob(), receivedAt: young.receivedAt + 1 };
  await appendCaptureJob(db, later, Buffer.from('["e2"]'));
  expect(await captureNext(contextOf(db), handlersFor(db), 1)).toBe(true);
  expect(await readCaptureJob(db, SYSTEM, later.id)).toMatchObject({ success: true });
  expect(await readCaptureJob(db, SYSTEM, young.id)).toMatchObject({ state: 'waiting' });
  expect(await captureNext(contextOf(db), handlersFor(db), 1)).toBe(true);
  expect(await readCaptureJob(db, SYSTEM, young.id)).toMatchObject({ success: true });
});
