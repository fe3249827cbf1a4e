import type { TraceAnswer, TraceLink, TraceNode } from '@yunsu/api';

/**
 * Cards of the graph. A person reads some dozens of cards, an answer may hold thousands of nodes; so nodes that are alike and
 * hang on the same cards become one card ("42 箱"). Going outward from the root by depth, nodes with the same cards next to
 * them on the root's side are siblings. Siblings of one product and level that are more than the limit are joined by holder and
 * place; where that leaves too many still, into one. What follows a joined card is joined too, or 42 equal tails would hang on it.
 * Nothing is lost: tables and exports hold every node.
 */
export interface Card {
  readonly id: string;
  /** One node, or all those that were joined. */
  readonly members: readonly TraceNode[];
}

/** All links of one kind between two cards. */
export interface CardLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: TraceLink['kind'];
  readonly members: readonly TraceLink[];
}

export interface Cards {
  readonly cards: readonly Card[];
  readonly links: readonly CardLink[];
  /** Card of each node, by the node's id. */
  readonly cardOf: ReadonlyMap<string, string>;
}

/** Siblings that are shown one by one. */
export const SIBLINGS_MAX = 40;
/** Cards beyond which siblings are joined sooner, and then as soon as there are two. */
export const CARDS_WANTED = 120;
const TIGHTER = [12, 1] as const;

type Graph = Pick<TraceAnswer, 'nodes' | 'links'>;

const keyOf = (...parts: readonly unknown[]): string => JSON.stringify(parts);
/** GTIN of an item or lot; other units are one class by their level. */
const classOf = (uri: string): string => /\/01\/(\d{14})/.exec(uri)?.[1] ?? '';
const whoAndWhere = ({ holder, place }: TraceNode): string =>
  keyOf(holder.uri ?? holder.name, place.uri ?? place.name);

/** Neighbours on the root's side, by node. */
function rootwardOf({ nodes, links }: Graph): Map<string, string[]> {
  const depthOf = new Map(nodes.map(({ id, depth }) => [id, depth]));
  const rootward = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { from, to } of links) {
    const [a, b] = [depthOf.get(from), depthOf.get(to)];
    if (a === undefined || b === undefined || a === b) continue;
    rootward.get(a < b ? to : from)?.push(a < b ? from : to);
  }
  return rootward;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}

/** Splits siblings of one product and level into cards. */
function split(siblings: readonly TraceNode[], siblingsMax: number, join: boolean): TraceNode[][] {
  if (!join && siblings.length <= siblingsMax) return siblings.map((node) => [node]);
  const groups = groupBy(siblings, whoAndWhere);
  return groups.length > Math.max(siblingsMax, TIGHTER[0]) ? [[...siblings]] : groups;
}

function joinNodes(graph: Graph, siblingsMax: number): Card[] {
  const rootward = rootwardOf(graph);
  const cardOf = new Map<string, Card>();
  const cards: Card[] = [];
  const nextTo = (node: TraceNode): Card[] => {
    const found = (rootward.get(node.id) ?? []).flatMap((id) => cardOf.get(id) ?? []);
    return [...new Set(found)].sort((a, b) => (a.id < b.id ? -1 : 1));
  };
  const familyOf = (node: TraceNode): string =>
    keyOf(
      nextTo(node).map(({ id }) => id),
      node.direction,
      node.level,
      classOf(node.uri),
      node.inTransit,
      node.inferred,
    );
  const byDepth = [...graph.nodes].sort((a, b) => a.depth - b.depth);
  for (const level of groupBy(byDepth, ({ depth }) => String(depth))) {
    for (const siblings of groupBy(level, familyOf)) {
      const [first] = siblings;
      const join = first !== undefined && nextTo(first).some(({ members }) => members.length > 1);
      for (const members of split(siblings, siblingsMax, join)) {
        const card: Card = { id: members[0]?.id ?? '', members };
        cards.push(card);
        for (const { id } of members) cardOf.set(id, card);
      }
    }
  }
  return cards;
}

function joinLinks(links: readonly TraceLink[], cardOf: ReadonlyMap<string, string>): CardLink[] {
  const between = links.flatMap((link) => {
    const [from, to] = [cardOf.get(link.from), cardOf.get(link.to)];
    return from === undefined || to === undefined || from === to ? [] : [{ from, to, link }];
  });
  return groupBy(between, ({ from, to, link }) => keyOf(from, to, link.kind)).flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { from, to, link } = first;
    const members = group.map((one) => one.link);
    return [{ id: `${from}>${to}:${link.kind}`, from, to, kind: link.kind, members }];
  });
}

/** The cards of an answer, and the links between them. */
export function toCards(graph: Graph, siblingsMax: number = SIBLINGS_MAX): Cards {
  let cards = joinNodes(graph, siblingsMax);
  for (const tighter of TIGHTER) {
    if (cards.length > CARDS_WANTED && tighter < siblingsMax) cards = joinNodes(graph, tighter);
  }
  const cardOf = new Map(cards.flatMap(({ id, members }) => members.map((node) => [node.id, id])));
  return { cards, links: joinLinks(graph.links, cardOf), cardOf };
}
