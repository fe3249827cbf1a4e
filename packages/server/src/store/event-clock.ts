import type { Executor } from './database.ts';

/** 2020-01-01T00:00:00Z in milliseconds since 1970: where event numbers begin. */
const EPOCH_MS = 1_577_836_800_000;
const COUNTER_BITS = 22n;

/** The first event number of an instant in milliseconds since 1970. */
export const firstNumberAt = (millis: number): bigint => BigInt(millis - EPOCH_MS) << COUNTER_BITS;

/** The recordTime that an event number holds, in microseconds since 1970. */
export function recordTimeOf(event: string): number {
  return (Number(BigInt(event) >> COUNTER_BITS) + EPOCH_MS) * 1000;
}

/**
 * Takes a block of event numbers and answers with the first. The one row is locked for this statement only, so two
 * blocks never interleave, and numbers go up even when the clock goes back. Its commit need not wait for the disk:
 * whoever commits an event with such a number flushes the log up to there.
 */
export async function takeEventNumbers(db: Executor, count: number): Promise<bigint> {
  const rows = await db.query<{ last: string }>(
    `update event_clock
        set last = greatest(last,
              (((extract(epoch from clock_timestamp()) * 1000)::bigint - ${EPOCH_MS}) << ${COUNTER_BITS}) - 1) + $1
      where set_config('synchronous_commit', 'off', true) = 'off'
      returning last`,
    [count],
  );
  const row = rows[0];
  if (!row) throw new Error('the table event_clock has lost its row');
  return BigInt(row.last) - BigInt(count) + 1n;
}
