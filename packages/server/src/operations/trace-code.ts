import type { TraceAnswer, TraceQuery } from '@yunsu/api';
import {
  type Caller,
  GATHER_LIMITS,
  type GraphLink,
  type GraphNode,
  type TraceGraph,
  type TraceRequest,
  traceUnit,
} from '@yunsu/domain';
import type { Context } from '../context.ts';
import { type FoundUnit, findUnit } from './find-unit.ts';
import { type KnownPoint, readKnownPoint, toAsKnownAt } from './known-point.ts';
import { nameTrace } from './name-trace.ts';
import { parseInstant } from './parse-instant.ts';
import { readProductsOf } from './products.ts';
import { traceSources } from './trace-sources.ts';

/** What of a trace is wanted; `unitsMax` bounds the walk where an answer is for reading (a page) and not for keeping. */
export type TraceScope = Omit<TraceQuery, 'code'> & { readonly unitsMax?: number };

/** Where a unit came from and where it went, as the caller may know it. */
export async function traceCode(context: Context, caller: Caller, query: TraceQuery): Promise<TraceAnswer> {
  return traceFound(context, caller, await findUnit(context, query.code), query);
}

/** The same for a unit that has been found. */
export async function traceFound(
  context: Context,
  caller: Caller,
  unit: FoundUnit,
  query: TraceScope,
): Promise<TraceAnswer> {
  return (await traceWithGraph(context, caller, unit, query)).answer;
}

/** The same with the graph in keys beside it, for what is looked up further. */
export async function traceWithGraph(
  context: Context,
  caller: Caller,
  unit: FoundUnit,
  query: TraceScope,
): Promise<{ answer: TraceAnswer; graph: TraceGraph }> {
  const known = await readKnownPoint(context, query.knownAt);
  const graph = await readGraph(context, caller, unit, { ...query, known });
  const { ledgers } = await readProductsOf(context, new Set(graph.nodes.map((node) => node.unit)));
  const named = await nameTrace(context, caller, graph, { ledgers, both: isBoth(query) });
  return { answer: { root: graph.root, asKnownAt: toAsKnownAt(known), ...named }, graph };
}

export const isBoth = ({ direction = 'both' }: { direction?: string }): boolean => direction === 'both';

/** The trace in keys: nothing is named and nothing masked yet. */
export async function readGraph(
  context: Context,
  caller: Caller,
  unit: FoundUnit,
  query: TraceScope & { readonly known: KnownPoint; readonly onReach?: TraceRequest['onReach'] },
): Promise<TraceGraph> {
  const { direction = 'both', depthMax, unitsMax } = query;
  const from = parseInstant('from', query.from);
  const to = parseInstant('to', query.to);
  const sources = traceSources(context, caller, query.known.bound);
  const request = {
    root: unit.key,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(depthMax === undefined ? {} : { depthMax }),
    ...(unitsMax === undefined ? {} : { limits: { ...GATHER_LIMITS, unitsMax } }),
  };
  if (direction !== 'both') {
    const onReach = query.onReach === undefined ? {} : { onReach: query.onReach };
    return await traceUnit(sources, { ...request, ...onReach, direction });
  }
  const back = await traceUnit(sources, { ...request, direction: 'back' });
  return merge(back, await traceUnit(sources, { ...request, direction: 'forward' }));
}

const whereOf = (node: GraphNode): string =>
  `${node.unit}|${node.party ?? ''}|${node.place ?? ''}|${node.inTransit}`;

/** Both directions in one answer: a holding that both reach is the node of the way back. */
function merge(back: TraceGraph, forward: TraceGraph): TraceGraph {
  const known = new Map(back.nodes.map((node) => [whereOf(node), node.id]));
  const renamed = new Map(forward.nodes.map((node) => [node.id, known.get(whereOf(node)) ?? node.id]));
  const links = new Map(
    back.links.map((link) => [`${link.from}|${link.to}|${link.kind}|${link.event}`, link]),
  );
  for (const link of forward.links) {
    const moved: GraphLink = {
      ...link,
      from: renamed.get(link.from) ?? link.from,
      to: renamed.get(link.to) ?? link.to,
    };
    const key = `${moved.from}|${moved.to}|${moved.kind}|${moved.event}`;
    if (!links.has(key)) links.set(key, moved);
  }
  return {
    root: back.root === '' ? forward.root : back.root,
    nodes: [...back.nodes, ...forward.nodes.filter((node) => renamed.get(node.id) === node.id)],
    links: [...links.values()].sort((a, b) => a.time - b.time),
    gaps: [
      ...back.gaps,
      ...forward.gaps
        .filter(
          (gap) =>
            !back.gaps.some(
              (other) => other.unit === gap.unit && other.event === gap.event && other.kind === gap.kind,
            ),
        )
        .map((gap) => ({
          ...gap,
          ...(gap.node === undefined ? {} : { node: renamed.get(gap.node) ?? gap.node }),
        })),
    ],
    truncated: back.truncated ?? forward.truncated,
  };
}
