import { adjacencyOf, depthsFrom } from './adjacency.ts';
import type { Alike } from './alike.ts';
import { type Amounts, amountIn, plus } from './amounts.ts';
import type { Truncation } from './gather.ts';
import type { Key } from './posting.ts';
import { endsOf, type Reached, type ReachedEnd, type ReachedHolding, type ReachedLink } from './reached.ts';
import type { ReplayState } from './replay-state.ts';
import { type Distinct, distinctAmounts } from './returns.ts';
import { partOf as partOfOne, Spread } from './spread.ts';
import type { Gap, Holding, LinkKind } from './steps.ts';
import { convert, type Decimal, ONE, printQuantity, printShare, UNMEASURED, ZERO } from './units.ts';

/** A quantity as answers carry it: `quantityMax` where the records allow only a bound. */
export interface Printed {
  readonly quantity?: string;
  readonly quantityMax?: string;
  readonly uom?: string;
  readonly share?: string;
  readonly shareMax?: string;
}

export interface GraphNode extends Printed {
  readonly id: string;
  readonly unit: Key;
  readonly party?: Key;
  readonly place?: Key;
  readonly inTransit: boolean;
  readonly inferred: boolean;
  /** Microseconds: when the root's amount first came here. */
  readonly time: number;
  readonly depth: number;
  readonly direction: 'back' | 'forward';
  /** Number of the event in which the unit began here. */
  readonly origin?: string;
  readonly ends: readonly {
    readonly event: string;
    readonly time: number;
    readonly quantity: string;
    readonly uom: string;
  }[];
}

export interface GraphLink extends Printed {
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
  readonly event: string;
  readonly time: number;
}

export interface GraphGap {
  readonly kind: Gap['kind'];
  readonly node?: string;
  readonly unit: Key;
  readonly quantity?: string;
  readonly uom?: string;
  readonly event: string;
  readonly time: number;
}

/** A trace in keys: the store knows the names, disclosure decides who may read them. */
export interface TraceGraph {
  /** Node id of the root; empty where nothing is known of it. */
  readonly root: string;
  readonly nodes: readonly GraphNode[];
  readonly links: readonly GraphLink[];
  readonly gaps: readonly GraphGap[];
  readonly truncated: Truncation | null;
}

interface GraphRequest {
  readonly direction: 'back' | 'forward';
  readonly from?: number;
  readonly depthMax?: number;
  readonly truncated: Truncation | undefined;
  readonly linksMax?: number;
  /** Items that one of them stands for in what was reached. */
  readonly kinds: Alike['kinds'];
}

interface Shown {
  readonly entry: ReachedHolding;
  readonly depth: number;
  /** The unit of the node: the holding's, or one of those that it stands for, the one at `at`. */
  readonly unit: Key;
  readonly at: number;
}

/** Names and orders what a walk reached: by depth, then time, then key, so that the answer never depends on arrival. */
export function toGraph(state: ReplayState, reached: Reached, request: GraphRequest): TraceGraph {
  const { direction, from = Number.NEGATIVE_INFINITY, depthMax = Number.POSITIVE_INFINITY, kinds } = request;
  const links = Number.isFinite(from) ? reached.links.filter(({ time }) => time >= from) : reached.links;
  const depths = depthsOf(state, reached, links, direction);
  const spread = new Spread(kinds, state.holdingsCount);
  const shown: Shown[] = [];
  let cut: ReachedHolding | undefined;
  for (const entry of reached.holdings()) {
    const { id, unit } = entry.holding;
    const depth = depths[id]!;
    if (depth > depthMax) cut ??= entry;
    else if (depth >= 0) {
      const members = spread.members(unit);
      if (members === undefined) shown.push({ entry, depth, unit, at: 0 });
      else for (const [at, member] of members.entries()) shown.push({ entry, depth, unit: member, at });
    }
  }
  shown.sort(byDepth);
  for (const [index, { entry, at }] of shown.entries()) spread.place(entry.holding, at, index);
  const idOf = (index: number) => `${direction[0]}${index}`;
  const distinct = distinctAmounts(reached, direction, state.holdingsCount, kinds);
  const ofKind = new Map<Holding, GraphNode>();
  const nodes = shown.map(({ entry, depth, unit }, index) => {
    const { holding } = entry;
    const same = ofKind.get(holding);
    if (same !== undefined) return { ...same, id: idOf(index), unit };
    const count = spread.count(holding);
    const as = { id: idOf(index), depth, direction, reached, distinct: distinct.get(holding.id), count };
    const node = { ...nodeOf(entry, as), unit };
    if (count > 1) ofKind.set(holding, node);
    return node;
  });
  return {
    root: nodes[0]?.id ?? '',
    nodes,
    links: linksOf(mergeLinks(links, spread), spread, { nodes, reached }),
    gaps: gapsOf(state, spread, idOf),
    truncated:
      request.truncated ??
      (reached.truncated ? { limit: 'linksMax', max: reached.linksMax, at: state.facts.root } : null) ??
      (cut === undefined ? null : { limit: 'depthMax', max: depthMax, at: cut.holding.unit }),
  };
}

