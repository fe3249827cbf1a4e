import type { Amounts } from './amounts.ts';
import type { Key } from './posting.ts';
import type { Decimal } from './units.ts';

/**
 * A pool is where an amount sits: a lot in somebody's hands at a place, a lot inside a container, a lot on its way, or
 * one item. Amounts flow between pools and are mixed evenly in each.
 */
export interface Pool {
  readonly id: number;
  /** The lot or item. */
  readonly unit: Key;
  readonly kind: 'holding' | 'content' | 'transit' | 'item';
  /** Unit of `total`. */
  readonly uom: string;
  total: Decimal;
  /** Of an item: all of it, shared by all items of its class. */
  readonly whole: Amounts | undefined;
  /** Content: the container that holds it. */
  readonly container: Key | undefined;
  /** Somebody took an amount out in a unit that does not convert: what is left is at most `total`. */
  atMost: boolean;
}

/** A unit in somebody's hands at a place: what answers call a node. */
export interface Holding {
  readonly id: number;
  readonly unit: Key;
  readonly party: Key | undefined;
  readonly place: Key | undefined;
  readonly inTransit: boolean;
  /** Another holding of the same unit. */
  readonly previous: Holding | undefined;
}

export type LinkKind = 'packing' | 'transformation' | 'transfer' | 'association' | 'membership';

export interface At {
  readonly event: string;
  readonly time: number;
}

/** An amount that begins in a pool: made, harvested, commissioned; or there, and nobody recorded whence. */
export interface Begin extends At {
  readonly step: 'begin';
  readonly pool: Pool;
  readonly holding: Holding;
  /** In the unit of the pool, and its total after. */
  readonly amount: Decimal;
  readonly total: Decimal;
  readonly explained: boolean;
  readonly inferred: boolean;
}

/** An amount that moves from pool to pool. `to` absent: it ends. */
export interface Flow extends At {
  readonly step: 'flow';
  readonly kind: LinkKind | 'end';
  readonly from: Pool;
  readonly to: Pool | undefined;
  readonly fromHolding: Holding;
  readonly toHolding: Holding | undefined;
  /** Amount in the unit of `from`; zero where that unit does not convert. */
  readonly amount: Decimal;
  /** Amount in the unit of `to` (of the event where it ends). */
  readonly arrived: Decimal;
  /** Unit of `arrived`. */
  readonly uom: string;
  /** Total of `from` before, in its unit. */
  readonly fromTotal: Decimal;
  /** Total of `to` after, in its unit. */
  readonly toTotal: Decimal;
  /** Containers, inner to outer, whose content grows or shrinks. */
  readonly into: readonly Key[] | undefined;
  readonly outOf: readonly Key[] | undefined;
  /** Arrival from `transit`: the shipping event, for the link that pairs the two. */
  readonly shipment: At | undefined;
  /** Into a container: which of its fillings; 0 elsewhere. */
  readonly fill: number;
  /** Nobody knows how much it was: `arrived` is the most that it can be. */
  readonly atMost: boolean;
  readonly inferred: boolean;
}

/** An amount that goes into a transformation. */
export interface Pour extends At {
  readonly step: 'pour';
  readonly node: Key;
  readonly from: Pool;
  readonly fromHolding: Holding;
  /** Amount in the unit of `from`. */
  readonly amount: Decimal;
  readonly fromTotal: Decimal;
  /** The same in the base unit `base`. */
  readonly arrived: Decimal;
  readonly base: string;
  readonly outOf: readonly Key[] | undefined;
  readonly atMost: boolean;
}

/** An amount that comes out of a transformation. */
export interface Draw extends At {
  readonly step: 'draw';
  readonly node: Key;
  readonly to: Pool;
  readonly toHolding: Holding;
  /** Amount in the unit of `to`. */
  readonly arrived: Decimal;
  readonly toTotal: Decimal;
  /** All that had gone in by then, by base unit. */
  readonly totals: ReadonlyMap<string, Decimal>;
}

/** A unit that moves as a whole: an item or a container with all that is in it. */
export interface Move extends At {
  readonly step: 'move';
  readonly kind: LinkKind;
  readonly unit: Key;
  readonly pool: Pool | undefined;
  readonly fromHolding: Holding;
  readonly toHolding: Holding;
  readonly into: readonly Key[] | undefined;
  readonly outOf: readonly Key[] | undefined;
  readonly shipment: At | undefined;
  readonly inferred: boolean;
  /** All that a container held when it moved, by base unit. */
  readonly content: Amounts | undefined;
  /** Which filling of the container of `toHolding` this belongs to; 0 for what is no container. */
  readonly fill: number;
}

/** An item that ends: sold, destroyed, consumed. Its amount stays known, for a return revives it. */
export interface End extends At {
  readonly step: 'end';
  readonly pool: Pool;
  readonly holding: Holding;
  /** Containers that it ended inside of. */
  readonly outOf: readonly Key[];
  /** The item came back later. */
  undone: boolean;
}

/**
 * `inject`: from here on all that is in the pool (`amount`) is the root of the walk. `collect`: this `amount` of the
 * pool is (part of) the root that a walk back starts from. `join`: both.
 */
export interface RootStep extends At {
  readonly step: 'inject' | 'collect' | 'join';
  readonly pool: Pool;
  readonly amount: Decimal;
  readonly holding: Holding;
  /** Which filling of a root container this belongs to; 0 for other roots. */
  readonly fill: number;
  /** The containers around the pool, inner to outer. */
  readonly within: readonly Key[];
  /** Nobody recorded how it came there. */
  readonly inferred: boolean;
  readonly atMost: boolean;
}

export type Step = Begin | Flow | Pour | Draw | Move | End | RootStep;

/** What the records do not explain. */
export interface Gap extends At {
  readonly kind:
    | 'shipment-without-receipt'
    | 'receipt-without-shipment'
    | 'unexplained-removal'
    | 'unknown-holder';
  readonly unit: Key;
  readonly holding?: Holding;
  readonly amount?: Decimal;
  readonly uom?: string;
}
