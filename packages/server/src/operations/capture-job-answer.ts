import type { CaptureJob } from '@yunsu/api';
import type { CaptureJobRow } from '../store/capture-jobs.ts';
import type { JobLines } from './capture-lines.ts';
import { toInstant } from './instant.ts';

const nothingYet: Omit<JobLines, 'success'> = {
  errors: [],
  repeats: [],
  warnings: [],
  counts: { events: 0, stored: 0, repeats: 0, refused: 0 },
};

/** A job as its sender is answered (EPCIS 2.0 REST binding, schema CaptureJob). */
export function toCaptureJob(row: CaptureJobRow): CaptureJob {
  const lines = row.outcome === undefined ? nothingYet : (JSON.parse(row.outcome) as JobLines);
  return {
    captureID: row.id,
    createdAt: toInstant(row.receivedAt),
    ...(row.finishedAt === undefined ? {} : { finishedAt: toInstant(row.finishedAt) }),
    running: row.state !== 'finished',
    success: row.success ?? true,
    captureErrorBehaviour: row.errorBehaviour,
    errors: [...lines.errors],
    counts: lines.counts,
    repeats: [...lines.repeats],
    warnings: [...lines.warnings],
  };
}
