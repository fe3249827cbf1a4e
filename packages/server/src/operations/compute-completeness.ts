import { explainUnit, SYSTEM } from '@yunsu/domain';
import type { Context } from '../context.ts';
import { replaceExplained } from '../store/completeness.ts';
import { readStale } from '../store/completeness-due.ts';
import { sharedSources } from './shared-sources.ts';
import { traceSources } from './trace-sources.ts';

/** Most units that one step computes side by side. */
export const COMPUTED_MAX = 100;

/**
 * Computes the units that have waited longest, from their events as everybody together told them, and writes what they explain.
 * True where there may be more. Computed outside of a transaction: a crash leaves the units on the list.
 */
export async function computeCompleteness(context: Context): Promise<boolean> {
  const stale = await readStale(context.db, COMPUTED_MAX);
  const sources = sharedSources(traceSources(context, SYSTEM));
  const computed = await Promise.all(
    stale.map(async ({ unit, mark }) => ({ unit, mark, explained: await explainUnit(sources, unit) })),
  );
  await replaceExplained(context.db, computed);
  return stale.length > 0;
}
