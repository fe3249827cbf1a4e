import Type, { type Static } from 'typebox';
import { AsKnownAt, Code, closed, Decimal, HolderView, orNull, PlaceView, page, Time } from './common.ts';

/** Most legs, and most holders, of one unit that an answer lists; the counts say how many there are. */
export const LEGS_LISTED_MAX = 1000;
export const LegKindShape = Type.Union([
  Type.Literal('matched'),
  Type.Literal('ended'),
  Type.Literal('shipment-without-receipt'),
  Type.Literal('unknown-holder'),
  Type.Literal('receipt-without-shipment'),
  Type.Literal('unexplained-removal'),
]);

export const CompletenessQuery = closed({ code: Code });
export type CompletenessQuery = Static<typeof CompletenessQuery>;

/** One end of a leg. */
const Hands = Type.Object({ holder: HolderView, place: PlaceView });

/** One hop of a unit between two pairs of hands, and whether the records explain it. */
export const LegView = Type.Object({
  uri: Type.String({ description: 'What moved: the unit, or its container.' }),
  product: Type.Optional(Type.String()),
  own: Type.Boolean({ description: 'False: the unit moved inside a container, and the amount is its own.' }),
  kind: LegKindShape,
  open: Type.Boolean({ description: 'True: nothing explains it.' }),
  from: Hands,
  to: Hands,
  shipped: Type.Optional(Type.Object({ eventID: Type.String(), time: Time })),
  received: Type.Optional(Type.Object({ eventID: Type.String(), time: Time })),
  quantity: Type.Optional(Decimal),
  uom: Type.Optional(Type.String()),
});
export type LegView = Static<typeof LegView>;

/** Legs of one kind in one unit, added up. */
export const TermView = Type.Object({
  kind: LegKindShape,
  explained: Type.Boolean(),
  quantity: Decimal,
  uom: Type.Optional(Type.String({ description: 'Absent: nobody measured these.' })),
  legs: Type.Integer(),
});

/** A share with its working: explained ÷ total, and the terms that make them up. */
export const FractionView = Type.Object({
  explained: Decimal,
  total: Decimal,
  uom: Type.Optional(Type.String()),
  counted: Type.Union([Type.Literal('amount'), Type.Literal('legs')]),
  share: Type.Optional(Decimal),
  terms: Type.Array(TermView),
});
export type FractionView = Static<typeof FractionView>;

/** Who holds something of the unit, and when its records last spoke of it. */
export const HeldView = Type.Object({
  holder: HolderView,
  place: PlaceView,
  quantity: Type.Optional(Decimal),
  uom: Type.Optional(Type.String()),
  lastTime: Time,
  silentDays: Type.Integer({ description: 'Whole days since then.' }),
  daysAllowed: Type.Integer({ description: 'The days that the ledger allows.' }),
  silent: Type.Boolean(),
});
export type HeldView = Static<typeof HeldView>;

/** How well the records of a unit explain where it came from and where it went, as the caller may know it. */
export const CompletenessAnswer = Type.Object({
  uri: Type.String(),
  asKnownAt: AsKnownAt,
  score: Type.Object({ on: FractionView, back: FractionView, both: FractionView }),
  legs: Type.Array(LegView, { maxItems: LEGS_LISTED_MAX, description: 'Open ones first, then by time.' }),
  legsCount: Type.Integer(),
  holders: Type.Array(HeldView, { maxItems: LEGS_LISTED_MAX, description: 'Silent ones first.' }),
  holdersCount: Type.Integer(),
  truncated: orNull(Type.Object({ limit: Type.String(), max: Type.Number(), at: Type.String() })),
});
export type CompletenessAnswer = Static<typeof CompletenessAnswer>;

export const OpenLegsQuery = closed({ party: Type.Optional(Code), ...page });
export type OpenLegsQuery = Static<typeof OpenLegsQuery>;

/** What a party has sent or received and nobody explains, the oldest first. */
export const OpenLegsAnswer = Type.Object({
  party: Type.String(),
  asKnownAt: AsKnownAt,
  legs: Type.Array(LegView),
  nextPageToken: Type.Optional(
    Type.String({ description: 'There may be more, also after a page of few or none.' }),
  ),
});
export type OpenLegsAnswer = Static<typeof OpenLegsAnswer>;
