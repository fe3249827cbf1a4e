import { type Amounts, amountsOf, minus, NOTHING, plus } from './amounts.ts';
import type { Key } from './posting.ts';
import type { At, Begin, Draw, End, Flow, Gap, Holding, Move, Pool, Pour, RootStep, Step } from './steps.ts';
import { baseOf, type Decimal, ONE, PIECES, ZERO } from './units.ts';

/** What one item amounts to. */
export interface Content {
  readonly quantity: Decimal;
  readonly uom: string;
  readonly whole: Amounts;
}

const ONE_PIECE: Content = { quantity: ONE, uom: PIECES, whole: amountsOf(ONE, PIECES) };

/** What a replay must be told beside the postings; all from registers. */
export interface ReplayFacts {
  /** Who runs a place: used only where a unit appears for the first time. */
  readonly operatorOf: (place: Key) => Key | undefined;
  /** Net content of one item, from its product; absent means one piece. */
  readonly contentOf: (item: Key) => Content | undefined;
  /** How long the goods of a unit that left at an instant may be on their way, both in microseconds; no bound: infinite. */
  readonly transitMax: (unit: Key, shipped: number) => number;
  /** The unit that the walk starts from. */
  readonly root: Key;
}

export interface Shipment {
  readonly event: string;
  readonly time: number;
  readonly party: Key | undefined;
  readonly place: Key | undefined;
  readonly origin: Holding;
  /** Of a lot: the documents of the delivery. */
  readonly documents: readonly string[];
}

/** An item or container: where it is, in whose hands, in what. */
export interface UnitState {
  readonly unit: Key;
  party: Key | undefined;
  place: Key | undefined;
  holding: Holding | undefined;
  container: Key | undefined;
  shipment: Shipment | undefined;
  pool: Pool | undefined;
  /** The event that packed it into its container. */
  packed: At | undefined;
  /** The event that brought it to where it is. */
  moved: At | undefined;
  /** Sold, destroyed or consumed, and not seen since. */
  ended: boolean;
  /** A serial of the root lot that is part of the root. */
  inRoot: boolean;
  /** The step that ended it, for a return to undo. */
  endStep: End | undefined;
}

export interface ContainerState {
  readonly lots: Map<Key, Pool>;
  readonly children: Set<Key>;
  /** All that is inside, also in inner containers. */
  sums: Amounts;
  fill: number;
}

export interface TransitPool {
  readonly pool: Pool;
  readonly shipment: Shipment;
  /** Something of it was received in a unit that does not convert, so nobody can say that more is under way. */
  answered: boolean;
}

/** Loose stock of a lot with one party at one place, in one dimension. */
export interface Stock {
  readonly pool: Pool;
  readonly holding: Holding;
  readonly party: Key | undefined;
  readonly place: Key | undefined;
  /** What arrived there and was not received in so many words. */
  arrived: Decimal;
  /** How much of what is there was accepted, in so many words or by handing some of it on; more than there is counts as all. */
  accepted: Decimal;
}

interface LotState {
  /** By party, place and base unit. */
  readonly holdings: Map<string, Stock>;
  transit: TransitPool[];
}

type NewFlow = Omit<Flow, Optional | 'step'> & Partial<Pick<Flow, Optional>>;
type Optional = 'to' | 'toHolding' | 'toTotal' | 'into' | 'outOf' | 'shipment' | 'fill' | 'inferred';

interface NewMove extends At, Pick<Move, 'kind' | 'fromHolding' | 'toHolding'> {
  readonly unit: UnitState;
  readonly into?: readonly Key[] | undefined;
  readonly outOf?: readonly Key[] | undefined;
  readonly shipment?: At | undefined;
  readonly inferred?: boolean;
}

const LOOSE: readonly Key[] = [];

/** An item that was used is here again, so that it cannot have been used up. */
export interface Recovery extends At {
  readonly pool: Pool;
  /** How many steps had been taken by then. */
  readonly step: number;
}

