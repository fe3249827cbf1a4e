import { Problem, type TraceAnswer, type TraceQuery, words } from '@yunsu/api';
import { type Caller, type Ledger, mayReadQuantities, type TraceGraph } from '@yunsu/domain';
import type { Context } from '../context.ts';
import { type FoundUnit, findUnit } from './find-unit.ts';
import { type KnownPoint, readKnownPoint } from './known-point.ts';
import { nameTrace } from './name-trace.ts';
import { readProductsOf } from './products.ts';
import { readResponsible } from './read-responsible.ts';
import { isBoth, readGraph } from './trace-code.ts';
import { chunks } from './trace-sources.ts';

/** Nodes or links named at once. */
const PIECE = 5_000;
/** Of how many nodes the responsible parties are looked for: those nearest to the code that was asked for. */
const RESPONSIBLE_NODES_MAX = 1_000;

/** A trace that is read from its graph piece by piece, so that no form of it holds all of its names. */
export interface OpenTrace {
  readonly unit: FoundUnit;
  readonly known: KnownPoint;
  readonly graph: TraceGraph;
  readonly product: string | undefined;
  readonly responsible: readonly string[];
  readonly quantities: boolean;
  readonly truncated: TraceAnswer['truncated'];
  nodes(): AsyncGenerator<TraceAnswer['nodes'][number]>;
  links(): AsyncGenerator<TraceAnswer['links'][number]>;
  gaps(): AsyncGenerator<TraceAnswer['gaps'][number]>;
}

/** Computes a trace and opens it for reading. */
export async function openTrace(context: Context, caller: Caller, query: TraceQuery): Promise<OpenTrace> {
  const unit = await findUnit(context, query.code);
  const known = await readKnownPoint(context, query.knownAt);
  const graph = await readGraph(context, caller, unit, { ...query, known });
  const units = new Set(graph.nodes.map((node) => node.unit));
  const products = await readProductsOf(context, [unit.key, ...units]);
  const { ledgers } = products;
  const name = namerOf(context, caller, { ledgers, both: isBoth(query) });
  const near = [...graph.nodes].sort((a, b) => a.depth - b.depth).slice(0, RESPONSIBLE_NODES_MAX);
  const { nodes } = await name({ nodes: near });
  const responsible = await readResponsible(context, nodes, units);
  const { truncated } = graph.truncated ? await name({ truncated: graph.truncated }) : { truncated: null };
  return {
    unit,
    known,
    graph,
    product: products.of(unit.key)?.name,
    responsible: responsible.map((party) => party.name),
    quantities: mayReadQuantities(caller),
    truncated,
    async *nodes() {
      for (const part of chunks(graph.nodes, PIECE)) yield* (await name({ nodes: part })).nodes;
    },
    async *links() {
      for (const part of chunks(graph.links, PIECE)) yield* (await name({ links: part })).links;
    },
    async *gaps() {
      for (const part of chunks(graph.gaps, PIECE)) yield* (await name({ gaps: part })).gaps;
    },
  };
}

const namerOf =
  (context: Context, caller: Caller, options: { ledgers: readonly Ledger[]; both: boolean }) =>
  (part: Parameters<typeof nameTrace>[2]) =>
    nameTrace(context, caller, part, options);

/** A form that the public has no right to, whatever the code. */
export const keyNeeded = (): Problem =>
  new Problem('key-needed', {
    detail: words(
      'Events themselves are given to those who have a key.',
      '事件原文仅提供给持有密钥的主体或监管部门。',
    ),
  });
