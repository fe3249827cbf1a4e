import { type Amounts, amountsOf, isAmount, NOTHING, plus } from './amounts.ts';
import { Carried } from './carried.ts';
import { Reached } from './reached.ts';
import type { ReplayState } from './replay-state.ts';
import type { Begin, Draw, Flow, Holding, Move, Pool, Pour, RootStep } from './steps.ts';
import { baseOf, type Decimal, ONE, UNMEASURED, ZERO } from './units.ts';

/** What has been asked of a transformation so far, of the latest outputs first. */
interface Drawn {
  /** By base unit of what went in: the root's amount for each unit of it. */
  readonly perUnit: Map<string, Decimal>;
  doubted: boolean;
  readonly outs: {
    readonly holding: Holding;
    /** The root's amount that came out there. */
    part: Decimal;
    readonly totals: ReadonlyMap<string, Decimal>;
  }[];
}

interface Walk {
  readonly reached: Reached;
  /** Base unit of the root's amount. */
  readonly base: string;
  readonly carried: Carried;
  readonly drawn: Map<string, Drawn>;
  /** Serials of a root lot stand under the lot's own node. */
  readonly standIn: Map<number, Holding>;
}

/**
 * Where the root came from: runs over the steps in reverse. Each pool gives back to its sources, in proportion to
 * what they had put in by then; amounts are of the root, in its own base unit, whatever they were made of. A root of
 * kilograms and pieces together is walked once for each.
 */
export function walkBack(replay: ReplayState, linksMax: number, standIn: Map<number, Holding>): Reached {
  const reached = new Reached(linksMax, replay.holdingsCount);
  const fill = replay.containers.get(replay.facts.root)?.fill ?? 0;
  const collected = replay.steps.filter(
    (step) => (step.step === 'collect' || step.step === 'join') && (step.fill === 0 || step.fill === fill),
  ) as RootStep[];
  for (const base of new Set(collected.map(({ pool }) => baseOf(pool.uom)))) {
    const roots = new Set(collected.filter(({ pool }) => baseOf(pool.uom) === base));
    const carried = new Carried(replay.pools.length);
    walkBase(replay, { reached, base, carried, drawn: new Map(), standIn }, roots);
  }
  return reached;
}

function walkBase(replay: ReplayState, walk: Walk, roots: ReadonlySet<RootStep>): void {
  for (let at = replay.steps.length - 1; at >= 0; at--) {
    const step = replay.steps[at]!;
    switch (step.step) {
      case 'collect':
      case 'join':
        if (roots.has(step)) collect(walk, step);
        break;
      case 'begin':
        begin(walk, step);
        break;
      case 'flow':
        flow(walk, step);
        break;
      case 'draw':
        draw(walk, step);
        break;
      case 'pour':
        pour(walk, step);
        break;
      case 'move':
        move(walk, step);
        break;
    }
  }
}

const shown = (walk: Walk, holding: Holding): Holding => walk.standIn.get(holding.id) ?? holding;

function collect({ reached, carried, ...walk }: Walk, step: RootStep): void {
  const { pool, amount, holding, time, within, atMost } = step;
  if (!isAmount(amount)) return;
  const amounts = amountsOf(amount, pool.uom);
  // Weights are kept in base units from here on: a gram of root is a gram whatever pool it passes.
  for (const each of amounts) carried.addToPool(pool.id, each.amount);
  reached.rootAmounts = plus(reached.rootAmounts, amounts);
  carried.addToContainers(within, amounts);
  const root = walk.standIn.get(holding.id) ?? holding;
  reached.roots.add(root);
  // How the root came there, and how much, is for the steps before to say.
  const said = { amounts: NOTHING, uom: undefined, inferred: true, origin: undefined, fill: 0 };
  reached.reach(root, { time, atMost, ...said });
}

const ofRoot = ({ base }: Walk, amount: Decimal): Amounts => [{ base, amount }];

/** The part of what a pool holds of the root that came with `arrived`, the last of what came to `total`. */
function givenBack(
  walk: Walk,
  to: Pool,
  arrived: Decimal,
  total: Decimal,
): { part: Decimal; doubted: boolean } | undefined {
  const weight = walk.carried.inPool(to.id);
  if (!isAmount(weight)) return undefined;
  const all = arrived.gte(total);
  // Of amounts that nobody measured each may be all of it.
  const unclear = !all && to.uom === UNMEASURED;
  const part = all || unclear ? weight : weight.times(arrived.div(total));
  walk.carried.setPool(to.id, unclear ? weight : weight.minus(part));
  return { part, doubted: unclear || walk.carried.isDoubted(to.id) };
}

function begin(walk: Walk, { pool, holding, amount, total, explained, inferred, event, time }: Begin): void {
  const back = givenBack(walk, pool, amount, total);
  if (back === undefined) return;
  const { part, doubted: atMost } = back;
  const origin = explained ? event : undefined;
  const arrival = { time, amounts: ofRoot(walk, part), uom: undefined, atMost, inferred, origin, fill: 0 };
  walk.reached.reach(shown(walk, holding), arrival);
}

