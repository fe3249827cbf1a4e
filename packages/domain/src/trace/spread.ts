import type { Alike } from './alike.ts';
import type { Amounts } from './amounts.ts';
import type { Key } from './posting.ts';
import type { Reached, ReachedLink } from './reached.ts';
import type { Holding } from './steps.ts';
import { Decimal } from './units.ts';

/** Where the nodes of a graph stand: one for a holding, or one for each of the items that its unit stands for. */
export class Spread {
  readonly #kinds: Alike['kinds'];
  /** By the holding's id: where its nodes begin in `#index`; -1 where it is not shown. */
  readonly #start: Int32Array;
  readonly #index: number[] = [];

  constructor(kinds: Alike['kinds'], holdings: number) {
    this.#kinds = kinds;
    this.#start = new Int32Array(holdings).fill(-1);
  }

  /** The items that a unit stands for; `undefined` where it is only itself. */
  members(unit: Key): readonly Key[] | undefined {
    return this.#kinds.get(unit);
  }

  /** How many nodes a holding is. */
  count({ unit }: Holding): number {
    return this.#kinds.get(unit)?.length ?? 1;
  }

  /** The node of the member at `at` of a holding is that with number `index`. */
  place({ id, unit }: Holding, at: number, index: number): void {
    if (this.#start[id] === -1) {
      this.#start[id] = this.#index.length;
      for (let left = this.#kinds.get(unit)?.length ?? 1; left > 0; left--) this.#index.push(-1);
    }
    this.#index[this.#start[id]! + at] = index;
  }

  /** The number of the node of a holding (of its member at `at`); -1 where it is not shown. */
  indexOf({ id, unit }: Holding, at = 0): number {
    const start = this.#start[id]!;
    if (start === -1) return -1;
    return this.#index[start + (this.#kinds.has(unit) ? at : 0)]!;
  }

  /** The links of a graph by time, then by their nodes, from links between holdings in order of time. */
  *links(merged: readonly ReachedLink[]): Generator<SpreadLink> {
    for (let start = 0; start < merged.length; ) {
      const { time } = merged[start]!;
      const instant: SpreadLink[] = [];
      for (; start < merged.length && merged[start]!.time === time; start++) {
        const link = merged[start]!;
        const count = linkCount(link, this.#kinds);
        for (let at = 0; at < count; at++)
          instant.push({ link, count, from: this.indexOf(link.from, at), to: this.indexOf(link.to, at) });
      }
      yield* instant.sort(byNodes);
    }
  }
}

/** One link of a graph: `link` is that of all `count` items alike. */
export interface SpreadLink {
  readonly link: ReachedLink;
  readonly count: number;
  /** Numbers of nodes. */
  readonly from: number;
  readonly to: number;
}

const byNodes = (a: SpreadLink, b: SpreadLink): number =>
  a.from - b.from || a.to - b.to || (a.link.kind < b.link.kind ? -1 : a.link.kind > b.link.kind ? 1 : 0);

const linkCount = ({ from, to }: ReachedLink, kinds: Alike['kinds']): number =>
  kinds.size === 0 ? 1 : (kinds.get(from.unit)?.length ?? kinds.get(to.unit)?.length ?? 1);

/**
 * True where what a walk found can be told of each item: there are not more links than a graph may have, and nothing was poured
 * with the container that it lay in, for then each item's share would have to be rounded by itself.
 */
export function canSpread({ links, linksMax }: Reached, kinds: Alike['kinds']): boolean {
  let count = 0;
  for (const link of links) {
    if (link.kind === 'transformation' && kinds.has(link.from.unit)) return false;
    count += linkCount(link, kinds);
  }
  return count <= linksMax;
}

/** The part of amounts that is one item's, of `count` alike: it is exact, for the amounts are `count` times that. */
export const partOf = (amounts: Amounts, count: number): Amounts =>
  count === 1
    ? amounts
    : amounts.map(({ base, amount }) => ({ base, amount: amount.div(new Decimal(count)) }));
