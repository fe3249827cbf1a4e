import type { TraceQuery } from '@yunsu/api';
import {
  type Caller,
  type Key,
  mayReadQuantities,
  type ReachCount,
  type ReachCounts,
  type TraceGraph,
} from '@yunsu/domain';
import type { Context } from '../context.ts';
import { readDivisions } from '../store/divisions.ts';
import { REGISTER_READ_MAX } from '../store/registers.ts';
import { type FoundUnit, findUnit } from './find-unit.ts';
import { type KnownPoint, readKnownPoint, toAsKnownAt } from './known-point.ts';
import { nameTrace, readSayer, type Sayer, type TracePart } from './name-trace.ts';
import { readNames } from './naming.ts';
import { parseInstant } from './parse-instant.ts';
import { readProductsOf } from './products.ts';
import { isBoth, readGraph } from './trace-code.ts';
import { linesOfLinks, linesOfNodes } from './trace-lines.ts';
import { chunks, readAll } from './trace-sources.ts';

/** Nodes or links named and written at once. */
const PIECE = 10_000;

/**
 * A trace as lines of JSON, for scopes that no reader holds at once: first what is asked, then (in one
 * direction) what it may have reached, counted before any amount is known, then the counts by holder and by county, then nodes,
 * links, gaps, and at last whether it is whole. Each line is an object with one member that says what it is.
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
  const walk = startWalk(context, caller, unit, query);
  const reached = await walk.reached;
  if (reached !== undefined) {
    const { ledgers } = await readProductsOf(context, reached.counts.units);
    const counted = await nameCounts(context, caller, reached.counts.holders, ledgers);
    const units = mayReadQuantities(caller) ? { units: reached.counts.units.length } : {};
    yield line({ reached: { ...units, ...counted } });
    // The amounts keep the process busy: first the line goes out.
    await new Promise(setImmediate);
    reached.goOn();
  }
  const graph = await walk.graph;
  const { ledgers } = await readProductsOf(context, new Set(graph.nodes.map((node) => node.unit)));
  yield line(await nameCounts(context, caller, countNodes(graph), ledgers));
  const read = (part: TracePart) => readSayer(context, caller, part, { ledgers, both });
  yield* piecesOf(graph.nodes, (nodes) => read({ nodes }), linesOfNodes);
  yield* piecesOf(graph.links, (links) => read({ links }), linesOfLinks);
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

/** Piece by piece; while one is put into text, the database reads the names of the next. */
async function* piecesOf<T>(
  all: readonly T[],
  read: (piece: readonly T[]) => Promise<Sayer>,
  linesOf: (say: Sayer, piece: readonly T[]) => string,
): AsyncGenerator<string> {
  const pieces = [...chunks(all, PIECE)];
  const readAt = (at: number) => (at < pieces.length ? read(pieces[at]!) : undefined);
  let next = readAt(0);
  for (const [at, piece] of pieces.entries()) {
    const say = (await next)!;
    next = readAt(at + 1);
    // Its failure is met when its turn comes, or by nobody if the reader has gone away.
    next?.catch(() => undefined);
    yield linesOf(say, piece);
  }
}

const line = (value: object): string => `${JSON.stringify(value)}\n`;

type Ledgers = Awaited<ReturnType<typeof readProductsOf>>['ledgers'];

interface Reach {
  readonly counts: ReachCounts;
  /** The walk waits for this before it computes amounts; a reader who has gone away leaves it waiting for nothing. */
  readonly goOn: () => void;
}

/** Starts a walk; `reached` is there as soon as its units are known, and absent where both directions are asked for. */
function startWalk(
  context: Context,
  caller: Caller,
  unit: FoundUnit,
  query: TraceQuery & { readonly known: KnownPoint },
): { reached: Promise<Reach | undefined>; graph: Promise<TraceGraph> } {
  const { promise, resolve } = Promise.withResolvers<Reach>();
  const onReach = (counts: ReachCounts) => new Promise<void>((goOn) => resolve({ counts, goOn }));
  const graph = readGraph(context, caller, unit, { ...query, onReach });
  return { reached: Promise.race([promise, graph.then(() => undefined)]), graph };
}

/** How many units of the trace ever came to each holder at each place. */
function countNodes(graph: TraceGraph): ReachCount[] {
  const counts = new Map<string, { party: Key | undefined; place: Key | undefined; units: number }>();
  for (const { party, place } of graph.nodes) {
    const key = `${party}|${place}`;
    const count = counts.get(key);
    if (count === undefined) counts.set(key, { party, place, units: 1 });
    else count.units++;
  }
  return [...counts.values()].sort((a, b) => b.units - a.units);
}

/** Length of the code of a county (GB/T 2260) at the head of a longer one. */
const COUNTY = 6;

/** Counts with the names that the caller may read, and summed by county; the public reads who and where, not how many. */
async function nameCounts(context: Context, caller: Caller, counts: readonly ReachCount[], ledgers: Ledgers) {
  const names = await readNames(context, caller, {
    parties: counts.map(({ party }) => party),
    places: counts.map(({ place }) => place),
    ledgers,
  });
  const open = mayReadQuantities(caller);
  const say = (units: number) => (open ? { units } : {});
  const counties = new Map<string, number>();
  for (const { place, units } of counts) {
    const county = names.place(place).division?.slice(0, COUNTY);
    if (county !== undefined) counties.set(county, (counties.get(county) ?? 0) + units);
  }
  const divisions = await readAll([...counties.keys()], REGISTER_READ_MAX, (part) =>
    readDivisions(context.db, part),
  );
  return {
    holders: counts.map(({ party, place, units }) => ({
      holder: names.holder(party),
      place: names.place(place),
      ...say(units),
    })),
    counties: [...counties]
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .map(([division, units]) => {
        const name = divisions.get(division)?.name;
        return { division, ...(name === undefined ? {} : { name }), ...say(units) };
      }),
  };
}
