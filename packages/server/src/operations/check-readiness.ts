import type { Readiness } from '@yunsu/api';
import type { Context } from '../context.ts';
import { readStoreHealth } from '../store/store-health.ts';

/** Age of the oldest batch without a number, in seconds, beyond which the server calls itself not ready. */
export const SEQUENCER_LAG_MAX_S = 30;

type Check = Readiness['checks'][number];

const timeout = (ms: number) =>
  new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms).unref();
  });

/** Whether the database answers in time, has the tables of this program, and the sequencer keeps up. */
export async function checkReadiness(context: Context, timeoutMs: number): Promise<Readiness> {
  const checks: Check[] = [];
  try {
    const startedAt = performance.now();
    const health = await Promise.race([readStoreHealth(context.db), timeout(timeoutMs)]);
    const tookMs = Math.round(performance.now() - startedAt);
    checks.push(
      { name: 'database', ok: true, detail: `${tookMs} ms` },
      { name: 'migrations', ok: health.missing === 0, detail: `${health.missing} missing` },
      {
        name: 'sequencer',
        ok: health.outboxAgeS <= SEQUENCER_LAG_MAX_S,
        detail: `${Math.round(health.outboxAgeS)} s behind`,
      },
    );
  } catch (error) {
    context.log.warn({ err: error }, 'readiness check failed');
    checks.push({ name: 'database', ok: false, detail: 'no answer' });
  }
  return { status: checks.every(({ ok }) => ok) ? 'ready' : 'not-ready', checks };
}
