import type { Truncation } from './gather.ts';
import type { Key } from './posting.ts';
import type { Amounts, Reached, ReachedHolding, ReachedLink } from './reached.ts';
import type { ReplayState } from './replay-state.ts';
import { type Distinct, distinctAmounts } from './returns.ts';
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
}

/** Names and orders what a walk reached: by depth, then time, then key, so that the answer never depends on arrival. */
export function toGraph(state: ReplayState, reached: Reached, request: GraphRequest): TraceGraph {
  const { direction, from = Number.NEGATIVE_INFINITY, depthMax = Number.POSITIVE_INFINITY } = request;
  const links = [...reached.links.values()].filter((link) => link.time >= from);
  const depths = depthsOf(reached.roots, links, direction);
  const shown = [...reached.holdings.values()]
    .map((entry) => ({
      entry,
      depth: depths.get(entry.holding.id) ?? (reached.roots.has(entry.holding) ? 0 : undefined),
    }))
    .filter(
      (each): each is { entry: ReachedHolding; depth: number } =>
        each.depth !== undefined && each.depth <= depthMax,
    )
    .sort(
      (a, b) =>
        a.depth - b.depth ||
        a.entry.time - b.entry.time ||
        compare(keyOf(a.entry.holding), keyOf(b.entry.holding)),
    );
  const ids = new Map(shown.map(({ entry }, index) => [entry.holding.id, `${direction[0]}${index}`]));
  const distinct = distinctAmounts(reached, direction);
  const nodes = shown.map(({ entry, depth }, index) => {
    const id = `${direction[0]}${index}`;
    return nodeOf(entry, { id, depth, direction, reached, distinct: distinct.get(entry.holding.id) });
  });
  const cut = [...reached.holdings.values()].find(({ holding }) => (depths.get(holding.id) ?? 0) > depthMax);
  const truncated =
    request.truncated ??
    (reached.truncated ? { limit: 'linksMax', max: reached.linksMax, at: state.facts.root } : undefined) ??
    (cut === undefined ? undefined : { limit: 'depthMax', max: depthMax, at: cut.holding.unit });
  return {
    root: nodes[0]?.id ?? '',
    nodes,
    links: links
      .flatMap((link) => linkOf(link, ids, reached))
      .sort(
        (a, b) =>
          a.time - b.time || compare(a.from, b.from) || compare(a.to, b.to) || compare(a.kind, b.kind),
      ),
    gaps: gapsOf(state, reached, ids),
    truncated: truncated ?? null,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const keyOf = ({ unit, party = '', place = '', inTransit }: Holding): string =>
  `${unit}|${party}|${place}|${inTransit}`;

/** Fewest links from a root, over links that lead away from it. */
function depthsOf(
  roots: Iterable<Holding>,
  links: readonly ReachedLink[],
  direction: 'back' | 'forward',
): Map<number, number> {
  const next = new Map<number, number[]>();
  for (const { from, to } of links) {
    const [near, far] = direction === 'forward' ? [from.id, to.id] : [to.id, from.id];
    const list = next.get(near);
    if (list === undefined) next.set(near, [far]);
    else list.push(far);
  }
  const depths = new Map<number, number>([...roots].map((root) => [root.id, 0]));
  let level = [...depths.keys()];
  for (let depth = 1; level.length > 0; depth++) {
    const found: number[] = [];
    for (const near of level) {
      for (const far of next.get(near) ?? []) {
        if (depths.has(far)) continue;
        depths.set(far, depth);
        found.push(far);
      }
    }
    level = found;
  }
  return depths;
}

/** One base unit can be printed; kilograms and pieces together cannot be one quantity. */
function single(amounts: Amounts): [base: string, amount: Decimal] | undefined {
  return amounts.size === 1 ? amounts.entries().next().value : undefined;
}

function printAmount(amounts: Amounts, uom: string | undefined, atMost: boolean): Printed {
  const one = single(amounts);
  if (one === undefined || one[0] === UNMEASURED) return {};
  const [base, amount] = one;
  const unit = uom ?? base;
  const text = printQuantity(convert(amount, base, unit) ?? amount);
  return atMost ? { quantityMax: text, uom: unit } : { quantity: text, uom: unit };
}

/** Forward: the part of the holding that came from the root. Back: the part of the root that came through it. */
function shareOf(entry: ReachedHolding, as: NodeView): Printed {
  const { reached, direction, distinct } = as;
  const one = single(direction === 'back' ? (distinct?.amounts ?? entry.amounts) : entry.amounts);
  if (one === undefined) return {};
  const [base, amount] = one;
  const whole = direction === 'back' ? reached.rootAmounts.get(base) : totalOf(entry, reached, base);
  if (whole === undefined || !whole.gt(ZERO)) return {};
  const doubted = direction === 'back' && (distinct?.atMost ?? false);
  return printShareOf(amount.div(whole), entry.atMost || doubted);
}

/** Back, no more than the root itself can have come through a holding, however little is known of mixtures. */
function quantityOf(entry: ReachedHolding, { reached, direction, distinct }: NodeView): Printed {
  const amounts = new Map(distinct?.amounts ?? entry.amounts);
  if (direction === 'back') {
    for (const [base, amount] of amounts) {
      const whole = reached.rootAmounts.get(base);
      if (whole !== undefined && amount.gt(whole)) amounts.set(base, whole);
    }
  }
  return printAmount(amounts, entry.uom, entry.atMost || (distinct?.atMost ?? false));
}

function totalOf({ holding, fills }: ReachedHolding, reached: Reached, base: string): Decimal {
  let total = ZERO;
  for (const fill of fills)
    total = total.plus(reached.totals.get(`${holding.id}|${fill}`)?.get(base) ?? ZERO);
  return total;
}

function printShareOf(share: Decimal, atMost: boolean): Printed {
  const text = printShare(share.gt(ONE) ? ONE : share);
  return atMost ? { shareMax: text } : { share: text };
}

interface NodeView {
  readonly id: string;
  readonly depth: number;
  readonly direction: 'back' | 'forward';
  readonly reached: Reached;
  readonly distinct: Distinct | undefined;
}

function nodeOf(entry: ReachedHolding, as: NodeView): GraphNode {
  const { holding, time, inferred, ends, origin } = entry;
  return {
    id: as.id,
    unit: holding.unit,
    ...(holding.party === undefined ? {} : { party: holding.party }),
    ...(holding.place === undefined ? {} : { place: holding.place }),
    inTransit: holding.inTransit,
    inferred,
    time,
    depth: as.depth,
    direction: as.direction,
    ...(origin === undefined ? {} : { origin }),
    ...quantityOf(entry, as),
    ...shareOf(entry, as),
    ends: ends.map(({ event, time: at, amount, uom }) => ({
      event,
      time: at,
      quantity: printQuantity(amount),
      uom,
    })),
  };
}

function linkOf(link: ReachedLink, ids: ReadonlyMap<number, string>, reached: Reached): GraphLink[] {
  const from = ids.get(link.from.id);
  const to = ids.get(link.to.id);
  if (from === undefined || to === undefined) return [];
  const share = link.share ?? shareOfRoot(link, reached);
  const printed = share === undefined ? {} : printShareOf(share, link.atMost);
  return [
    {
      from,
      to,
      kind: link.kind,
      event: link.event,
      time: link.time,
      ...printAmount(link.amounts, link.uom, link.atMost),
      ...printed,
    },
  ];
}

/** Back: the part of the root that passed over this link. */
function shareOfRoot(link: ReachedLink, reached: Reached): Decimal | undefined {
  const one = single(link.amounts);
  const whole = one && reached.rootAmounts.get(one[0]);
  return one === undefined || whole === undefined || !whole.gt(ZERO) ? undefined : one[1].div(whole);
}

function gapsOf(state: ReplayState, reached: Reached, ids: ReadonlyMap<number, string>): GraphGap[] {
  const seen = new Set<string>();
  return state.gaps.flatMap((gap) => {
    const node = gap.holding === undefined ? undefined : ids.get(gap.holding.id);
    const key = `${gap.kind}|${gap.unit}|${gap.event}|${node}`;
    if (node === undefined || seen.has(key) || !reached.holdings.has(gap.holding?.id ?? -1)) return [];
    seen.add(key);
    const { kind, unit, event, time, amount, uom } = gap;
    return [
      {
        kind,
        node,
        unit,
        event,
        time,
        ...(amount === undefined || uom === undefined ? {} : { quantity: printQuantity(amount), uom }),
      },
    ];
  });
}