/** Everything that changes while events are replayed. */
export class ReplayState {
  readonly steps: Step[] = [];
  readonly gaps: Gap[] = [];
  /** Items that went into a transformation and were seen again. */
  readonly recoveries: Recovery[] = [];
  readonly pools: Pool[] = [];
  holdingsCount = 0;
  readonly #lastHolding = new Map<Key, Holding>();
  readonly units = new Map<Key, UnitState>();
  readonly containers = new Map<Key, ContainerState>();
  readonly lots = new Map<Key, LotState>();
  /** What went into each transformation so far, by base unit; replaced, never changed. */
  readonly pouredIn = new Map<Key, ReadonlyMap<string, Decimal>>();
  /** Lots that the root is a serial of. */
  readonly lotsOfRoot = new Set<Key>();
  readonly facts: ReplayFacts;
  /** The documents of the event that is being replayed. */
  documents: readonly string[] = [];

  constructor(facts: ReplayFacts) {
    this.facts = facts;
  }

  /** It left so long ago that what comes now is another delivery. */
  isOverdue(unit: Key, shipment: Shipment, { time }: At): boolean {
    return time - shipment.time > this.facts.transitMax(unit, shipment.time);
  }

  holding(unit: Key, party: Key | undefined, place: Key | undefined, inTransit = false): Holding {
    const previous = this.#lastHolding.get(unit);
    for (let one = previous; one !== undefined; one = one.previous) {
      if (one.party === party && one.place === place && one.inTransit === inTransit) return one;
    }
    const holding = { id: this.holdingsCount++, unit, party, place, inTransit, previous };
    this.#lastHolding.set(unit, holding);
    return holding;
  }

  pool(unit: Key, kind: Pool['kind'], uom: string, container?: Key): Pool {
    return this.#addPool({ unit, kind, uom, total: ZERO, whole: undefined, container });
  }

  /** The pool of an item, which holds all of it from the first. */
  itemPool(item: Key): Pool {
    const { quantity: total, uom, whole } = this.facts.contentOf(item) ?? ONE_PIECE;
    return this.#addPool({ unit: item, kind: 'item', uom, total, whole, container: undefined });
  }

