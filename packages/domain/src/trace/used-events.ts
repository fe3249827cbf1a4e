import { type GatherRequest, gather, type Truncation } from './gather.ts';
import type { TraceSources } from './trace.ts';

/** An event that a trace was computed from. */
export interface UsedEvent {
  /** The store's number, as decimal text. */
  readonly event: string;
  /** Microseconds since 1970, UTC. */
  readonly time: number;
}

/**
 * The events from which a walk is computed: all that the replay weighs, also those that only say what else was in a pool, for
 * without them the shares would be others. The same events in another store give the same trace. In order of time.
 */
export async function usedEvents(
  sources: Pick<TraceSources, 'postings'>,
  request: GatherRequest,
): Promise<{ events: UsedEvent[]; truncated: Truncation | undefined }> {
  const { events, truncated } = await gather(sources.postings, request);
  const used = [...events].map(([event, [first]]) => ({ event, time: first?.eventTime ?? 0 }));
  return { events: used.sort(inTime), truncated };
}

/** Order of time; events of one instant in the order of their numbers. */
export const inTime = (a: UsedEvent, b: UsedEvent): number =>
  a.time - b.time || a.event.length - b.event.length || (a.event < b.event ? -1 : 1);
