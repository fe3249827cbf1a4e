import Type, { type Static } from 'typebox';
import {
  AsKnownAt,
  Code,
  closed,
  HolderView,
  KnownAtParameter,
  orNull,
  PlaceView,
  page,
  quantityOf,
  Time,
} from './common.ts';
import { IssuerView, Level } from './identification.ts';
import { CodeState, VoidReason } from './issuing.ts';

/** What is true of a code at this moment; never a blank, never "genuine" from a registry match alone. */
export const UnitState = Type.Union([
  Type.Literal('unknown'),
  Type.Literal('elsewhere'),
  Type.Literal('not_issued'),
  Type.Literal('not_activated'),
  Type.Literal('code_void'),
  Type.Literal('active'),
  Type.Literal('sold'),
  Type.Literal('used'),
  Type.Literal('destroyed'),
  Type.Literal('recalled'),
  Type.Literal('expired'),
  Type.Literal('held'),
  Type.Literal('voided'),
]);
export type UnitState = Static<typeof UnitState>;

/** One event of a unit as the caller may see it. */
export const EventView = Type.Object({
  eventID: Type.String(),
  eventTime: Time,
  eventTimeZoneOffset: Type.String(),
  recordTime: Time,
  type: Type.String(),
  action: Type.Optional(Type.String()),
  bizStep: Type.Optional(Type.String()),
  process: Type.Optional(Type.String({ description: 'yunsu:process, where CBV has no word.' })),
  disposition: Type.Optional(Type.String()),
  place: orNull(PlaceView),
  actor: orNull(HolderView),
  voided: Type.Boolean({ description: 'True where an error declaration took it back.' }),
  quantities: Type.Optional(Type.Array(Type.Object({ uri: Type.String(), ...quantityOf }))),
  documents: Type.Optional(
    Type.Array(Type.Object({ type: Type.String(), id: Type.String() }), {
      description:
        'Business transactions (CBV 2.0 §7.3); the public reads test results and certificates only.',
    }),
  ),
  event: Type.Optional(
    Type.Record(Type.String(), Type.Unknown(), {
      description: 'The event itself, for callers with the right to it.',
    }),
  ),
});
export type EventView = Static<typeof EventView>;

/** How much of a unit is in whose hands and where. */
export const Holding = Type.Object({
  holder: HolderView,
  place: PlaceView,
  quantity: Type.Optional(
    Type.String({ description: 'Exact decimal; left out where volumes are a secret to the caller.' }),
  ),
  uom: Type.Optional(Type.String()),
  inTransit: Type.Boolean(),
});
export type Holding = Static<typeof Holding>;

/** What a unit is, in what state, in whose hands. */
export const UnitAnswer = Type.Object({
  uri: Type.String(),
  level: Level,
  state: UnitState,
  product: orNull(Type.Object({ uri: Type.String(), name: Type.String(), class: Type.String() })),
  ledger: orNull(Type.String()),
  holdings: Type.Array(Holding),
  lastEvent: orNull(EventView),
  /** The code itself, where this platform gave it out or holds its range. */
  code: orNull(
    Type.Object({
      state: Type.Union([Type.Literal('unreserved'), ...CodeState.anyOf]),
      since: orNull(Time),
      reason: Type.Optional(VoidReason),
      issuedTo: HolderView,
    }),
  ),
  /** Where to ask about a code that this platform does not answer for. */
  askElsewhere: orNull(IssuerView),
});
export type UnitAnswer = Static<typeof UnitAnswer>;

export const HistoryQuery = closed({ code: Code, knownAt: KnownAtParameter, ...page });
export type HistoryQuery = Static<typeof HistoryQuery>;

/** The events of a unit in the order in which they happened. */
export const HistoryAnswer = Type.Object({
  uri: Type.String(),
  asKnownAt: AsKnownAt,
  events: Type.Array(EventView),
  nextPageToken: Type.Optional(Type.String()),
});
export type HistoryAnswer = Static<typeof HistoryAnswer>;
