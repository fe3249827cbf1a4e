import type { CaptureEvent } from './capture-batch.ts';
import type { Database } from './database.ts';
import { scopeKeys } from './scope-keys.ts';
import { digestOf } from './sha256.ts';

/** A distinct set of rights over an event. */
interface RightsSet {
  readonly digest: string;
  readonly owner: string;
  readonly parties: readonly string[];
  readonly scopes: readonly string[];
  readonly published: boolean;
}

const sorted = (texts: readonly string[]) => [...new Set(texts)].sort();

/**
 * The numbers of the rights of these events, in their order; unknown sets are added first. Outside the transaction of
 * the capture, so that no batch waits for another that brings the same set.
 */
export async function readRightsIds(db: Database, events: readonly CaptureEvent[]): Promise<number[]> {
  const digests = new Map<string, string>();
  const missing = new Map<string, RightsSet>();
  const perEvent = events.map((event) => {
    const { actor, parties, scopes, published } = event;
    const text = JSON.stringify([actor, sorted(parties), sorted(scopes), published]);
    let digest = digests.get(text);
    if (digest === undefined) {
      digest = digestOf(text);
      digests.set(text, digest);
      if (db.known.rights.find(digest) === undefined) {
        const set = { digest, owner: actor, parties: sorted(parties), scopes: sorted(scopes), published };
        missing.set(digest, set);
      }
    }
    return digest;
  });
  const added = await appendRights(db, [...missing.values()]);
  return perEvent.map((digest) => {
    const id = added.get(digest) ?? db.known.rights.find(digest);
    if (id === undefined) throw new Error(`no rights with digest ${digest}`);
    return id;
  });
}

async function appendRights(db: Database, sets: readonly RightsSet[]): Promise<Map<string, number>> {
  if (sets.length === 0) return new Map();
  const ordered = [...sets].sort((a, b) => (a.digest < b.digest ? -1 : 1));
  const rows = ordered.map(({ digest, owner, parties, scopes, published }) => {
    const scope_keys = sorted(scopes.flatMap(scopeKeys));
    return { digest, owner, parties, scopes, scope_keys, published };
  });
  await db.execute(
    `insert into rights (digest, owner, parties, scopes, scope_keys, published)
     select digest, owner, parties, scopes, scope_keys, published
       from jsonb_to_recordset($1) as r (digest uuid, owner text, parties text[], scopes text[],
                                         scope_keys text[], published boolean)
      order by digest
     on conflict (digest) do nothing`,
    [JSON.stringify(rows)],
  );
  const found = await db.query<{ digest: string; id: number }>(
    'select digest, id from rights where digest = any($1::uuid[])',
    [ordered.map((set) => set.digest)],
  );
  for (const { digest, id } of found) db.known.rights.remember(digest, id);
  return new Map(found.map(({ digest, id }) => [digest, id]));
}
