import type { Caller } from '@yunsu/domain';
import type { Executor } from './database.ts';
import { toTimestamp } from './micros.ts';

/** A client's key. The secret itself is nowhere; `secretSha256` is hexadecimal and is compared in constant time. */
export interface ApiKey {
  readonly id: string;
  readonly secretSha256: string;
  readonly plane: Exclude<Caller['plane'], 'system'>;
  /** Canonical URI of the party that the key is bound to. */
  readonly party?: string;
  readonly scopes: readonly string[];
  /** May load registers and issue keys. */
  readonly mayRegister: boolean;
  /** Microseconds since 1970; absent: until it is ended. */
  readonly expires?: number;
}

/** Adds a key. */
export async function appendApiKey(db: Executor, key: ApiKey): Promise<void> {
  await db.execute(
    `insert into api_key (id, secret_sha256, party, plane, scopes, may_register, expires)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      key.id,
      key.secretSha256,
      key.party ?? null,
      key.plane,
      key.scopes,
      key.mayRegister,
      key.expires === undefined ? null : toTimestamp(key.expires),
    ],
  );
}

/** A key by its id, expired ones included: the caller compares with its own clock. */
export async function readApiKey(db: Executor, id: string): Promise<ApiKey | undefined> {
  const rows = await db.query<{
    id: string;
    secret_sha256: string;
    party: string | null;
    plane: ApiKey['plane'];
    scopes: string[];
    may_register: boolean;
    expires: number | null;
  }>('select id, secret_sha256, party, plane, scopes, may_register, expires from api_key where id = $1', [
    id,
  ]);
  const row = rows[0];
  if (!row) return undefined;
  return {
    id: row.id,
    secretSha256: row.secret_sha256,
    plane: row.plane,
    ...(row.party === null ? {} : { party: row.party }),
    scopes: row.scopes,
    mayRegister: row.may_register,
    ...(row.expires === null ? {} : { expires: row.expires }),
  };
}

/** Ends a key at a time in microseconds; answers whether there was one. */
export async function expireApiKey(db: Executor, id: string, at: number): Promise<boolean> {
  return (await db.execute('update api_key set expires = $2 where id = $1', [id, toTimestamp(at)])) > 0;
}
