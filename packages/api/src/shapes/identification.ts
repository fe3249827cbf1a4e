import Type, { type Static } from 'typebox';
import { Code, closed } from './common.ts';

export const Level = Type.Union([
  Type.Literal('class'),
  Type.Literal('lot'),
  Type.Literal('item'),
  Type.Literal('container'),
  Type.Literal('asset'),
  Type.Literal('party'),
  Type.Literal('place'),
  Type.Literal('document'),
  Type.Literal('other'),
]);
export type Level = Static<typeof Level>;

/** One way to read a code. */
export const CandidateShape = Type.Object({
  scheme: Type.String(),
  uri: Type.String(),
  digitalLink: Type.Union([Type.String(), Type.Null()]),
  level: Level,
  parts: Type.Record(Type.String(), Type.String()),
  confidence: Type.Number({ minimum: 0, maximum: 1 }),
  issues: Type.Array(Type.Object({ at: Type.Integer(), en: Type.String(), zh: Type.String() })),
});

/** Every way to read a code, best first. */
export const Identification = Type.Object({
  input: Type.String(),
  candidates: Type.Array(CandidateShape),
});
export type Identification = Static<typeof Identification>;

export const CodeQuery = closed({ code: Code });
export type CodeQuery = Static<typeof CodeQuery>;
