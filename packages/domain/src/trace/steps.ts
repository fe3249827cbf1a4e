import type { Key } from './posting.ts';
import type { Decimal } from './units.ts';

/**
 * A pool is where an amount sits: a lot in somebody's hands at a place, a lot inside a container, a lot on its way,
 * one item, or the inside of a transformation. Amounts flow between pools and are mixed evenly in each.
 */
export interface Pool {
  readonly id: number;
  /** The lot or item; for a transformation its node. */
  readonly unit: Key;
  readonly kind: 'holding' | 'content' | 'transit' | 'item' | 'transformation';
  /** Unit of `total`. */
  readonly uom: string;
  total: Decimal;
  /** Content: the container that holds it. */
  readonly container?: Key;
  /** Some event put an unmeasured amount in: what is derived from the total is a bound. */
  unmeasured: boolean;
}

/** A unit in somebody's hands at a place: what answers call a node. */
export interface Holding {
  readonly id: number;
  readonly unit: Key;
  readonly party?: Key;
  readonly place?: Key;
  readonly inTransit: boolean;
}

export type LinkKind = 'packing' | 'transformation' | 'transfer' | 'association' | 'membership';

interface At {
  readonly event: string;
  readonly time: number;
}

/** An amount that moves from pool to pool. `from` absent: it begins here, or nobody knows whence. `to` absent: it ends. */
export interface Flow extends At {
  readonly step: 'flow';
  readonly kind: LinkKind | 'begin' | 'unexplained' | 'end';
  readonly from?: Pool;
  readonly to?: Pool;
  readonly fromHolding?: Holding;
  readonly toHolding?: Holding;
  /** Amount in the unit of `from` (of `to` where there is no `from`). */
  readonly amount: Decimal;
  /** Amount in the unit of `to`. */
  readonly arrived: Decimal;
  /** Total of `from` before, in its unit; for a transformation all that had gone in. */
  readonly fromTotal: Decimal;
  /** Total of `to` after, in its unit. */
  readonly toTotal: Decimal;
  /** Containers, inner to outer, whose content grows or shrinks. */
  readonly into?: readonly Key[];
  readonly outOf?: readonly Key[];
  /** Arrival from `transit`: the shipping event, for the link that pairs the two. */
  readonly shipment?: At;
  /** Amounts that could not be compared with the others of the transformation. */
  readonly bound: boolean;
  readonly inferred: boolean;
}

/** A unit that moves as a whole: an item or a container with all that is in it. */
export interface Move extends At {
  readonly step: 'move';
  readonly kind: LinkKind;
  readonly unit: Key;
  readonly pool?: Pool;
  readonly fromHolding: Holding;
  readonly toHolding: Holding;
  readonly into?: readonly Key[];
  readonly outOf?: readonly Key[];
  readonly shipment?: At;
  readonly inferred: boolean;
  /** All that a container held when it moved, by base unit. */
  readonly content?: ReadonlyMap<string, Decimal>;
}

/** A unit that ends: sold, destroyed, consumed. Its amount stays known, for a return revives it. */
export interface End extends At {
  readonly step: 'end';
  readonly unit: Key;
  readonly pool?: Pool;
  readonly holding: Holding;
  /** Containers that it ended inside of. */
  readonly outOf?: readonly Key[];
}

/**
 * `inject`: from here on all that is in the pool (`amount`) is the root of the walk. `collect`: this `amount` of the
 * pool is (part of) the root that a walk back starts from.
 */
export interface RootStep extends At {
  readonly step: 'inject' | 'collect';
  readonly pool: Pool;
  readonly amount: Decimal;
  readonly holding: Holding;
  /** Which filling of a root container this belongs to; 0 for other roots. */
  readonly fill: number;
  /** The containers around the pool, inner to outer. */
  readonly within: readonly Key[];
}

export type Step = Flow | Move | End | RootStep;

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
