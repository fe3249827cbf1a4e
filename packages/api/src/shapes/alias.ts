import Type, { type Static } from 'typebox';
import { Code, closed, Time, WordsShape } from './common.ts';

export const AliasRequest = closed({
  unit: Code,
  alias: Code,
  /** Two codes that both have events are joined only by a decision that somebody answers for. */
  decision: Type.Optional(
    closed({
      number: Type.String({ minLength: 1, maxLength: 64 }),
      reason: Type.String({ minLength: 1, maxLength: 500 }),
    }),
  ),
});
export type AliasRequest = Static<typeof AliasRequest>;

/** Another name of a unit. `waiting` until the events that were captured under it have been posted again under the unit. */
export const AliasView = Type.Object({
  uri: Type.String(),
  scheme: Type.String(),
  name: WordsShape,
  state: Type.Union([Type.Literal('waiting'), Type.Literal('done')]),
  added: Time,
});

/** A unit and its other names. */
export const AliasAnswer = Type.Object({ unit: Type.String(), aliases: Type.Array(AliasView) });
export type AliasAnswer = Static<typeof AliasAnswer>;
