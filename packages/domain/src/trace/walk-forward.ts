import {
  type Amounts,
  addTotal,
  amountsOf,
  Carried,
  isAmount,
  link,
  newReached,
  type Reached,
  reach,
} from './reached.ts';
import type { ReplayState } from './replay-state.ts';
import type { End, Flow, Holding, Move, RootStep } from './steps.ts';
import { baseOf, type Decimal, toBase, ZERO } from './units.ts';

/** What of the root went into a transformation, by the holding it came from. */
interface PouredIn {
  readonly byHolding: Map<Holding, Decimal>;
  total: Decimal;
  bound: boolean;
}

/**
 * Where the root went: runs over the steps in time order and lets the root's part of every pool flow with it.
 * What left a pool before the root came into it carries nothing.
 */
export function walkForward(replay: ReplayState, linksMax: number): Reached {
  const reached = newReached(linksMax);
  const carried = new Carried();
  const poured = new Map<number, PouredIn>();
  const fill = replay.containers.get(replay.facts.root)?.fill ?? 0;
  for (const step of replay.steps) {
    switch (step.step) {
      case 'inject':
        if (step.fill === 0 || step.fill === fill) inject(reached, carried, step);
        break;
      case 'flow':
        flow(reached, carried, poured, step);
        break;
      case 'move':
        move(reached, carried, step);
        break;
      case 'end':
        end(reached, carried, step);
        break;
    }
  }
  return reached;
}

function inject(reached: Reached, carried: Carried, step: RootStep): void {
  const { pool, amount, holding, time, within, fill } = step;
  const added = amount.minus(carried.inPool(pool.id));
  if (!isAmount(added) && !pool.unmeasured) return;
  carried.setPool(pool.id, amount);
  if (pool.unmeasured) carried.bounds.add(pool.id);
  const amounts = amountsOf(added, pool.uom);
  carried.addToContainers(within, amounts, 1);
  // What is packed in an inner container of the root counts for the root, but stands at a node of its own.
  if (fill === 0 || within.at(-1) === holding.unit) reached.roots.add(holding);
  reach(reached, holding, {
    time,
    amounts,
    origin: step.event,
    uom: within.length > 0 ? baseOf(pool.uom) : pool.uom,
    bound: pool.unmeasured,
  });
}

function flow(reached: Reached, carried: Carried, poured: Map<number, PouredIn>, step: Flow): void {
  const { from, to, toHolding } = step;
  if (to !== undefined && toHolding !== undefined)
    addTotal(reached, toHolding, amountsOf(step.arrived, to.uom));
  if (from === undefined) return;
  if (from.kind === 'transformation') {
    pourOut(reached, carried, poured.get(from.id), step);
    return;
  }
  const there = carried.inPool(from.id);
  if (!isAmount(there)) return;
  const whole = there.gte(step.fromTotal);
  const share = whole ? undefined : there.div(step.fromTotal);
  const left = share === undefined ? step.amount : step.amount.times(share);
  const arrived = share === undefined ? step.arrived : step.arrived.times(share);
  carried.setPool(from.id, there.minus(left));
  const bound = step.bound || carried.bounds.has(from.id);
  if (step.outOf !== undefined) carried.addToContainers(step.outOf, amountsOf(left, from.uom), -1);
  if (step.kind === 'end' && step.fromHolding !== undefined) {
    const entry = reached.holdings.get(step.fromHolding.id);
    entry?.ends.push({ event: step.event, time: step.time, amount: left, uom: from.uom });
  }
  if (to === undefined) return;
  carried.addToPool(to.id, arrived);
  if (bound) carried.bounds.add(to.id);
  if (to.kind === 'transformation') {
    pourIn(poured, step, arrived, bound);
    return;
  }
  arriveByFlow(reached, carried, step, arrived, bound);
}

