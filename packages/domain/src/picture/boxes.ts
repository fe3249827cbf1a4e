/**
 * Which nodes are drawn as one box. Siblings (nodes that hang on the same boxes on the root's side) of one product and
 * level with one holder at one place are one box from three on, and what follows a box of many is joined likewise; where that leaves more than can be drawn, also those of
 * several holders; and what is still too many, the farthest from the root first, is one box that says how many it
 * stands for. Nothing is left out of a count. Linear in nodes and links but for one sort.
 */
import type { PictureGraph, PictureLink, PictureNode } from './graph.ts';
import { rankCards } from './rank.ts';

export interface Box {
  /** Id of its first node. */
  readonly id: string;
  readonly members: readonly PictureNode[];
  /** True for the box of all that was too much to draw. */
  readonly rest: boolean;
}

/** All links of one kind between two boxes. */
export interface BoxLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly members: readonly PictureLink[];
}

export interface Boxes {
  readonly boxes: readonly Box[];
  readonly links: readonly BoxLink[];
}

/** `boxesMax`: boxes of a picture. `acrossMax`: boxes of one rank; where there are more, the last of them are one. */
export interface BoxLimits {
  readonly boxesMax: number;
  readonly acrossMax: number;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byPlaceInTrace = (a: PictureNode, b: PictureNode): number =>
  a.depth - b.depth || compare(a.time, b.time) || compare(a.unit, b.unit) || compare(a.id, b.id);
const keyOf = (...parts: readonly unknown[]): string => JSON.stringify(parts);

function groupBy<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}

/** Neighbours on the root's side, by node. */
function rootwardOf({ nodes, links }: PictureGraph): Map<string, string[]> {
  const depths = new Map(nodes.map(({ id, depth }) => [id, depth]));
  const rootward = new Map<string, string[]>();
  for (const { from, to } of links) {
    const [a, b] = [depths.get(from), depths.get(to)];
    if (a === undefined || b === undefined || a === b) continue;
    const [far, near] = a < b ? [to, from] : [from, to];
    const known = rootward.get(far);
    if (known) known.push(near);
    else rootward.set(far, [near]);
  }
  return rootward;
}

const whoAndWhere = ({ holder, place, prefecture }: PictureNode): string => keyOf(holder, place, prefecture);
const nothing = (): string => '';

/** Siblings that are joined at once: two say more side by side, the two gardens of a tea for one. */
export const SIBLINGS_MIN = 3;

function joinSiblings(graph: PictureGraph, apart: (node: PictureNode) => string, siblingsMin: number): Box[] {
  const rootward = rootwardOf(graph);
  const boxOf = new Map<string, Box>();
  const familyOf = (node: PictureNode): string => {
    const near = (rootward.get(node.id) ?? []).flatMap((id) => boxOf.get(id)?.id ?? []);
    const { direction, level, kind, inTransit, inferred, gaps } = node;
    // The root and what lies at no link stays for itself.
    const alone = node.id === graph.root ? node.id : '';
    return keyOf(
      alone,
      [...new Set(near)].sort(),
      direction,
      level,
      kind,
      inTransit,
      inferred,
      [...new Set(gaps)].sort(),
      apart(node),
    );
  };
  const sorted = [...graph.nodes].sort(byPlaceInTrace);
  return groupBy(sorted, ({ depth }) => String(depth)).flatMap((level) =>
    groupBy(level, familyOf).flatMap((family) => {
      const followsMany = (rootward.get(family[0]!.id) ?? []).some(
        (id) => (boxOf.get(id)?.members.length ?? 0) > 1,
      );
      const joined = family.length >= siblingsMin || followsMany;
      return (joined ? [family] : family.map((node) => [node])).map((members) => {
        const box: Box = { id: members[0]!.id, members, rest: false };
        for (const { id } of members) boxOf.set(id, box);
        return box;
      });
    }),
  );
}

const merged = (boxes: readonly Box[]): Box => {
  const members = boxes.flatMap((box) => box.members).sort(byPlaceInTrace);
  return { id: members[0]!.id, members, rest: true };
};

/** The boxes nearest to the root, and one of all others; the root is never among these. */
function cutAt(boxes: readonly Box[], boxesMax: number): Box[] {
  if (boxes.length <= boxesMax) return [...boxes];
  return [...boxes.slice(0, boxesMax - 1), merged(boxes.slice(boxesMax - 1))];
}

function linksOf(links: readonly PictureLink[], boxes: readonly Box[]): BoxLink[] {
  const boxOf = new Map(boxes.flatMap(({ id, members }) => members.map((node) => [node.id, id])));
  const between = links.flatMap((link) => {
    const [from, to] = [boxOf.get(link.from), boxOf.get(link.to)];
    return from === undefined || to === undefined || from === to ? [] : [{ from, to, link }];
  });
  const textOf = ({ link }: { link: PictureLink }) => keyOf(link.time, link.from, link.to, link.quantity);
  return groupBy(between, ({ from, to, link }) => keyOf(from, to, link.kind))
    .map((group) => {
      const { from, to, link } = group[0]!;
      const members = group
        .map((one) => ({ text: textOf(one), link: one.link }))
        .sort((a, b) => compare(a.text, b.text))
        .map((one) => one.link);
      return { id: `${from}>${to}:${link.kind}`, from, to, kind: link.kind, members };
    })
    .sort((a, b) => compare(a.id, b.id));
}

const PASSES_MAX = 12;

/** Joins what is too much for one rank. Joining moves ranks, so it is done again until all fit or the passes are over. */
function narrow({ boxes, links }: Boxes, graph: PictureGraph, acrossMax: number): Boxes {
  let now: Boxes = { boxes, links };
  for (let pass = 0; pass < PASSES_MAX; pass += 1) {
    const indexOf = new Map(now.boxes.map(({ id }, index) => [id, index]));
    const pairs = now.links.map(({ from, to }) => [indexOf.get(from)!, indexOf.get(to)!] as const);
    const { ranks } = rankCards(now.boxes.length, pairs);
    const layers = groupBy([...now.boxes.entries()], ([index]) => String(ranks[index]));
    if (layers.every((layer) => layer.length <= acrossMax)) break;
    const joined = layers.flatMap((layer) => {
      const all = layer.map(([, box]) => box);
      if (all.length <= acrossMax) return all;
      const isRoot = (box: Box) => box.members.some(({ id }) => id === graph.root);
      const inOrder = [...all.filter(isRoot), ...all.filter((box) => !isRoot(box))];
      return [...inOrder.slice(0, acrossMax - 1), merged(inOrder.slice(acrossMax - 1))];
    });
    const next = joined.sort((a, b) => byPlaceInTrace(a.members[0]!, b.members[0]!));
    now = { boxes: next, links: linksOf(graph.links, next) };
  }
  return now;
}

/** The boxes of a trace and the links between them, the same for any order of its nodes and links. */
export function toBoxes(graph: PictureGraph, { boxesMax, acrossMax }: BoxLimits): Boxes {
  let boxes = joinSiblings(graph, whoAndWhere, SIBLINGS_MIN);
  if (boxes.length > boxesMax) boxes = joinSiblings(graph, nothing, 1);
  const drawn = cutAt(boxes, boxesMax);
  return narrow({ boxes: drawn, links: linksOf(graph.links, drawn) }, graph, acrossMax);
}
