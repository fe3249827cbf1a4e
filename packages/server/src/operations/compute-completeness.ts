import { classOfKey, type Explained, explainUnit, type Key, SYSTEM, type TraceSources } from '@yunsu/domain';
import type { Context } from '../context.ts';
import { replaceExplained } from '../store/completeness.ts';
import { readStale, type StaleUnit } from '../store/completeness-due.ts';
import { sharedSources } from './shared-sources.ts';
import { traceSources } from './trace-sources.ts';

/** Most units of one step, of which those of a kind are computed once. */
export const STALE_READ_MAX = 20_000;
/** Most kinds that are computed side by side, and most such turns of one step. */
export const COMPUTED_MAX = 100;
export const TURNS_MAX = 5;

/**
 * Computes the units that have waited longest, from their events as everybody together told them, and writes what they explain.
 * True where there may be more. Computed outside of a transaction: a crash leaves the units on the list.
 */
export async function computeCompleteness(context: Context): Promise<boolean> {
  const stale = await readStale(context.db, STALE_READ_MAX);
  const sources = traceSources(context, SYSTEM);
  const kinds = await kindsOf(sources, stale);
  for (let turn = 0; turn < TURNS_MAX; turn++) {
    const some = kinds.slice(turn * COMPUTED_MAX, (turn + 1) * COMPUTED_MAX);
    if (some.length === 0) break;
    const shared = sharedSources(sources);
    const computed = await Promise.all(
      some.map(async (kind) => {
        const explained = await explainUnit(shared, kind[0]!.unit);
        return kind.map((one) => ({ ...one, explained: inNameOf(explained, kind[0]!.unit, one.unit) }));
      }),
    );
    await replaceExplained(context.db, computed.flat());
  }
  return stale.length > 0;
}

/**
 * Units of one class with the same rows are explained alike: the same happened to each of them, in the same containers. Fifty
 * serials in a case are one computing.
 */
async function kindsOf(sources: TraceSources, stale: readonly StaleUnit[]): Promise<StaleUnit[][]> {
  if (stale.length <= COMPUTED_MAX) return stale.map((one) => [one]);
  const { alike } = await sources.postings(
    stale.map(({ unit }) => ({ unit })),
    { alike: true },
  );
  const kinds = new Map<string, StaleUnit[]>();
  for (const [at, one] of stale.entries()) {
    const name = `${alike?.[at] ?? at}|${classOfKey(one.unit)}`;
    const known = kinds.get(name);
    if (known === undefined) kinds.set(name, [one]);
    else known.push(one);
  }
  return [...kinds.values()];
}

/** What is explained of `from`, said of `unit`. */
function inNameOf(explained: Explained, from: Key, unit: Key): Explained {
  if (from === unit) return explained;
  const legs = explained.legs.map((leg) => (leg.unit === from ? { ...leg, unit } : leg));
  const { truncated } = explained;
  return { ...explained, legs, truncated: truncated?.at === from ? { ...truncated, at: unit } : truncated };
}
