import Type, { type Static } from 'typebox';
import { Code, closed, orNull, WordsShape } from './common.ts';

export const Level = Type.Union([
  Type.Literal('class'),
  Type.Literal('lot'),
  Type.Literal('item'),
  Type.Literal('container'),
  Type.Literal('asset'),
  Type.Literal('party'),
  Type.Literal('place'),
  Type.Literal('document'),
  Type.Literal('certificate'),
  Type.Literal('other'),
]);
export type Level = Static<typeof Level>;

/** One part of a code in words. */
export const PartInWords = Type.Object({
  part: Type.String(),
  value: Type.String(),
  name: WordsShape,
  meaning: Type.Optional(WordsShape),
});

/** Who gives out the codes of a scheme and where anybody may ask about one. */
export const IssuerView = Type.Object({
  name: WordsShape,
  ask: Type.Optional(
    Type.Object({ en: Type.String(), zh: Type.String(), url: Type.Optional(Type.String()) }),
  ),
});
export type IssuerView = Static<typeof IssuerView>;

/** One way to read a code. */
export const CandidateShape = Type.Object({
  scheme: Type.String(),
  name: WordsShape,
  verified: Type.Boolean({
    description:
      'False where no text of a standard confirms the structure; the confidence is then at most 0.8.',
  }),
  uri: Type.String(),
  digitalLink: Type.Union([Type.String(), Type.Null()]),
  level: Level,
  parts: Type.Record(Type.String(), Type.String()),
  inWords: Type.Array(PartInWords),
  issuer: orNull(IssuerView),
  confidence: Type.Number({ minimum: 0, maximum: 1 }),
  issues: Type.Array(Type.Object({ at: Type.Integer(), en: Type.String(), zh: Type.String() })),
});

/** Every way to read a code, best first. */
export const Identification = Type.Object({
  input: Type.String(),
  candidates: Type.Array(CandidateShape),
});
export type Identification = Static<typeof Identification>;

/** The product classes of the order, each with its ledger. */
export const Category = Type.Union([
  Type.Literal('agri'),
  Type.Literal('food'),
  Type.Literal('drug'),
  Type.Literal('inputs'),
  Type.Literal('equipment'),
  Type.Literal('hazard'),
  Type.Literal('rareearth'),
]);
export type Category = Static<typeof Category>;

export const IdentifyQuery = closed({
  code: Code,
  category: Type.Optional(Category),
  place: Type.Optional(
    Type.String({
      pattern: '^[0-9]{2}([0-9]{2}){0,2}$',
      description: 'Division code (GB/T 2260) of the place of the scan, to rank readings.',
    }),
  ),
});
export type IdentifyQuery = Static<typeof IdentifyQuery>;

export const CodeQuery = closed({ code: Code });
export type CodeQuery = Static<typeof CodeQuery>;
