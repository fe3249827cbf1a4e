/**
 * Turns the way back from a unit into the steps a person reads: the stations in the order of the goods, what was
 * done at each, how the goods came there, and which parts nobody recorded.
 */
import type { EventView, HolderView, PlaceView, TraceAnswer } from '@yunsu/api';
import { bizSteps, type Pair, processes, rowOf } from '@yunsu/api';
import { roles, type Stage } from './roles.ts';
import { gatherStations, holderKey, placeKey, type Station, type Stations } from './stations.ts';
import { compareTimes, earliest, latest } from './times.ts';

/** How goods came to a station. Times are RFC 3339. */
export interface Arrival {
  readonly from: readonly PlaceView[];
  readonly departed?: string;
  readonly arrived?: string;
}

/** One pair of hands at one place, with what was done there. */
export interface Stop {
  readonly kind: 'stop';
  readonly stage: Stage;
  readonly holder: HolderView;
  readonly place: PlaceView;
  readonly from: string;
  readonly until: string;
  readonly acts: readonly Pair[];
  /** What the last act was, where it ended a unit: sold, dispensed, destroyed. */
  readonly ended?: Pair;
  readonly arrival?: Arrival;
  /** Number of lots that begin here. */
  readonly origins: number;
  readonly products: readonly string[];
  /** Published facts of the lots that begin here. */
  readonly facts: readonly Fact[];
  readonly inferred: boolean;
}

/** A published fact, with its name in both languages and every value that it has at the station. */
export interface Fact {
  readonly zh: string;
  readonly en: string;
  readonly values: readonly string[];
}

/** Goods that are on their way at this moment. */
export interface Transit {
  readonly kind: 'transit';
  readonly holder: HolderView;
  readonly place: PlaceView;
  readonly from: string;
}

/** A part of the way that nobody recorded. */
export interface Gap {
  readonly kind: 'gap';
  readonly reason: TraceAnswer['gaps'][number]['kind'];
  readonly from: string;
}

export type Step = Stop | Transit | Gap;

/** The steps from the earliest record on; `truncated` where the trace holds more. */
export interface Journey {
  readonly steps: readonly Step[];
  readonly truncated: boolean;
}

/** CBV steps that tell a shopper something; moving and book-keeping do not. */
const TELLING_STEPS: ReadonlySet<string> = new Set(
  `assembling commissioning destroying disassembling dispensing inspecting installing packing repackaging
  repairing retail_selling sampling unpacking`.split(/\s+/),
);
/** Processes that are book-keeping or acts of an authority. */
const QUIET_PROCESSES: ReadonlySet<string> = new Set(
  `account_binding daily_check data_export_check opening_request permit_using proclaiming registering
  reinspecting relation_import returning_stock`.split(/\s+/),
);
const ENDING: ReadonlySet<string> = new Set(['retail_selling', 'dispensing', 'destroying']);
const SENDING: ReadonlySet<string> = new Set(['shipping', 'departing', 'consigning']);
const COMING: ReadonlySet<string> = new Set(['receiving', 'arriving', 'accepting']);

const distinct = <T>(values: readonly T[], keyOf: (value: T) => string): T[] => [
  ...new Map(values.map((value) => [keyOf(value), value])).values(),
];

/** What an event was, in words; undefined for one that says nothing to a shopper. */
function actOf(event: EventView): Pair | undefined {
  const process = rowOf(processes, event.process);
  if (process) return QUIET_PROCESSES.has(event.process ?? '') ? undefined : process;
  const step = event.bizStep ?? '';
  return TELLING_STEPS.has(step) ? bizSteps[step] : undefined;
}

const startOf = (station: Station): string =>
  earliest([...station.nodes.map((node) => node.time), ...station.comings.map(({ link }) => link.time)]) ??
  '';

/** The station at which an event happened: where a link names it, there; else by place, hands and time. */
function stationOf(event: EventView, stations: Stations, links: ReadonlyMap<string, TraceAnswer['links']>) {
  const link = links.get(event.eventID)?.[0];
  if (link) {
    const end = SENDING.has(event.bizStep ?? '') ? link.from : link.to;
    return stations.of.get(end)?.stations.at(-1);
  }
  const place = event.place ? placeKey(event.place) : undefined;
  const actor = event.actor ? holderKey(event.actor) : undefined;
  const entries = stations.list.map((station, index) => ({ index, station, node: station.nodes[0] }));
  const here = entries.filter(({ node }) => node && place !== undefined && placeKey(node.place) === place);
  const hands = entries.filter(({ node }) => node && holderKey(node.holder) === actor);
  const both = here.filter((entry) => hands.includes(entry));
  const found = both.length > 0 ? both : here.length > 0 || place !== undefined ? here : hands;
  return (found.findLast(({ station }) => compareTimes(startOf(station), event.eventTime) <= 0) ?? found[0])
    ?.index;
}

function eventsByStation(
  stations: Stations,
  trace: TraceAnswer,
  events: readonly EventView[],
): EventView[][] {
  const links = Map.groupBy(trace.links, (link) => link.eventID);
  const placed: EventView[][] = stations.list.map(() => []);
  const live = events
    .filter((event) => !event.voided)
    .toSorted((a, b) => compareTimes(a.eventTime, b.eventTime));
  for (const event of live) placed[stationOf(event, stations, links) ?? -1]?.push(event);
  return placed;
}

