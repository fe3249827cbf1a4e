import type { MayDeclare } from '../store/declarations.ts';
import { settleDeclarations } from '../store/declarations.ts';
import { BATCHES_MAX, numberBatches } from '../store/known-batches.ts';
import type { JobContext } from './job-context.ts';

/**
 * Numbers committed batches, then settles the declarations that were committed beside their events: now both are
 * visible. True where there may be more.
 */
export async function sequence({ db }: JobContext, mayDeclare: MayDeclare): Promise<boolean> {
  const numbered = await numberBatches(db, (tx) => settleDeclarations(tx, mayDeclare));
  return numbered === BATCHES_MAX;
}
