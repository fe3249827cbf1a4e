import type { Caller } from '@yunsu/domain';
import type { Executor } from './database.ts';
import { parseJsonText } from './json-text.ts';
import { EVENTS_READ_MAX } from './read-events.ts';
import { visibleTo } from './visible-to.ts';

/**
 * The ILMD (full names to values) of events by number, of those that the caller may see and that have one. The members
 * themselves are not read: one of a thousand serials is fifty kilobytes.
 */
export async function readIlmd(
  db: Executor,
  caller: Caller,
  events: readonly string[],
): Promise<Map<string, Readonly<Record<string, unknown>>>> {
  if (events.length === 0) return new Map();
  if (events.length > EVENTS_READ_MAX) throw new Error(`more than ${EVENTS_READ_MAX} events to read`);
  const values: unknown[] = [events];
  const visible = visibleTo(caller, 'e.rights', values, events.length);
  const rows = await db.tuples<[string, string]>(
    `select e.event_id, (e.ext->'ilmd')::text from event e
      where e.event_id = any($1::bigint[]) and ${visible} and e.ext ? 'ilmd'`,
    values,
  );
  return new Map(
    rows.map(([event, ilmd]) => [event, parseJsonText(ilmd) as Readonly<Record<string, unknown>>]),
  );
}
