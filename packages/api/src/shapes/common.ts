import Type, { type Static, type TProperties, type TSchema } from 'typebox';

/** An object that may hold nothing but what is named: what a caller adds by itself is refused, never stored. */
export const closed = <const P extends TProperties>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });

/** A value or null: absent facts are said, not left out. */
export const orNull = <const T extends TSchema>(shape: T) => Type.Union([shape, Type.Null()]);

/** One text for people in both languages. */
export const WordsShape = Type.Object({ en: Type.String(), zh: Type.String() });

/** An exact decimal as text ("58.65"): JSON numbers lose digits on the way. */
export const Decimal = Type.String({ description: 'An exact decimal number as text.' });

/** A point in time as RFC 3339 text in UTC, or as the event wrote it. */
export const Time = Type.String({ description: 'RFC 3339 date and time.' });

/** Longest code that is read, in characters; the longest GS1 element string in use has 90. */
export const CODE_LENGTH_MAX = 2048;

/** A code as printed, scanned or typed. */
export const Code = Type.String({
  minLength: 1,
  maxLength: CODE_LENGTH_MAX,
  description: 'Any code: digits, element string, Digital Link, EPC URN.',
});

/** Largest page of any list. */
export const PER_PAGE_MAX = 1000;
/** Page size where the caller names none (EPCIS 2.0 REST binding, parameter perPage). */
export const PER_PAGE_DEFAULT = 30;

/** The two parameters of every list (EPCIS 2.0 REST binding, pagination). */
export const page = {
  perPage: Type.Optional(Type.Integer({ minimum: 1, maximum: PER_PAGE_MAX, default: PER_PAGE_DEFAULT })),
  nextPageToken: Type.Optional(Type.String({ minLength: 1, maxLength: 512 })),
};

/** Reads as of what was known at an instant: by then numbered, and voided only by what was numbered by then. */
export const KnownAtParameter = Type.Optional(
  Type.String({
    maxLength: 40,
    description: 'RFC 3339; only what was recorded by then. Absent: all that is.',
  }),
);

/** What an answer rests on: the last number that was given by then, and its time. */
export const AsKnownAt = Type.Object({ number: Type.String(), time: Time });

/** Who holds or acts, as far as the caller may know. */
export const HolderView = Type.Object({
  name: Type.String(),
  kind: Type.Union([
    Type.Literal('company'),
    Type.Literal('person'),
    Type.Literal('authority'),
    Type.Literal('unknown'),
  ]),
  masked: Type.Boolean(),
  uri: Type.Optional(Type.String()),
  role: Type.Optional(Type.String()),
});
export type HolderView = Static<typeof HolderView>;

/** Where, as far as the caller may know. */
export const PlaceView = Type.Object({
  name: Type.String(),
  division: Type.Optional(Type.String({ description: 'Division code of six digits (GB/T 2260).' })),
  prefecture: Type.Optional(Type.String({ description: 'Chinese name of the prefecture.' })),
  masked: Type.Boolean(),
  uri: Type.Optional(Type.String()),
});
export type PlaceView = Static<typeof PlaceView>;

/** A quantity with its UN/ECE Recommendation 20 unit; `H87` counts pieces. */
export const quantityOf = { quantity: Decimal, uom: Type.String() };
