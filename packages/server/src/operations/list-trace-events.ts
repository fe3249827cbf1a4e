import type { EventView } from '@yunsu/api';
import type { Caller, GraphNode, Key, TraceGraph } from '@yunsu/domain';
import type { Context } from '../context.ts';
import { listUnitEvents } from '../store/list-unit-events.ts';
import type { EventRow } from '../store/read-events.ts';
import { toEventViews } from './event-views.ts';
import { readProductsOf } from './products.ts';

/** Most units of a trace whose events are read, and most events of each: a page is for reading. */
export const TRACE_UNITS_MAX = 60;
const EVENTS_PER_UNIT_MAX = 200;

/**
 * What happened to the units of a trace while the root's amount was with each holder. Another sale of the same lot, at
 * another place or after the amount had left, is not part of this story.
 */
export async function listTraceEvents(
  context: Context,
  caller: Caller,
  graph: TraceGraph,
): Promise<EventView[]> {
  const left = leavingTimes(graph);
  const linked = new Set(graph.links.map(({ event }) => event));
  const units = [...new Set(graph.nodes.map(({ unit }) => unit))].slice(0, TRACE_UNITS_MAX);
  const rows = new Map<string, EventRow>();
  for (const unit of units) {
    const page = await listUnitEvents(context.db, caller, unit, { perPage: EVENTS_PER_UNIT_MAX });
    if (!page.ok) continue;
    const nodes = graph.nodes.filter((node) => node.unit === unit);
    for (const row of page.events) {
      if (linked.has(row.event) || nodes.some((node) => happenedThere(row, node, left)))
        rows.set(row.event, row);
    }
  }
  const products = await readProductsOf(context, units);
  const ordered = [...rows.values()].sort(
    (a, b) => a.eventTime - b.eventTime || (a.eventID < b.eventID ? -1 : 1),
  );
  return await toEventViews(context, caller, ordered, products.ledgers);
}

/** When the root's amount last left each node. */
function leavingTimes({ links }: TraceGraph): ReadonlyMap<string, number> {
  const left = new Map<string, number>();
  for (const { from, time } of links) left.set(from, Math.max(time, left.get(from) ?? time));
  return left;
}

function happenedThere(row: EventRow, node: GraphNode, left: ReadonlyMap<string, number>): boolean {
  const place: Key | undefined = row.bizLocation ?? row.readPoint;
  if (place !== node.place || row.declared) return false;
  return row.eventTime >= node.time && row.eventTime <= (left.get(node.id) ?? Number.POSITIVE_INFINITY);
}
