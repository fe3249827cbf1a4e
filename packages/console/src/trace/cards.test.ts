import type { TraceLink, TraceNode } from '@yunsu/api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CARDS_WANTED, SIBLINGS_MAX, toCards } from './cards.ts';

/** A node at a depth; `at` is its holder and place. */
export function node(id: string, depth: number, at = 'station', changes: Partial<TraceNode> = {}): TraceNode {
  return {
    id,
    uri: `https://id.gs1.org/00/${id}`,
    level: 'container',
    holder: { name: at, kind: 'company', masked: false },
    place: { name: at, masked: false },
    quantity: '10',
    uom: 'KGM',
    inferred: false,
    time: '2026-08-18T04:00:00.000Z',
    depth,
    inTransit: false,
    direction: 'forward',
    ...changes,
  };
}

const link = (from: string, to: string, kind: TraceLink['kind'] = 'packing'): TraceLink => ({
  from,
  to,
  kind,
  eventID: `urn:uuid:${from}-${to}`,
  time: '2026-08-18T04:00:00.000Z',
});

/** A lot packed into crates, each of which then goes to one of the buyers. */
function crates(count: number, buyers: number) {
  const ids = Array.from({ length: count }, (_, index) => index);
  return {
    nodes: [
      node('lot', 0, 'farm', { level: 'lot' }),
      ...ids.map((id) => node(`c${id}`, 1)),
      ...ids.map((id) => node(`d${id}`, 2, `buyer ${id % buyers}`)),
    ],
    links: [
      ...ids.map((id) => link('lot', `c${id}`)),
      ...ids.map((id) => link(`c${id}`, `d${id}`, 'transfer')),
    ],
  };
}

const sizes = (graph: Parameters<typeof toCards>[0], max?: number) =>
  toCards(graph, max).cards.map(({ members }) => members.length);

test('as many alike siblings as the limit stay apart, one more makes them one card', () => {
  const atLimit = {
    nodes: crates(SIBLINGS_MAX, 1).nodes.slice(0, SIBLINGS_MAX + 1),
    links: crates(SIBLINGS_MAX, 1).links,
  };
  expect(sizes(atLimit)).toEqual(Array(SIBLINGS_MAX + 1).fill(1));
  const beyond = crates(SIBLINGS_MAX + 1, 1);
  expect(sizes(beyond)).toEqual([1, SIBLINGS_MAX + 1, SIBLINGS_MAX + 1]);
});

test('what follows a joined card is joined by holder and place', () => {
  const { cards, links, cardOf } = toCards(crates(60, 3));
  expect(cards.map(({ members }) => members.length)).toEqual([1, 60, 20, 20, 20]);
  expect(links.map(({ kind, members }) => [kind, members.length])).toEqual([
    ['packing', 60],
    ['transfer', 20],
    ['transfer', 20],
    ['transfer', 20],
  ]);
  expect(cardOf.get('c59')).toBe('c0');
});

test('siblings in more hands than the limit become one card', () => {
  expect(sizes(crates(200, 100))).toEqual([1, 200, 200]);
});

test('siblings of another product or on the way are not alike', () => {
  const graph = crates(50, 1);
  const nodes = graph.nodes.map((one, index) =>
    index % 2 === 1 ? { ...one, inTransit: one.depth === 1 } : one,
  );
  expect(sizes({ ...graph, nodes }, 10)).toEqual([1, 25, 25, 25, 25]);
});

test('a graph of too many cards is joined sooner', () => {
  const branches = Array.from({ length: 10 }, (_, b) =>
    crates(20, 1).nodes.map((one) => ({ ...one, id: `${b}${one.id}` })),
  );
  const links = branches.flatMap((_, b) =>
    crates(20, 1).links.map((one) => ({ ...one, from: `${b}${one.from}`, to: `${b}${one.to}` })),
  );
  const nodes = branches
    .flat()
    .map((one) => (one.depth === 0 ? { ...one, place: { name: one.id, masked: false } } : one));
  expect(nodes.length).toBeGreaterThan(CARDS_WANTED);
  expect(toCards({ nodes, links }).cards.length).toBe(30);
});

test('every node is on exactly one card, whatever the graph', () => {
  const graphs = fc.tuple(
    fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2 })), { maxLength: 60 }),
    fc.array(fc.tuple(fc.nat(59), fc.nat(59)), { maxLength: 120 }),
    fc.integer({ min: 1, max: 50 }),
  );
  fc.assert(
    fc.property(graphs, ([made, pairs, max]) => {
      const nodes = made.map(([depth, who], index) => node(`n${index}`, depth, `h${who}`));
      const links = pairs.map(([from, to]) => link(`n${from}`, `n${to}`));
      const { cards, links: joined, cardOf } = toCards({ nodes, links }, max);
      const members = cards.flatMap((card) => card.members.map(({ id }) => id));
      expect(members.sort()).toEqual(nodes.map(({ id }) => id).sort());
      const ids = new Set(cards.map(({ id }) => id));
      for (const { from, to } of joined) expect(ids.has(from) && ids.has(to) && from !== to).toBe(true);
      expect(new Set(cardOf.values())).toEqual(ids);
    }),
  );
});
