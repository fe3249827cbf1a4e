import Type, { type Static } from 'typebox';

/** One mistake of the caller with its place. */
export const FaultShape = Type.Object({
  pointer: Type.String({ description: 'RFC 6901 path into the body, or the name of a parameter.' }),
  rule: Type.String(),
  detail: Type.String(),
  detailZh: Type.String(),
  expected: Type.String(),
  got: Type.String(),
});

/** A refusal (RFC 9457); under /epcis the `type` is the EPCIS exception. */
export const ProblemBody = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  instance: Type.Optional(Type.String({ description: 'Id of the request.' })),
  code: Type.String(),
  titleZh: Type.String(),
  detailZh: Type.String(),
  remedy: Type.String(),
  remedyZh: Type.String(),
  errors: Type.Optional(Type.Array(FaultShape)),
});
export type ProblemBody = Static<typeof ProblemBody>;
