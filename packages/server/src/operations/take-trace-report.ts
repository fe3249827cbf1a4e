import type { Buffer } from 'node:buffer';
import { Problem, type TraceQuery } from '@yunsu/api';
import { type Caller, GATHER_LIMITS, ledgerOf, mayReadQuantities } from '@yunsu/domain';
import type { Context } from '../context.ts';
import type { Language } from '../files/heads.ts';
import { REPORT_LIMITS, type Report, type ReportLimits } from '../files/report/report.ts';
import { toReport } from '../files/report/to-report.ts';
import { toSubject } from '../labels/subject.ts';
import { readEvents } from '../store/read-events.ts';
import { readParties } from '../store/registers.ts';
import { type FoundUnit, findUnit, readCode } from './find-unit.ts';
import { toInstant } from './instant.ts';
import { readKnownPoint } from './known-point.ts';
import { listUsedEvents } from './list-used-events.ts';
import { readProductsOf } from './products.ts';
import { readClaims } from './read-claims.ts';
import { readRecall } from './read-recall.ts';
import { readResponsible } from './read-responsible.ts';
import { readStock } from './read-stock.ts';
import { readFound } from './read-unit.ts';
import { traceWithGraph } from './trace-code.ts';

interface ReportOptions {
  readonly language: Language;
  readonly limits?: ReportLimits;
  /** Most units that the walk visits; the platform's own bound where it is absent. */
  readonly unitsMax?: number;
}

/** A trace as a PDF report, with the picture, the balance or the origins, and all tables, as the caller may read them. */
export async function takeTraceReport(
  context: Context,
  caller: Caller,
  query: TraceQuery,
  { language, limits = REPORT_LIMITS, unitsMax }: ReportOptions,
): Promise<AsyncGenerator<Buffer>> {
  const asked = context.now();
  const unit = await findUnit(context, query.code);
  const scope = { ...query, ...(unitsMax === undefined ? {} : { unitsMax }) };
  const { answer: trace, graph } = await traceWithGraph(context, caller, unit, scope);
  const reached = new Set(graph.nodes.map((node) => node.unit));
  const products = await readProductsOf(context, [unit.key, ...reached]);
  const [recall, responsible, events, reader, volumes] = await Promise.all([
    recallOf(context, caller, unit),
    readResponsible(context, trace.nodes, reached),
    eventsOf(context, caller, unit, { query, unitsMax, eventsMax: limits.eventsMax }),
    readerOf(context, caller),
    amountsOf(context, caller, query),
  ]);
  const product = products.of(unit.key)?.name;
  const publicAddress = await addressOf(context, query.code);
  const { direction = 'both', from, to, depthMax } = query;
  const report: Report = {
    language,
    code: unit.uri,
    ...(product === undefined ? {} : { product }),
    direction,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(depthMax === undefined ? {} : { depthMax }),
    askedAt: asked.toISOString(),
    reader,
    quantities: mayReadQuantities(caller),
    address: askedAddress(context, { ...query, direction }),
    ...(publicAddress === undefined ? {} : { publicAddress }),
    trace,
    ...volumes,
    recall,
    responsible,
    ...(events === undefined ? {} : { events }),
  };
  return toReport(report, limits);
}

/** Where the same report is asked for again. */
function askedAddress({ config }: Context, query: TraceQuery): string {
  const parameters = Object.entries({ form: 'pdf', ...query }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return `${config.publicOrigin}/api/trace-files?${new URLSearchParams(parameters)}`;
}

/** Where anybody asks about the code; a person's code has no address that is printed. */
async function addressOf(context: Context, code: string): Promise<string | undefined> {
  try {
    return toSubject({ identity: await readCode(context, code) }, context.config.publicOrigin).address;
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

/** What is left and where (forward), and what part began where (back): about the instants that the trace is about. */
async function amountsOf(context: Context, caller: Caller, query: TraceQuery) {
  const { code, direction = 'both', to, knownAt } = query;
  const known = knownAt === undefined ? {} : { knownAt };
  const until = to === undefined ? {} : { to };
  const at = to === undefined ? {} : { at: to };
  return {
    ...(direction === 'back' ? {} : { stock: await readStock(context, caller, { code, ...known, ...at }) }),
    ...(direction === 'forward'
      ? {}
      : { claims: await readClaims(context, caller, { code, ...known, ...until }) }),
  };
}

async function recallOf(context: Context, caller: Caller, unit: FoundUnit): Promise<Report['recall']> {
  const { answer, events } = await readFound(context, caller, unit);
  if (answer.state !== 'recalled') return undefined;
  const ledger = ledgerOf(answer.product?.class);
  const order = await readRecall(context, caller, events, ledger === undefined ? [] : [ledger]);
  return order === undefined
    ? 'recalled'
    : { number: order.case, by: order.by.name, declaredAt: order.declaredAt };
}

async function readerOf({ db }: Context, { plane, party, scopes }: Caller): Promise<Report['reader']> {
  if (party === undefined) return { plane, scopes };
  const name = (await readParties(db, [party])).get(party)?.name;
  return { plane, scopes, party: [name, party].filter(Boolean).join(' ') };
}

interface EventsAsked {
  readonly query: TraceQuery;
  readonly unitsMax: number | undefined;
  readonly eventsMax: number;
}

/** How many events the trace was computed from, and the first of them; the public is given no events. */
async function eventsOf(
  context: Context,
  caller: Caller,
  unit: FoundUnit,
  { query, unitsMax, eventsMax }: EventsAsked,
): Promise<Report['events']> {
  if (caller.plane === 'public') return undefined;
  const known = await readKnownPoint(context, query.knownAt);
  const limits = unitsMax === undefined ? GATHER_LIMITS : { ...GATHER_LIMITS, unitsMax };
  const { events, truncated } = await listUsedEvents(context, caller, unit, { ...query, known, limits });
  const numbers = events.slice(0, eventsMax).map(({ event }) => event);
  const rows = new Map((await readEvents(context.db, caller, numbers)).map((row) => [row.event, row]));
  return {
    count: events.length,
    first: numbers.flatMap((number) => {
      const row = rows.get(number);
      return row === undefined ? [] : [{ eventID: row.eventID, time: toInstant(row.eventTime) }];
    }),
    ...(truncated === undefined ? {} : { truncated }),
  };
}
