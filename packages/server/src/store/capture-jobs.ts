import type { Caller } from '@yunsu/domain';
import type { Database, Executor, Session } from './database.ts';
import { type Page, PER_PAGE_MAX } from './list-unit-events.ts';
import { toTimestamp } from './micros.ts';
import { wake } from './outbox.ts';
import { parsePageToken, toPageToken } from './page-token.ts';

/** Channel that wakes the capture worker; a poll backs it. */
export const CAPTURE_CHANNEL = 'yunsu_capture';
/**
 * After so many attempts a document waits behind all others, and is given up once it is older than JOB_PATIENCE_MS: a
 * body that kills its worker must not do so for ever, but kills from outside must not cost an acknowledged document.
 */
export const JOB_ATTEMPTS_MAX = 5;
export const JOB_PATIENCE_MS = 15 * 60_000;
/** First number of the advisory locks that workers hold while they live; the second is the worker's own. */
const WORKER_LOCK = 20_260_003;

/** A capture as it was asked for. */
export interface NewCaptureJob {
  /** A uuid. */
  readonly id: string;
  /** Canonical URI of the party whose key sent it, and the plane of that key. */
  readonly sender: string;
  readonly plane: Caller['plane'];
  /** Microseconds since 1970. */
  readonly receivedAt: number;
  readonly errorBehaviour: 'rollback' | 'proceed';
  readonly mediaType: string;
}

/** A capture with its document, to be worked on. */
export interface CaptureTask extends NewCaptureJob {
  readonly body: Buffer;
  /** How often it has been tried, this time included. */
  readonly attempts: number;
}

/** How a capture ended; `outcome` is what its sender is answered, as JSON text. */
export interface CaptureResult {
  readonly success: boolean;
  readonly outcome: string;
}

/** A capture as its sender may see it. */
export interface CaptureJobRow extends NewCaptureJob {
  readonly state: 'waiting' | 'running' | 'finished';
  readonly finishedAt?: number;
  readonly success?: boolean;
  readonly outcome?: string;
}

/** Stores a document before it is acknowledged. */
export async function appendCaptureJob(db: Database, job: NewCaptureJob, body: Uint8Array): Promise<void> {
  await insertJob(db, job, { state: 'waiting', body });
  await wake(db, CAPTURE_CHANNEL).catch(() => {}); // A poll backs it.
}

/** Adds a job that is finished already, in the transaction that stores its events. */
export async function appendFinishedJob(
  tx: Executor,
  job: NewCaptureJob,
  result: CaptureResult,
): Promise<void> {
  await insertJob(tx, job, { state: 'finished', ...result });
}

async function insertJob(
  db: Executor,
  job: NewCaptureJob,
  stored: { state: string; body?: Uint8Array } & Partial<CaptureResult>,
): Promise<void> {
  const finished = stored.state === 'finished';
  await db.execute(
    `insert into capture_job (id, sender, plane, received, error_behaviour, media_type, state, body, success, outcome,
                              finished)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, case when $11 then clock_timestamp() end)`,
    [
      job.id,
      job.sender,
      job.plane,
      toTimestamp(job.receivedAt),
      job.errorBehaviour,
      job.mediaType,
      stored.state,
      stored.body ?? null,
      stored.success ?? null,
      stored.outcome ?? null,
      finished,
    ],
  );
}

/** Marks a connection as that of a living worker, as long as it stays open. */
export async function holdWorkerLock(session: Session, worker: number): Promise<boolean> {
  const rows = await session.query<{ held: boolean }>('select pg_try_advisory_lock($1, $2) as held', [
    WORKER_LOCK,
    worker,
  ]);
  return rows[0]?.held === true;
}

/**
 * Takes the oldest job that waits, or whose worker is dead: a worker holds an advisory lock on a connection of its own,
 * which the database drops with the process, so no lease has to run out. A worker does one job at a time, so one that
 * still bears its number is free too.
 */
export async function takeCaptureJob(db: Executor, worker: number): Promise<CaptureTask | undefined> {
  const rows = await db.query<JobRow & { body: Buffer; attempts: number }>(
    `update capture_job set state = 'running', worker = $1, attempts = attempts + 1, started = clock_timestamp()
      where id = (
        select id from capture_job
         where state = 'waiting'
            or (state = 'running' and (worker = $1 or worker not in (
                  select objid::bigint from pg_locks
                   where locktype = 'advisory' and granted and classid = $2 and objsubid = 2
                     and database = (select oid from pg_database where datname = current_database()))))
         order by attempts > $3, received limit 1 for update skip locked)
      returning ${JOB_COLUMNS}, body, attempts`,
    [worker, WORKER_LOCK, JOB_ATTEMPTS_MAX],
  );
  const row = rows[0];
  return row && { ...toJob(row), body: row.body, attempts: row.attempts };
}

