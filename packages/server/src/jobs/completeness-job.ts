import { setTimeout as sleep } from 'node:timers/promises';
import { spreadDue } from '../store/completeness-due.ts';
import { createBell } from './bell.ts';
import type { JobContext } from './job-context.ts';
import type { Loop } from './loop.ts';

/** What the operations lend: computes some units, true where there may be more. */
export type ComputeCompleteness = () => Promise<boolean>;

const POLL_MS = 1_000;
/** After a step it rests for so many times as long as the step took: capture goes first. */
const REST_TIMES = 3;
const REST_MAX_MS = 1_000;

/** Keeps up how complete the records are: finds what events have changed, and computes it anew. */
export const completenessJob = (
  { db }: JobContext,
  compute: ComputeCompleteness,
  signal: AbortSignal,
): Loop => ({
  name: 'completeness',
  step: async () => {
    const begun = performance.now();
    const spread = await spreadDue(db);
    const computed = await compute();
    if (!spread && !computed) return false;
    const rest = Math.min((performance.now() - begun) * REST_TIMES, REST_MAX_MS);
    await sleep(rest, undefined, { signal }).catch(() => {});
    return true;
  },
  bell: createBell(),
  pollMs: POLL_MS,
});
