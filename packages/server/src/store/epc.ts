import type { Key } from '@yunsu/domain';
import type { KeyedIdentifier } from './capture-batch.ts';
import { arrayOf, type Executor } from './database.ts';

/** Two URIs met under one 128-bit key: never to be papered over, for their histories would be one (design §5.1). */
export class KeyCollision extends Error {
  constructor(key: Key, known: string, given: string) {
    super(`the key ${key} already stands for ${known} and cannot stand for ${given}`);
  }
}

interface KnownRow {
  k: Key;
  uri: string;
  prefix_length: number | null;
}

/**
 * Adds the identities that the dictionary does not have, sorted by key so that two batches never wait for each other in
 * a circle, checks those that it has, and learns prefix lengths. The commit need not wait for the disk: that of the
 * events, which comes later, flushes the log up to there.
 */
export async function appendIdentifiers(db: Executor, identifiers: Iterable<KeyedIdentifier>): Promise<void> {
  const byKey = new Map<Key, KeyedIdentifier>();
  for (const identifier of identifiers) {
    const same = byKey.get(identifier.key);
    if (same && same.uri !== identifier.uri) throw new KeyCollision(identifier.key, same.uri, identifier.uri);
    if (!same || same.prefixLength === undefined) byKey.set(identifier.key, identifier);
  }
  const learnt = await checkKnown(db, byKey, [...byKey.keys()]);
  const missing = [...byKey.values()]
    .filter(({ key }) => !learnt.has(key))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  if (missing.length === 0) return;
  const added = await db.execute(
    `insert into epc (k, uri, level, prefix_length)
     select * from unnest($1::uuid[], $2::text[], $3::text[], $4::smallint[]) as e (k, uri, level, prefix_length)
      where set_config('synchronous_commit', 'off', true) = 'off'
      order by k
     on conflict (k) do nothing`,
    [
      arrayOf(missing.map(({ key }) => key)),
      missing.map(({ uri }) => uri),
      missing.map(({ level }) => level),
      missing.map(({ prefixLength }) => prefixLength ?? null),
    ],
  );
  // Another batch has added some of them between the two statements: those are checked too.
  if (added < missing.length) {
    await checkKnown(
      db,
      byKey,
      missing.map(({ key }) => key),
    );
  }
}

/** The keys among `keys` that the dictionary has; throws where one has another URI. */
async function checkKnown(
  db: Executor,
  byKey: ReadonlyMap<Key, KeyedIdentifier>,
  keys: readonly Key[],
): Promise<Set<Key>> {
  const rows = await db.query<KnownRow>('select k, uri, prefix_length from epc where k = any($1::uuid[])', [
    arrayOf(keys),
  ]);
  const lengths: [Key, number][] = [];
  for (const row of rows) {
    const given = byKey.get(row.k);
    if (!given) continue;
    if (given.uri !== row.uri) throw new KeyCollision(row.k, row.uri, given.uri);
    if (row.prefix_length === null && given.prefixLength !== undefined)
      lengths.push([row.k, given.prefixLength]);
  }
  if (lengths.length > 0) await learnPrefixLengths(db, lengths);
  return new Set(rows.map((row) => row.k));
}

async function learnPrefixLengths(db: Executor, lengths: readonly (readonly [Key, number])[]): Promise<void> {
  const ordered = [...lengths].sort(([a], [b]) => (a < b ? -1 : 1));
  await db.execute(
    `update epc set prefix_length = l.prefix_length
       from unnest($1::uuid[], $2::smallint[]) as l (k, prefix_length)
      where epc.k = l.k and epc.prefix_length is null`,
    [ordered.map(([key]) => key), ordered.map(([, length]) => length)],
  );
}
