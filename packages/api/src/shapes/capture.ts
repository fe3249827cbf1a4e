import Type, { type Static } from 'typebox';
import { closed, page, Time } from './common.ts';

/** EPCIS 2.0 REST binding, header GS1-Capture-Error-Behaviour. */
export const ErrorBehaviour = Type.Union([Type.Literal('rollback'), Type.Literal('proceed')]);
export type ErrorBehaviour = Static<typeof ErrorBehaviour>;

/** Most repeats, warnings and errors that a job lists by name; all of them are counted. */
export const JOB_LINES_MAX = 1000;

const version = Type.Optional(Type.String({ maxLength: 32, pattern: '^[0-9]+(\\.[0-9]+)*$' }));
/** Headers of every EPCIS POST: the versions that the body is written in. */
const payloadVersions = {
  'gs1-epcis-version': version,
  'gs1-cbv-version': version,
  'gs1-extensions': Type.Optional(Type.String({ maxLength: 4096 })),
};
export const PostHeaders = Type.Object(payloadVersions);
export const CaptureHeaders = Type.Object({
  ...payloadVersions,
  'gs1-capture-error-behaviour': Type.Optional(ErrorBehaviour),
});
/** Headers of every EPCIS GET: the range of versions that the caller understands. */
export const GetHeaders = Type.Object({
  'gs1-epcis-min': version,
  'gs1-epcis-max': version,
  'gs1-cbv-min': version,
  'gs1-cbv-max': version,
  'gs1-extensions': Type.Optional(Type.String({ maxLength: 4096 })),
});

/** A document to capture. It travels byte for byte, so that numbers, order and spelling survive. */
export const DocumentBody = Type.Unsafe<string | Uint8Array>(
  Type.Object({}, { description: 'An EPCISDocument or EPCISQueryDocument in JSON-LD, or one bare event.' }),
);

/** One refused event of a job (RFC 7807, as EPCIS 2.0 asks). */
export const JobError = Type.Object({
  type: Type.String({ description: 'epcisException:…' }),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  detailZh: Type.String(),
  pointer: Type.String(),
  rule: Type.String(),
  expected: Type.String(),
  got: Type.String(),
});
export type JobError = Static<typeof JobError>;

/** An event of a job that needs a word: a repeat of a stored one, or a warning. */
export const JobNote = Type.Object({
  pointer: Type.String(),
  eventID: Type.String(),
  detail: Type.Optional(Type.String()),
  detailZh: Type.Optional(Type.String()),
});
export type JobNote = Static<typeof JobNote>;

/** The state of one capture (EPCIS 2.0 REST binding, schema CaptureJob) with our counts beside it. */
export const CaptureJob = Type.Object({
  captureID: Type.String(),
  createdAt: Time,
  finishedAt: Type.Optional(Time),
  running: Type.Boolean(),
  success: Type.Boolean(),
  captureErrorBehaviour: ErrorBehaviour,
  errors: Type.Array(JobError),
  counts: Type.Object({
    events: Type.Integer(),
    stored: Type.Integer(),
    repeats: Type.Integer(),
    refused: Type.Integer(),
  }),
  repeats: Type.Array(JobNote),
  warnings: Type.Array(JobNote),
});
export type CaptureJob = Static<typeof CaptureJob>;

export const CaptureParams = closed({ captureID: Type.String({ minLength: 1, maxLength: 64 }) });
export const PageQuery = closed(page);
export type PageQuery = Static<typeof PageQuery>;

export const EventParams = closed({ eventID: Type.String({ minLength: 1, maxLength: 2048 }) });

/** An event or a query document as it was stored: JSON text that is passed on without being read. */
export const EventDocument = Type.Unsafe<Record<string, unknown>>(Type.Object({}));

/** The top-level resources of the EPCIS binding that this server has. */
export const EpcisResources = Type.Object({
  '@context': Type.String(),
  type: Type.Literal('Collection'),
  member: Type.Array(Type.String()),
});

/** The CBV 2.0 §8.9 hash ids of the events of a document, in its order. */
export const EventHashes = Type.Object({ hashes: Type.Array(Type.String()) });
export type EventHashes = Static<typeof EventHashes>;
