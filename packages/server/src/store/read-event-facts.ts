import type { Executor } from './database.ts';

/** What a trace says of an event: its id and what it did. */
export interface EventFact {
  readonly eventID: string;
  readonly bizStep?: string;
  readonly process?: string;
  readonly disposition?: string;
}

/** Most events in one question. */
export const EVENT_FACTS_MAX = 20_000;

/**
 * Ids and steps of events whose postings the caller has already been given; an event and its postings carry the same
 * rights. Sent without a name, so that the numbers at hand decide which partitions are read.
 */
export async function readEventFacts(
  db: Executor,
  events: readonly string[],
): Promise<Map<string, EventFact>> {
  if (events.length > EVENT_FACTS_MAX) throw new Error(`more than ${EVENT_FACTS_MAX} events to read`);
  if (events.length === 0) return new Map();
  const rows = await db.tuples<[string, string, string | null, string | null, string | null]>(
    'select event_id, event_uri, biz_step, process, disposition from event where event_id = any($1::bigint[])',
    [events],
  );
  return new Map(
    rows.map(([event, eventID, bizStep, process, disposition]) => [
      event,
      {
        eventID,
        ...(bizStep === null ? {} : { bizStep }),
        ...(process === null ? {} : { process }),
        ...(disposition === null ? {} : { disposition }),
      },
    ]),
  );
}
