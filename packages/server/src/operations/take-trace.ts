import type { TraceQuery } from '@yunsu/api';
import type { Caller } from '@yunsu/domain';
import type { Context } from '../context.ts';
import type { FileWord, Language } from '../files/heads.ts';
import {
  gapColumns,
  linkColumns,
  nodeColumns,
  openColumns,
  summaryTable,
  toTable,
} from '../files/trace-tables.ts';
import { type Cell, toWorkbook } from '../files/workbook.ts';
import { toAsKnownAt } from './known-point.ts';
import { type OpenTrace, openTrace } from './open-trace.ts';

const count = (number: number): Cell => ({ decimal: String(number) });

/** What a trace is about and how much of it there is. */
export function summaryOf(trace: OpenTrace): (readonly [FileWord, Cell])[] {
  const { unit, known, graph, product, responsible, truncated } = trace;
  return [
    ['askedCode', unit.uri],
    ['product', product],
    ['responsible', responsible.join('; ')],
    ['asKnownAt', { time: toAsKnownAt(known).time }],
    ['nodes', count(graph.nodes.length)],
    ['links', count(graph.links.length)],
    ['gaps', count(graph.gaps.length)],
    ...(truncated === null
      ? []
      : [['truncated', `${truncated.limit} ${truncated.max}: ${truncated.at}`] as const]),
  ];
}

/** A trace as a workbook: what it is about, its nodes, links and gaps. */
export async function takeTraceWorkbook(
  context: Context,
  caller: Caller,
  query: TraceQuery,
  language: Language,
): Promise<AsyncGenerator<Buffer>> {
  const trace = await openTrace(context, caller, query);
  const { quantities } = trace;
  return toWorkbook([
    summaryTable(summaryOf(trace), language),
    toTable('nodes', openColumns(nodeColumns, quantities), trace.nodes(), language),
    toTable('links', openColumns(linkColumns, quantities), trace.links(), language),
    toTable('gaps', openColumns(gapColumns, quantities), trace.gaps(), language),
  ]);
}
