import type { Key } from '@yunsu/domain';
import { arrayOf, type Executor } from './database.ts';

/** The units that these keys are other names of; a key that is a unit itself is absent. */
export async function readAliases(db: Executor, keys: readonly Key[]): Promise<Map<Key, Key>> {
  const rows = await db.tuples<[Key, Key]>('select k, unit_k from alias where k = any($1::uuid[])', [
    arrayOf(keys),
  ]);
  return new Map(rows);
}
