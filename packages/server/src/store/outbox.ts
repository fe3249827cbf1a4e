import type { Executor } from './database.ts';

/** Channel that wakes the sequencer; a poll backs it. */
export const OUTBOX_CHANNEL = 'yunsu_outbox';

/** A committed batch, on its way to be numbered. */
export interface OutboxRow {
  readonly firstEvent: string;
  readonly lastEvent: string;
  readonly events: number;
  readonly sender: string;
  readonly job?: string;
}

/** Adds the batch without a number: numbers given before commit would let a cursor pass rows that commit late. */
export async function appendOutbox(tx: Executor, row: OutboxRow): Promise<void> {
  await tx.execute(
    'insert into outbox (first_event, last_event, events, sender, job) values ($1, $2, $3, $4, $5)',
    [row.firstEvent, row.lastEvent, row.events, row.sender, row.job ?? null],
  );
}

/**
 * Wakes whoever listens. Sent after the commit and not in it: PostgreSQL lets only one transaction with a notification
 * commit at a time.
 */
export async function wake(db: Executor, channel: string): Promise<void> {
  await db.query('select pg_notify($1, $2)', [channel, '']);
}
