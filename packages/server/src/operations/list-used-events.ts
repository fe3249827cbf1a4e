import type { TraceQuery } from '@yunsu/api';
import {
  type Caller,
  type GatherLimits,
  inTime,
  type Key,
  type Truncation,
  type UsedEvent,
  usedEvents,
} from '@yunsu/domain';
import type { Context } from '../context.ts';
import type { KnownPoint } from './known-point.ts';
import { parseInstant } from './parse-instant.ts';
import { traceSources } from './trace-sources.ts';

interface Used {
  /** In order of time, each once. */
  readonly events: UsedEvent[];
  /** The first limit that a walk met. */
  readonly truncated: Truncation | undefined;
}

/** The events that a trace is computed from, in one direction or both. */
export async function listUsedEvents(
  context: Context,
  caller: Caller,
  unit: { readonly key: Key },
  query: Pick<TraceQuery, 'direction' | 'to'> & { readonly known: KnownPoint; readonly limits: GatherLimits },
): Promise<Used> {
  const { direction = 'both', known, limits } = query;
  const to = parseInstant('to', query.to);
  const sources = traceSources(context, caller, known.bound);
  const byNumber = new Map<string, UsedEvent>();
  let met: Truncation | undefined;
  for (const way of direction === 'both' ? (['back', 'forward'] as const) : [direction]) {
    const request = { root: unit.key, direction: way, limits };
    const found = await usedEvents(sources, { ...request, ...(to === undefined ? {} : { to }) });
    met ??= found.truncated;
    for (const each of found.events) byNumber.set(each.event, each);
  }
  return { events: [...byNumber.values()].sort(inTime), truncated: met };
}
