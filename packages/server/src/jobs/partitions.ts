import { ensurePartitions } from '../store/partitions.ts';
import type { JobContext } from './job-context.ts';

/** Makes the partitions of the coming quarters. */
export async function makePartitions({ db, log, now }: JobContext): Promise<boolean> {
  for (const partition of await ensurePartitions(db, now())) log.info({ partition }, 'a partition was made');
  return false;
}
