import { type Amounts, amountsOf, isAmount, NOTHING } from './amounts.ts';
import { Carried } from './carried.ts';
import { Reached } from './reached.ts';
import type { ReplayState } from './replay-state.ts';
import type { Draw, End, Flow, Holding, Move, Pool, Pour, RootStep } from './steps.ts';
import { baseOf, type Decimal, ONE, PIECES, UNMEASURED, ZERO } from './units.ts';

/** What of the root went into a transformation, by base unit and by the holding it came from. */
interface PouredIn {
  readonly byHolding: Map<Holding, Map<string, Decimal>>;
  readonly sums: Map<string, Decimal>;
  atMost: boolean;
}

interface Walk {
  readonly reached: Reached;
  readonly carried: Carried;
  readonly poured: Map<string, PouredIn>;
}

/**
 * Where the root went: runs over the steps in time order and lets the root's part of every pool flow with it.
 * What left a pool before the root came into it carries nothing.
 */
export function walkForward(replay: ReplayState, linksMax: number): Reached {
  const reached = new Reached(linksMax, replay.holdingsCount);
  const walk: Walk = { reached, carried: new Carried(replay.pools.length), poured: new Map() };
  const fill = replay.containers.get(replay.facts.root)?.fill ?? 0;
  for (const step of replay.steps) {
    switch (step.step) {
      case 'inject':
      case 'join':
        if (step.fill === 0 || step.fill === fill) inject(walk, step);
        break;
      case 'begin':
        reached.addTotal(step.holding, 0, amountsIn(step.pool, step.amount));
        break;
      case 'flow':
        flow(walk, step);
        break;
      case 'pour':
        pour(walk, step);
        break;
      case 'draw':
        draw(walk, step);
        break;
      case 'move':
        move(walk, step);
        break;
      case 'end':
        end(walk, step);
        break;
    }
  }
  return walk.reached;
}

/** An amount of a pool; of all of an item without a copy. */
const amountsIn = (pool: Pool, amount: Decimal): Amounts =>
  amount === pool.total && pool.whole !== undefined ? pool.whole : amountsOf(amount, pool.uom);

function inject({ reached, carried }: Walk, step: RootStep): void {
  const { pool, amount, holding, time, within, fill, inferred, atMost } = step;
  const there = carried.inPool(pool.id);
  const added = there.isZero() ? amount : amount.minus(there);
  if (!isAmount(added)) return;
  carried.setPool(pool.id, amount);
  if (atMost) carried.doubt(pool.id, within);
  const amounts = amountsIn(pool, added);
  carried.addToContainers(within, amounts);
  // What is packed in an inner container of the root counts for the root, but stands at a node of its own.
  if (fill === 0 || within.at(-1) === holding.unit) reached.roots.add(holding);
  const uom = within.length > 0 ? baseOf(pool.uom) : pool.uom;
  reached.reach(holding, { time, amounts, origin: step.event, uom, atMost, inferred, fill });
}

/** What of the root leaves a pool in a step: its share of what leaves. */
function leaving(
  { reached, carried }: Walk,
  step: Flow | Pour,
): { arrived: Decimal; atMost: boolean } | undefined {
  const { from, fromHolding, outOf } = step;
  const there = carried.inPool(from.id);
  if (!isAmount(there)) return undefined;
  const whole = there.gte(step.fromTotal);
  // Nobody can say what part of an unmeasured mixture the root is: it may be all that leaves.
  const unclear = !whole && from.uom === UNMEASURED;
  const share = whole || unclear ? ONE : there.div(step.fromTotal);
  const amount = share === ONE ? step.amount : step.amount.times(share);
  const left = amount.gt(there) ? there : amount;
  carried.setPool(from.id, there.minus(left));
  const amounts = amountsOf(left, from.uom);
  carried.takeFromContainers(outOf, amounts);
  reached.leave(fromHolding, amounts);
  const atMost = step.atMost || unclear || (!whole && carried.isDoubted(from.id));
  return { arrived: share === ONE ? step.arrived : step.arrived.times(share), atMost };
}

function flow(walk: Walk, step: Flow): void {
  const { reached, carried } = walk;
  const { to, toHolding, fromHolding, uom, fill } = step;
  if (toHolding !== undefined && toHolding !== fromHolding)
    reached.addTotal(toHolding, fill, amountsOf(step.arrived, uom));
  const part = leaving(walk, step);
  if (part === undefined) return;
  const { arrived, atMost } = part;
  if (to === undefined) {
    const measured = uom === UNMEASURED ? { amount: ZERO, uom: PIECES } : { amount: arrived, uom };
    reached.end(fromHolding, { event: step.event, time: step.time, ...measured });
    return;
  }
  carried.addToPool(to.id, arrived);
  if (atMost) carried.doubt(to.id, step.into);
  if (toHolding !== undefined) arriveByFlow(walk, step, toHolding, part);
}

