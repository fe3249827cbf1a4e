import type { Config } from './config.ts';
import type { Logger } from './log.ts';
import type { Database } from './store/database.ts';

/** What every request and every job is given: there are no globals beside it. */
export type Context = Readonly<{
  config: Config;
  db: Database;
  log: Logger;
  /** The clock, so that a test can set it. */
  now: () => Date;
}>;