function arriveByFlow(
  reached: Reached,
  carried: Carried,
  step: Flow,
  arrived: Decimal,
  bound: boolean,
): void {
  const { to, toHolding, fromHolding } = step;
  if (to === undefined || toHolding === undefined) return;
  const amounts = amountsOf(arrived, to.uom);
  if (step.into !== undefined) carried.addToContainers(step.into, amounts, 1);
  const uom = to.kind === 'content' ? baseOf(to.uom) : to.uom;
  reach(reached, toHolding, { time: step.time, amounts, uom, bound, inferred: step.inferred });
  if (
    fromHolding === undefined ||
    fromHolding === toHolding ||
    step.kind === 'begin' ||
    step.kind === 'unexplained' ||
    step.kind === 'end'
  )
    return;
  const { event, time } = step.shipment ?? step;
  link(reached, { from: fromHolding, to: toHolding, kind: step.kind, event, time, uom, bound }, amounts);
}

function pourIn(poured: Map<number, PouredIn>, step: Flow, arrived: Decimal, bound: boolean): void {
  if (step.to === undefined || step.fromHolding === undefined) return;
  const entry = poured.get(step.to.id) ?? { byHolding: new Map(), total: ZERO, bound: false };
  poured.set(step.to.id, entry);
  entry.byHolding.set(step.fromHolding, (entry.byHolding.get(step.fromHolding) ?? ZERO).plus(arrived));
  entry.total = entry.total.plus(arrived);
  if (bound) entry.bound = true;
}

/** What comes out carries the root in proportion to all that had gone in. */
function pourOut(reached: Reached, carried: Carried, poured: PouredIn | undefined, step: Flow): void {
  const { to, toHolding, fromTotal } = step;
  if (poured === undefined || to === undefined || toHolding === undefined) return;
  const whole = poured.total.gte(fromTotal);
  const amount = whole ? step.arrived : step.arrived.times(poured.total.div(fromTotal));
  const bound = !whole && (step.bound || poured.bound);
  carried.addToPool(to.id, amount);
  if (bound) carried.bounds.add(to.id);
  reach(reached, toHolding, {
    time: step.time,
    amounts: amountsOf(amount, to.uom),
    origin: step.event,
    uom: to.uom,
    bound,
  });
  for (const [from, part] of poured.byHolding) {
    const share = part.div(fromTotal);
    const { event, time } = step;
    link(
      reached,
      { from, to: toHolding, kind: 'transformation', event, time, uom: to.uom, share, bound },
      amountsOf(step.arrived.times(share), to.uom),
    );
  }
}

/** What of the root a unit carries: its content, else itself. */
function carriedBy(carried: Carried, step: Move | End): Amounts {
  const content = carried.inContainer(step.unit);
  if (content.size > 0 || step.pool === undefined) return content;
  const amount = carried.inPool(step.pool.id);
  return isAmount(amount) ? new Map([[baseOf(step.pool.uom), toBase(amount, step.pool.uom)]]) : content;
}

function move(reached: Reached, carried: Carried, step: Move): void {
  const { pool, content, toHolding } = step;
  if (content !== undefined) addTotal(reached, toHolding, content);
  else if (pool !== undefined) addTotal(reached, toHolding, amountsOf(pool.total, pool.uom));
  const amounts = carriedBy(carried, step);
  if (amounts.size === 0) return;
  carried.addToContainers(step.outOf, amounts, -1);
  carried.addToContainers(step.into, amounts, 1);
  const bound = pool !== undefined && carried.bounds.has(pool.id);
  const uom = content === undefined && step.into === undefined ? pool?.uom : undefined;
  reach(reached, toHolding, { time: step.time, amounts, uom, bound, inferred: step.inferred });
  const { event, time } = step.shipment ?? step;
  link(reached, { from: step.fromHolding, to: toHolding, kind: step.kind, event, time, uom, bound }, amounts);
}

function end(reached: Reached, carried: Carried, step: End): void {
  const entry = reached.holdings.get(step.holding.id);
  const amounts = carriedBy(carried, step);
  for (const [uom, amount] of amounts) entry?.ends.push({ event: step.event, time: step.time, amount, uom });
  carried.addToContainers(step.outOf, amounts, -1);
}
