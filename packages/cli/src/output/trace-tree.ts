import type { TraceAnswer, TraceLink, TraceNode } from '@yunsu/api';

/**
 * A trace is a graph; a terminal shows a tree. Each node is printed under the first link that reaches it, later
 * links to it print a leaf that points up. Siblings whose whole subtree reads alike are told by their first few
 * and a count, because nobody reads forty crates that went the same way.
 */

/** Siblings of one kind that are printed before the rest is counted. */
export const ALIKE_SHOWN_MAX = 3;
/** Lines of one tree; the rest is counted. A complete answer is what `--json` is for. */
export const TREE_LINES_MAX = 400;

export interface TreeLine {
  /** Guides and branch sign, e.g. "│  └─ ". */
  readonly branch: string;
  readonly node?: TraceNode;
  readonly link?: TraceLink;
  /** The node was printed further up. */
  readonly seenAbove?: boolean;
  /** Instead of a node: so many siblings like the one above. */
  readonly more?: number;
}

interface Twig {
  readonly node: TraceNode;
  readonly link?: TraceLink;
  readonly seenAbove: boolean;
  readonly children: Twig[];
  /** Equal for subtrees that read alike. */
  kind: number;
}

export type Way = 'back' | 'forward';

/** Links of each node in one direction, the other end first by time, then by id. */
function linksByNode(trace: TraceAnswer, way: Way): Map<string, TraceLink[]> {
  const byNode = new Map<string, TraceLink[]>();
  for (const link of trace.links) {
    const near = way === 'back' ? link.to : link.from;
    const known = byNode.get(near);
    if (known) known.push(link);
    else byNode.set(near, [link]);
  }
  return byNode;
}

/** Where a tree begins: the nodes that the walk began with. A unit in several hands has several. */
const rootsOf = (trace: TraceAnswer, way: Way): TraceNode[] =>
  trace.nodes.filter((node) => node.depth === 0 && (node.direction ?? way) === way);

/** Spanning trees from the roots, deepest first; every node is a branch once. */
function grow(trace: TraceAnswer, way: Way): Twig[] {
  const nodes = new Map(trace.nodes.map((node) => [node.id, node]));
  const links = linksByNode(trace, way);
  const roots = rootsOf(trace, way).map((node): Twig => ({ node, seenAbove: false, children: [], kind: 0 }));
  const seen = new Set(roots.map((root) => root.node.id));
  const open = roots.toReversed();
  const all = [...roots];
  for (let twig = open.pop(); twig !== undefined; twig = open.pop()) {
    for (const link of links.get(twig.node.id) ?? []) {
      const node = nodes.get(way === 'back' ? link.from : link.to);
      if (node === undefined) continue;
      const child: Twig = { node, link, seenAbove: seen.has(node.id), children: [], kind: 0 };
      twig.children.push(child);
      all.push(child);
      if (child.seenAbove) continue;
      seen.add(node.id);
      open.push(child);
    }
  }
  giveKinds(all);
  return roots;
}

/** Children stand behind their parent in `all`, so that from the back every child has its kind already. */
function giveKinds(all: readonly Twig[]): void {
  const kinds = new Map<string, number>();
  for (const twig of all.toReversed()) {
    const { node, link } = twig;
    const text = JSON.stringify([
      link?.kind,
      node.level,
      node.uri.replace(/\/(21|00|10)\/.*$/, ''),
      node.holder.name,
      node.place.name,
      node.quantity,
      node.inTransit,
      twig.seenAbove,
      node.ends?.map((end) => [end.kind, end.quantity]),
      [...new Set(twig.children.map((child) => child.kind))].sort(),
    ]);
    const known = kinds.get(text) ?? kinds.size + 1;
    kinds.set(text, known);
    twig.kind = known;
  }
}

interface Entry {
  readonly twig?: Twig;
  readonly more?: number;
}

/** Siblings with the rest of every kind folded into one line behind its last shown member. */
function entriesOf(siblings: readonly Twig[]): Entry[] {
  const counts = new Map<number, number>();
  for (const child of siblings) counts.set(child.kind, (counts.get(child.kind) ?? 0) + 1);
  const shown = new Map<number, number>();
  return siblings.flatMap((child): Entry[] => {
    const total = counts.get(child.kind) ?? 0;
    const index = (shown.get(child.kind) ?? 0) + 1;
    shown.set(child.kind, index);
    if (index > ALIKE_SHOWN_MAX) return [];
    const folds = index === ALIKE_SHOWN_MAX && total > ALIKE_SHOWN_MAX;
    return folds ? [{ twig: child }, { more: total - ALIKE_SHOWN_MAX }] : [{ twig: child }];
  });
}

/** The lines of the trees from the roots of one direction, and how many more there would be. */
export function treeLines(
  trace: TraceAnswer,
  way: Way,
  linesMax = TREE_LINES_MAX,
): { lines: TreeLine[]; hidden: number } {
  const lines: TreeLine[] = [];
  let hidden = 0;
  const roots = entriesOf(grow(trace, way));
  const open = roots.map((entry) => ({ entry, branch: '', guides: '' })).toReversed();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { entry, branch, guides } = next;
    if (lines.length < linesMax) lines.push(toLine(entry, branch));
    else hidden += 1;
    const below = entry.twig === undefined ? [] : entriesOf(entry.twig.children);
    for (const [index, child] of below.toReversed().entries()) {
      const last = index === 0;
      open.push({
        entry: child,
        branch: `${guides}${last ? '└─ ' : '├─ '}`,
        guides: `${guides}${last ? '   ' : '│  '}`,
      });
    }
  }
  return { lines, hidden };
}

function toLine({ twig, more }: Entry, branch: string): TreeLine {
  if (twig === undefined) return { branch, more: more ?? 0 };
  const { node, link, seenAbove } = twig;
  return { branch, node, ...(link ? { link } : {}), ...(seenAbove ? { seenAbove } : {}) };
}
