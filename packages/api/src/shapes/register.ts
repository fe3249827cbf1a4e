import Type, { type Static } from 'typebox';
import { closed, Decimal } from './common.ts';

/** Most rows of one kind in one load. */
export const REGISTER_ROWS_MAX = 10_000;

const Uri = Type.String({ minLength: 1, maxLength: 1024 });
const Name = Type.String({ minLength: 1, maxLength: 256 });
const Day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', description: 'YYYY-MM-DD.' });
const Division = Type.String({ pattern: '^[0-9]{6}$', description: 'Division code (GB/T 2260).' });
const Position = closed({
  lat: Type.Number({ minimum: -90, maximum: 90 }),
  lng: Type.Number({ minimum: -180, maximum: 180 }),
});
const valid = { validFrom: Day, validTo: Type.Optional(Day) };
const rows = <const T extends Parameters<typeof Type.Array>[0]>(shape: T) =>
  Type.Array(shape, { maxItems: REGISTER_ROWS_MAX });

/** A company, a natural person (by token) or an authority. */
export const Party = closed({
  uri: Uri,
  name: Name,
  kind: Type.Union([Type.Literal('company'), Type.Literal('person'), Type.Literal('authority')]),
  uscc: Type.Optional(Type.String({ minLength: 18, maxLength: 18, description: 'GB 32100.' })),
  role: Type.String({ maxLength: 64 }),
  division: Division,
  position: Type.Optional(Position),
  ...valid,
});
export type Party = Static<typeof Party>;

/** A place with its operator. */
export const Place = closed({
  uri: Uri,
  name: Name,
  operator: Uri,
  division: Division,
  position: Type.Optional(Position),
  ...valid,
});
export type Place = Static<typeof Place>;

/** A product (GTIN) with its class and net content. */
export const Product = closed({
  uri: Uri,
  name: Name,
  class: Type.String({ minLength: 1, maxLength: 64 }),
  uom: Type.String({ pattern: '^[A-Z0-9]{2,3}$', description: 'UN/ECE Recommendation 20.' }),
  netContent: Type.Optional(
    closed({
      quantity: Type.String({ pattern: '^[0-9]{1,18}(\\.[0-9]{1,18})?$' }),
      uom: Type.String({ pattern: '^[A-Z0-9]{2,3}$' }),
    }),
  ),
  ...valid,
});
export type Product = Static<typeof Product>;

/** A licence of a party with its scope. */
export const Licence = closed({
  party: Uri,
  type: Type.String({ minLength: 1, maxLength: 64 }),
  number: Type.String({ minLength: 1, maxLength: 128 }),
  scope: Type.String({ maxLength: 1024 }),
  ...valid,
});
export type Licence = Static<typeof Licence>;

/** A load of the registers; every row is a version that holds from its `validFrom`. */
export const RegisterRows = closed({
  parties: Type.Optional(rows(Party)),
  places: Type.Optional(rows(Place)),
  products: Type.Optional(rows(Product)),
  licences: Type.Optional(rows(Licence)),
});
export type RegisterRows = Static<typeof RegisterRows>;

/** How many rows of each kind were stored; an equal row that was there already is not counted. */
export const RegisterCounts = Type.Object({
  parties: Type.Integer(),
  places: Type.Integer(),
  products: Type.Integer(),
  licences: Type.Integer(),
});
export type RegisterCounts = Static<typeof RegisterCounts>;

/** A party as the caller may see it. */
export const PartyAnswer = Type.Object({
  uri: Type.String(),
  name: Type.String(),
  kind: Type.Union([Type.Literal('company'), Type.Literal('person'), Type.Literal('authority')]),
  masked: Type.Boolean(),
  role: Type.Optional(Type.String()),
  division: Type.Optional(Type.String()),
  validFrom: Type.Optional(Type.String()),
  validTo: Type.Optional(Type.String()),
  licences: Type.Array(
    Type.Object({
      type: Type.String(),
      number: Type.String(),
      scope: Type.String(),
      validFrom: Type.String(),
      validTo: Type.Optional(Type.String()),
    }),
  ),
});
export type PartyAnswer = Static<typeof PartyAnswer>;

/** A place as the caller may see it. */
export const PlaceAnswer = Type.Object({
  uri: Type.String(),
  name: Type.String(),
  masked: Type.Boolean(),
  operator: Type.Optional(Type.String()),
  division: Type.Optional(Type.String()),
  validFrom: Type.Optional(Type.String()),
  validTo: Type.Optional(Type.String()),
});
export type PlaceAnswer = Static<typeof PlaceAnswer>;

/** A product; product masters are public. */
export const ProductAnswer = Type.Object({
  uri: Type.String(),
  name: Type.String(),
  class: Type.String(),
  uom: Type.String(),
  netContent: Type.Optional(Type.Object({ quantity: Decimal, uom: Type.String() })),
  validFrom: Type.String(),
  validTo: Type.Optional(Type.String()),
});
export type ProductAnswer = Static<typeof ProductAnswer>;
