import type { Database, Executor } from './database.ts';
import { toTimestamp } from './micros.ts';
import { type Transaction, transaction } from './transaction.ts';

/** The point up to which everything is known: the last number of the sequencer and its time in microseconds. */
export interface KnownAt {
  readonly number: string;
  readonly time: number;
}

/** A numbered batch. */
export interface KnownBatch {
  readonly number: string;
  readonly numbered: number;
  readonly firstEvent: string;
  readonly lastEvent: string;
  readonly events: number;
  readonly sender: string;
  readonly job?: string;
}

/** Most batches numbered in one transaction, and most read at once. */
export const BATCHES_MAX = 1_000;
/** The sequencer is one per database: any fixed number that nothing else locks. */
const SEQUENCER_LOCK = 20_260_002;
/** 1970: nothing is known yet. */
const NOTHING: KnownAt = { number: '0', time: 0 };

/** The last number and its time; "as known at" of an answer. */
export async function readKnownAt(db: Executor): Promise<KnownAt> {
  const rows = await db.query<{ number: string; numbered: number }>(
    'select number, numbered from known_batch order by number desc limit 1',
  );
  const row = rows[0];
  return row ? { number: row.number, time: row.numbered } : NOTHING;
}

/**
 * Numbers committed batches, at most BATCHES_MAX, and answers how many. One sequencer at a time: a second one finds the
 * lock taken and numbers nothing. `settle` runs in the same transaction, when all of them are visible.
 */
export function numberBatches(
  db: Database,
  settle: (tx: Transaction) => Promise<void> = async () => {},
): Promise<number> {
  return transaction(db, async (tx) => {
    const locks = await tx.query<{ taken: boolean }>('select pg_try_advisory_xact_lock($1) as taken', [
      SEQUENCER_LOCK,
    ]);
    if (!locks[0]?.taken) return 0;
    // The clock may go back; the time of a number never does.
    const numbered = await tx.execute(
      `with last as (select coalesce(max(number), 0) as number, max(numbered) as numbered from known_batch),
            next as (select first_event from outbox order by first_event limit $1),
            taken as (delete from outbox o using next where o.first_event = next.first_event returning o.*)
       insert into known_batch (number, numbered, first_event, last_event, events, sender, job)
       select last.number + row_number() over (order by t.first_event),
              greatest(last.numbered, clock_timestamp()), t.first_event, t.last_event, t.events, t.sender, t.job
         from taken t, last`,
      [BATCHES_MAX],
    );
    if (numbered > 0) await settle(tx);
    return numbered;
  });
}

/** The batches after a number, in order, at most BATCHES_MAX: what a consumer reads. */
export async function readBatchesAfter(db: Executor, number: string): Promise<KnownBatch[]> {
  const rows = await db.query<KnownBatchRow>(
    `select number, numbered, first_event, last_event, events, sender, job from known_batch
      where number > $1 order by number limit $2`,
    [number, BATCHES_MAX],
  );
  return rows.map(toKnownBatch);
}

/** The number of the batch that brought an event; undefined while it is not numbered. */
export async function readBatchOf(db: Executor, event: string): Promise<KnownBatch | undefined> {
  const rows = await db.query<KnownBatchRow>(
    `select number, numbered, first_event, last_event, events, sender, job from known_batch
      where first_event <= $1 order by first_event desc limit 1`,
    [event],
  );
  const row = rows[0];
  return row && BigInt(row.last_event) >= BigInt(event) ? toKnownBatch(row) : undefined;
}

/** What was known at a time in microseconds: the last number given by then. */
export async function readKnownBy(db: Executor, time: number): Promise<KnownAt> {
  const rows = await db.query<{ number: string; numbered: number }>(
    'select number, numbered from known_batch where numbered <= $1 order by number desc limit 1',
    [toTimestamp(time)],
  );
  const row = rows[0];
  return row ? { number: row.number, time: row.numbered } : NOTHING;
}

interface KnownBatchRow {
  number: string;
  numbered: number;
  first_event: string;
  last_event: string;
  events: number;
  sender: string;
  job: string | null;
}

function toKnownBatch(row: KnownBatchRow): KnownBatch {
  return {
    number: row.number,
    numbered: row.numbered,
    firstEvent: row.first_event,
    lastEvent: row.last_event,
    events: row.events,
    sender: row.sender,
    ...(row.job === null ? {} : { job: row.job }),
  };
}
