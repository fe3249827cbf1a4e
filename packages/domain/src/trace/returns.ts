import { adjacencyOf, cyclesOf } from './adjacency.ts';
import type { Alike } from './alike.ts';
import { type Amounts, amountIn, minus, NOTHING, plus } from './amounts.ts';
import { endsOf, type Reached, type ReachedHolding } from './reached.ts';
import { Decimal, ZERO } from './units.ts';

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
export function distinctAmounts(
  reached: Reached,
  direction: 'back' | 'forward',
  size: number,
  kinds: Alike['kinds'] = new Map(),
): Map<number, Distinct> {
  // What a transformation makes is new; walking back, weights of the root pass through it unchanged.
  const links =
    direction === 'back' ? reached.links : reached.links.filter(({ kind }) => kind !== 'transformation');
  const ends = endsOf(links);
  const distinct = new Map<number, Distinct>();
  const cycles = cyclesOf(adjacencyOf(size, ends.from, ends.to));
  if (cycles.length === 0) return distinct;
  const cycleOf = new Map(cycles.flatMap((members, index) => members.map((id) => [id, index] as const)));
  const fromOutside: Amounts[] = cycles.map(() => NOTHING);
  for (const [id, cycle] of cycleOf)
    fromOutside[cycle] = plus(fromOutside[cycle]!, reached.holding(id)?.amounts ?? NOTHING);
  for (const { from, to, amounts } of links) {
    const cycle = cycleOf.get(from.id);
    if (cycle !== undefined && cycle === cycleOf.get(to.id))
      fromOutside[cycle] = minus(fromOutside[cycle]!, amounts);
  }
  for (const [id, cycle] of cycleOf) {
    const entry = reached.holding(id);
    if (entry === undefined) continue;
    // Items of a kind that meet on a cycle in a container: any of them can be as much as came into the cycle for all.
    const count = isOfOneUnit(cycles[cycle]!, reached) ? 1 : (kinds.get(entry.holding.unit)?.length ?? 1);
    distinct.set(id, distinctOf(entry, fromOutside[cycle]!, new Decimal(count)));
  }
  return distinct;
}

const isOfOneUnit = (cycle: readonly number[], reached: Reached): boolean => {
  const unit = reached.holding(cycle[0]!)?.holding.unit;
  return cycle.every((id) => reached.holding(id)?.holding.unit === unit);
};

/** Of an entry that stands for `count` items: what can be told of each, times `count`. */
function distinctOf({ amounts, peak }: ReachedHolding, fromOutside: Amounts, count: Decimal): Distinct {
  let atMost = false;
  const distinct = amounts.map(({ base, amount: came }) => {
    const outside = (amountIn(fromOutside, base) ?? ZERO).times(count);
    const least = amountIn(peak, base) ?? ZERO;
    const bound = outside.lt(came) ? outside : came;
    if (!bound.gt(least)) return { base, amount: least };
    atMost = true;
    return { base, amount: bound };
  });
  return { amounts: distinct, atMost };
}
