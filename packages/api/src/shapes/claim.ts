import Type, { type Static } from 'typebox';
import { Code, closed, Decimal, HolderView, orNull, PlaceView, Time, WordsShape } from './common.ts';
import { PublishedFactView } from './trace.ts';

/** Most units that one origin lists by name; `count` says how many there are. */
export const CLAIM_UNITS_MAX = 100;

export const ClaimsQuery = closed({ code: Code });
export type ClaimsQuery = Static<typeof ClaimsQuery>;

/** A share from 0 to 1 that the records prove, or `shareMax` where they only bound it; neither where nothing was measured. */
const shareOf = { share: Type.Optional(Decimal), shareMax: Type.Optional(Decimal) };

/** A place where part of the unit began, or, with `began` false, where its record begins. */
export const OriginView = Type.Object({
  ...shareOf,
  began: Type.Boolean(),
  place: PlaceView,
  holder: HolderView,
  product: Type.Optional(Type.String()),
  facts: Type.Optional(Type.Array(PublishedFactView)),
  units: Type.Array(Type.String({ description: 'Canonical URIs.' }), { maxItems: CLAIM_UNITS_MAX }),
  count: Type.Integer({ description: 'Units of this origin, also those that are not listed.' }),
  words: WordsShape,
});
export type OriginView = Static<typeof OriginView>;

/** One transformation on the way: the part of what came out that each input makes up. */
export const MixtureView = Type.Object({
  eventID: Type.String(),
  time: Time,
  output: Type.Object({ uri: Type.String(), product: Type.Optional(Type.String()) }),
  inputs: Type.Array(
    Type.Object({
      uri: Type.String(),
      product: Type.Optional(Type.String()),
      ...shareOf,
      quantity: Type.Optional(Decimal),
      quantityMax: Type.Optional(Decimal),
      uom: Type.Optional(Type.String()),
    }),
  ),
});
export type MixtureView = Static<typeof MixtureView>;

/** What the records prove of the origin of a unit, and the working. */
export const ClaimsAnswer = Type.Object({
  uri: Type.String(),
  asKnownAt: Type.Object({ number: Type.String(), time: Time }),
  origins: Type.Array(OriginView),
  explained: Type.Object(shareOf, { description: 'The part that comes from where goods began.' }),
  mixtures: Type.Array(MixtureView),
  truncated: orNull(Type.Object({ limit: Type.String(), max: Type.Number(), at: Type.String() })),
});
export type ClaimsAnswer = Static<typeof ClaimsAnswer>;
