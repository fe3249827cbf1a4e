import type { TraceAnswer } from '@yunsu/api';
import {
  type Caller,
  endKindOf,
  type GraphGap,
  type GraphLink,
  type GraphNode,
  type Key,
  type Ledger,
  ledgerOf,
  mayReadQuantities,
  type PublishedFact,
  publishedFacts,
  type TraceGraph,
} from '@yunsu/domain';
import type { Context } from '../context.ts';
import { EVENT_FACTS_MAX, type EventFact, readEventFacts } from '../store/read-event-facts.ts';
import { EVENTS_READ_MAX } from '../store/read-events.ts';
import { readIlmd } from '../store/read-ilmd.ts';
import { toInstant } from './instant.ts';
import { type Names, readNames } from './naming.ts';
import { type Products, readProductsOf } from './products.ts';
import { readAll } from './trace-sources.ts';

/** What is read to name a part of a trace. */
export interface Sayer {
  readonly names: Names;
  readonly products: Products;
  readonly events: ReadonlyMap<string, EventFact>;
  readonly facts: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly quantities: boolean;
  readonly both: boolean;
}

/** What of a graph is named at once: all of it, or one piece of a stream. */
export interface TracePart {
  readonly nodes?: readonly GraphNode[];
  readonly links?: readonly GraphLink[];
  readonly gaps?: readonly GraphGap[];
  readonly truncated?: TraceGraph['truncated'];
}

export interface NamedPart {
  readonly nodes: TraceAnswer['nodes'];
  readonly links: TraceAnswer['links'];
  readonly gaps: TraceAnswer['gaps'];
  readonly truncated: TraceAnswer['truncated'];
}

interface NamingOptions {
  /** The ledgers of the whole trace: whose names are published may not depend on the piece. */
  readonly ledgers: readonly Ledger[];
  /** Say the direction of each node. */
  readonly both: boolean;
}

/** Turns keys into names and numbers into eventIDs, as the caller may read them. */
export async function nameTrace(
  context: Context,
  caller: Caller,
  part: TracePart,
  options: NamingOptions,
): Promise<NamedPart> {
  const { nodes = [], links = [], gaps = [], truncated = null } = part;
  const say = await readSayer(context, caller, part, options);
  return {
    nodes: nodes.map((node) => sayNode(say, node)),
    links: links.map((link) => sayLink(say, link)),
    gaps: gaps.map((gap) => sayGap(say, gap)),
    truncated: truncated && { ...truncated, at: say.names.uri(truncated.at) },
  };
}

/** Reads what a part of a trace is named with, each table once. */
export async function readSayer(
  context: Context,
  caller: Caller,
  { nodes = [], links = [], gaps = [], truncated = null }: TracePart,
  { ledgers, both }: NamingOptions,
): Promise<Sayer> {
  const units = new Set<Key>([...nodes.map(({ unit }) => unit), ...gaps.map(({ unit }) => unit)]);
  if (truncated) units.add(truncated.at);
  const events = new Set(
    [...links, ...gaps, ...nodes.flatMap(({ ends }) => ends)].map(({ event }) => event).filter(Boolean),
  );
  const [products, names, facts, origins] = await Promise.all([
    readProductsOf(context, units),
    readNames(context, caller, {
      units,
      parties: nodes.map(({ party }) => party),
      places: nodes.map(({ place }) => place),
      ledgers,
    }),
    readAll([...events], EVENT_FACTS_MAX, (part) => readEventFacts(context.db, part)),
    readOrigins(context, caller, nodes),
  ]);
  const quantities = mayReadQuantities(caller);
  return { names, products, events: facts, facts: origins, quantities, both };
}

function sayGap(
  say: Sayer,
  { kind, node, unit, quantity, uom, event, time }: GraphGap,
): TraceAnswer['gaps'][number] {
  return {
    kind,
    ...(node === undefined ? {} : { node }),
    uri: say.names.uri(unit),
    ...(say.quantities && quantity !== undefined && uom !== undefined ? { quantity, uom } : {}),
    eventID: say.events.get(event)?.eventID ?? '',
    time: toInstant(time),
  };
}

/** ILMD of the events in which units of the trace began, by event number. */
async function readOrigins(
  context: Context,
  caller: Caller,
  nodes: readonly GraphNode[],
): Promise<Map<string, Readonly<Record<string, unknown>>>> {
  const origins = [...new Set(nodes.flatMap(({ origin }) => origin || []))];
  return await readAll(origins, EVENTS_READ_MAX, (part) => readIlmd(context.db, caller, part));
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

/** A node as an answer says it. */
export function sayNode(say: Sayer, node: GraphNode): TraceAnswer['nodes'][number] {
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

/** A link as an answer says it. */
export function sayLink(say: Sayer, link: GraphLink): TraceAnswer['links'][number] {
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
