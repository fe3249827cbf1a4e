import { Act, actOf, Position, type Posting, positionOf } from './posting.ts';

/** All postings of one event. `eventID` decides between events that nothing else tells apart. */
export interface EventPostings {
  readonly event: string;
  readonly eventID: string;
  readonly time: number;
  readonly postings: readonly Posting[];
  /** The documents of a delivery that it names (see `deliveryDocuments`). */
  readonly documents?: readonly string[];
}

/**
 * The rank of a posting among those of its unit at one instant (design §5.7): output and commissioning, then
 * unpacked, then packed, then observed and moved, then consumed and ended.
 */
function rankOf(role: number): number {
  const position = positionOf(role);
  const act = actOf(role);
  if (position === Position.output) return 0;
  if (position === Position.input) return 4;
  const grouped = position !== Position.unit;
  if (act === Act.add) return grouped ? 2 : 0;
  if (act === Act.delete) return grouped ? 1 : 4;
  return 3;
}

const unranked = new Set<Position>([
  Position.nodeInput,
  Position.nodeOutput,
  Position.lotOfMembers,
  Position.memberOfLot,
]);
const isRanked = (role: number): boolean => !unranked.has(positionOf(role));

/**
 * Events in the order in which they are replayed: by time; at one instant each unit's postings by rank; then by
 * eventID. Never by arrival: the same events in any order of capture give the same answer.
 */
export function orderEvents(events: readonly EventPostings[]): EventPostings[] {
  const sorted = [...events].sort(
    (a, b) => a.time - b.time || compare(a.eventID, b.eventID) || compare(contentOf(a), contentOf(b)),
  );
  const ordered: EventPostings[] = [];
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    while (end < sorted.length && sorted[end]!.time === sorted[start]!.time) end++;
    ordered.push(...(end - start === 1 ? [sorted[start]!] : orderInstant(sorted.slice(start, end))));
    start = end;
  }
  return ordered;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What is left to tell apart two events of one instant and one eventID, which two actors sent. */
const contentOf = ({ postings, documents }: EventPostings): string =>
  [
    ...(documents ?? []),
    ...postings.map(({ unit, role, peer, peers, quantity, uom, place, party }) =>
      [unit, role, peer, peers?.join(), quantity, uom, place, party].join('|'),
    ),
  ]
    .sort()
    .join('\n');

/**
 * Kahn's algorithm over the events of one instant. A barrier stands between the ranks of a unit, so that the edges
 * are linear in the postings. Events that contradict each other (a cycle) follow in the order of their ids.
 */
function orderInstant(events: readonly EventPostings[]): EventPostings[] {
  const after: number[][] = events.map(() => []);
  const waits: number[] = events.map(() => 0);
  const edge = (from: number, to: number) => {
    after[from]!.push(to);
    waits[to]!++;
  };
  for (const byRank of ranksByUnit(events).values()) {
    let barrier = -1;
    const ranks = [...byRank.keys()].sort((a, b) => a - b);
    for (const [at, rank] of ranks.entries()) {
      const members = byRank.get(rank)!;
      if (barrier >= 0) for (const member of members) edge(barrier, member);
      if (at === ranks.length - 1) break;
      const next = after.push([]) - 1;
      waits.push(0);
      for (const member of members) edge(member, next);
      barrier = next;
    }
  }
  return takeInOrder(events, after, waits);
}

function ranksByUnit(events: readonly EventPostings[]): Map<string, Map<number, Set<number>>> {
  const units = new Map<string, Map<number, Set<number>>>();
  for (const [index, { postings }] of events.entries()) {
    const seen = new Map<string, number>();
    for (const { unit, role } of postings) {
      if (!isRanked(role)) continue;
      const rank = rankOf(role);
      seen.set(unit, Math.min(rank, seen.get(unit) ?? rank));
    }
    for (const [unit, rank] of seen) {
      const byRank = units.get(unit) ?? new Map<number, Set<number>>();
      units.set(unit, byRank);
      byRank.set(rank, (byRank.get(rank) ?? new Set()).add(index));
    }
  }
  for (const [unit, byRank] of units) if (byRank.size < 2) units.delete(unit);
  return units;
}

/** Takes what waits for nothing, smallest number first: events are numbered by eventID, barriers free themselves. */
function takeInOrder(
  events: readonly EventPostings[],
  after: readonly number[][],
  waits: number[],
): EventPostings[] {
  const ordered: EventPostings[] = [];
  const taken = new Set<number>();
  const ready = new ReadyHeap();
  const take = (node: number) => {
    taken.add(node);
    if (node < events.length) ordered.push(events[node]!);
    for (const next of after[node]!) {
      waits[next]!--;
      if (waits[next] === 0 && !taken.has(next)) ready.push(next >= events.length ? next - 2 ** 31 : next);
    }
  };
  for (let node = 0; node < events.length; node++) if (waits[node] === 0) ready.push(node);
  let firstLeft = 0;
  while (taken.size < after.length) {
    const next = ready.pop();
    if (next !== undefined) {
      const node = next < 0 ? next + 2 ** 31 : next;
      if (!taken.has(node)) take(node);
      continue;
    }
    while (taken.has(firstLeft)) firstLeft++;
    take(firstLeft);
  }
  return ordered;
}

/** A binary heap of integers: the smallest comes first. */
class ReadyHeap {
  #items: number[] = [];

  push(item: number): void {
    const items = this.#items;
    let at = items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (items[parent]! <= item) break;
      items[at] = items[parent]!;
      at = parent;
    }
    items[at] = item;
  }

  pop(): number | undefined {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (last === undefined || items.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && items[child + 1]! < items[child]!) child++;
      if (items[child]! >= last) break;
      items[at] = items[child]!;
      at = child;
    }
    items[at] = last;
    return top;
  }
}
