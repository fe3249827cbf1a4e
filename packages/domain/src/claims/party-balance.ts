import {
  type BalanceLine,
  type CameInKind,
  Ledger,
  type LeftAmount,
  sumQuantities,
  type WentOutKind,
} from '../trace/balance.ts';
import { Containment } from '../trace/balance-content.ts';
import { beganBy } from '../trace/balance-goods.ts';
import type { GatherLimits, Truncation } from '../trace/gather.ts';
import type { Key, Posting } from '../trace/posting.ts';
import type { ReplayState } from '../trace/replay-state.ts';
import type { At, Begin, Flow, Holding, Move, Pool, Step } from '../trace/steps.ts';
import { gtinOfKey, replayAround, type TraceSources } from '../trace/trace.ts';
import { baseOf, Decimal, toBase, ZERO } from '../trace/units.ts';

/*
 * What one party had of a product, what came to it and what left it in a period. All lots, items and containers that the party
 * ever touched are replayed together, once, up to the end of the period; every pool remembers in whose hands it is, and
 * each change of hands is entered for the one and for the other. What happened before the period is the opening stock.
 */

export type PartyCameIn = 'opening' | 'bought' | CameInKind;
export type PartyWentOut = 'delivered' | WentOutKind;

export interface PartyBalanceRequest {
  readonly party: Key;
  /** GTIN-14 of the product. */
  readonly gtin: string;
  /** Every unit that the party may have had: lots and items of the product, and containers. */
  readonly units: readonly Key[];
  /** Microseconds; what happened at `from` and later is of the period, what happened after `to` is not looked at. */
  readonly from: number;
  readonly to: number;
  readonly limits?: GatherLimits;
}

/** One dimension: opening stock and what came in is what went out and what is left. */
export interface PartyBalanceLine extends BalanceLine<PartyCameIn, PartyWentOut> {
  /** By how much more went out than the records brought in; absent where they bring in enough. */
  readonly excess?: string;
}

/** The balance of a party with a product over a period, line by line. */
export async function partyBalanceOf(
  sources: TraceSources,
  { party, gtin, units, from, to, limits }: PartyBalanceRequest,
): Promise<{ lines: PartyBalanceLine[]; truncated: Truncation | null }> {
  const [root, ...others] = units;
  if (root === undefined) return { lines: [], truncated: null };
  const { state, events, truncated } = await replayAround(sources, {
    root,
    others,
    direction: 'forward',
    packedOnly: true,
    to,
    ...(limits === undefined ? {} : { limits }),
  });
  const hands = new Hands(state, events, { party, gtin, from });
  return { lines: hands.print(), truncated: truncated ?? null };
}

interface Entry extends At {
  readonly amount: Decimal;
  readonly uom: string;
}

interface Change {
  readonly amount: Decimal;
  readonly uom: string;
  readonly holder: Key | undefined;
}

/** Follows in whose hands every pool of the product is, and enters what changes hands. */
class Hands {
  readonly #party: Key;
  readonly #gtin: string;
  readonly #from: number;
  readonly #events: ReadonlyMap<string, readonly Posting[]>;
  readonly #received: ReadonlySet<string>;
  readonly #ledger = new Ledger<PartyCameIn, PartyWentOut>();
  readonly #containment = new Containment();
  readonly #holderOf = new Map<Pool, Key | undefined>();
  readonly #holderOfUnit = new Map<Key, Key | undefined>();
  /** Base units in which somebody took an amount that does not convert: what is left is at most the sum. */
  readonly #bounded = new Set<string>();
  readonly #opening = new Map<string, Decimal>();
  readonly #closing = new Map<string, Decimal>();

