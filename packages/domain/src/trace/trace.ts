import type { Alike } from './alike.ts';
import { amountsOf } from './amounts.ts';
import { type BusinessDocument, deliveriesOf, deliveryDocuments } from './documents.ts';
import { type GatherLimits, gather, type PostingSource, type Truncation } from './gather.ts';
import { type EventPostings, orderEvents } from './order.ts';
import type { Key, Posting } from './posting.ts';
import type { ReachCounts } from './reach-counts.ts';
import type { Reached } from './reached.ts';
import { replay } from './replay.ts';
import type { Content, ReplayFacts, ReplayState } from './replay-state.ts';
import { canSpread } from './spread.ts';
import { addStandIn, standIns } from './stand-in.ts';
import { type TraceGraph, toGraph } from './trace-graph.ts';
import { Decimal, ONE, PIECES } from './units.ts';
import { walkBack } from './walk-back.ts';
import { walkForward } from './walk-forward.ts';

/** Where the rows are. The server passes queries, a test a `Map`. */
export interface TraceSources {
  readonly postings: PostingSource;
  /** The eventIDs of these events, which decide their order where nothing else does. */
  readonly eventIDs: (events: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** The business documents that these events name; absent where one names none. The caller has been given their postings. */
  readonly documents: (
    events: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly BusinessDocument[]>>;
  /** Who runs these places. */
  readonly operators: (places: readonly Key[]) => Promise<ReadonlyMap<Key, Key>>;
  /** What the registers and ledgers say of these GTIN-14s. */
  readonly products: (gtins: readonly string[]) => Promise<ReadonlyMap<string, ProductFacts>>;
}

export interface ProductFacts {
  /** Of one item. */
  readonly netContent?: { readonly quantity: string; readonly uom: string };
  /** How many days of 24 hours goods that leave on a day (YYYY-MM-DD) may be on their way; absent: any time. */
  readonly transitDays?: (day: string) => number | undefined;
}

export interface TraceRequest {
  readonly root: Key;
  /** See `GatherRequest.others`. */
  readonly others?: readonly Key[];
  readonly direction: 'back' | 'forward';
  /** Microseconds; links before `from` are left out, events after `to` are not looked at. */
  readonly from?: number;
  readonly to?: number;
  readonly depthMax?: number;
  readonly limits?: GatherLimits;
  /** See `GatherRequest.packedOnly`. */
  readonly packedOnly?: boolean;
  /** See `GatherRequest.nodes`. */
  readonly nodes?: boolean;
  /** Most links of one answer. */
  readonly linksMax?: number;
  /** Told what the walk may have reached, before the amounts are computed; these wait until it has been told. */
  readonly onReach?: (counts: ReachCounts) => Promise<void>;
}

export const LINKS_MAX = 1_000_000;

/** Walks a unit back to where it came from or forward to where it went, with the quantities that the records explain. */
export async function traceUnit(sources: TraceSources, request: TraceRequest): Promise<TraceGraph> {
  const linksMax = request.linksMax ?? LINKS_MAX;
  if (request.direction === 'back') {
    const { state, truncated, kinds } = await replayAround(sources, request);
    const reached: Reached = walkBack(state, linksMax, standIns(state));
    return toGraph(state, reached, { ...request, truncated, kinds });
  }
  const graph = await traceForward(sources, { ...request, alike: true }, linksMax);
  if (graph !== undefined) return graph;
  const { onReach: _, ...again } = request;
  return (await traceForward(sources, { ...again, alike: false }, linksMax))!;
}

/** `undefined` where items may not stand for each other: see `canSpread`, or a tie of two events is decided by their rows. */
async function traceForward(
  sources: TraceSources,
  request: TraceRequest & { readonly alike: boolean },
  linksMax: number,
): Promise<TraceGraph | undefined> {
  const { state, truncated, kinds, isTied } = await replayAround(sources, request);
  if (kinds.size > 0 && isTied) return undefined;
  const reached = walkForward(state, linksMax);
  addStandIn(state, reached);
  if (kinds.size > 0 && !canSpread(reached, kinds)) return undefined;
  return toGraph(state, reached, { ...request, truncated, kinds });
}

/** Gathers what the walk may touch, puts it in order and replays it. */
export async function replayAround(
  sources: TraceSources,
  request: TraceRequest & { readonly alike?: boolean },
): Promise<{
  state: ReplayState;
  truncated: Truncation | undefined;
  events: ReadonlyMap<string, readonly Posting[]>;
  /** See `Gathered.kinds`. */
  kinds: Alike['kinds'];
  /** Two events of one instant have one eventID. */
  isTied: boolean;
}> {
  const { root, others, direction, to, limits, packedOnly, nodes, alike } = request;
  const { events, kinds, countReach, truncated } = await gather(sources.postings, {
    root,
    direction,
    ...(others === undefined ? {} : { others }),
    ...(to === undefined ? {} : { to }),
    ...(limits === undefined ? {} : { limits }),
    ...(packedOnly === undefined ? {} : { packedOnly }),
    ...(nodes === undefined ? {} : { nodes }),
    ...(alike === undefined ? {} : { alike }),
  });
  if (request.onReach !== undefined) await request.onReach(countReach());
  const { ordered, isTied } = await inOrder(sources, events);
  const facts = withKinds(await factsOf(sources, root, events), kinds);
  return { state: replay(ordered, facts), truncated, events, kinds, isTied };
}

async function inOrder(
  sources: TraceSources,
  events: ReadonlyMap<string, readonly Posting[]>,
): Promise<{ ordered: EventPostings[]; isTied: boolean }> {
  const seen = new Map<number, string>();
  const tied = new Set<string>();
  for (const [event, [first]] of events) {
    if (first === undefined) continue;
    const other = seen.get(first.eventTime);
    if (other === undefined) seen.set(first.eventTime, event);
    else tied.add(other).add(event);
  }
  const deliveries = deliveriesOf(events.values());
  const [eventIDs, documents] = await Promise.all([
    tied.size === 0 ? new Map<string, string>() : sources.eventIDs([...tied]),
    deliveries.length === 0 ? new Map<string, readonly BusinessDocument[]>() : sources.documents(deliveries),
  ]);
  const ordered = orderEvents(
    [...events].map(([event, postings]) => ({
      event,
      eventID: eventIDs.get(event) ?? '',
      time: postings[0]?.eventTime ?? 0,
      postings,
      documents: deliveryDocuments(documents.get(event) ?? []),
    })),
  );
  return { ordered, isTied: new Set(eventIDs.values()).size < tied.size };
}

/** The content of an item that stands for others is that of all of them. */
function withKinds(facts: ReplayFacts, kinds: Alike['kinds']): ReplayFacts {
  if (kinds.size === 0) return facts;
  return {
    ...facts,
    contentOf: (item) => {
      const one = facts.contentOf(item);
      const count = kinds.get(item)?.length;
      if (count === undefined) return one;
      const quantity = (one?.quantity ?? ONE).times(count);
      const uom = one?.uom ?? PIECES;
      return { quantity, uom, whole: amountsOf(quantity, uom) };
    },
  };
}

/** Length of the part of a key's text that holds its high 48 bits. */
const KEY_PREFIX = 13;

/** The part of a key that units of one class (products, transport units of one firm) share; others may share it by chance. */
export const classOfKey = (key: Key): string => key.slice(0, KEY_PREFIX);

/** The GTIN-14 of a key: its top bit is 0 and its high 48 bits are the number (design §5.1). */
export function gtinOfKey(key: Key): string | undefined {
  const high = Number.parseInt(key.slice(0, 8) + key.slice(9, 13), 16);
  return high < 2 ** 47 && high < 1e14 ? String(high).padStart(14, '0') : undefined;
}

const NO_FACTS: ProductFacts = {};
const DAY_US = 86_400 * 1e6;
/** Rules are dated by the days of China, eight hours ahead of UTC. */
const CHINA_US = 8 * 3_600 * 1e6;

function transitMax(transitDays: ProductFacts['transitDays'], shipped: number): number {
  const day = transitDays && new Date((shipped + CHINA_US) / 1000).toISOString().slice(0, 10);
  const days = day === undefined ? undefined : transitDays?.(day);
  return days === undefined ? Number.POSITIVE_INFINITY : days * DAY_US;
}

async function factsOf(
  sources: TraceSources,
  root: Key,
  events: ReadonlyMap<string, readonly Posting[]>,
): Promise<ReplayFacts> {
  const places = new Set<Key>();
  const classes = new Set<string>();
  let last = '';
  // Units of one class come in long runs: most are done with one comparison.
  const addClass = (unit: Key) => {
    if (last !== '' && unit.startsWith(last)) return;
    last = classOfKey(unit);
    classes.add(last);
  };
  for (const postings of events.values()) {
    for (const { unit, place, peers } of postings) {
      if (place !== undefined) places.add(place);
      addClass(unit);
      for (const peer of peers ?? []) addClass(peer);
    }
  }
  const gtins = new Map([...classes].map((prefix) => [prefix, gtinOfKey(prefix)] as const));
  const known = [...gtins.values()].filter((gtin) => gtin !== undefined);
  const [operators, products] = await Promise.all([sources.operators([...places]), sources.products(known)]);
  const ofClass = new Map<string, Content>();
  const transits = new Map<string, NonNullable<ProductFacts['transitDays']>>();
  for (const [prefix, gtin] of gtins) {
    const { netContent: content, transitDays } = (gtin && products.get(gtin)) || NO_FACTS;
    if (transitDays !== undefined) transits.set(prefix, transitDays);
    if (content === undefined) continue;
    const quantity = new Decimal(content.quantity);
    ofClass.set(prefix, { quantity, uom: content.uom, whole: amountsOf(quantity, content.uom) });
  }
  return {
    root,
    operatorOf: (place) => operators.get(place),
    transitMax: (unit, shipped) => transitMax(transits.get(classOfKey(unit)), shipped),
    contentOf: (item) => (ofClass.size === 0 ? undefined : ofClass.get(classOfKey(item))),
  };
}
