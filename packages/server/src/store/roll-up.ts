import type { CaptureEvent } from './capture-batch.ts';
import type { Executor } from './database.ts';

/** The day of China (UTC+8, no summer time) that an instant in microseconds falls in. */
export function chinaDay(micros: number): string {
  return new Date(Math.floor(micros / 1000) + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** Writers of one cell are spread over this many rows, so that captures of one county do not wait for each other. */
const SLICES = 8;

/** Counts events by day, division and class; the division and class are those of the events' scopes. */
export async function appendRollUp(tx: Executor, events: readonly CaptureEvent[]): Promise<void> {
  const counts = new Map<string, number>();
  for (const { event, scopes, declaration } of events) {
    if (declaration) continue;
    const day = chinaDay(event.eventTime.micros);
    const cells = new Set(scopes.map((scope) => scope.slice(scope.indexOf(':') + 1)));
    for (const cell of cells) {
      const key = `${day}:${cell}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  if (counts.size === 0) return;
  const cells = [...counts.keys()].sort();
  const parts = cells.map((cell) => cell.split(':', 3));
  await tx.execute(
    `insert into daily_roll_up (day, division, class, slice, events)
     select day, division, class, pg_backend_pid() % ${SLICES}, events
       from unnest($1::date[], $2::text[], $3::text[], $4::bigint[]) as c (day, division, class, events)
      order by day, division, class
     on conflict (day, division, class, slice) do update set events = daily_roll_up.events + excluded.events`,
    [
      parts.map(([day]) => day),
      parts.map(([, division = '']) => division),
      parts.map(([, , kind = '']) => kind),
      cells.map((cell) => counts.get(cell)),
    ],
  );
}

/** Events told for a cell, voided ones included. */
export interface RollUpRow {
  readonly day: string;
  readonly division: string;
  readonly class: string;
  readonly events: number;
}

/** Most cells in one answer. */
export const ROLL_UP_MAX = 10_000;

/** The cells of a division prefix between two days, both included. */
export async function readRollUp(
  db: Executor,
  divisionPrefix: string,
  fromDay: string,
  toDay: string,
): Promise<RollUpRow[]> {
  const rows = await db.query<Omit<RollUpRow, 'events'> & { events: string }>(
    `select day, division, class, sum(events)::bigint as events from daily_roll_up
      where starts_with(division, $1) and day between $2 and $3
      group by day, division, class order by day, division, class limit ${ROLL_UP_MAX}`,
    [divisionPrefix, fromDay, toDay],
  );
  return rows.map((row) => ({ ...row, events: Number(row.events) }));
}
