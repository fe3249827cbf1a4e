import {
  type Amounts,
  addTo,
  amountsOf,
  Carried,
  isAmount,
  link,
  newReached,
  type Reached,
  reach,
} from './reached.ts';
import type { ReplayState } from './replay-state.ts';
import type { Flow, Holding, Move, RootStep } from './steps.ts';
import { type Decimal, ZERO } from './units.ts';

/** What has been asked of a transformation so far: the root's amount for each unit of what went in. */
interface Drawn {
  perUnit: Decimal;
  bound: boolean;
  readonly outs: { readonly holding: Holding; readonly perUnit: Decimal; readonly perShare: Decimal }[];
}

interface Walk {
  readonly reached: Reached;
  readonly carried: Carried;
  readonly drawn: Map<number, Drawn>;
  /** Serials of a root lot stand under the lot's own node. */
  readonly standIn: Map<number, Holding>;
}

/**
 * Where the root came from: runs over the steps in reverse. Each pool gives back to its sources, in proportion to
 * what they had put in by then; amounts are of the root, in its own base unit, whatever they were made of.
 */
export function walkBack(replay: ReplayState, linksMax: number, standIn: Map<number, Holding>): Reached {
  const walk: Walk = { reached: newReached(linksMax), carried: new Carried(), drawn: new Map(), standIn };
  const fill = replay.containers.get(replay.facts.root)?.fill ?? 0;
  for (let at = replay.steps.length - 1; at >= 0; at--) {
    const step = replay.steps[at]!;
    if (step.step === 'collect' && (step.fill === 0 || step.fill === fill)) collect(walk, step);
    else if (step.step === 'flow') flow(walk, step);
    else if (step.step === 'move') move(walk, step);
  }
  return walk.reached;
}

const shown = (walk: Walk, holding: Holding): Holding => walk.standIn.get(holding.id) ?? holding;

function collect(walk: Walk, { pool, amount, holding, time, within }: RootStep): void {
  if (!isAmount(amount) && !pool.unmeasured) return;
  const amounts = amountsOf(amount, pool.uom);
  // Weights are kept in base units from here on: a gram of root is a gram whatever pool it passes.
  for (const [base, inBase] of amounts) {
    walk.carried.addToPool(pool.id, inBase);
    addTo(walk.reached.rootAmounts, base, inBase);
  }
  walk.carried.addToContainers(within, amounts, 1);
  const root = shown(walk, holding);
  walk.reached.roots.add(root);
  reach(walk.reached, root, { time, amounts: NOTHING, uom: undefined, bound: pool.unmeasured });
}

const NOTHING: Amounts = new Map();

const rootBase = (walk: Walk): string => walk.reached.rootAmounts.keys().next().value ?? '';
const ofRoot = (walk: Walk, amount: Decimal): Amounts => new Map([[rootBase(walk), amount]]);

function flow(walk: Walk, step: Flow): void {
  const { to, from } = step;
  if (to === undefined) return;
  if (to.kind === 'transformation') {
    giveBackToInput(walk, step);
    return;
  }
  const weight = walk.carried.inPool(to.id);
  if (!isAmount(weight)) return;
  const all = step.arrived.gte(step.toTotal);
  const part = all ? weight : weight.times(step.arrived.div(step.toTotal));
  walk.carried.setPool(to.id, weight.minus(part));
  const amounts = ofRoot(walk, part);
  walk.carried.addToContainers(step.into, amounts, -1);
  const bound = step.bound || walk.carried.bounds.has(to.id);
  if (step.toHolding !== undefined) {
    reach(walk.reached, shown(walk, step.toHolding), {
      time: step.time,
      amounts,
      uom: undefined,
      bound,
      inferred: step.inferred,
      origin: step.kind === 'begin' || from?.kind === 'transformation' ? step.event : undefined,
    });
  }
  if (from === undefined) return;
  if (from.kind === 'transformation') {
    drawOn(walk, step, part, bound);
    return;
  }
  walk.carried.addToPool(from.id, part);
  if (bound) walk.carried.bounds.add(from.id);
  walk.carried.addToContainers(step.outOf, amounts, 1);
  const { fromHolding, toHolding } = step;
  if (
    fromHolding === undefined ||
    toHolding === undefined ||
    fromHolding === toHolding ||
    step.kind === 'unexplained' ||
    step.kind === 'begin' ||
    step.kind === 'end'
  )
    return;
  const { event, time } = step.shipment ?? step;
  link(
    walk.reached,
    {
      from: shown(walk, fromHolding),
      to: shown(walk, toHolding),
      kind: step.kind,
      event,
      time,
      uom: undefined,
      bound,
    },
    amounts,
  );
}

function drawOn(walk: Walk, step: Flow, part: Decimal, bound: boolean): void {
  if (step.from === undefined || step.toHolding === undefined || step.fromTotal.isZero()) return;
  const entry = walk.drawn.get(step.from.id) ?? { perUnit: ZERO, bound: false, outs: [] };
  walk.drawn.set(step.from.id, entry);
  const perUnit = part.div(step.fromTotal);
  entry.perUnit = entry.perUnit.plus(perUnit);
  if (bound) entry.bound = true;
  const holding = shown(walk, step.toHolding);
  const last = entry.outs.at(-1);
  if (last?.holding === holding)
    entry.outs[entry.outs.length - 1] = { ...last, perUnit: last.perUnit.plus(perUnit) };
  else entry.outs.push({ holding, perUnit, perShare: step.fromTotal });
}

function giveBackToInput(walk: Walk, step: Flow): void {
  if (step.to === undefined) return;
  const entry = walk.drawn.get(step.to.id);
  if (entry === undefined) return;
  const part = step.arrived.times(entry.perUnit);
  const bound = entry.bound || step.bound;
  if (step.from !== undefined) {
    walk.carried.addToPool(step.from.id, part);
    if (bound) walk.carried.bounds.add(step.from.id);
    if (step.outOf !== undefined) walk.carried.addToContainers(step.outOf, ofRoot(walk, part), 1);
  }
  if (step.fromHolding === undefined) return;
  const { event, time } = step;
  for (const out of entry.outs) {
    const share = step.arrived.div(out.perShare);
    link(
      walk.reached,
      {
        from: step.fromHolding,
        to: out.holding,
        kind: 'transformation',
        event,
        time,
        uom: undefined,
        share,
        bound,
      },
      ofRoot(walk, step.arrived.times(out.perUnit)),
    );
  }
}

function carriedBy(walk: Walk, step: Move): Amounts {
  const content = walk.carried.inContainer(step.unit);
  if (content.size > 0 || step.pool === undefined) return content;
  const amount = walk.carried.inPool(step.pool.id);
  return isAmount(amount) ? ofRoot(walk, amount) : content;
}

function move(walk: Walk, step: Move): void {
  const amounts = new Map(carriedBy(walk, step));
  if (amounts.size === 0) return;
  walk.carried.addToContainers(step.into, amounts, -1);
  walk.carried.addToContainers(step.outOf, amounts, 1);
  const bound = step.pool !== undefined && walk.carried.bounds.has(step.pool.id);
  const to = shown(walk, step.toHolding);
  const from = shown(walk, step.fromHolding);
  reach(walk.reached, to, { time: step.time, amounts, uom: undefined, bound, inferred: step.inferred });
  if (from === to) return;
  const { event, time } = step.shipment ?? step;
  link(walk.reached, { from, to, kind: step.kind, event, time, uom: undefined, bound }, amounts);
}
