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
  Time,
} from './common.ts';
import { Level } from './identification.ts';

/** Most rows of holders that one answer lists; the sums count those that are left out. */
export const STOCK_HOLDERS_MAX = 500;
/** Most events that one term lists by name; `count` says how many there are. */
export const STOCK_EVENTS_MAX = 100;

export const StockQuery = closed({
  code: Code,
  at: Type.Optional(
    Type.String({ maxLength: 40, description: 'RFC 3339; only what happened until. Absent: now.' }),
  ),
  knownAt: KnownAtParameter,
});
export type StockQuery = Static<typeof StockQuery>;

/** An amount, or `quantityMax` where the records only bound it; neither where nobody measured it, or to the public. */
const amount = {
  quantity: Type.Optional(Decimal),
  quantityMax: Type.Optional(Decimal),
  uom: Type.Optional(Type.String({ description: 'UN/ECE Recommendation 20; `H87` counts pieces.' })),
};

/** What is left in one pair of hands at one place, in one dimension. */
export const StockHolder = Type.Object({
  holder: HolderView,
  place: PlaceView,
  inTransit: Type.Boolean(),
  ...amount,
});
export type StockHolder = Static<typeof StockHolder>;

/** What is left in one county, in one dimension. */
export const StockCounty = Type.Object({
  division: Type.String({ description: 'Division code of six digits (GB/T 2260).' }),
  name: Type.Optional(Type.String()),
  ...amount,
});
export type StockCounty = Static<typeof StockCounty>;

/** A term of a balance, of one of these kinds, with its events. */
export const termOf = <const K extends readonly string[]>(kinds: readonly [...K]) =>
  Type.Object({
    kind: Type.Union(kinds.map((kind) => Type.Literal(kind))) as unknown as ReturnType<
      typeof Type.Unsafe<K[number]>
    >,
    quantity: Type.Optional(Decimal),
    events: Type.Array(
      Type.Object({ eventID: Type.String(), time: Time, quantity: Type.Optional(Decimal) }),
      {
        maxItems: STOCK_EVENTS_MAX,
      },
    ),
    count: Type.Integer({ description: 'Events of this term, also those that are not listed.' }),
  });

/** How an amount came in: begun, made, drawn, packed, first seen, unexplained, seen again after its use, or measured in another unit before. */
export const StockCameIn = termOf([
  'commissioned',
  'produced',
  'drawn',
  'packed',
  'firstSeen',
  'unexplained',
  'recovered',
  'otherUnit',
]);
export type StockCameIn = Static<typeof StockCameIn>;

/** How an amount went: it ended, was used in a transformation, unpacked, or is counted on in another unit. */
export const StockWentOut = termOf([
  'sold',
  'consumed',
  'destroyed',
  'sampled',
  'ended',
  'used',
  'unpacked',
  'otherUnit',
]);
export type StockWentOut = Static<typeof StockWentOut>;

/** One dimension: what came in is what went out and what is left, to the last place. */
export const StockLine = Type.Object({
  uom: Type.Optional(Type.String({ description: 'Absent for what nobody measured.' })),
  cameIn: Type.Array(StockCameIn),
  wentOut: Type.Array(StockWentOut),
  left: Type.Optional(Decimal),
  leftMax: Type.Optional(Decimal),
});
export type StockLine = Static<typeof StockLine>;

/** Where the rest of a unit is at an instant, and the balance that explains what is not there. */
export const StockAnswer = Type.Object({
  uri: Type.String(),
  level: Level,
  product: Type.Optional(Type.String()),
  at: orNull(Time),
  asKnownAt: AsKnownAt,
  container: Type.Optional(Type.String({ description: 'What a single unit is packed in.' })),
  holders: Type.Array(StockHolder, { maxItems: STOCK_HOLDERS_MAX }),
  counties: Type.Array(StockCounty),
  balance: orNull(Type.Array(StockLine, { description: 'Null where volumes are a secret to the caller.' })),
  truncated: orNull(Type.Object({ limit: Type.String(), max: Type.Number(), at: Type.String() })),
});
export type StockAnswer = Static<typeof StockAnswer>;
