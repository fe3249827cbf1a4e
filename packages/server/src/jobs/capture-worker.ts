import {
  type CaptureResult,
  type CaptureTask,
  finishCaptureJob,
  JOB_ATTEMPTS_MAX,
  JOB_PATIENCE_MS,
  releaseCaptureJob,
  takeCaptureJob,
} from '../store/capture-jobs.ts';
import type { JobContext } from './job-context.ts';

/** What a capture worker does with a document; both are lent by the operations. */
export interface CaptureHandlers {
  /**
   * Captures a document. It may record its result itself, in the transaction of the events; then the job is finished if
   * and only if they are stored. It is called again for a document whose worker died: events already stored are repeats.
   */
  readonly captureDocument: (task: CaptureTask) => Promise<CaptureResult>;
  /** The answer for a document that was tried more than JOB_ATTEMPTS_MAX times over JOB_PATIENCE_MS in vain. */
  readonly giveUpDocument: (task: CaptureTask) => CaptureResult;
}

/** Takes one waiting document and captures it. True where there may be more. */
export async function captureNext(
  { db, log, now }: JobContext,
  handlers: CaptureHandlers,
  worker: number,
): Promise<boolean> {
  const task = await takeCaptureJob(db, worker);
  if (!task) return false;
  const age = now().getTime() - task.receivedAt / 1000;
  if (task.attempts > JOB_ATTEMPTS_MAX && age > JOB_PATIENCE_MS) {
    log.error({ captureID: task.id, attempts: task.attempts - 1 }, 'a document was given up');
    await finishCaptureJob(db, task.id, handlers.giveUpDocument(task));
    return true;
  }
  try {
    await finishCaptureJob(db, task.id, await handlers.captureDocument(task));
    return true;
  } catch (error) {
    // Back into the queue; where even this fails, the job is found by the number of this worker.
    await releaseCaptureJob(db, task.id).catch(() => {});
    throw error;
  }
}