/**
 * Records how a job ended and lets its document go. In the transaction of its events it is true if and only if they are
 * stored. A job that another worker has finished meanwhile is left alone.
 */
export async function finishCaptureJob(tx: Executor, id: string, result: CaptureResult): Promise<boolean> {
  const changed = await tx.execute(
    `update capture_job
        set state = 'finished', finished = clock_timestamp(), success = $2, outcome = $3, body = null, worker = null
      where id = $1 and state <> 'finished'`,
    [id, result.success, result.outcome],
  );
  return changed > 0;
}

/** Puts a job back that could not be worked on for a reason outside of it (the database was away). */
export async function releaseCaptureJob(db: Executor, id: string): Promise<void> {
  await db.execute(
    `update capture_job set state = 'waiting', worker = null where id = $1 and state = 'running'`,
    [id],
  );
}

/** A job of the caller's own; of `system`, any. */
export async function readCaptureJob(
  db: Executor,
  caller: Caller,
  id: string,
): Promise<CaptureJobRow | undefined> {
  if (!UUID.test(id)) return undefined;
  const rows = await db.query<StateRow>(
    `select ${JOB_COLUMNS}, state, finished, success, outcome from capture_job
      where id = $1 and ($2::text is null or sender = $2)`,
    [id, senderOf(caller)],
  );
  return rows[0] && toJobRow(rows[0]);
}

/** A page of jobs; `badToken` where the token is none of ours. */
export type CaptureJobPage =
  | { readonly ok: true; readonly jobs: CaptureJobRow[]; readonly nextPageToken?: string }
  | { readonly ok: false; readonly reason: 'badToken' };

/** The caller's own jobs, latest first; of `system`, all. */
export async function listCaptureJobs(db: Executor, caller: Caller, page: Page): Promise<CaptureJobPage> {
  const perPage = Math.max(1, Math.min(page.perPage, PER_PAGE_MAX));
  const before = page.token === undefined ? undefined : parsePageToken(page.token, [/^-?\d{1,16}$/, UUID]);
  if (page.token !== undefined && before === undefined) return { ok: false, reason: 'badToken' };
  const values: unknown[] = [senderOf(caller), perPage + 1];
  if (before) values.push(toTimestamp(Number(before[0])), before[1]);
  const rows = await db.query<StateRow>(
    `select ${JOB_COLUMNS}, state, finished, success, outcome from capture_job
      where ($1::text is null or sender = $1) ${before ? 'and (received, id) < ($3, $4)' : ''}
      order by received desc, id desc limit $2`,
    values,
  );
  const shown = rows.slice(0, perPage);
  const last = rows.length > perPage ? shown.at(-1) : undefined;
  const token = last ? { nextPageToken: toPageToken([last.received, last.id]) } : {};
  return { ok: true, jobs: shown.map(toJobRow), ...token };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const JOB_COLUMNS = 'id, sender, plane, received, error_behaviour, media_type';

/** Null for `system`; a caller without a party has no jobs. */
const senderOf = (caller: Caller) => (caller.plane === 'system' ? null : (caller.party ?? ''));

interface JobRow {
  id: string;
  sender: string;
  plane: Caller['plane'];
  received: number;
  error_behaviour: 'rollback' | 'proceed';
  media_type: string;
}

interface StateRow extends JobRow {
  state: CaptureJobRow['state'];
  finished: number | null;
  success: boolean | null;
  outcome: string | null;
}

const toJob = (row: JobRow): NewCaptureJob => ({
  id: row.id,
  sender: row.sender,
  plane: row.plane,
  receivedAt: row.received,
  errorBehaviour: row.error_behaviour,
  mediaType: row.media_type,
});

const toJobRow = (row: StateRow): CaptureJobRow => ({
  ...toJob(row),
  state: row.state,
  ...(row.finished === null ? {} : { finishedAt: row.finished }),
  ...(row.success === null ? {} : { success: row.success }),
  ...(row.outcome === null ? {} : { outcome: row.outcome }),
});
