import Type, { type Static } from 'typebox';
import { closed, Time } from './common.ts';

/** Most scopes of one key. */
export const SCOPES_MAX = 64;

/** What a new key is bound to. */
export const KeyRequest = closed({
  plane: Type.Union([Type.Literal('enterprise'), Type.Literal('regulator')]),
  party: Type.Optional(
    Type.String({ minLength: 1, maxLength: 1024, description: 'URI of the party that sends with this key.' }),
  ),
  scopes: Type.Optional(
    Type.Array(
      Type.String({
        maxLength: 128,
        pattern: '^([a-z0-9_-]+|\\*):([0-9]{1,6}|\\*):([a-z0-9_-]+|\\*)$',
        description: 'department:division:class; the division is a prefix of the code, * is any.',
      }),
      { maxItems: SCOPES_MAX },
    ),
  ),
  mayRegister: Type.Optional(
    Type.Boolean({ default: false, description: 'A regulator who keeps the registers and issues keys.' }),
  ),
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