function arriveByFlow(
  { reached, carried }: Walk,
  step: Flow,
  toHolding: Holding,
  { arrived, atMost }: { arrived: Decimal; atMost: boolean },
): void {
  const { to, fromHolding, kind, inferred, fill } = step;
  const amounts = amountsOf(arrived, step.uom);
  carried.addToContainers(step.into, amounts);
  if (fromHolding === toHolding) {
    reached.comeBack(toHolding, amounts);
    return;
  }
  const uom = to?.kind === 'content' ? baseOf(step.uom) : step.uom;
  reached.reach(toHolding, { time: step.time, amounts, uom, atMost, inferred, fill, origin: undefined });
  if (kind === 'end') return;
  const { event, time } = step.shipment ?? step;
  const share = undefined;
  reached.link({ from: fromHolding, to: toHolding, kind, event, time, amounts, uom, share, atMost });
}

function pour(walk: Walk, step: Pour): void {
  const part = leaving(walk, step);
  if (part === undefined) return;
  const entry = walk.poured.get(step.node) ?? { byHolding: new Map(), sums: new Map(), atMost: false };
  walk.poured.set(step.node, entry);
  const ofHolding = entry.byHolding.get(step.fromHolding) ?? new Map<string, Decimal>();
  entry.byHolding.set(step.fromHolding, ofHolding);
  for (const sums of [ofHolding, entry.sums])
    sums.set(step.base, (sums.get(step.base) ?? ZERO).plus(part.arrived));
  if (part.atMost) entry.atMost = true;
}

/**
 * The part of a mixture that amounts of it make up. Of kilograms and pieces together nobody can say more than that it
 * is at most their part of the kilograms, or of the pieces; of what was not measured, not even that.
 */
function shareOf(
  amounts: ReadonlyMap<string, Decimal>,
  totals: ReadonlyMap<string, Decimal>,
): { share: Decimal; atMost: boolean } {
  let share = ZERO;
  let whole = true;
  for (const [base, total] of totals) {
    const amount = amounts.get(base) ?? ZERO;
    if (amount.gte(total)) share = ONE;
    else {
      whole = false;
      if (isAmount(amount)) share = base === UNMEASURED ? ONE : share.plus(amount.div(total));
    }
  }
  const unclear = totals.size > 1 || totals.has(UNMEASURED);
  return { share: share.lt(ONE) ? share : ONE, atMost: !whole && unclear };
}

/** What comes out carries the root in proportion to all that had gone in. */
function draw({ reached, carried, poured }: Walk, step: Draw): void {
  const { to, toHolding, totals, arrived, event, time } = step;
  const { uom } = to;
  reached.addTotal(toHolding, 0, amountsOf(arrived, uom));
  const entry = poured.get(step.node);
  if (entry === undefined) return;
  const { share, atMost: unclear } = shareOf(entry.sums, totals);
  const amount = share === ONE ? arrived : arrived.times(share);
  const atMost = unclear || (entry.atMost && share !== ONE);
  carried.addToPool(to.id, amount);
  if (atMost) carried.doubt(to.id);
  const amounts = amountsOf(amount, uom);
  reached.reach(toHolding, { time, amounts, origin: event, uom, atMost, inferred: false, fill: 0 });
  const ends = { to: toHolding, kind: 'transformation', event, time, uom } as const;
  for (const [from, part] of entry.byHolding) {
    if (reached.truncated) break;
    const own = shareOf(part, totals);
    const ofLink = own.share === ONE ? arrived : arrived.times(own.share);
    reached.link({
      from,
      ...ends,
      amounts: amountsOf(ofLink, uom),
      share: own.share,
      atMost: own.atMost || atMost,
    });
  }
}

/** What of the root a unit carries: its content, else itself. */
function carriedBy(carried: Carried, step: Move): Amounts {
  const content = carried.inContainer(step.unit);
  if (content.length > 0 || step.pool === undefined) return content;
  const amount = carried.inPool(step.pool.id);
  return isAmount(amount) ? amountsIn(step.pool, amount) : NOTHING;
}

function move({ reached, carried }: Walk, step: Move): void {
  const { pool, content, toHolding, fromHolding, fill, inferred } = step;
  const amounts = carriedBy(carried, step);
  if (content !== undefined) reached.addTotal(toHolding, fill, content);
  else if (pool?.whole !== undefined) reached.addTotal(toHolding, fill, pool.whole);
  if (amounts.length === 0) return;
  carried.takeFromContainers(step.outOf, amounts);
  carried.addToContainers(step.into, amounts);
  reached.leave(fromHolding, amounts);
  const atMost = carried.isDoubted(pool?.id, step.unit);
  carried.doubtContainers(atMost ? step.into : undefined);
  const uom = content === undefined && step.into === undefined ? pool?.uom : undefined;
  reached.reach(toHolding, { time: step.time, amounts, uom, atMost, inferred, fill, origin: undefined });
  const { event, time } = step.shipment ?? step;
  const share = undefined;
  reached.link({
    from: fromHolding,
    to: toHolding,
    kind: step.kind,
    event,
    time,
    amounts,
    uom,
    share,
    atMost,
  });
}

function end({ reached, carried }: Walk, { pool, holding, outOf, event, time, undone }: End): void {
  const amount = carried.inPool(pool.id);
  if (!isAmount(amount)) return;
  const amounts = amountsIn(pool, amount);
  carried.takeFromContainers(outOf, amounts);
  if (undone) return;
  reached.leave(holding, amounts);
  for (const { base, amount: ended } of amounts)
    reached.end(holding, { event, time, amount: ended, uom: base });
}
