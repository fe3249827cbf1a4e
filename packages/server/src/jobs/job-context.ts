import type { Context } from '../context.ts';

/** What a job is given. */
export type JobContext = Pick<Context, 'db' | 'log' | 'now'>;
