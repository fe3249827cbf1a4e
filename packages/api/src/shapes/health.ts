import Type, { type Static } from 'typebox';

/** The process turns. */
export const Liveness = Type.Object({ status: Type.Literal('live') });

/** Whether the server can do its work, check by check. */
export const Readiness = Type.Object({
  status: Type.Union([Type.Literal('ready'), Type.Literal('not-ready')]),
  checks: Type.Array(Type.Object({ name: Type.String(), ok: Type.Boolean(), detail: Type.String() })),
});
export type Readiness = Static<typeof Readiness>;
