import { type CaptureJob, Problem, words } from '@yunsu/api';
import type { Caller } from '@yunsu/domain';
import type { Context } from '../context.ts';
import { readCaptureJob as readJobRow } from '../store/capture-jobs.ts';
import { toCaptureJob } from './capture-job-answer.ts';

/** A capture job of the caller's own; another's answers like one that does not exist. */
export async function readCaptureJob(
  context: Context,
  caller: Caller,
  { captureID }: { readonly captureID: string },
): Promise<CaptureJob> {
  const row = await readJobRow(context.db, caller, captureID);
  if (row) return toCaptureJob(row);
  throw new Problem('not-found', {
    detail: words(`There is no capture job ${captureID}.`, `没有采集任务 ${captureID}。`),
  });
}