function flow(walk: Walk, step: Flow): void {
  const { reached, carried } = walk;
  const { to, from, toHolding, fromHolding, kind, inferred } = step;
  const back = to && givenBack(walk, to, step.arrived, step.toTotal);
  if (back === undefined) return;
  const { part, doubted: atMost } = back;
  const amounts = ofRoot(walk, part);
  carried.takeFromContainers(step.into, amounts);
  carried.addToPool(from.id, part);
  carried.addToContainers(step.outOf, amounts);
  if (atMost) carried.doubt(from.id);
  if (toHolding === undefined || toHolding === fromHolding || kind === 'end') return;
  const [near, far] = [shown(walk, toHolding), shown(walk, fromHolding)];
  const said = { uom: undefined, atMost, inferred, origin: undefined, fill: 0 };
  reached.reach(near, { time: step.time, amounts, ...said });
  reached.leave(near, amounts);
  const { event, time } = step.shipment ?? step;
  const share = undefined;
  reached.link({ from: far, to: near, kind, event, time, amounts, uom: undefined, share, atMost });
}

/** Something of the root came out of a transformation: what went in before is asked for it. */
function draw(walk: Walk, step: Draw): void {
  const back = givenBack(walk, step.to, step.arrived, step.toTotal);
  if (back === undefined) return;
  const { part, doubted } = back;
  const holding = shown(walk, step.toHolding);
  const amounts = ofRoot(walk, part);
  const made = { uom: undefined, atMost: doubted, inferred: false, origin: step.event, fill: 0 };
  walk.reached.reach(holding, { time: step.time, amounts, ...made });
  if (step.totals.size === 0) return;
  walk.reached.leave(holding, amounts);
  const entry: Drawn = walk.drawn.get(step.node) ?? { perUnit: new Map(), doubted: false, outs: [] };
  walk.drawn.set(step.node, entry);
  for (const [base, total] of step.totals) {
    const more = perUnitOf(base, part, total);
    entry.perUnit.set(base, (entry.perUnit.get(base) ?? ZERO).plus(more));
  }
  if (doubted) entry.doubted = true;
  const last = entry.outs.at(-1);
  if (last?.holding === holding && last.totals === step.totals) last.part = last.part.plus(part);
  else entry.outs.push({ holding, part, totals: step.totals });
}

/** Of amounts that nobody measured each may be all that went in. */
const perUnitOf = (base: string, part: Decimal, total: Decimal): Decimal =>
  base === UNMEASURED ? part : part.div(total);

/** What went into a transformation made up its part of all that came out later. */
function pour(walk: Walk, step: Pour): void {
  const entry = walk.drawn.get(step.node);
  const perUnit = entry?.perUnit.get(step.base);
  if (entry === undefined || perUnit === undefined) return;
  const { from, base, arrived, event, time } = step;
  const part = arrived.times(perUnit);
  const latest = entry.outs[0]?.totals;
  const doubted = entry.doubted || (latest !== undefined && isUnclear(latest, base, arrived));
  walk.carried.addToPool(from.id, part);
  if (doubted) walk.carried.doubt(from.id);
  walk.carried.addToContainers(step.outOf, ofRoot(walk, part));
  for (const out of entry.outs) {
    if (walk.reached.truncated) break;
    const total = out.totals.get(base);
    if (total === undefined) continue;
    const share = arrived.times(perUnitOf(base, ONE, total));
    const atMost = entry.doubted || isUnclear(out.totals, base, arrived);
    const amounts = ofRoot(walk, out.part.times(share));
    const ends = { from: step.fromHolding, to: out.holding, kind: 'transformation' } as const;
    walk.reached.link({ ...ends, event, time, amounts, uom: undefined, share, atMost });
  }
}

/** Kilograms and pieces together, or more than one amount that nobody measured: shares are the most that they can be. */
const isUnclear = (totals: ReadonlyMap<string, Decimal>, base: string, arrived: Decimal): boolean =>
  totals.size > 1 || (base === UNMEASURED && !arrived.gte(totals.get(base) ?? ZERO));

function carriedBy(walk: Walk, step: Move): Amounts {
  const content = walk.carried.inContainer(step.unit);
  if (content.length > 0 || step.pool === undefined) return content;
  const amount = walk.carried.inPool(step.pool.id);
  return isAmount(amount) ? ofRoot(walk, amount) : NOTHING;
}

function move(walk: Walk, step: Move): void {
  const { reached, carried } = walk;
  const amounts = carriedBy(walk, step);
  if (amounts.length === 0) return;
  carried.takeFromContainers(step.into, amounts);
  carried.addToContainers(step.outOf, amounts);
  const atMost = carried.isDoubted(step.pool?.id, step.unit);
  const to = shown(walk, step.toHolding);
  const from = shown(walk, step.fromHolding);
  const moved = { uom: undefined, atMost, inferred: step.inferred, origin: undefined, fill: 0 };
  reached.reach(to, { time: step.time, amounts, ...moved });
  if (from === to) return;
  reached.leave(to, amounts);
  const { event, time } = step.shipment ?? step;
  reached.link({ from, to, kind: step.kind, event, time, amounts, uom: undefined, share: undefined, atMost });
}
