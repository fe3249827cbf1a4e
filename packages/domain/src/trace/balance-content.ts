import { type Entered, Ledger, type WentOutKind } from './balance.ts';
import type { Key } from './posting.ts';
import type { ReplayState } from './replay-state.ts';
import type { At, End, Flow, Move, Pool, Pour } from './steps.ts';
import { baseOf, type Decimal, ZERO } from './units.ts';

/** What lies in a pool inside the container. */
export interface Inside {
  readonly pool: Pool;
  readonly amount: Decimal;
}

/**
 * What is in which container, read from the steps: amounts of lots by their pools, items by theirs. A crate that is an
 * item of its own counts as one beside what it holds.
 */
export class Containment {
  readonly #parents = new Map<Key, Key>();
  readonly #children = new Map<Key, Set<Key>>();
  readonly #items = new Map<Key, Pool>();
  readonly #pools = new Map<Key, Map<Pool, Decimal>>();

  /** A step names a container and those around it, inner to outer: so they stand. */
  follow(chain: readonly Key[]): void {
    for (const [at, unit] of chain.entries()) {
      const outer = chain[at + 1];
      if (this.#parents.get(unit) === outer) continue;
      this.takeOut(unit);
      if (outer !== undefined) this.#put(unit, outer);
    }
  }

  putIn(unit: Key, pool: Pool | undefined, chain: readonly Key[]): void {
    if (pool !== undefined) this.#items.set(unit, pool);
    this.follow([unit, ...chain]);
  }

  takeOut(unit: Key): void {
    const parent = this.#parents.get(unit);
    if (parent === undefined) return;
    this.#children.get(parent)?.delete(unit);
    this.#parents.delete(unit);
  }

  #put(unit: Key, outer: Key): void {
    this.#parents.set(unit, outer);
    const siblings = this.#children.get(outer);
    if (siblings === undefined) this.#children.set(outer, new Set([unit]));
    else siblings.add(unit);
  }

  setTotal(pool: Pool, total: Decimal): void {
    if (pool.container === undefined) return;
    const pools = this.#pools.get(pool.container) ?? new Map<Pool, Decimal>();
    this.#pools.set(pool.container, pools);
    pools.set(pool, total);
  }

  /** All that is inside a unit; the unit itself only if `own`. No unit is met twice, so that a circle ends. */
  inside(unit: Key, own: boolean): Inside[] {
    const found: Inside[] = [];
    const seen = new Set([unit]);
    for (const at of seen) {
      const item = this.#items.get(at);
      if (item !== undefined && (own || at !== unit)) found.push({ pool: item, amount: item.total });
      for (const [pool, amount] of this.#pools.get(at) ?? [])
        if (amount.gt(ZERO)) found.push({ pool, amount });
      for (const child of this.#children.get(at) ?? []) seen.add(child);
    }
    return found;
  }
}

/** Enters what comes into the root container and leaves it. */
class ContentEntries {
  readonly ledger = new Ledger();
  readonly containment = new Containment();
  readonly #root: Key;

  constructor(root: Key) {
    this.#root = root;
  }

  #holds = (chain: readonly Key[] | undefined): boolean => chain?.includes(this.#root) ?? false;

  /** What is packed into an empty container begins a new filling. */
  #pack(entered: Entered): void {
    if (this.ledger.isEven) this.ledger.clear();
    this.ledger.cameIn('packed', entered);
  }

  move({ unit, pool, into, outOf, event, time }: Move): void {
    const { containment } = this;
    if (outOf !== undefined) {
      containment.follow([unit, ...outOf]);
      if (this.#holds(outOf)) {
        for (const each of containment.inside(unit, true))
          this.ledger.wentOut('unpacked', { event, time, amount: each.amount, uom: each.pool.uom });
      }
      containment.takeOut(unit);
    }
    if (into === undefined) return;
    containment.putIn(unit, pool, into);
    if (!this.#holds(into)) return;
    for (const each of containment.inside(unit, true))
      this.#pack({ event, time, amount: each.amount, uom: each.pool.uom });
  }

  flow(step: Flow): void {
    const { from, to, into, outOf, event, time, arrived, uom } = step;
    if (this.#holds(outOf)) this.#leave(step, step.kind === 'end' ? 'ended' : 'unpacked', step);
    if (from.kind === 'content') this.containment.setTotal(from, step.fromTotal.minus(step.amount));
    if (to?.kind !== 'content') return;
    if (into !== undefined) this.containment.follow(into);
    this.containment.setTotal(to, step.toTotal);
    if (this.#holds(into)) this.#pack({ event, time, amount: arrived, uom });
  }

  pour(step: Pour): void {
    if (this.#holds(step.outOf)) this.#leave(step, 'used', { ...step, uom: step.base });
    if (step.from.kind === 'content') this.containment.setTotal(step.from, step.fromTotal.minus(step.amount));
  }

  end({ pool, outOf, undone, event, time }: End): void {
    this.containment.takeOut(pool.unit);
    if (!this.#holds(outOf)) return;
    this.ledger.wentOut(undone ? 'unpacked' : 'ended', { event, time, amount: pool.total, uom: pool.uom });
  }

  #leave({ from }: { from: Pool }, kind: WentOutKind, { event, time, arrived, uom }: Left): void {
    const entered = { event, time, amount: arrived, uom };
    if (baseOf(from.uom) !== baseOf(uom)) this.ledger.cameIn('otherUnit', entered);
    this.ledger.wentOut(kind, entered);
  }
}

interface Left extends At {
  readonly arrived: Decimal;
  readonly uom: string;
}

/** What came into a container and out of it again since it was last filled, and what is in it. */
export function ledgerOfContent(state: ReplayState): { ledger: Ledger; inside: readonly Inside[] } {
  const { root } = state.facts;
  const entries = new ContentEntries(root);
  for (const step of state.steps) {
    if (step.step === 'move') entries.move(step);
    else if (step.step === 'flow') entries.flow(step);
    else if (step.step === 'pour') entries.pour(step);
    else if (step.step === 'end') entries.end(step);
  }
  return { ledger: entries.ledger, inside: entries.containment.inside(root, false) };
}
