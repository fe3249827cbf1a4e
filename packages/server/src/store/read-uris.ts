import type { Key } from '@yunsu/domain';
import type { Level } from '@yunsu/identifiers';
import { arrayOf, type Executor } from './database.ts';

/** What a key stands for. */
export interface NamedKey {
  readonly uri: string;
  readonly level: Level;
  readonly prefixLength?: number;
}

/** Most keys decoded by one statement. */
export const KEYS_MAX = 50_000;

/** The URIs of keys; a key that no event named is absent. */
export async function readUris(db: Executor, keys: readonly Key[]): Promise<Map<Key, NamedKey>> {
  if (keys.length > KEYS_MAX) throw new Error(`more than ${KEYS_MAX} keys to decode`);
  const rows = await db.tuples<[Key, string, Level, number | null]>(
    'select k, uri, level, prefix_length from epc where k = any($1::uuid[])',
    [arrayOf(keys)],
  );
  return new Map(
    rows.map(([key, uri, level, prefixLength]) => [
      key,
      { uri, level, ...(prefixLength === null ? {} : { prefixLength }) },
    ]),
  );
}