  constructor(
    state: ReplayState,
    events: ReadonlyMap<string, readonly Posting[]>,
    of: { party: Key; gtin: string; from: number },
  ) {
    this.#party = of.party;
    this.#gtin = of.gtin;
    this.#from = of.from;
    this.#events = events;
    this.#received = new Set(
      state.gaps
        .filter(({ kind }) => kind === 'receipt-without-shipment')
        .map(({ event, unit }) => `${event}|${unit}`),
    );
    this.#follow(state);
  }

  #follow({ steps, recoveries, lots }: ReplayState): void {
    let next = 0;
    for (const [index, step] of steps.entries()) {
      for (; recoveries[next] !== undefined && recoveries[next]!.step <= index; next++)
        this.#recover(recoveries[next]!);
      this.#step(step);
    }
    for (; recoveries[next] !== undefined; next++) this.#recover(recoveries[next]!);
    for (const { transit } of lots.values()) {
      for (const { pool, shipment } of transit) {
        // As much was received in a unit that does not convert: nobody can say that it is here still.
        if (this.#isOwn(pool))
          this.#out(this.#holderOf.get(pool), 'otherUnit', { ...shipment, ...totalOf(pool) });
      }
    }
  }

  #isOwn = (pool: Pool): boolean => gtinOfKey(pool.unit) === this.#gtin;

  #step(step: Step): void {
    switch (step.step) {
      case 'begin':
        if (this.#isOwn(step.pool)) this.#begin(step);
        return;
      case 'draw':
        if (!this.#isOwn(step.to)) return;
        this.#holderOf.set(step.to, step.toHolding.party);
        this.#in(step.toHolding, 'produced', { ...step, amount: step.arrived, uom: step.to.uom });
        return;
      case 'flow':
        this.#flow(step);
        return;
      case 'pour': {
        const { from } = step;
        if (from.kind === 'content') this.#containment.setTotal(from, step.fromTotal.minus(step.amount));
        if (!this.#isOwn(from)) return;
        const used = { ...step, amount: step.arrived, uom: step.base };
        this.#recount(from, used);
        this.#out(this.#holderOf.get(from), 'used', used);
        return;
      }
      case 'move':
        this.#move(step);
        return;
      case 'end':
        this.#containment.takeOut(step.pool.unit);
        if (!step.undone && this.#isOwn(step.pool))
          this.#out(this.#holderOf.get(step.pool), 'ended', { ...step, ...totalOf(step.pool) });
    }
  }

  #begin(step: Begin): void {
    const { pool, holding, amount } = step;
    this.#holderOf.set(pool, holding.party);
    const entry = { ...step, amount, uom: pool.uom };
    const received = (!step.explained && !step.inferred) || this.#received.has(`${step.event}|${pool.unit}`);
    this.#in(holding, received ? 'bought' : beganBy(this.#events, NONE, step), entry);
  }

  #recover({ pool, event, time }: ReplayState['recoveries'][number]): void {
    if (!this.#isOwn(pool) || this.#holderOf.get(pool) !== this.#party) return;
    this.#enterIn('recovered', { event, time, ...totalOf(pool) });
  }

  #flow(step: Flow): void {
    const { from, to, toHolding, arrived: amount, uom, into } = step;
    if (from.kind === 'content') this.#containment.setTotal(from, step.fromTotal.minus(step.amount));
    if (to?.kind === 'content') {
      if (into !== undefined) this.#containment.follow(into);
      this.#containment.setTotal(to, step.toTotal);
    }
    if (!this.#isOwn(from)) return;
    const entry = { ...step, amount, uom };
    this.#recount(from, entry);
    const holder = this.#holderOf.get(from);
    if (to === undefined) this.#out(holder, 'ended', entry);
    else if (to.kind === 'transit') this.#holderOf.set(to, holder);
    else if (to.kind === 'content' && into !== undefined) {
      const party = this.#holderOfContent(into, toHolding);
      this.#holderOf.set(to, party);
      this.#change(step, { amount, uom, holder }, { party, inTransit: false });
    } else if (toHolding !== undefined) {
      this.#holderOf.set(to, toHolding.party);
      this.#change(step, { amount, uom, holder }, toHolding);
    }
  }

  /** All that is in a unit comes into the hands that the unit comes into. */
  #move(step: Move): void {
    const { unit, pool, into, outOf, toHolding } = step;
    if (outOf !== undefined) {
      this.#containment.follow([unit, ...outOf]);
      this.#containment.takeOut(unit);
    }
    if (into !== undefined) this.#containment.putIn(unit, pool, into);
    const to =
      into === undefined ? toHolding : { party: this.#holderOfContent(into, toHolding), inTransit: false };
    if (into === undefined) this.#holderOfUnit.set(unit, to.party);
    const inside = this.#containment.inside(unit, false);
    const moved = pool === undefined ? inside : [...inside, { pool, amount: pool.total }];
    for (const { pool: each, amount } of moved) {
      if (!this.#isOwn(each)) continue;
      const holder = this.#holderOf.get(each);
      this.#holderOf.set(each, to.party);
      this.#change(step, { amount, uom: each.uom, holder }, to);
    }
  }

  /**
   * What is packed is in the hands of its outermost container. A step names the holding of the innermost one, which does
   * not say where the outer ones have gone since.
   */
  #holderOfContent(chain: readonly Key[], holding: Holding | undefined): Key | undefined {
    const [inner, ...outer] = chain;
    if (outer.length > 0) return this.#holderOfUnit.get(outer.at(-1)!);
    if (inner !== undefined) this.#holderOfUnit.set(inner, holding?.party);
    return holding?.party;
  }

  /** Out of one pair of hands when it left, into the other when it came: what is under way is nobody's stock. */
  #change(
    step: Flow | Move,
    { amount, uom, holder }: Change,
    to: { party: Key | undefined; inTransit: boolean },
  ): void {
    if (to.party === holder) return;
    const { event, time } = step.shipment ?? step;
    this.#out(holder, 'delivered', { event, time, amount, uom });
    if (to.party === this.#party && !to.inTransit)
      this.#enterIn('bought', { event: step.event, time: step.time, amount, uom });
  }

  #recount(from: Pool, { event, time, amount, uom }: Entry): void {
    if (from.kind === 'item' || baseOf(from.uom) === baseOf(uom)) return;
    if (this.#holderOf.get(from) !== this.#party) return;
    this.#bounded.add(baseOf(from.uom));
    this.#enterIn('otherUnit', { event, time, amount, uom });
  }

  #in({ party }: Holding, kind: PartyCameIn, entry: Entry): void {
    if (party === this.#party) this.#enterIn(kind, entry);
  }

  #out(holder: Key | undefined, kind: PartyWentOut, entry: Entry): void {
    if (holder !== this.#party) return;
    if (this.#count(entry, entry.amount.neg())) this.#ledger.wentOut(kind, plain(entry));
  }

  #enterIn(kind: PartyCameIn, entry: Entry): void {
    if (this.#count(entry, entry.amount)) this.#ledger.cameIn(kind, plain(entry));
  }

  /** Adds a change to the stocks; true where it is of the period. */
  #count({ time, uom }: Entry, signed: Decimal): boolean {
    const base = baseOf(uom);
    const change = toBase(signed, uom);
    this.#closing.set(base, (this.#closing.get(base) ?? ZERO).plus(change));
    if (time >= this.#from) return true;
    this.#opening.set(base, (this.#opening.get(base) ?? ZERO).plus(change));
    return false;
  }

  print(): PartyBalanceLine[] {
    for (const [uom, amount] of this.#opening)
      this.#ledger.cameIn('opening', { event: '', time: this.#from, amount, uom });
    const where = { party: this.#party, place: undefined, inTransit: false };
    const left = [...this.#closing]
      .filter(([, amount]) => amount.gt(ZERO))
      .map(
        ([base, amount]): LeftAmount => ({
          where,
          base,
          uom: base,
          amount,
          atMost: this.#bounded.has(base),
        }),
      );
    return this.#ledger.print(left).map((line) => ({ ...line, ...excessOf(line) }));
  }
}

const NONE: ReadonlySet<string> = new Set();

const plain = ({ event, time, amount, uom }: Entry): Entry => ({ event, time, amount, uom });

const totalOf = ({ total: amount, uom }: Pool) => ({ amount, uom });

/** More went out than the opening stock and all that the records brought in; what merely appeared is not brought in. */
function excessOf({ cameIn, wentOut }: BalanceLine<PartyCameIn, PartyWentOut>): { excess?: string } {
  const recorded = cameIn
    .filter(({ kind }) => kind !== 'unexplained')
    .flatMap(({ quantity }) => quantity ?? []);
  const gone = wentOut.flatMap(({ quantity }) => quantity ?? []);
  const excess = new Decimal(sumQuantities(gone)).minus(sumQuantities(recorded));
  return excess.gt(ZERO) ? { excess: excess.toFixed() } : {};
}
