import type { TraceAnswer, TraceQuery } from '@yunsu/api';
import {
  type Caller,
  endKindOf,
  type GraphLink,
  type GraphNode,
  type Key,
  ledgerOf,
  mayReadQuantities,
  type PublishedFact,
  publishedFacts,
  type TraceGraph,
  traceUnit,
} from '@yunsu/domain';
import type { Context } from '../context.ts';
import { readKnownAt } from '../store/known-batches.ts';
import { EVENT_FACTS_MAX, type EventFact, readEventFacts } from '../store/read-event-facts.ts';
import { EVENTS_READ_MAX, readEvents } from '../store/read-events.ts';
import { type FoundUnit, findUnit } from './find-unit.ts';
import { toInstant } from './instant.ts';
import { type Names, readNames } from './naming.ts';
import { parseInstant } from './parse-instant.ts';
import { type Products, readProductsOf } from './products.ts';
import { readAll, traceSources } from './trace-sources.ts';

/** Where a unit came from and where it went, as the caller may know it. */
export async function traceCode(context: Context, caller: Caller, query: TraceQuery): Promise<TraceAnswer> {
  return traceFound(context, caller, await findUnit(context, query.code), query);
}

/** The same for a unit that has been found. */
export async function traceFound(
  context: Context,
  caller: Caller,
  unit: FoundUnit,
  query: Omit<TraceQuery, 'code'>,
): Promise<TraceAnswer> {
  return (await traceWithGraph(context, caller, unit, query)).answer;
}

/** The same with the graph in keys beside it, for what is looked up further. */
export async function traceWithGraph(
  context: Context,
  caller: Caller,
  unit: FoundUnit,
  query: Omit<TraceQuery, 'code'>,
): Promise<{ answer: TraceAnswer; graph: TraceGraph }> {
  const { direction = 'both', depthMax } = query;
  const from = parseInstant('from', query.from);
  const to = parseInstant('to', query.to);
  const known = await readKnownAt(context.db);
  const sources = traceSources(context, caller);
  const request = {
    root: unit.key,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(depthMax === undefined ? {} : { depthMax }),
  };
  const both = direction === 'both';
  const graph = both
    ? merge(
        await traceUnit(sources, { ...request, direction: 'back' }),
        await traceUnit(sources, { ...request, direction: 'forward' }),
      )
    : await traceUnit(sources, { ...request, direction });
  const answer = await nameGraph(context, caller, graph, {
    known: { number: known.number, time: toInstant(known.time) },
    both,
  });
  return { answer, graph };
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

interface Naming {
  readonly known: { number: string; time: string };
  readonly both: boolean;
}

interface Sayer {
  readonly names: Names;
  readonly products: Products;
  readonly events: ReadonlyMap<string, EventFact>;
  readonly facts: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly quantities: boolean;
  readonly both: boolean;
}

async function nameGraph(
  context: Context,
  caller: Caller,
  graph: TraceGraph,
  { known, both }: Naming,
): Promise<TraceAnswer> {
  const { nodes, links, gaps } = graph;
  const units = new Set<Key>([...nodes.map(({ unit }) => unit), ...gaps.map(({ unit }) => unit)]);
  if (graph.truncated) units.add(graph.truncated.at);
  const products = await readProductsOf(context, units);
  const names = await readNames(context, caller, {
    units,
    parties: nodes.map(({ party }) => party),
    places: nodes.map(({ place }) => place),
    ledgers: products.ledgers,
  });
  const events = new Set([
    ...links.map(({ event }) => event),
    ...gaps.map(({ event }) => event),
    ...nodes.flatMap(({ ends }) => ends.map(({ event }) => event)),
  ]);
  const facts = await readAll([...events].filter(Boolean), EVENT_FACTS_MAX, (part) =>
    readEventFacts(context.db, part),
  );
  const say: Sayer = {
    names,
    products,
    events: facts,
    facts: await readOrigins(context, caller, nodes),
    quantities: mayReadQuantities(caller),
    both,
  };
  return {
    root: graph.root,
    asKnownAt: known,
    nodes: nodes.map((node) => sayNode(say, node)),
    links: links.map((link) => sayLink(say, link)),
    gaps: gaps.map(({ kind, node, unit, quantity, uom, event, time }) => ({
      kind,
      ...(node === undefined ? {} : { node }),
      uri: names.uri(unit),
      ...(say.quantities && quantity !== undefined && uom !== undefined ? { quantity, uom } : {}),
      eventID: facts.get(event)?.eventID ?? '',
      time: toInstant(time),
    })),
    truncated: graph.truncated === null ? null : { ...graph.truncated, at: names.uri(graph.truncated.at) },
  };
}

/** ILMD of the events in which units of the trace began, by event number. */
async function readOrigins(
  context: Context,
  caller: Caller,
  nodes: readonly GraphNode[],
): Promise<Map<string, Readonly<Record<string, unknown>>>> {
  const origins = [...new Set(nodes.flatMap(({ origin }) => origin || []))];
  return await readAll(origins, EVENTS_READ_MAX, async (part) => {
    const rows = await readEvents(context.db, caller, part);
    return new Map(
      rows.map(({ event, ext }) => [
        event,
        (ext as { ilmd?: Record<string, unknown> } | undefined)?.ilmd ?? {},
      ]),
    );
  });
}

/** What volumes the caller may read: all, or only shares (volumes are secrets by default). */
function amounts(say: Sayer, of: GraphNode | GraphLink) {
  const { quantity, quantityMax, uom, share, shareMax } = of;
  return {
    ...(say.quantities && quantity !== undefined ? { quantity } : {}),
    ...(say.quantities && quantityMax !== undefined ? { quantityMax } : {}),
    ...(say.quantities && uom !== undefined ? { uom } : {}),
    ...(share === undefined ? {} : { share }),
    ...(shareMax === undefined ? {} : { shareMax }),
  };
}

function sayNode(say: Sayer, node: GraphNode): TraceAnswer['nodes'][number] {
  const { names, products } = say;
  const product = products.of(node.unit);
  const facts = factsOf(say, node, product?.class);
  const ends = node.ends.map(({ event, time, quantity, uom }) => ({
    kind: endKindOf(say.events.get(event)),
    quantity,
    uom,
    eventID: say.events.get(event)?.eventID ?? '',
    time: toInstant(time),
  }));
  return {
    id: node.id,
    uri: names.uri(node.unit),
    level: names.level(node.unit),
    holder: names.holder(node.party),
    place: names.place(node.place),
    ...amounts(say, node),
    inferred: node.inferred,
    time: toInstant(node.time),
    depth: node.depth,
    inTransit: node.inTransit,
    ...(say.both ? { direction: node.direction } : {}),
    ...(product === undefined ? {} : { product: product.name }),
    ...(facts.length === 0 ? {} : { facts }),
    ...(ends.length === 0 || !say.quantities ? {} : { ends }),
  };
}

function factsOf(say: Sayer, { origin }: GraphNode, productClass: string | undefined): PublishedFact[] {
  const ilmd = origin === undefined ? undefined : say.facts.get(origin);
  return ilmd === undefined ? [] : publishedFacts(ilmd, ledgerOf(productClass));
}

function sayLink(say: Sayer, link: GraphLink): TraceAnswer['links'][number] {
  const { from, to, kind, event, time } = link;
  return {
    from,
    to,
    kind,
    eventID: say.events.get(event)?.eventID ?? '',
    time: toInstant(time),
    ...amounts(say, link),
  };
}
