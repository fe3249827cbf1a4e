import type { Context } from '../context.ts';
import { type KnownAt, readKnownAt, readKnownBy } from '../store/known-batches.ts';
import { toInstant } from './instant.ts';
import { parseInstant } from './parse-instant.ts';

/** What an answer rests on: the last number of the sequencer and its time, and whether the reads stop there. */
export interface KnownPoint {
  readonly last: KnownAt;
  /** Absent where no instant is named: then everything that is committed counts. */
  readonly bound: KnownAt | undefined;
}

/** What was known at an instant that a caller names; without one, what is known. */
export async function readKnownPoint({ db }: Context, knownAt: string | undefined): Promise<KnownPoint> {
  const time = parseInstant('knownAt', knownAt);
  if (time === undefined) return { last: await readKnownAt(db), bound: undefined };
  const last = await readKnownBy(db, time);
  return { last, bound: last };
}

/** The point as answers say it. */
export const toAsKnownAt = ({ last }: KnownPoint): { number: string; time: string } => ({
  number: last.number,
  time: toInstant(last.time),
});
