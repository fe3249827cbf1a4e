import type { Key } from './posting.ts';
import type { Draw, End, Flow, Gap, Holding, Move, Pool, Pour, Step } from './steps.ts';
import { baseOf, type Decimal, ONE, PIECES, toBase, ZERO } from './units.ts';

/** What a replay must be told beside the postings; all from registers. */
export interface ReplayFacts {
  /** Who runs a place: used only where a unit appears for the first time. */
  readonly operatorOf: (place: Key) => Key | undefined;
  /** Net content of one item, from its product; absent means one piece. */
  readonly contentOf: (item: Key) => { readonly quantity: Decimal; readonly uom: string } | undefined;
  /** The unit that the walk starts from. */
  readonly root: Key;
}

export interface Shipment {
  readonly event: string;
  readonly time: number;
  readonly party: Key | undefined;
  readonly place: Key | undefined;
  readonly origin: Holding;
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
  /** The step that ended it, for a return to undo. */
  endStep: End | undefined;
}

export interface ContainerState {
  readonly lots: Map<Key, Pool>;
  readonly children: Set<Key>;
  /** All that is inside, also in inner containers, by base unit. */
  readonly sums: Map<string, Decimal>;
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
}

interface LotState {
  /** By party, place and base unit. */
  readonly holdings: Map<string, Stock>;
  transit: TransitPool[];
}

export interface At {
  readonly event: string;
  readonly time: number;
}

/** Everything that changes while events are replayed. */
export class ReplayState {
  readonly steps: Step[] = [];
  readonly gaps: Gap[] = [];
  readonly pools: Pool[] = [];
  readonly holdings = new Map<string, Holding>();
  readonly units = new Map<Key, UnitState>();
  readonly containers = new Map<Key, ContainerState>();
  readonly lots = new Map<Key, LotState>();
  /** What went into each transformation so far, by base unit; replaced, never changed. */
  readonly pouredIn = new Map<Key, ReadonlyMap<string, Decimal>>();
  /** Serials of the root lot that are part of the root. */
  readonly membersOfRoot = new Set<Key>();
  /** Lots that the root is a serial of. */
  readonly lotsOfRoot = new Set<Key>();
  readonly facts: ReplayFacts;

  constructor(facts: ReplayFacts) {
    this.facts = facts;
  }

  holding(unit: Key, party: Key | undefined, place: Key | undefined, inTransit = false): Holding {
    const key = `${unit}|${party ?? ''}|${place ?? ''}|${inTransit ? 1 : 0}`;
    let holding = this.holdings.get(key);
    if (holding === undefined) {
      holding = {
        id: this.holdings.size,
        unit,
        inTransit,
        ...(party === undefined ? {} : { party }),
        ...(place === undefined ? {} : { place }),
      };
      this.holdings.set(key, holding);
    }
    return holding;
  }

  pool(unit: Key, kind: Pool['kind'], uom: string, container?: Key): Pool {
    const pool: Pool = {
      id: this.pools.length,
      unit,
      kind,
      uom,
      total: ZERO,
      atMost: false,
      ...(container === undefined ? {} : { container }),
    };
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
        endStep: undefined,
      };
      this.units.set(unit, state);
    }
    return state;
  }

  container(unit: Key): ContainerState {
    let state = this.containers.get(unit);
    if (state === undefined) {
      state = { lots: new Map(), children: new Set(), sums: new Map(), fill: 0 };
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
      };
      holdings.set(key, stock);
    }
    return stock;
  }

  /** What one item amounts to. */
  measure(item: Key): { quantity: Decimal; uom: string } {
    return this.facts.contentOf(item) ?? { quantity: ONE, uom: PIECES };
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

  /** Adds to (or takes from) what the containers of a chain hold. */
  addToChain(chain: readonly Key[], base: string, amount: Decimal): void {
    for (const key of chain) {
      const { sums } = this.container(key);
      const sum = (sums.get(base) ?? ZERO).plus(amount);
      if (sum.isZero()) sums.delete(base);
      else sums.set(base, sum);
    }
  }

  /** What a unit carries with it, by base unit: its content, or an item's own measure. */
  carried(state: UnitState): ReadonlyMap<string, Decimal> {
    const container = this.containers.get(state.unit);
    if (container !== undefined && (container.sums.size > 0 || state.pool === undefined))
      return container.sums;
    if (state.pool === undefined) return new Map();
    return new Map([[baseOf(state.pool.uom), toBase(state.pool.total, state.pool.uom)]]);
  }

  move(step: Omit<Move, 'step'>): void {
    this.steps.push({ step: 'move', ...step });
  }

  /** Records a flow after its pools have been changed by it. */
  flow(step: Omit<Flow, 'step'>): void {
    this.steps.push({ step: 'flow', ...step });
  }

  pour(step: Omit<Pour, 'step'>): void {
    this.steps.push({ step: 'pour', ...step });
  }

  draw(step: Omit<Draw, 'step'>): void {
    this.steps.push({ step: 'draw', ...step });
  }

  root(
    step: 'inject' | 'collect',
    at: At,
    of: { pool: Pool; amount: Decimal; holding: Holding; fill?: number; inferred?: boolean },
  ): void {
    const { pool, amount, holding, fill = 0, inferred = false } = of;
    const within = this.chain(pool.container ?? this.units.get(pool.unit)?.container);
    const { atMost } = pool;
    this.steps.push({ step, ...at, pool, amount, holding, fill, within, inferred, atMost });
  }
}

/** Deepest nesting of containers that is followed: item in case in pallet in vehicle leaves room to spare. */
export const CONTAINMENT_MAX = 32;
