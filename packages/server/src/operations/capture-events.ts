import { randomUUID } from 'node:crypto';
import { type ErrorBehaviour, Problem } from '@yunsu/api';
import type { EpcisDocument } from '@yunsu/epcis';
import type { Context } from '../context.ts';
import { appendEvents } from '../store/append-events.ts';
import type { AppendOutcome } from '../store/capture-batch.ts';
import {
  appendCaptureJob,
  appendFinishedJob,
  type CaptureResult,
  type NewCaptureJob,
} from '../store/capture-jobs.ts';
import type { Executor } from '../store/database.ts';
import type { Sender } from './authenticate.ts';
import { type JobLines, toJobLines } from './capture-lines.ts';
import { documentProblem, readSoundDocument } from './document-limits.ts';
import { mayDeclare } from './may-declare.ts';
import { type PreparedDocument, prepareEvents } from './prepare-events.ts';
import { secretCipher } from './secret-cipher.ts';

/** Largest document that is read before the answer, in bytes; a larger one would hold up all other requests. */
export const DIRECT_BYTES_MAX = 4 * 2 ** 20;

/** A document as it was sent. */
export interface CaptureRequest {
  readonly bytes: Buffer;
  readonly errorBehaviour: ErrorBehaviour;
}

const toResult = (lines: JobLines): CaptureResult => ({
  success: lines.success,
  outcome: JSON.stringify(lines),
});

/** How the end of a job is recorded: as a new finished job, or on one that was waiting. */
type Finish = (tx: Executor, result: CaptureResult) => Promise<unknown>;

/** Stores what can be stored and records the end of the job in the same transaction, or alone where nothing was stored. */
async function store(
  context: Context,
  job: NewCaptureJob,
  document: EpcisDocument,
  prepared: PreparedDocument,
  finish: Finish,
): Promise<void> {
  const { events, faults, refused } = prepared;
  const linesOf = (outcome?: AppendOutcome) => toResult(toJobLines(faults, refused, outcome));
  if (refused > 0 && job.errorBehaviour === 'rollback') {
    await finish(context.db, toResult({ ...toJobLines(faults, refused, undefined), ...rejected(prepared) }));
    return;
  }
  const batch = {
    job: job.id,
    errorBehaviour: job.errorBehaviour,
    sender: job.sender,
    receivedAt: job.receivedAt,
    events,
    masterData: document.masterData,
  };
  const outcome = await appendEvents(context.db, batch, {
    cipher: secretCipher(context.config),
    mayDeclare: mayDeclare(context),
    within: async (tx, done) => void (await finish(tx, linesOf(done))),
  });
  if (outcome.rolledBack) await finish(context.db, linesOf(outcome));
}

/** The counts of a document that one mistake has sunk as a whole. */
const rejected = ({ events, refused }: PreparedDocument): Pick<JobLines, 'counts'> => ({
  counts: { events: events.length + refused, stored: 0, repeats: 0, refused },
});

/**
 * Captures a document. Up to `directEventsMax` events are committed when this returns, with their job finished; a larger
 * document is stored as it came and captured by the worker. With `rollback` a document that can be read before the answer
 * is refused at once with every fault (EPCIS 2.0 REST binding, POST /capture).
 */
export async function captureEvents(
  context: Context,
  sender: Sender,
  { bytes, errorBehaviour }: CaptureRequest,
): Promise<{ captureID: string }> {
  const job: NewCaptureJob = {
    id: randomUUID(),
    sender: sender.party ?? '',
    plane: sender.plane,
    receivedAt: context.now().getTime() * 1000,
    errorBehaviour,
    mediaType: 'application/ld+json',
  };
  const document = bytes.length <= DIRECT_BYTES_MAX ? readSoundDocument(bytes, context.config) : undefined;
  if (document === undefined || document.events.length > context.config.directEventsMax) {
    await appendCaptureJob(context.db, job, bytes);
    return { captureID: job.id };
  }
  const prepared = await prepareEvents(context, sender, document, job.receivedAt);
  if (prepared.refused > 0 && errorBehaviour === 'rollback') throw documentProblem(prepared.faults);
  await store(context, job, document, prepared, (tx, result) => appendFinishedJob(tx, job, result));
  return { captureID: job.id };
}

/** Captures a document that is stored already, for the worker: every fault goes to the job, none is thrown. */
export async function captureStored(
  context: Context,
  job: NewCaptureJob,
  bytes: Buffer,
  finish: Finish,
): Promise<void> {
  const sender: Sender = { plane: job.plane, scopes: [], mayRegister: false, party: job.sender };
  const document = readOrRefuse(context, bytes);
  if ('faults' in document) {
    await finish(context.db, toResult(toJobLines(document.faults, 0, undefined)));
    return;
  }
  const prepared = await prepareEvents(context, sender, document, job.receivedAt);
  await store(context, job, document, prepared, finish);
}

function readOrRefuse(context: Context, bytes: Buffer): EpcisDocument | Pick<Problem, 'faults'> {
  try {
    return readSoundDocument(bytes, context.config);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
