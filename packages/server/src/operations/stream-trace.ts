import type { TraceQuery } from '@yunsu/api';
import { type Caller, type GraphNode, type Key, mayReadQuantities, type TraceGraph } from '@yunsu/domain';
import type { Context } from '../context.ts';
import { type FoundUnit, findUnit } from './find-unit.ts';
import { type KnownPoint, readKnownPoint, toAsKnownAt } from './known-point.ts';
import { nameTrace } from './name-trace.ts';
import { readNames } from './naming.ts';
import { parseInstant } from './parse-instant.ts';
import { readProductsOf } from './products.ts';
import { isBoth, readGraph } from './trace-code.ts';
import { chunks } from './trace-sources.ts';

/** Nodes or links named and written at once. */
const PIECE = 10_000;

/**
 * A trace as lines of JSON, for scopes that no reader holds at once: first what is asked, then the counts by holder,
 * then nodes, links, gaps, and at last whether it is whole. Each line is an object with one member that says what it is.
 */
export async function streamTrace(
  context: Context,
  caller: Caller,
  query: TraceQuery,
): Promise<AsyncGenerator<string>> {
  // What can be refused is refused before the first line is out.
  const unit = await findUnit(context, query.code);
  parseInstant('from', query.from);
  parseInstant('to', query.to);
  const known = await readKnownPoint(context, query.knownAt);
  return linesOf(context, caller, unit, { ...query, known });
}

async function* linesOf(
  context: Context,
  caller: Caller,
  unit: FoundUnit,
  query: TraceQuery & { readonly known: KnownPoint },
): AsyncGenerator<string> {
  const both = isBoth(query);
  yield line({ trace: { uri: unit.uri, level: unit.level, asKnownAt: toAsKnownAt(query.known) } });
  const graph = await readGraph(context, caller, unit, query);
  const { ledgers } = await readProductsOf(context, new Set(graph.nodes.map((node) => node.unit)));
  yield line({ holders: await countByHolder(context, caller, graph, ledgers) });
  for (const nodes of chunks(graph.nodes, PIECE)) {
    const named = await nameTrace(context, caller, { nodes }, { ledgers, both });
    yield named.nodes.map((node) => line({ node })).join('');
  }
  for (const links of chunks(graph.links, PIECE)) {
    const named = await nameTrace(context, caller, { links }, { ledgers, both });
    yield named.links.map((link) => line({ link })).join('');
  }
  const { gaps, truncated } = await nameTrace(
    context,
    caller,
    graph.gaps.length > 0 || graph.truncated ? { gaps: graph.gaps, truncated: graph.truncated } : {},
    { ledgers, both },
  );
  yield gaps.map((gap) => line({ gap })).join('');
  yield line({
    end: {
      root: graph.root,
      nodes: graph.nodes.length,
      links: graph.links.length,
      gaps: gaps.length,
      truncated,
    },
  });
}

const line = (value: object): string => `${JSON.stringify(value)}\n`;

type Ledgers = Awaited<ReturnType<typeof readProductsOf>>['ledgers'];

/** How many units of the trace ever came to each holder at each place. */
async function countByHolder(context: Context, caller: Caller, graph: TraceGraph, ledgers: Ledgers) {
  const counts = new Map<string, { party: Key | undefined; place: Key | undefined; units: number }>();
  for (const { party, place } of graph.nodes as readonly GraphNode[]) {
    const key = `${party}|${place}`;
    const count = counts.get(key);
    if (count === undefined) counts.set(key, { party, place, units: 1 });
    else count.units++;
  }
  const all = [...counts.values()].sort((a, b) => b.units - a.units);
  const names = await readNames(context, caller, {
    parties: all.map(({ party }) => party),
    places: all.map(({ place }) => place),
    ledgers,
  });
  const open = mayReadQuantities(caller);
  return all.map(({ party, place, units }) => ({
    holder: names.holder(party),
    place: names.place(place),
    ...(open ? { units } : {}),
  }));
}
