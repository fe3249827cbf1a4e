/**
 * A posting says what one event did to one unit. The inverted index of postings is also the trace graph: an
 * event of n units gives about n postings, never n² edges (design: 0.1 M rows where pairwise edges need 12 M).
 *
 * `role` is a small integer: what the unit was in the event (its position), what happened to it (the act), and
 * whether it is counted by quantity (class level).
 */
export const Position = {
  /** The unit by itself: ObjectEvent, TransactionEvent. */
  unit: 1,
  /** A container; `peer` or `peers` are its children. */
  parent: 2,
  /** A child; `peer` is the container. */
  child: 3,
  /** An input; `peer` is the transformation node. */
  input: 4,
  /** An output; `peer` is the transformation node. */
  output: 5,
  /** The transformation node; `peer` or `peers` are inputs. */
  nodeInput: 6,
  /** The transformation node; `peer` or `peers` are outputs. */
  nodeOutput: 7,
  /** A lot; `peers` are serials known to belong to it. */
  lotOfMembers: 8,
  /** A serial; `peer` is its lot. */
  memberOfLot: 9,
  /** AssociationEvent: the asset or place that has parts; `peer` or `peers` are the parts. */
  whole: 10,
  /** AssociationEvent: a part; `peer` is the whole. */
  part: 11,
} as const;
export type Position = (typeof Position)[keyof typeof Position];

export const Act = {
  observe: 0,
  /** Begins: commissioned, harvested, packed in, attached. */
  add: 1,
  /** Ends: sold to a final consumer, destroyed, consumed, unpacked, detached. */
  delete: 2,
  /** Leaves `place`/`party` are where it is going; a lot has a `depart` posting beside it. */
  ship: 3,
  /** Comes to `place` into the hands of `party`. */
  receive: 4,
  /** Comes to `place` in the hands it was sent to; with `party` it is accepted there, and may have come before. */
  arrive: 5,
  /** Class level only, beside `ship`: `place` and `party` are where the quantity leaves. */
  depart: 6,
  /** A statement about units that may lie elsewhere (recall order, assessment): moves nothing. */
  state: 7,
} as const;
export type Act = (typeof Act)[keyof typeof Act];

const CLASS_LEVEL = 128;

export const roleOf = (position: Position, act: Act, classLevel: boolean): number =>
  position * 8 + act + (classLevel ? CLASS_LEVEL : 0);
export const positionOf = (role: number): Position => ((role & 127) >> 3) as Position;
export const actOf = (role: number): Act => (role & 7) as Act;
/** True where the posting counts a quantity of a lot or class: the unit's own, or for parent and node rows the peer's. */
export const isClassLevel = (role: number): boolean => (role & CLASS_LEVEL) !== 0;

/** Most peers in one posting; an event with more gives several postings (design §5.2). */
export const PEERS_MAX = 1000;

/** Key of an identity: the 128-bit key of `identifiers` as a lower-case uuid. */
export type Key = string;

export interface Posting {
  readonly unit: Key;
  /** Microseconds since 1970, UTC. */
  readonly eventTime: number;
  /** The store's number of the event, as decimal text. */
  readonly event: string;
  readonly role: number;
  /**
   * The other unit (see `Position`). For `ship` of an item or container the place that it leaves, for `receive` the place
   * that a voided shipment was to leave.
   */
  readonly peer?: Key;
  readonly peers?: readonly Key[];
  /** Exact decimal; absent when not measured. */
  readonly quantity?: string;
  /** UN/ECE code; absent for a count of pieces. */
  readonly uom?: string;
  /** Where the unit is after the event (for `ship`: where it is going; for `depart`: where it leaves). */
  readonly place?: Key;
  /** In whose hands it is after the event; absent leaves it as it was. For removals: whose holding it is taken from. */
  readonly party?: Key;
}
