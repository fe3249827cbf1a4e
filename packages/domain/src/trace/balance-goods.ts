import { type CameInKind, type Entered, Ledger, type WentOutKind } from './balance.ts';
import { Act, actOf, type Key, Position, type Posting, positionOf } from './posting.ts';
import type { Recovery, ReplayState } from './replay-state.ts';
import { isMember } from './stand-in.ts';
import type { At, Begin, Flow, Pool, Step } from './steps.ts';
import { baseOf, type Decimal, ONE, PIECES } from './units.ts';

type Events = ReadonlyMap<string, readonly Posting[]>;

/** What one item counts for in the balance of its lot. */
interface Measure {
  readonly amount: Decimal;
  readonly uom: string;
}

const ONE_PIECE: Measure = { amount: ONE, uom: PIECES };

/** How an amount began: the act of the event says whether it did, or was only seen there first. */
export function beganBy(
  events: Events,
  unexplained: ReadonlySet<string>,
  { event, pool, explained }: Begin,
): CameInKind {
  if (!explained || unexplained.has(`${event}|${pool.unit}`)) return 'unexplained';
  const added = events
    .get(event)
    ?.some(
      ({ unit, role }) => unit === pool.unit && positionOf(role) === Position.unit && actOf(role) === Act.add,
    );
  return added ? 'commissioned' : 'firstSeen';
}

/** Units that were received though nobody had sent them, by event. */
const unexplainedOf = ({ gaps }: ReplayState): Set<string> =>
  new Set(
    gaps
      .filter(({ kind }) => kind === 'receipt-without-shipment')
      .map(({ event, unit }) => `${event}|${unit}`),
  );

/** Items that were drawn from the loose stock of the root lot, with the amount that each took. */
export function drawnFrom({ steps, facts }: ReplayState): Map<Key, Measure[]> {
  const drawn = new Map<Key, Measure[]>();
  for (const step of steps) {
    if (step.step !== 'flow' || step.from.unit !== facts.root || step.to?.kind !== 'item') continue;
    drawn.set(step.to.unit, [...(drawn.get(step.to.unit) ?? []), { amount: step.arrived, uom: step.uom }]);
  }
  return drawn;
}

/** What each item of the root counts for: the root itself a piece, a serial of the root lot a piece or what was drawn. */
function measuresOf(state: ReplayState): Map<Key, readonly Measure[]> {
  const { root } = state.facts;
  const measures = new Map<Key, readonly Measure[]>(drawnFrom(state));
  if (state.units.has(root)) measures.set(root, [ONE_PIECE]);
  for (const step of state.steps) {
    if (isMember(step, root) && state.units.get(root) === undefined)
      measures.set(step.holding.unit, [ONE_PIECE]);
  }
  return measures;
}

/** Enters the steps of a replay that touch pools of the root. */
class GoodsEntries {
  readonly ledger = new Ledger();
  readonly #root: Key;
  readonly #events: Events;
  readonly #unexplained: ReadonlySet<string>;
  readonly #measures: ReadonlyMap<Key, readonly Measure[]>;
  readonly #drawn = new Set<Pool>();

  constructor(state: ReplayState, events: Events) {
    this.#root = state.facts.root;
    this.#events = events;
    this.#unexplained = unexplainedOf(state);
    this.#measures = measuresOf(state);
  }

  enter(step: Step): void {
    switch (step.step) {
      case 'begin': {
        const kind = beganBy(this.#events, this.#unexplained, step);
        this.#each(step.pool, step, { amount: step.amount, uom: step.pool.uom }, this.#cameIn(kind));
        return;
      }
      case 'draw':
        this.#each(step.to, step, { amount: step.arrived, uom: step.to.uom }, this.#cameIn('produced'));
        return;
      case 'flow':
        this.#enterFlow(step);
        return;
      case 'pour': {
        const stated = { amount: step.arrived, uom: step.base };
        this.#recount(step.from, step, stated);
        this.#each(step.from, step, stated, this.#wentOut('used'));
        return;
      }
      case 'end':
        if (!step.undone) this.#each(step.pool, step, ONE_PIECE, this.#wentOut('ended'));
    }
  }

  /** An item that was used is here again. */
  recover({ pool, event, time }: Recovery): void {
    this.#each(pool, { event, time }, ONE_PIECE, this.#cameIn('recovered'));
  }

  #cameIn = (kind: CameInKind) => (one: Entered) => this.ledger.cameIn(kind, one);
  #wentOut = (kind: WentOutKind) => (one: Entered) => this.ledger.wentOut(kind, one);

  /** Enters an amount of a pool of the root; an item counts whole. */
  #each(pool: Pool, { event, time }: At, of: Measure, enter: (one: Entered) => void): void {
    const measures = this.#measures.get(pool.unit) ?? (pool.unit === this.#root ? [of] : []);
    for (const { amount, uom } of measures) enter({ event, time, amount, uom });
  }

  #isOwn = (pool: Pool): boolean => pool.unit === this.#root || this.#measures.has(pool.unit);

  /** An amount that leaves a pool in a unit that does not convert to the pool's is counted on in that unit. */
  #recount(from: Pool, { event, time }: At, { amount, uom }: Measure): void {
    if (from.kind === 'item' || !this.#isOwn(from) || baseOf(from.uom) === baseOf(uom)) return;
    this.ledger.cameIn('otherUnit', { event, time, amount, uom });
  }

  #enterFlow(step: Flow): void {
    const { from, to, event, time, arrived: amount, uom } = step;
    if (this.#isOwn(from)) {
      this.#recount(from, step, { amount, uom });
      if (to === undefined) this.ledger.wentOut('ended', { event, time, amount, uom });
    } else if (to !== undefined && this.#isOwn(to) && !this.#drawn.has(to)) {
      this.#drawn.add(to);
      this.#each(to, step, ONE_PIECE, this.#cameIn('drawn'));
    }
  }
}

/** What came in and went out of a lot, with its serials, or of an item. */
export function ledgerOfGoods(state: ReplayState, events: Events): Ledger {
  const entries = new GoodsEntries(state, events);
  for (const step of state.steps) entries.enter(step);
  for (const recovery of state.recoveries) entries.recover(recovery);
  leaveUnclear(entries.ledger, state);
  return entries.ledger;
}

/** What may be under way still, though as much was received in a unit that does not convert. */
function leaveUnclear(ledger: Ledger, { lots, facts }: ReplayState): void {
  for (const { pool, shipment } of lots.get(facts.root)?.transit ?? []) {
    const { event, time } = shipment;
    ledger.wentOut('otherUnit', { event, time, amount: pool.total, uom: pool.uom });
  }
}
