import type { TraceAnswer, TraceLink, TraceNode } from '@yunsu/api';

/**
 * A trace is a graph; a terminal shows a tree. Each node is printed under the first link that reaches it, later
 * links to it print a leaf that points up. Siblings whose whole subtree reads alike are told by the first of them
 * and a count, because nobody reads forty crates that went the same way.
 */

/** Siblings of one kind that are printed before the rest is counted. */
export const ALIKE_SHOWN_MAX = 1;
/** Lines of one tree; the rest is counted. A complete answer is what `--json` is for. */
export const TREE_LINES_MAX = 400;

export interface TreeLine {
  /** Guides and branch sign, e.g. "│  └─ ". */
  readonly branch: string;
  readonly node?: TraceNode;
  readonly link?: TraceLink;
  /** The node was printed further up. */
  readonly seenAbove?: boolean;
  /** Instead of a node: the siblings that went the same way as the one above. */
  readonly more?: readonly TraceNode[];
}

interface Twig {
  readonly node: TraceNode;
  readonly link?: TraceLink;
  seenAbove: boolean;
  readonly children: Twig[];
  /** Equal for subtrees that read alike. */
  kind: number;
}

export type Way = 'back' | 'forward';

/** Links of each node in one direction, by time and then by the code at their other end. */
function linksByNode(
  trace: TraceAnswer,
  way: Way,
  nodes: ReadonlyMap<string, TraceNode>,
): Map<string, TraceLink[]> {
  const [near, far] = way === 'back' ? (['to', 'from'] as const) : (['from', 'to'] as const);
  const byNode = Map.groupBy(trace.links, (link) => link[near]);
  const uriOf = (link: TraceLink) => nodes.get(link[far])?.uri ?? '';
  for (const links of byNode.values())
    links.sort((a, b) => Date.parse(a.time) - Date.parse(b.time) || (uriOf(a) < uriOf(b) ? -1 : 1));
  return byNode;
}

const twigOf = (node: TraceNode): Twig => ({ node, seenAbove: false, children: [], kind: 0 });

/**
 * Spanning trees in the order of reading; every node is a branch once. A tree begins at each node that the walk began with:
 * a unit in several hands has several. In an answer for both directions a node that both walks reach tells only the
 * way back, so what the walk of this way has not reached yet may be a beginning too.
 */
function grow(trace: TraceAnswer, way: Way): Twig[] {
  const nodes = new Map(trace.nodes.map((node) => [node.id, node]));
  const links = linksByNode(trace, way, nodes);
  const seen = new Set<string>();
  const all: Twig[] = [];

  function spread(root: Twig): void {
    const open = [root];
    for (let twig = open.pop(); twig !== undefined; twig = open.pop()) {
      twig.seenAbove = seen.has(twig.node.id);
      if (twig.seenAbove) continue;
      seen.add(twig.node.id);
      for (const link of links.get(twig.node.id) ?? []) {
        const node = nodes.get(way === 'back' ? link.from : link.to);
        if (node !== undefined) twig.children.push({ ...twigOf(node), link });
      }
      for (const child of twig.children) all.push(child);
      for (const child of twig.children.toReversed()) open.push(child);
    }
  }

  const first = trace.nodes.filter((node) => node.depth === 0);
  const own = first.filter((node) => (node.direction ?? way) === way);
  const beginnings = [...own, ...first.filter((node) => links.has(node.id))];
  const roots: Twig[] = [];
  for (const node of beginnings.length > 0 ? beginnings : first) {
    if (seen.has(node.id)) continue;
    const root = twigOf(node);
    roots.push(root);
    all.push(root);
    spread(root);
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
  readonly more?: readonly TraceNode[];
}

/** Siblings by kind, in the order in which the kinds first come, the rest of each kind folded into one line. */
function entriesOf(siblings: readonly Twig[]): Entry[] {
  const kinds = Map.groupBy(siblings, (twig) => twig.kind);
  return [...kinds.values()].flatMap((alike): Entry[] => {
    const rest = alike.slice(ALIKE_SHOWN_MAX).map((twig) => twig.node);
    const shown = alike.slice(0, ALIKE_SHOWN_MAX).map((twig) => ({ twig }));
    return rest.length === 0 ? shown : [...shown, { more: rest }];
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
  if (twig === undefined) return { branch, more: more ?? [] };
  const { node, link, seenAbove } = twig;
  return { branch, node, ...(link ? { link } : {}), ...(seenAbove ? { seenAbove } : {}) };
}
