import { activateByEvents } from '../store/activate-codes.ts';
import { repostAliases } from '../store/repost-aliases.ts';
import { createBell } from './bell.ts';
import type { JobContext } from './job-context.ts';
import type { Loop } from './loop.ts';

const POLL_MS = 1_000;

/** What follows from events and names a moment later: codes become active, and postings go to the unit that they are of. */
export function codeJobs({ db, now }: JobContext): Loop[] {
  const micros = () => now().getTime() * 1000;
  return [
    {
      name: 'activate-codes',
      step: () => activateByEvents(db, micros()),
      bell: createBell(),
      pollMs: POLL_MS,
    },
    { name: 'repost-aliases', step: () => repostAliases(db, micros()), bell: createBell(), pollMs: POLL_MS },
  ];
}
