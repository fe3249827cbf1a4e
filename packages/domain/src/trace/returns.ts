import type { Amounts, Reached, ReachedHolding, ReachedLink } from './reached.ts';
import { type Decimal, ZERO } from './units.ts';

/** What was at a holding, each gram counted once; `atMost` where the records do not say how much came twice. */
export interface Distinct {
  readonly amounts: Amounts;
  readonly atMost: boolean;
}

/**
 * Goods come back: what A ships to B and B returns has come to A twice and is still the same. Only holdings on a cycle of
 * links can see an amount again. There at most as much can have been as came into the cycle from outside, and at least as much
 * as ever was there at one time; where the two agree, that is the amount, else a bound. Elsewhere all that came is distinct.
 */
export function distinctAmounts(reached: Reached, direction: 'back' | 'forward'): Map<number, Distinct> {
  // What a transformation makes is new; walking back, weights of the root pass through it unchanged.
  const links = [...reached.links.values()].filter(
    ({ kind }) => direction === 'back' || kind !== 'transformation',
  );
  const distinct = new Map<number, Distinct>();
  for (const cycle of cyclesOf(links)) {
    const entries = [...cycle].flatMap((id) => reached.holdings.get(id) ?? []);
    const inside = links.filter(({ from, to }) => cycle.has(from.id) && cycle.has(to.id));
    const fromOutside = new Map<string, Decimal>();
    for (const { amounts } of entries) add(fromOutside, amounts, 1);
    for (const { amounts } of inside) add(fromOutside, amounts, -1);
    for (const entry of entries) distinct.set(entry.holding.id, distinctOf(entry, fromOutside));
  }
  return distinct;
}

function add(sums: Map<string, Decimal>, amounts: Amounts, sign: 1 | -1): void {
  for (const [base, amount] of amounts) {
    const sum = sums.get(base) ?? ZERO;
    sums.set(base, sign === 1 ? sum.plus(amount) : sum.minus(amount));
  }
}

function distinctOf({ amounts, peak }: ReachedHolding, fromOutside: Amounts): Distinct {
  const distinct = new Map<string, Decimal>();
  let atMost = false;
  for (const [base, came] of amounts) {
    const outside = fromOutside.get(base) ?? ZERO;
    const least = peak.get(base) ?? ZERO;
    const most = outside.lt(came) ? outside : came;
    if (most.gt(least)) atMost = true;
    distinct.set(base, most.gt(least) ? most : least);
  }
  return { amounts: distinct, atMost };
}

/** Tarjan's algorithm without recursion: the sets of two or more holdings that can all reach each other. */
function cyclesOf(links: readonly ReachedLink[]): Set<number>[] {
  const next = Map.groupBy(links, ({ from }) => from.id);
  const order = new Map<number, number>();
  const lowest = new Map<number, number>();
  const open: number[] = [];
  const isOpen = new Set<number>();
  const cycles: Set<number>[] = [];
  const enter = (id: number) => {
    lowest.set(id, order.size);
    order.set(id, order.size);
    open.push(id);
    isOpen.add(id);
    return { id, at: 0 };
  };
  for (const start of next.keys()) {
    if (order.has(start)) continue;
    const path = [enter(start)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const far = next.get(top.id)?.[top.at++]?.to.id;
      if (far === undefined) {
        path.pop();
        const parent = path.at(-1);
        if (parent) lowest.set(parent.id, Math.min(lowest.get(parent.id)!, lowest.get(top.id)!));
        if (lowest.get(top.id) === order.get(top.id)) close(top.id, open, isOpen, cycles);
      } else if (!order.has(far)) path.push(enter(far));
      else if (isOpen.has(far)) lowest.set(top.id, Math.min(lowest.get(top.id)!, order.get(far)!));
    }
  }
  return cycles;
}

/** Takes a finished set off the stack of open holdings. */
function close(id: number, open: number[], isOpen: Set<number>, cycles: Set<number>[]): void {
  const members = open.splice(open.lastIndexOf(id));
  for (const member of members) isOpen.delete(member);
  if (members.length > 1) cycles.push(new Set(members));
}