function linksOf(
  merged: readonly ReachedLink[],
  spread: Spread,
  { nodes, reached }: { nodes: readonly GraphNode[]; reached: Reached },
): GraphLink[] {
  const ofKind = new Map<ReachedLink, GraphLink>();
  const links: GraphLink[] = [];
  for (const { link, count, from, to } of spread.links(merged)) {
    const ends = { from: nodes[from]!.id, to: nodes[to]!.id };
    const same = ofKind.get(link);
    if (same !== undefined) {
      links.push({ ...same, ...ends });
      continue;
    }
    const one = linkOf({ ...link, amounts: partOfOne(link.amounts, count) }, ends, reached);
    if (count > 1) ofKind.set(link, one);
    links.push(one);
  }
  return links;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byDepth = (a: Shown, b: Shown): number =>
  a.depth - b.depth ||
  a.entry.time - b.entry.time ||
  compare(a.unit, b.unit) ||
  byPlace(a.entry.holding, b.entry.holding);

const byPlace = (a: Holding, b: Holding): number =>
  compare(a.party ?? '', b.party ?? '') ||
  compare(a.place ?? '', b.place ?? '') ||
  Number(a.inTransit) - Number(b.inTransit);

/** The links between nodes that are shown, by time, then by the nodes; amounts of one event between the same two are one link. */
function mergeLinks(links: readonly ReachedLink[], spread: Spread): ReachedLink[] {
  const byTime = (a: ReachedLink, b: ReachedLink): number =>
    a.time - b.time ||
    spread.indexOf(a.from) - spread.indexOf(b.from) ||
    spread.indexOf(a.to) - spread.indexOf(b.to) ||
    compare(a.kind, b.kind);
  const shown = links
    .filter(({ from, to }) => spread.indexOf(from) >= 0 && spread.indexOf(to) >= 0)
    .sort(byTime);
  const merged: ReachedLink[] = [];
  for (const link of shown) {
    let at = merged.length - 1;
    while (at >= 0 && merged[at]!.event !== link.event && byTime(merged[at]!, link) === 0) at--;
    const same = merged[at];
    if (same?.event === link.event && byTime(same, link) === 0) merged[at] = merge(same, link);
    else merged.push(link);
  }
  return merged;
}

function merge(one: ReachedLink, other: ReachedLink): ReachedLink {
  const share = one.share === undefined ? other.share : one.share.plus(other.share ?? ZERO);
  return { ...one, amounts: plus(one.amounts, other.amounts), share, atMost: one.atMost || other.atMost };
}

/** Fewest links from a root, over links that lead away from it. */
function depthsOf(
  state: ReplayState,
  reached: Reached,
  links: readonly ReachedLink[],
  direction: 'back' | 'forward',
): Int32Array {
  const { from, to } = endsOf(links);
  const roots = [...reached.roots].map(({ id }) => id);
  const [near, far] = direction === 'forward' ? [from, to] : [to, from];
  return depthsFrom(roots, adjacencyOf(state.holdingsCount, near, far));
}

function printAmount(amounts: Amounts, uom: string | undefined, atMost: boolean): Printed {
  // One base unit can be printed; kilograms and pieces together cannot be one quantity.
  const [one, ...others] = amounts;
  if (one === undefined || others.length > 0 || one.base === UNMEASURED) return {};
  const unit = uom ?? one.base;
  const text = printQuantity(convert(one.amount, one.base, unit) ?? one.amount);
  return atMost ? { quantityMax: text, uom: unit } : { quantity: text, uom: unit };
}

/** Forward: the part of the holding that came from the root. Back: the part of the root that came through it. */
function shareOf(entry: ReachedHolding, { reached, direction, distinct }: NodeView): Printed {
  const back = direction === 'back';
  const amounts = back ? (distinct?.amounts ?? entry.amounts) : entry.amounts;
  const doubted = back && (distinct?.atMost ?? false);
  return partOf(amounts, back ? reached.rootAmounts : reached.totalOf(entry), entry.atMost || doubted);
}

function partOf(amounts: Amounts, of: Amounts, atMost: boolean): Printed {
  const [one, ...others] = amounts;
  if (one === undefined || others.length > 0) return {};
  const whole = amountIn(of, one.base);
  if (whole === undefined || !whole.gt(ZERO)) return {};
  return printShareOf(one.amount.gte(whole) ? ONE : one.amount.div(whole), atMost);
}

function printShareOf(share: Decimal, atMost: boolean): Printed {
  const text = share.gte(ONE) ? '1' : printShare(share);
  return atMost ? { shareMax: text } : { share: text };
}

/** Back, no more than the root itself can have come through a holding, however little is known of mixtures. */
function quantityOf(entry: ReachedHolding, { reached, direction, distinct, count }: NodeView): Printed {
  let amounts = partOfOne(distinct?.amounts ?? entry.amounts, count);
  if (direction === 'back') {
    amounts = amounts.map(({ base, amount }) => {
      const whole = amountIn(reached.rootAmounts, base);
      return { base, amount: whole?.lt(amount) ? whole : amount };
    });
  }
  return printAmount(amounts, entry.uom, entry.atMost || (distinct?.atMost ?? false));
}

interface NodeView {
  readonly id: string;
  readonly depth: number;
  readonly direction: 'back' | 'forward';
  readonly reached: Reached;
  readonly distinct: Distinct | undefined;
  /** How many items alike the entry is of. */
  readonly count: number;
}

function nodeOf(entry: ReachedHolding, as: NodeView): GraphNode {
  const { holding, time, inferred, ends, origin } = entry;
  const { id, depth, direction } = as;
  const { unit, party, place, inTransit } = holding;
  const node: { -readonly [K in keyof GraphNode]: GraphNode[K] } = {
    id,
    unit,
    inTransit,
    inferred,
    time,
    depth,
    direction,
    ends: ends === undefined ? NO_ENDS : ends.map((end) => printEnd(end, as.count)),
    ...quantityOf(entry, as),
    ...shareOf(entry, as),
  };
  if (party !== undefined) node.party = party;
  if (place !== undefined) node.place = place;
  if (origin !== undefined) node.origin = origin;
  return node;
}

const NO_ENDS: GraphNode['ends'] = [];

const printEnd = ({ event, time, amount, uom }: ReachedEnd, count: number): GraphNode['ends'][number] => ({
  event,
  time,
  quantity: printQuantity(amount.div(count)),
  uom,
});

function linkOf(link: ReachedLink, ends: { from: string; to: string }, reached: Reached): GraphLink {
  const { kind, event, time, amounts, uom, share, atMost } = link;
  // Back: the part of the root that passed over this link.
  const part =
    share === undefined ? partOf(amounts, reached.rootAmounts, atMost) : printShareOf(share, atMost);
  return { ...ends, kind, event, time, ...printAmount(amounts, uom, atMost), ...part };
}

/** The gaps at nodes that are shown; one of a kind for each unit and event. */
function gapsOf(state: ReplayState, spread: Spread, idOf: (index: number) => string): GraphGap[] {
  const seen = new Set<string>();
  const gaps: GraphGap[] = [];
  for (const { kind, unit, holding, event, time, amount, uom } of state.gaps) {
    const units = spread.members(unit) ?? [unit];
    const measured =
      amount === undefined || uom === undefined
        ? {}
        : { quantity: printQuantity(amount.div(units.length)), uom };
    for (const [at, each] of units.entries()) {
      const index = holding === undefined ? -1 : spread.indexOf(holding, at);
      const key = `${kind}|${each}|${event}|${index}|${amount}`;
      if (index < 0 || seen.has(key)) continue;
      seen.add(key);
      gaps.push({ kind, node: idOf(index), unit: each, event, time, ...measured });
    }
  }
  return gaps.sort((a, b) => a.time - b.time || compare(a.kind, b.kind) || compare(a.unit, b.unit));
}
