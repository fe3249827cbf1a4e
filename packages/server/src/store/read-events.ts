import type { Caller, Key } from '@yunsu/domain';
import type { Action, EventType, Json } from '@yunsu/epcis';
import type { Executor } from './database.ts';
import { recordTimeOf } from './event-clock.ts';
import { eventIDKey } from './event-key.ts';
import { parseJsonText } from './json-text.ts';
import type { KnownAt } from './known-batches.ts';
import { standsTo } from './known-to.ts';
import { visibleTo } from './visible-to.ts';

/** A stored event. Times in microseconds since 1970. */
export interface EventRow {
  /** The store's number, as decimal text. */
  readonly event: string;
  readonly eventID: string;
  readonly eventTime: number;
  readonly eventTimeZoneOffset: string;
  readonly recordTime: number;
  readonly type: EventType;
  readonly action?: Action;
  readonly bizStep?: string;
  readonly process?: string;
  readonly disposition?: string;
  readonly persistentSet: readonly string[];
  readonly persistentUnset: readonly string[];
  readonly readPoint?: Key;
  readonly bizLocation?: Key;
  readonly actor: string;
  /** ILMD and extensions; absent where there are none. */
  readonly ext?: Json;
  /** The member as accepted, secret values cut out. */
  readonly doc: string;
  readonly contextText: string;
  /** True of an error declaration, which is about an event and is none itself. */
  readonly declared: boolean;
  /** The event that declared this one wrong. */
  readonly voidFrom?: string;
}

/** Most events read by one statement. */
export const EVENTS_READ_MAX = 10_000;

/**
 * Events by number, in the order of their numbers; those that the caller may not see are absent, as if they did not
 * exist. With `known` they are voided only where that was known then. Sent without a name, so that it is planned for the values at hand and reads only the partitions that it needs.
 */
export async function readEvents(
  db: Executor,
  caller: Caller,
  events: readonly string[],
  known?: KnownAt,
): Promise<EventRow[]> {
  if (events.length === 0) return [];
  if (events.length > EVENTS_READ_MAX) throw new Error(`more than ${EVENTS_READ_MAX} events to read`);
  const values: unknown[] = [events];
  const visible = visibleTo(caller, 'e.rights', values, events.length);
  const stands = standsTo(known, 'v.void_from', values);
  const rows = await db.query<Row>(
    `select e.event_id, e.event_uri, e.event_time, e.zone_offset, e.type, e.action, e.biz_step, e.process,
            e.disposition, e.persistent_set, e.persistent_unset, e.read_point, e.biz_location, e.actor, e.declared,
            e.doc, e.ext, c.context,
            case when ${stands} then null else v.void_from end as void_from
       from event e
       join event_context c on c.hash = e.context
       left join event_void v on v.event_id = e.event_id
      where e.event_id = any($1::bigint[]) and ${visible}
      order by e.event_id`,
    values,
  );
  return rows.map(toEventRow);
}

/** Everything under one eventID that the caller may see: the event, its declarations, and another actor's namesake. */
export async function readEventsByID(db: Executor, caller: Caller, eventID: string): Promise<EventRow[]> {
  const keys = await db.query<{ event_id: string }>(
    'select event_id from event_key where h = $1 order by event_id limit $2',
    [eventIDKey(eventID), EVENTS_READ_MAX],
  );
  const rows = await readEvents(
    db,
    caller,
    keys.map(({ event_id }) => event_id),
  );
  return rows.filter((row) => row.eventID === eventID);
}

interface Row {
  event_id: string;
  event_uri: string;
  event_time: number;
  zone_offset: string;
  type: EventType;
  action: Action | null;
  biz_step: string | null;
  process: string | null;
  disposition: string | null;
  persistent_set: string[];
  persistent_unset: string[];
  read_point: Key | null;
  biz_location: Key | null;
  actor: string;
  declared: boolean;
  doc: string;
  ext: string | null;
  context: string;
  void_from: string | null;
}

function toEventRow(row: Row): EventRow {
  return {
    event: row.event_id,
    eventID: row.event_uri,
    eventTime: row.event_time,
    eventTimeZoneOffset: row.zone_offset,
    recordTime: recordTimeOf(row.event_id),
    type: row.type,
    ...(row.action === null ? {} : { action: row.action }),
    ...(row.biz_step === null ? {} : { bizStep: row.biz_step }),
    ...(row.process === null ? {} : { process: row.process }),
    ...(row.disposition === null ? {} : { disposition: row.disposition }),
    persistentSet: row.persistent_set,
    persistentUnset: row.persistent_unset,
    ...(row.read_point === null ? {} : { readPoint: row.read_point }),
    ...(row.biz_location === null ? {} : { bizLocation: row.biz_location }),
    actor: row.actor,
    ...(row.ext === null ? {} : { ext: parseJsonText(row.ext) }),
    doc: row.doc,
    contextText: row.context,
    declared: row.declared,
    ...(row.void_from === null ? {} : { voidFrom: row.void_from }),
  };
}