  #addPool({ unit, kind, uom, total, whole, container }: Omit<Pool, 'id' | 'atMost'>): Pool {
    const pool = { id: this.pools.length, unit, kind, uom, total, whole, container, atMost: false };
    this.pools.push(pool);
    return pool;
  }

  unit(unit: Key): UnitState {
    let state = this.units.get(unit);
    if (state === undefined) {
      state = {
        unit,
        party: undefined,
        place: undefined,
        holding: undefined,
        container: undefined,
        shipment: undefined,
        pool: undefined,
        packed: undefined,
        moved: undefined,
        ended: false,
        inRoot: false,
        endStep: undefined,
      };
      this.units.set(unit, state);
    }
    return state;
  }

  container(unit: Key): ContainerState {
    let state = this.containers.get(unit);
    if (state === undefined) {
      state = { lots: new Map(), children: new Set(), sums: NOTHING, fill: 0 };
      this.containers.set(unit, state);
    }
    return state;
  }

  lot(unit: Key): LotState {
    let state = this.lots.get(unit);
    if (state === undefined) {
      state = { holdings: new Map(), transit: [] };
      this.lots.set(unit, state);
    }
    return state;
  }

  /** The loose stock of a lot with a party at a place, empty at first. */
  stock(lot: Key, party: Key | undefined, place: Key | undefined, uom: string): Stock {
    const { holdings } = this.lot(lot);
    const key = `${party ?? ''}|${place ?? ''}|${baseOf(uom)}`;
    let stock = holdings.get(key);
    if (stock === undefined) {
      stock = {
        pool: this.pool(lot, 'holding', uom),
        holding: this.holding(lot, party, place),
        party,
        place,
        arrived: ZERO,
        accepted: ZERO,
      };
      holdings.set(key, stock);
    }
    return stock;
  }

  /** The container and those around it, inner to outer; a cycle of containers ends the chain. */
  chain(container: Key | undefined): Key[] {
    const chain: Key[] = [];
    for (let at = container; at !== undefined && !chain.includes(at) && chain.length < CONTAINMENT_MAX; ) {
      chain.push(at);
      at = this.units.get(at)?.container;
    }
    return chain;
  }

  /** Adds to what the containers of a chain hold. */
  addToChain(chain: readonly Key[], amounts: Amounts): void {
    for (const key of chain) {
      const container = this.container(key);
      container.sums = plus(container.sums, amounts);
    }
  }

  takeFromChain(chain: readonly Key[], amounts: Amounts): void {
    for (const key of chain) {
      const container = this.container(key);
      container.sums = minus(container.sums, amounts);
    }
  }

  /** What a unit carries with it: its content, or an item's own measure. */
  carried(state: UnitState): Amounts {
    const sums = this.containers.get(state.unit)?.sums ?? NOTHING;
    return sums.length > 0 ? sums : (state.pool?.whole ?? NOTHING);
  }

  /** Which filling of a container this is; 0 for what is no container. */
  fillOf(unit: Key): number {
    return this.containers.get(unit)?.fill ?? 0;
  }

  move({ event, time, kind, unit, ...of }: NewMove): void {
    const { fromHolding, toHolding, into, outOf, shipment, inferred = false } = of;
    const { pool } = unit;
    const sums = this.containers.get(unit.unit)?.sums ?? NOTHING;
    const content = sums.length > 0 ? sums : undefined;
    // An empty container that moves is an item: it is no part of what it was filled with last.
    const isEmptied = content === undefined && toHolding.unit === unit.unit;
    const fill = isEmptied ? 0 : this.fillOf(toHolding.unit);
    const moved = { unit: unit.unit, pool, content, fromHolding, toHolding, into, outOf, fill };
    this.steps.push({ step: 'move', event, time, kind, ...moved, shipment, inferred });
  }

  begin({ event, time, pool, holding, amount, total, explained, inferred }: Omit<Begin, 'step'>): void {
    this.steps.push({ step: 'begin', event, time, pool, holding, amount, total, explained, inferred });
  }

  /** Records a flow after its pools have been changed by it. */
  flow({ event, time, kind, ...of }: NewFlow): void {
    const { from, to, fromHolding, toHolding, into, outOf, shipment } = of;
    const { amount, arrived, uom, fromTotal, toTotal = ZERO } = of;
    const { fill = 0, atMost, inferred = false } = of;
    this.steps.push({
      step: 'flow',
      event,
      time,
      kind,
      from,
      to,
      fromHolding,
      toHolding,
      amount,
      arrived,
      uom,
      fromTotal,
      toTotal,
      into,
      outOf,
      shipment,
      fill,
      atMost,
      inferred,
    });
  }

  pour(of: Omit<Pour, 'step'>): void {
    this.steps.push({ step: 'pour', ...of });
  }

  draw(of: Omit<Draw, 'step'>): void {
    this.steps.push({ step: 'draw', ...of });
  }

  root(
    step: RootStep['step'],
    at: At,
    of: { pool: Pool; amount: Decimal; holding: Holding; fill?: number; inferred?: boolean },
  ): void {
    const { pool, amount, holding, fill = 0, inferred = false } = of;
    const container = pool.container ?? this.units.get(pool.unit)?.container;
    const within = container === undefined ? LOOSE : this.chain(container);
    const { atMost } = pool;
    const { event, time } = at;
    this.steps.push({ step, event, time, pool, amount, holding, fill, within, inferred, atMost });
  }
}

/** Deepest nesting of containers that is followed: item in case in pallet in vehicle leaves room to spare. */
export const CONTAINMENT_MAX = 32;
