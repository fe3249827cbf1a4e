import type { CodeState, Key, VoidReason } from '@yunsu/domain';
import { arrayOf, type Executor } from './database.ts';
import { PER_PAGE_MAX } from './list-unit-events.ts';

/** A code of an order. */
export interface IssuedCodeRow {
  /** From 1. */
  readonly position: number;
  readonly number: bigint;
  readonly state: CodeState;
}

/** Most codes of an order that are read at once. */
export const CODES_READ_MAX = 5_000;

/** The codes of an order after a position, in order: all, or those in a state. */
export async function readOrderCodes(
  db: Executor,
  order: string,
  { after = 0, state, limit = PER_PAGE_MAX }: { after?: number; state?: CodeState; limit?: number },
): Promise<IssuedCodeRow[]> {
  const rows = await db.tuples<[number, string, CodeState]>(
    `select position, number, state from issued_code
      where order_id = $1 and position > $2 and ($3::text is null or state = $3) order by position limit $4`,
    [order, after, state ?? null, Math.min(limit, CODES_READ_MAX)],
  );
  return rows.map(([position, number, codeState]) => ({
    position,
    number: BigInt(number),
    state: codeState,
  }));
}

/** What is known of a code that was given out. */
export interface CodeStanding {
  readonly state: CodeState;
  /** Microseconds since 1970: when it came into this state. */
  readonly since: number;
  readonly reason?: VoidReason;
  /** Canonical URI of the party that it was given to. */
  readonly party: string;
  readonly scheme: string;
  readonly stem: string;
  /** The lot on its label. */
  readonly lot?: string;
}

/** A code by its key; undefined where it was never given out. */
export async function readIssuedCode(db: Executor, key: Key): Promise<CodeStanding | undefined> {
  const rows = await db.query<{
    state: CodeState;
    changed: number;
    reason: VoidReason | null;
    party: string;
    scheme: string;
    stem: string;
    lot: string | null;
  }>(
    `select c.state, c.changed, c.reason, o.party, o.scheme, o.stem, o.lot
       from issued_code c join code_order o on o.id = c.order_id where c.k = $1`,
    [key],
  );
  const row = rows[0];
  if (!row) return undefined;
  const { state, changed, reason, party, scheme, stem, lot } = row;
  return {
    state,
    since: changed,
    ...(reason === null ? {} : { reason }),
    party,
    scheme,
    stem,
    ...(lot === null ? {} : { lot }),
  };
}

/** Those of the keys that were given out as codes. */
export async function readIssuedKeys(db: Executor, keys: readonly Key[]): Promise<Set<Key>> {
  const rows = await db.tuples<[Key]>('select k from issued_code where k = any($1::uuid[])', [arrayOf(keys)]);
  return new Set(rows.map(([key]) => key));
}
