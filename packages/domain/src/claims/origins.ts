import { Decimal, ONE, printShare, ZERO } from '../trace/units.ts';

/** A share that the records prove (`share`) or only bound (`shareMax`); neither where nothing was measured. */
export interface ClaimedShare {
  readonly share?: string;
  readonly shareMax?: string;
}

/** A node of a graph that was walked back; its share is the part of the root that came through it. */
export interface ClaimNode extends ClaimedShare {
  readonly id: string;
  /** True where an event says that the goods began here; false where the record knows nothing earlier. */
  readonly began: boolean;
}

/** A link of that graph, in the order of time; on a transformation its share is the part of what came out. */
export interface ClaimLink extends ClaimedShare {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly eventID: string;
}

/** Where a part of the root began, or where its record begins. */
export interface OriginClaim<N> extends ClaimedShare {
  readonly began: boolean;
  /** In the order of the graph; at least one. */
  readonly nodes: readonly [N, ...N[]];
}

/** One transformation on the way to the root: what came out, and which part of it each input was. */
export interface Mixture<N, L> {
  readonly eventID: string;
  readonly output: N;
  readonly inputs: readonly (readonly [node: N, link: L])[];
}

/** What a trace back proves of the origin of its root. */
export interface Origins<N, L> {
  readonly origins: readonly OriginClaim<N>[];
  /** The part that comes from where goods began: 1 where all is explained. */
  readonly explained: ClaimedShare;
  /** The working: the shares of these inputs, multiplied along each way and added up, are the claims again. */
  readonly mixtures: readonly Mixture<N, L>[];
}

/** Below this a difference is the rounding of printed shares (twelve decimals), not goods. */
const ROUNDING = new Decimal('1e-9');

/**
 * Says what part of the root began where. `groupOf` tells which origins are one for the reader: one plot, one
 * prefecture. Of a truncated graph it says only what was reached.
 */
export function originsOf<N extends ClaimNode, L extends ClaimLink>(
  { nodes, links }: { readonly nodes: readonly N[]; readonly links: readonly L[] },
  groupOf: (node: N) => string,
): Origins<N, L> {
  const reached = new Set(links.map(({ to }) => to));
  const starts = nodes.filter(({ id }) => !reached.has(id));
  const groups = Map.groupBy(starts, (node) => `${node.began}|${groupOf(node)}`);
  const origins = [...groups.values()].flatMap(([first, ...others]): OriginClaim<N>[] =>
    first === undefined
      ? []
      : [{ began: first.began, nodes: [first, ...others], ...sumOf([first, ...others]) }],
  );
  return {
    origins: origins.toSorted(byShare),
    explained: sumOf(starts.filter(({ began }) => began)),
    mixtures: mixturesOf(nodes, links),
  };
}

const most = ({ share, shareMax }: ClaimedShare): Decimal => new Decimal(share ?? shareMax ?? 0);

/** The greatest first; what is proved before what is only bounded; equal ones keep the order of the graph. */
const byShare = (a: ClaimedShare, b: ClaimedShare): number =>
  most(b).cmp(most(a)) || Number(a.share === undefined) - Number(b.share === undefined);

/** Parts of one whole added up: bounded as soon as one of them is, unknown as soon as one of them is. */
function sumOf(parts: readonly ClaimedShare[]): ClaimedShare {
  if (parts.some(({ share, shareMax }) => share === undefined && shareMax === undefined)) return {};
  const sum = parts.reduce((total, part) => total.plus(most(part)), ZERO);
  const text = printShare(ONE.minus(sum).lt(ROUNDING) ? ONE : sum);
  return parts.every(({ share }) => share !== undefined) ? { share: text } : { shareMax: text };
}

function mixturesOf<N extends ClaimNode, L extends ClaimLink>(
  nodes: readonly N[],
  links: readonly L[],
): Mixture<N, L>[] {
  const byID = new Map(nodes.map((node) => [node.id, node]));
  const poured = links.filter(({ kind }) => kind === 'transformation');
  const mixtures = Map.groupBy(poured, ({ eventID, to }) => `${to} ${eventID}`);
  return [...mixtures.values()].flatMap((parts) => {
    const output = byID.get(parts[0]?.to ?? '');
    if (output === undefined) return [];
    const inputs = parts.flatMap((link): [N, L][] => {
      const node = byID.get(link.from);
      return node === undefined ? [] : [[node, link]];
    });
    return [{ eventID: parts[0]?.eventID ?? '', output, inputs }];
  });
}

/** A share as percent with one decimal, rounded half up; `exact` is false where digits were lost. */
export function percentOf(share: string): { readonly text: string; readonly exact: boolean } {
  const percent = new Decimal(share).times(100);
  const rounded = percent.toDecimalPlaces(1, Decimal.ROUND_HALF_UP);
  return { text: `${rounded.toFixed(1)} %`, exact: rounded.eq(percent) };
}