const timesOf = (events: readonly EventView[], steps: ReadonlySet<string>): string[] =>
  events.filter((event) => steps.has(event.bizStep ?? '')).map((event) => event.eventTime);

function arrivalOf(index: number, stations: Stations, placed: readonly EventView[][]): Arrival | undefined {
  const comings = stations.list[index]?.comings ?? [];
  if (comings.length === 0) return undefined;
  const origins = [...new Set(comings.flatMap((coming) => coming.from))];
  const came = timesOf(placed[index] ?? [], COMING);
  const sent = origins.flatMap((origin) => timesOf(placed[origin] ?? [], SENDING));
  const arrived = earliest(came) ?? latest(comings.map(({ link }) => link.time));
  const known = comings.flatMap(({ departed }) => departed ?? []);
  const departed =
    earliest(known) ??
    latest(sent.filter((time) => arrived === undefined || compareTimes(time, arrived) <= 0));
  const from = origins.flatMap((origin) => stations.list[origin]?.nodes[0]?.place ?? []);
  return {
    from: distinct(from, placeKey),
    ...(departed === undefined ? {} : { departed }),
    ...(arrived === undefined ? {} : { arrived }),
  };
}

function stageOf(holder: HolderView, events: readonly EventView[], origins: number): Stage {
  const byRole = rowOf(roles, holder.role)?.[2];
  if (byRole) return byRole;
  const steps = new Set(events.map((event) => event.bizStep));
  if (steps.has('retail_selling')) return 'retail';
  if (steps.has('dispensing')) return 'care';
  return origins > 0 ? 'origin' : 'passing';
}

function toStop(index: number, stations: Stations, placed: readonly EventView[][]): Stop[] {
  const station = stations.list[index];
  const node = station?.nodes[0];
  if (!station || !node) return [];
  const events = placed[index] ?? [];
  const arrival = arrivalOf(index, stations, placed);
  const telling = events.filter((event) => actOf(event));
  const last = telling.at(-1);
  const ended = last && ENDING.has(last.bizStep ?? '') ? actOf(last) : undefined;
  const acts = telling.map(actOf).filter((act) => act !== undefined);
  const from = arrival?.arrived ?? earliest([node.time, ...events.map((event) => event.eventTime)]) ?? '';
  const products = station.nodes.flatMap(({ product }) => product ?? []);
  return [
    {
      kind: 'stop',
      stage: stageOf(node.holder, events, station.origins),
      holder: node.holder,
      place: node.place,
      from,
      until: latest([from, ...telling.map((event) => event.eventTime)]) ?? from,
      acts: [...new Set(acts)],
      ...(ended ? { ended } : {}),
      ...(arrival ? { arrival } : {}),
      origins: station.origins,
      products: [...new Set(products)],
      facts: station.origins > 0 ? factsOf(station) : [],
      inferred: station.nodes.every(({ inferred }) => inferred),
    },
  ];
}

function factsOf(station: Station): Fact[] {
  const facts = Map.groupBy(
    station.nodes.flatMap((node) => node.facts ?? []),
    (fact) => fact.name,
  );
  return [...facts.values()].flatMap((group) => {
    const [first] = group;
    return first
      ? [{ zh: first.zh, en: first.en, values: [...new Set(group.map(({ value }) => value))] }]
      : [];
  });
}

/** Gaps by the station that they follow; -1 stands before the first. */
function gapsByStation(trace: TraceAnswer, stations: Stations): Map<number, Gap[]> {
  const said = new Set(trace.gaps.map((gap) => gap.node));
  const unsaid = stations.lost.filter((node) => !said.has(node.id));
  const all = [
    ...trace.gaps,
    ...unsaid.map(({ id, time }) => ({ kind: 'unknown-holder' as const, node: id, time })),
  ];
  const placed = all.map(({ kind, node, time }) => {
    const named = node === undefined ? undefined : stations.of.get(node)?.stations.at(-1);
    const after =
      named ?? stations.list.findLastIndex((station) => compareTimes(startOf(station), time) <= 0);
    return { after, gap: { kind: 'gap', reason: kind, from: time } as const };
  });
  const grouped = Map.groupBy(placed, ({ after }) => after);
  return new Map(
    [...grouped].map(([after, group]) => [
      after,
      distinct(
        group.map(({ gap }) => gap),
        (gap) => `${gap.reason}${gap.from}`,
      ).toSorted((a, b) => compareTimes(a.from, b.from)),
    ]),
  );
}

/** The steps of a journey, the same for any order of the trace's nodes, links and events. */
export function journeyOf(trace: TraceAnswer, events: readonly EventView[]): Journey {
  const stations = gatherStations(trace);
  const placed = eventsByStation(stations, trace, events);
  const gaps = gapsByStation(trace, stations);
  const steps: Step[] = [...(gaps.get(-1) ?? [])];
  for (const index of stations.list.keys())
    steps.push(...toStop(index, stations, placed), ...(gaps.get(index) ?? []));
  for (const { holder, place, time } of stations.moving)
    steps.push({ kind: 'transit', holder, place, from: time });
  return { steps, truncated: stations.truncated || trace.truncated !== null };
}
