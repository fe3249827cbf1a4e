import type { EventView, TraceAnswer } from '@yunsu/api';
import { type Caller, ledgerOf, PUBLIC, type TraceGraph } from '@yunsu/domain';
import type { Candidate } from '@yunsu/identifiers';
import type { Context } from '../context.ts';
import { findUnitOf } from '../operations/find-unit.ts';
import { linksOf } from '../operations/list-links.ts';
import { listTraceEvents } from '../operations/list-trace-events.ts';
import { readNamesOfCode } from '../operations/read-names-of-code.ts';
import { readRecall } from '../operations/read-recall.ts';
import { claimNamesOf, readResponsible } from '../operations/read-responsible.ts';
import { readFound } from '../operations/read-unit.ts';
import { traceWithGraph } from '../operations/trace-code.ts';
import type { Claim, Onward, PublicAnswer, PublishedTest } from './answer.ts';

/** The page looks this deep; what lies beyond is said to be more. */
const PAGE_DEPTH_MAX = 40;
/** Most units that a page looks at; a lot of more is said to go on. */
const PAGE_UNITS_MAX = 5_000;

const CALLER: Caller = PUBLIC;

/** Everything that the public may know of one reading of a code. */
export async function readAnswer(
  context: Context,
  candidate: Candidate,
  code: string,
): Promise<PublicAnswer> {
  const unit = await findUnitOf(context, candidate);
  const [{ answer, events: stateEvents }, { answer: trace, graph }, forward, named, { links }] =
    await Promise.all([
      readFound(context, CALLER, unit),
      traceWithGraph(context, CALLER, unit, {
        direction: 'back',
        depthMax: PAGE_DEPTH_MAX,
        unitsMax: PAGE_UNITS_MAX,
      }),
      candidate.level === 'lot'
        ? traceWithGraph(context, CALLER, unit, { direction: 'forward', unitsMax: PAGE_UNITS_MAX })
        : undefined,
      readNamesOfCode(context, CALLER, candidate),
      linksOf(context, candidate),
    ]);
  const ledger = ledgerOf(answer.ledger ?? undefined);
  const events = await listTraceEvents(context, CALLER, graph);
  const recalled = answer.state === 'recalled';
  const recall = recalled
    ? await readRecall(context, CALLER, stateEvents, ledger ? [ledger] : [])
    : undefined;
  const onward = forward ? onwardOf(forward.answer, forward.graph) : [];
  const nodes = [...trace.nodes, ...(forward?.answer.nodes ?? [])];
  const units = new Set([...graph.nodes, ...(forward?.graph.nodes ?? [])].map(({ unit: key }) => key));
  return {
    code,
    candidate,
    unit: answer,
    trace,
    events,
    ...named,
    ...(onward.length > 0 ? { onward } : {}),
    responsible: await readResponsible(context, nodes, units),
    claims: claimsOf(trace),
    tests: testsOf(events, recalled),
    links,
    ...(recall ? { recall: { case: recall.case, declaredAt: recall.declaredAt, by: recall.by } } : {}),
  };
}

/** The composition of a product: origins grouped by the published fact that their ledger makes a claim of, with their shares of the root. */
function claimsOf(trace: TraceAnswer): Claim[] {
  const names = claimNamesOf(['agri', 'food', 'drug']);
  const later = new Set(trace.links.map(({ to }) => to));
  const groups = new Map<string, { hundredMillionths: bigint; bound: boolean; from: Set<string> }>();
  for (const node of trace.nodes) {
    const fact = later.has(node.id) ? undefined : node.facts?.find(({ name }) => names.has(name));
    const share = node.share ?? node.shareMax;
    if (fact === undefined || share === undefined) continue;
    const group = groups.get(fact.value) ?? { hundredMillionths: 0n, bound: false, from: new Set<string>() };
    groups.set(fact.value, group);
    group.hundredMillionths += toScaled(share);
    if (node.share === undefined) group.bound = true;
    group.from.add(node.uri);
  }
  return [...groups]
    .map(([value, { hundredMillionths, bound, from }]) => ({
      zh: value,
      en: value,
      share: fromScaled(hundredMillionths),
      ...(bound ? { bound } : {}),
      from: [...from],
    }))
    .sort((a, b) => (a.share < b.share ? 1 : -1));
}

/** Shares have at most twelve decimals (see `printShare`), so their sum is exact in integers. */
const SCALE = 12;
function toScaled(share: string): bigint {
  const [whole = '0', decimals = ''] = share.split('.');
  return BigInt(whole + decimals.padEnd(SCALE, '0').slice(0, SCALE));
}
function fromScaled(scaled: bigint): string {
  const digits = scaled.toString().padStart(SCALE + 1, '0');
  return `${digits.slice(0, -SCALE)}.${digits.slice(-SCALE)}`.replace(/\.?0+$/, '');
}

/** Results that may be published: passes, and failures once a recall has made them public (a first result can be objected to). */
function testsOf(events: readonly EventView[], recalled: boolean): PublishedTest[] {
  return events.flatMap(({ bizStep, disposition, eventTime, actor, voided, documents = [] }) => {
    if (voided || bizStep !== 'inspecting') return [];
    if (disposition !== 'conformant' && !(recalled && disposition === 'non_conformant')) return [];
    const report = documents.find(({ type }) => type === 'testres')?.id;
    return [
      {
        time: eventTime,
        result: disposition,
        ...(actor === null ? {} : { by: actor }),
        ...(report === undefined ? {} : { report: report.slice(report.lastIndexOf(':') + 1) }),
      },
    ];
  });
}

/** Where a lot went, by prefecture: the number of holders, never an amount. */
function onwardOf({ nodes }: TraceAnswer, graph: TraceGraph): Onward[] {
  const byPlace = new Map<string, { place: Onward['place']; holders: Set<string> }>();
  for (const [index, node] of nodes.entries()) {
    const party = graph.nodes[index]?.party;
    if (node.depth === 0 || node.place.prefecture === undefined || party === undefined) continue;
    const entry = byPlace.get(node.place.prefecture) ?? { place: node.place, holders: new Set<string>() };
    byPlace.set(node.place.prefecture, entry);
    entry.holders.add(party);
  }
  return [...byPlace.values()]
    .map(({ place, holders }) => ({ place, holders: holders.size }))
    .sort((a, b) => b.holders - a.holders);
}
