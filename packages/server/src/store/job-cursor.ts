import { arrayOf } from './database.ts';
import { readBatchesAfter } from './known-batches.ts';
import type { Transaction } from './transaction.ts';

/*
 * A job follows the numbered batches behind a cursor of its own. It moves the cursor in the transaction of its work, so that a
 * crash repeats a step and never loses one. A batch of more events than a step may span is taken in parts.
 */

/** From and to which event number, both included, and the batch that they are of. */
export interface Span {
  readonly first: bigint;
  readonly last: bigint;
  readonly batch: string;
}

/** The next events behind a cursor, and where the cursor is when they are done. */
export interface NextSpans {
  readonly spans: readonly Span[];
  readonly batch: string;
  readonly event: string;
}

/** Reads what comes next behind a cursor, at most `eventsMax` event numbers. */
export async function readSpans(tx: Transaction, cursor: string, eventsMax: number): Promise<NextSpans> {
  const rows = await tx.query<{ batch: string; event_id: string }>(
    'select batch, event_id from job_cursor where name = $1',
    [cursor],
  );
  let batch = rows[0]?.batch ?? '0';
  let event = rows[0]?.event_id ?? '0';
  const spans: Span[] = [];
  let room = BigInt(eventsMax);
  for (const { number, firstEvent, lastEvent } of await readBatchesAfter(tx, batch)) {
    const last = BigInt(lastEvent);
    const begun = BigInt(event) + 1n;
    const first = begun > BigInt(firstEvent) && begun <= last ? begun : BigInt(firstEvent);
    if (last - first + 1n > room) {
      if (room > 0n) {
        event = String(first + room - 1n);
        spans.push({ first, last: BigInt(event), batch: number });
      }
      break;
    }
    spans.push({ first, last, batch: number });
    room -= last - first + 1n;
    batch = number;
    event = '0';
  }
  return { spans, batch, event };
}

/** Moves a cursor behind what has been done. */
export async function moveCursor(
  tx: Transaction,
  cursor: string,
  { batch, event }: Pick<NextSpans, 'batch' | 'event'>,
): Promise<void> {
  await tx.execute('update job_cursor set batch = $2, event_id = $3 where name = $1', [cursor, batch, event]);
}

/** The bounds of spans as two parameters. */
export const boundsOf = (spans: readonly Span[]): [string, string] => [
  arrayOf(spans.map(({ first }) => String(first))),
  arrayOf(spans.map(({ last }) => String(last))),
];
