import Type, { type Static } from 'typebox';
import {
  AsKnownAt,
  Code,
  closed,
  Decimal,
  HolderView,
  KnownAtParameter,
  orNull,
  PlaceView,
  quantityOf,
  Time,
} from './common.ts';
import { Level } from './identification.ts';

/** Most levels that one walk descends. */
export const DEPTH_MAX = 64;

export const TraceQuery = closed({
  code: Code,
  direction: Type.Optional(
    Type.Union([Type.Literal('back'), Type.Literal('forward'), Type.Literal('both')], { default: 'both' }),
  ),
  from: Type.Optional(Type.String({ maxLength: 40, description: 'RFC 3339; only what happened since.' })),
  to: Type.Optional(Type.String({ maxLength: 40, description: 'RFC 3339; only what happened until.' })),
  depthMax: Type.Optional(Type.Integer({ minimum: 1, maximum: DEPTH_MAX })),
  knownAt: KnownAtParameter,
});
export type TraceQuery = Static<typeof TraceQuery>;

/** Where a path ends, and with how much. */
export const TraceEnd = Type.Object({
  kind: Type.Union([
    Type.Literal('sold'),
    Type.Literal('consumed'),
    Type.Literal('destroyed'),
    Type.Literal('sampled'),
    Type.Literal('ended'),
  ]),
  ...quantityOf,
  eventID: Type.String(),
  time: Time,
});
export type TraceEnd = Static<typeof TraceEnd>;

/** What the ledger lets be said of how a unit began, e.g. the age of the trees. */
export const PublishedFactView = Type.Object({
  name: Type.String(),
  zh: Type.String(),
  en: Type.String(),
  value: Type.String(),
});
export type PublishedFactView = Static<typeof PublishedFactView>;

/** One unit in one pair of hands at one place. */
export const TraceNode = Type.Object({
  id: Type.String(),
  uri: Type.String(),
  level: Level,
  holder: HolderView,
  place: PlaceView,
  quantity: Type.Optional(Decimal),
  uom: Type.Optional(Type.String()),
  share: Type.Optional(Decimal),
  quantityMax: Type.Optional(Decimal),
  shareMax: Type.Optional(Decimal),
  inferred: Type.Boolean(),
  time: Time,
  depth: Type.Integer(),
  inTransit: Type.Boolean(),
  direction: Type.Optional(Type.Union([Type.Literal('back'), Type.Literal('forward')])),
  product: Type.Optional(Type.String()),
  facts: Type.Optional(Type.Array(PublishedFactView)),
  ends: Type.Optional(Type.Array(TraceEnd)),
});
export type TraceNode = Static<typeof TraceNode>;

/** How goods came from one node to another. */
export const TraceLink = Type.Object({
  from: Type.String(),
  to: Type.String(),
  kind: Type.Union([
    Type.Literal('packing'),
    Type.Literal('transformation'),
    Type.Literal('transfer'),
    Type.Literal('association'),
    Type.Literal('membership'),
  ]),
  eventID: Type.String(),
  time: Time,
  quantity: Type.Optional(Decimal),
  uom: Type.Optional(Type.String()),
  share: Type.Optional(Decimal),
  quantityMax: Type.Optional(Decimal),
  shareMax: Type.Optional(Decimal),
});
export type TraceLink = Static<typeof TraceLink>;

/** What the record does not explain. */
export const TraceGap = Type.Object({
  kind: Type.Union([
    Type.Literal('shipment-without-receipt'),
    Type.Literal('receipt-without-shipment'),
    Type.Literal('unexplained-removal'),
    Type.Literal('unknown-holder'),
  ]),
  node: Type.Optional(Type.String()),
  uri: Type.String(),
  quantity: Type.Optional(Decimal),
  uom: Type.Optional(Type.String()),
  eventID: Type.String(),
  time: Time,
});
export type TraceGap = Static<typeof TraceGap>;

/** Where goods came from and went, with quantities and shares. */
export const TraceAnswer = Type.Object({
  root: Type.String({ description: 'Id of the node that was asked for.' }),
  asKnownAt: AsKnownAt,
  nodes: Type.Array(TraceNode),
  links: Type.Array(TraceLink),
  gaps: Type.Array(TraceGap),
  truncated: orNull(Type.Object({ limit: Type.String(), max: Type.Number(), at: Type.String() })),
});
export type TraceAnswer = Static<typeof TraceAnswer>;
