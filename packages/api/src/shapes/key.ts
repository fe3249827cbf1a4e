import Type, { type Static } from 'typebox';
import { closed, Time } from './common.ts';

/** Most parties that one key may act for. */
export const ACTS_FOR_MAX = 1000;
/** Most scopes of one key. */
export const SCOPES_MAX = 64;

const PartyUri = Type.String({ minLength: 1, maxLength: 1024 });

/** What a new key is bound to. */
export const KeyRequest = closed({
  plane: Type.Union([Type.Literal('enterprise'), Type.Literal('regulator')]),
  party: Type.Optional(PartyUri),
  scopes: Type.Optional(
    Type.Array(
      Type.String({
        maxLength: 128,
        pattern: '^([a-z0-9-]+|\\*):([0-9]{1,6}|\\*):([a-z0-9-]+|\\*)$',
        description: 'department:division:class; the division is a prefix of the code, * is any.',
      }),
      { maxItems: SCOPES_MAX },
    ),
  ),
  actsFor: Type.Optional(Type.Array(PartyUri, { maxItems: ACTS_FOR_MAX })),
  name: Type.String({ minLength: 1, maxLength: 128 }),
  expiresAt: Type.Optional(Type.String({ maxLength: 40, description: 'RFC 3339.' })),
});
export type KeyRequest = Static<typeof KeyRequest>;

/** A new key. The secret is said once and stored only as a hash. */
export const NewKey = Type.Object({
  id: Type.String(),
  key: Type.String({ description: 'Send it as Authorization: Bearer …' }),
  expiresAt: Type.Optional(Time),
});
export type NewKey = Static<typeof NewKey>;
