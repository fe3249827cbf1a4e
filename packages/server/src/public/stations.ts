/**
 * Gathers the nodes of a trace into stations: one pair of hands at one place. Nodes are ordered along the links
 * (Kahn), the earliest first; a node joins a station that is already there when hands and place are the same and
 * the goods passed no other station in between. So two piles at one mill are one station, and goods that come back
 * make a second one. Work is bounded by `NODES_MAX`; a cycle is cut at its earliest node.
 */
import type { HolderView, PlaceView, TraceAnswer } from '@yunsu/api';
import { compareTimes, earliest } from './times.ts';

export type Node = TraceAnswer['nodes'][number];
export type Link = TraceAnswer['links'][number];

/** Most nodes that a page looks at, those nearest to the unit first. */
export const NODES_MAX = 500;

/** How goods reached a station: the link, the stations before, and when they left if a node in transit says so. */
export interface Coming {
  readonly link: Link;
  readonly from: readonly number[];
  readonly departed?: string;
}

export interface Station {
  readonly nodes: Node[];
  readonly comings: Coming[];
  /** Number of nodes with nothing before them. */
  origins: number;
}

/** Where a node's goods are: its own station, or for goods in transit the stations that they left. */
interface Whereabouts {
  readonly stations: readonly number[];
  readonly departed?: string;
}

export interface Stations {
  readonly list: readonly Station[];
  readonly of: ReadonlyMap<string, Whereabouts>;
  /** Nodes in transit that nothing follows. */
  readonly moving: readonly Node[];
  /** Nodes of which nobody knows who holds them. */
  readonly lost: readonly Node[];
  readonly truncated: boolean;
}

/** Equal for equal hands, as far as the view tells them apart. */
export const holderKey = (holder: HolderView): string =>
  holder.uri ?? `${holder.kind}|${holder.role ?? ''}|${holder.masked ? '' : holder.name}`;

/** Equal for equal places, as far as the view tells them apart. */
export const placeKey = (place: PlaceView): string =>
  place.uri ?? `${place.division ?? place.prefecture ?? ''}|${place.masked ? '' : place.name}`;

/** True where not even the prefecture is known. */
export const isUnknownPlace = (place: PlaceView): boolean =>
  place.uri === undefined && !place.division && !place.prefecture;

const isNowhere = ({ holder, place }: Node): boolean =>
  holder.kind === 'unknown' && !holder.masked && isUnknownPlace(place);

const byTime = (a: Node, b: Node): number =>
  compareTimes(a.time, b.time) || b.depth - a.depth || (a.id < b.id ? -1 : 1);

function orderNodes(nodes: readonly Node[], incoming: ReadonlyMap<string, readonly Link[]>): Node[] {
  const waiting = new Map(nodes.map(({ id }) => [id, incoming.get(id)?.length ?? 0]));
  const following = Map.groupBy([...incoming.values()].flat(), (link) => link.from);
  const left = nodes.toSorted(byTime);
  const ordered: Node[] = [];
  while (left.length > 0) {
    const free = left.findIndex(({ id }) => (waiting.get(id) ?? 0) <= 0);
    for (const node of left.splice(Math.max(free, 0), 1)) {
      ordered.push(node);
      for (const { to } of following.get(node.id) ?? []) waiting.set(to, (waiting.get(to) ?? 0) - 1);
    }
  }
  return ordered;
}

const isBack = (node: Node): boolean => node.direction !== 'forward';

function nearestNodes(trace: TraceAnswer): Node[] {
  const back = trace.nodes.filter(isBack);
  return back.toSorted((a, b) => a.depth - b.depth || byTime(a, b)).slice(0, NODES_MAX);
}

const isCut = (trace: TraceAnswer): boolean => trace.nodes.filter(isBack).length > NODES_MAX;

function incomingLinks(trace: TraceAnswer, nodes: readonly Node[]): Map<string, Link[]> {
  const ids = new Set(nodes.map((node) => node.id));
  const links = trace.links.filter((link) => ids.has(link.from) && ids.has(link.to) && link.from !== link.to);
  return Map.groupBy(links, (link) => link.to);
}

/** The station that a node joins, or a fresh one at the end of the list. */
function stationFor(list: Station[], keys: string[], node: Node, before: Before): number {
  const key = `${placeKey(node.place)}
${holderKey(node.holder)}`;
  const found = keys.lastIndexOf(key);
  // Two traders of one kind in one prefecture look alike when masked; a transfer between them is still a step.
  const changedHands = node.holder.uri === undefined && before.handedOver.includes(found);
  if (found !== -1 && !changedHands && before.stations.every((index) => index <= found)) return found;
  keys.push(key);
  return list.push({ nodes: [], comings: [], origins: 0 }) - 1;
}

/** The stations that a node's goods come from, and those that handed them over. */
interface Before {
  readonly stations: readonly number[];
  readonly handedOver: readonly number[];
}

/** The stations of the way back, in the order of the goods. */
export function gatherStations(trace: TraceAnswer): Stations {
  const nodes = nearestNodes(trace);
  const incoming = incomingLinks(trace, nodes);
  const followed = new Set([...incoming.values()].flatMap((links) => links.map((link) => link.from)));
  const list: Station[] = [];
  const keys: string[] = [];
  const of = new Map<string, Whereabouts>();
  const moving: Node[] = [];
  const lost: Node[] = [];
  for (const node of orderNodes(nodes, incoming)) {
    const comings = (incoming.get(node.id) ?? []).map((link) => ({ link, where: of.get(link.from) }));
    const earlier = [...new Set(comings.flatMap(({ where }) => where?.stations ?? []))];
    if (node.inTransit || isNowhere(node)) {
      const departed = earliest(comings.map(({ link }) => link.time)) ?? node.time;
      of.set(node.id, { stations: earlier, departed });
      if (isNowhere(node)) lost.push(node);
      else if (!followed.has(node.id)) moving.push(node);
      continue;
    }
    const transfers = comings.filter(({ link }) => link.kind === 'transfer');
    const handedOver = transfers.flatMap(({ where }) => where?.stations ?? []);
    const index = stationFor(list, keys, node, { stations: earlier, handedOver });
    const station = list[index];
    if (!station) continue;
    station.nodes.push(node);
    if (comings.length === 0) station.origins += 1;
    for (const { link, where } of comings) {
      if (!where || where.stations.includes(index)) continue;
      station.comings.push({
        link,
        from: where.stations,
        ...(where.departed === undefined ? {} : { departed: where.departed }),
      });
    }
    of.set(node.id, { stations: [index] });
  }
  return { list, of, moving, lost, truncated: isCut(trace) };
}
