import { isConnectionLost } from '../store/transaction.ts';
import type { Bell } from './bell.ts';
import type { JobContext } from './job-context.ts';

/** Work that is done again and again. */
export interface Loop {
  readonly name: string;
  /** Does what there is to do; true where there may be more at once. */
  readonly step: () => Promise<boolean>;
  readonly bell: Bell;
  /** Longest wait without a ring, in milliseconds. */
  readonly pollMs: number;
}

/** Longest wait after failures in a row, in milliseconds. */
const WAIT_MAX_MS = 10_000;
const WAIT_FIRST_MS = 200;

/** Runs a loop until the signal is aborted. A failure is written to the log and tried again, slower each time. */
export async function runLoop(context: JobContext, loop: Loop, signal: AbortSignal): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    let more = false;
    try {
      more = await loop.step();
      failures = 0;
    } catch (error) {
      failures += 1;
      const message = error instanceof Error ? error.message : String(error);
      if (isConnectionLost(error))
        context.log.warn({ job: loop.name, error: message }, 'the database is away');
      else context.log.error({ job: loop.name, err: error }, 'a job failed');
    }
    if (more) continue;
    const wait = failures === 0 ? loop.pollMs : Math.min(WAIT_FIRST_MS * 2 ** failures, WAIT_MAX_MS);
    await loop.bell.wait(wait, signal);
  }
}
