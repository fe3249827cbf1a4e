import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Executor, Session } from './database.ts';

/** A connection inside BEGIN … COMMIT. */
export type Transaction = Executor & Pick<Session, 'copy'>;

/** Most attempts of one transaction. */
export const ATTEMPTS_MAX = 4;
const WAIT_MS = 50;

/** Errors after which the server has surely rolled back: serialization failure, deadlock. */
const ROLLED_BACK = new Set(['40001', '40P01']);
/** Connections that were cut, where Node names no system call. */
const CUT = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT']);
/** What Node says of a stream to the database that is gone. */
const STREAM_GONE = new Set([
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
  'ERR_STREAM_PREMATURE_CLOSE',
]);
/** Refusals of a connection that waiting does not mend: wrong password (class 28), no such database. */
const NOT_TO_MEND = /^(28|3D)/;
/** A row met a partition that another transaction attached meanwhile (`23514`, check_violation, of no named constraint). */
const isMisrouted = (error: unknown) =>
  codeOf(error) === '23514' && error instanceof Error && / partition constraint$/.test(error.message);
const LOST_MESSAGE =
  /^(Connection terminated|Client (has encountered|was closed)|timeout exceeded when|Query read timeout)/;
/** The time limit has been waited for once already; to wait again helps nobody. */
const TIMED_OUT = /^(timeout exceeded when|Query read timeout)/;
/** The driver refused to send the statement at all. */
const NOT_SENT = /is not queryable$/;

/** PostgreSQL's code of an error (SQLSTATE), or Node's, where it has one. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/**
 * True where the connection failed and not the statement: PostgreSQL ended it (`FATAL` and `PANIC` do, whatever their
 * code, and class 08), the operating system refused or cut it, or the driver found it gone.
 */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error) ?? '';
  if (code.startsWith('08') || STREAM_GONE.has(code) || LOST_MESSAGE.test(error.message)) return true;
  if ('severity' in error) return /^(FATAL|PANIC)$/.test(String(error.severity)) && !NOT_TO_MEND.test(code);
  return 'syscall' in error || CUT.has(code);
}

/** True of a conflict with other transactions that repeating solves, and that outlasted the attempts where it is thrown. */
export function isConflict(error: unknown): boolean {
  return ROLLED_BACK.has(codeOf(error) ?? '') || isMisrouted(error);
}

/** What to do with the result of a transaction's work. */
export interface TransactionOptions<T> {
  /** Where it says false of the result, everything is rolled back and the result returned all the same. */
  readonly keep?: (result: T) => boolean;
  /**
   * Runs before an attempt that follows a lost connection. A database that crashed forgets what was committed without
   * waiting for its disk, and the work may count on such rows.
   */
  readonly afterLoss?: () => Promise<void>;
}

/**
 * Runs `work` in one transaction, again where that is safe: after a deadlock or a serialization failure, after a new
 * partition came between, and after a lost connection as long as COMMIT was not sent and nobody waited for a time limit. A connection lost **during** COMMIT leaves the outcome unknown;
 * that error goes to the caller. `work` must be repeatable.
 */
export async function transaction<T>(
  db: Database,
  work: (tx: Transaction) => Promise<T>,
  options: TransactionOptions<T> = {},
): Promise<T> {
  let lost = false;
  for (let attempt = 1; ; attempt += 1) {
    const tried = await attemptOnce(db, work, options, lost);
    if (tried.ok) return tried.value;
    if (!tried.repeatable || attempt === ATTEMPTS_MAX) throw tried.error;
    lost ||= isConnectionLost(tried.error);
    await pause(attempt);
  }
}

/** Runs work outside of a transaction, again after a lost connection: every statement of it must be idempotent. */
export async function repeatWhenLost<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const timedOut = error instanceof Error && TIMED_OUT.test(error.message);
      if (!isConnectionLost(error) || timedOut || attempt === ATTEMPTS_MAX) throw error;
      await pause(attempt);
    }
  }
}

const pause = (attempt: number) => sleep(WAIT_MS * 2 ** attempt * (0.5 + Math.random()));

type Attempt<T> = { ok: true; value: T } | { ok: false; repeatable: boolean; error: unknown };

async function attemptOnce<T>(
  db: Database,
  work: (tx: Transaction) => Promise<T>,
  { keep, afterLoss }: TransactionOptions<T>,
  lost: boolean,
): Promise<Attempt<T>> {
  let session: Session | undefined;
  let committing = false;
  try {
    if (lost) await afterLoss?.();
    session = await db.connect();
    await session.execute('begin');
    const value = await work(session);
    committing = keep === undefined || keep(value);
    await session.execute(committing ? 'commit' : 'rollback');
    session.release(false);
    return { ok: true, value };
  } catch (error) {
    await abandon(session, error);
    const message = error instanceof Error ? error.message : '';
    const safe = (!committing || NOT_SENT.test(message)) && !TIMED_OUT.test(message);
    const repeatable = isConflict(error) || (safe && isConnectionLost(error));
    return { ok: false, repeatable, error };
  }
}

/** Only an error that the server itself reported leaves a connection that can be used again. */
async function abandon(session: Session | undefined, error: unknown): Promise<void> {
  if (!session) return;
  if (!isReportedByServer(error)) {
    session.release(true);
    return;
  }
  const rolledBack = await session.execute('rollback').then(
    () => true,
    () => false,
  );
  session.release(!rolledBack);
}

function isReportedByServer(error: unknown): boolean {
  return error instanceof Error && 'severity' in error && error.severity === 'ERROR';
}
