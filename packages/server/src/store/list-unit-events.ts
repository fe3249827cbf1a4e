import type { Caller, Key } from '@yunsu/domain';
import type { Executor } from './database.ts';
import type { KnownAt } from './known-batches.ts';
import { knownTo } from './known-to.ts';
import { toTimestamp } from './micros.ts';
import { parsePageToken, toPageToken } from './page-token.ts';
import { type EventRow, readEvents } from './read-events.ts';
import { visibleTo } from './visible-to.ts';

/** Which page of a list: at most PER_PAGE_MAX entries after the one that `token` names. */
export interface Page {
  readonly perPage: number;
  readonly token?: string;
  /** Only what was known then, and voided only where that was known. */
  readonly known?: KnownAt | undefined;
}

/** Most entries of a page. */
export const PER_PAGE_MAX = 1_000;

/** A page of events; `badToken` where the token is none of ours. */
export type EventPage =
  | { readonly ok: true; readonly events: EventRow[]; readonly nextPageToken?: string }
  | { readonly ok: false; readonly reason: 'badToken' };

const MICROS = /^-?\d{1,16}$/;
const NUMBER = /^\d{1,19}$/;

/**
 * The events of a unit that the caller may see, voided ones and declarations included, by eventTime and number. Paging
 * is by key and not by offset, so an event captured between two pages moves nothing.
 */
export async function listUnitEvents(
  db: Executor,
  caller: Caller,
  unit: Key,
  page: Page,
): Promise<EventPage> {
  const perPage = Math.max(1, Math.min(page.perPage, PER_PAGE_MAX));
  const after = page.token === undefined ? undefined : parsePageToken(page.token, [MICROS, NUMBER]);
  if (page.token !== undefined && after === undefined) return { ok: false, reason: 'badToken' };
  const values: unknown[] = [unit, perPage + 1];
  const visible = visibleTo(caller, 'p.rights', values);
  const then = knownTo(page.known, 'p.event_id', values);
  const keyset = after
    ? `and (p.event_time, p.event_id) > ($${values.length + 1}, $${values.length + 2})`
    : '';
  if (after) values.push(toTimestamp(Number(after[0])), after[1]);
  const keys = await db.tuples<[time: number, event: string]>(
    `select distinct p.event_time, p.event_id from epc_event p
      where p.k = $1 and ${visible} and ${then} ${keyset}
      order by p.event_time, p.event_id limit $2`,
    values,
  );
  const shown = keys.slice(0, perPage);
  const rows = await readEvents(
    db,
    caller,
    shown.map(([, event]) => event),
    page.known,
  );
  const byNumber = new Map(rows.map((row) => [row.event, row]));
  const events = shown.flatMap(([, event]) => byNumber.get(event) ?? []);
  const last = keys.length > perPage ? shown.at(-1) : undefined;
  return { ok: true, events, ...(last ? { nextPageToken: toPageToken(last) } : {}) };
}
