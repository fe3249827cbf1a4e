/** One text in both languages, as the tables of words hold it: a row reads best with Chinese first. */
export type Pair = readonly [zh: string, en: string];

/** Words by the key that a standard or an answer gives. */
export type PairTable = Readonly<Record<string, Pair>>;

/**
 * The row of a table under a key that came from outside; undefined also for names that every object inherits.
 * Written without `Object.hasOwn`, which browsers of the console do not have yet (Chrome 87).
 */
export const rowOf = <T>(table: Readonly<Record<string, T>>, key: string | undefined): T | undefined =>
  key === undefined ? undefined : (Object.getOwnPropertyDescriptor(table, key)?.value as T | undefined);
