import type { Context } from './context.ts';
import type { JobHandlers } from './jobs/start-jobs.ts';
import { captureStored } from './operations/capture-events.ts';
import { toJobLines } from './operations/capture-lines.ts';
import { computeCompleteness } from './operations/compute-completeness.ts';
import { mayDeclare } from './operations/may-declare.ts';
import { visitLinks } from './operations/visit-links.ts';
import { type CaptureResult, finishCaptureJob } from './store/capture-jobs.ts';

/** What the jobs borrow from the operations, which may not know of jobs. */
export function createJobHandlers(context: Context): JobHandlers {
  return {
    mayDeclare: mayDeclare(context),
    computeCompleteness: () => computeCompleteness(context),
    ...(context.config.linkVisits
      ? { visitLinks: (signal: AbortSignal) => visitLinks(context, signal) }
      : {}),
    captureDocument: async (task) => {
      let recorded: CaptureResult | undefined;
      await captureStored(context, task, task.body, async (tx, result) => {
        recorded = result;
        await finishCaptureJob(tx, task.id, result);
      });
      if (!recorded) throw new Error(`the capture ${task.id} ended without a result`);
      return recorded;
    },
    giveUpDocument: (task) => ({
      success: false,
      outcome: JSON.stringify(toJobLines([gaveUp(task.attempts - 1)], 0, undefined)),
    }),
  };
}

const gaveUp = (attempts: number) => ({
  pointer: '',
  rule: 'gave-up',
  expected: '',
  got: '',
  en: `The document was tried ${attempts} times and could not be captured; it may be sent again in smaller parts.`,
  zh: `该文件尝试采集 ${attempts} 次均未成功；可拆分后重新提交。`,
});
