import type { Caller } from '@yunsu/domain';
import type { Database, Executor } from './database.ts';
import { heldBy } from './held-by.ts';
import { type Page, PER_PAGE_MAX } from './list-unit-events.ts';
import { toTimestamp } from './micros.ts';
import { parsePageToken, toPageToken } from './page-token.ts';
import { transaction } from './transaction.ts';

/** Numbers of one stem that somebody may make codes of; both ends included. */
export interface NewCodeRange {
  /** Canonical URI of the party that holds it. */
  readonly party: string;
  readonly scheme: string;
  readonly stem: string;
  readonly digits: number;
  readonly from: bigint;
  readonly to: bigint;
  /** The same numbers behind the shortest stem that their codes can have, where alone overlaps show. */
  readonly root: string;
  readonly rootFrom: bigint;
  /** Who gave it out: a party, else the scopes of a regulator. */
  readonly givenBy: string;
  /** Microseconds since 1970. */
  readonly createdAt: number;
}

/** A range as it is kept. */
export interface CodeRangeRow extends Omit<NewCodeRange, 'rootFrom' | 'givenBy' | 'root'> {
  readonly id: string;
  /** The first number that no order in sequence has passed. */
  readonly next: bigint;
  /** How many numbers were ever reserved. */
  readonly reserved: bigint;
}

/** Ranges are given out one at a time: any fixed number that nothing else locks. */
const RANGE_LOCK = 20_260_005;

/** Adds a range, or answers the one that it would overlap. */
export async function appendCodeRange(
  db: Database,
  range: NewCodeRange,
): Promise<{ ok: true; range: CodeRangeRow } | { ok: false; held: CodeRangeRow }> {
  const { party, scheme, stem, digits, from, to, root, rootFrom, givenBy, createdAt } = range;
  const rootTo = rootFrom + (to - from);
  return await transaction(db, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [RANGE_LOCK]);
    const held = await readLastRange(tx, root, rootTo);
    if (held !== undefined && held.rootTo >= rootFrom) return { ok: false, held: held.range };
    const rows = await tx.query<RangeRow>(
      `insert into code_range (party, scheme, stem, digits, from_number, to_number, root, root_from, root_to, next_number,
                               given_by, created)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $5, $10, $11) returning ${RANGE_COLUMNS}`,
      [
        party,
        scheme,
        stem,
        digits,
        String(from),
        String(to),
        root,
        String(rootFrom),
        String(rootTo),
        givenBy,
        toTimestamp(createdAt),
      ],
    );
    return { ok: true, range: toRange(rows[0] as RangeRow) };
  });
}

/** The range that a number of a root lies in. */
export async function readRangeOf(
  db: Executor,
  root: string,
  number: bigint,
): Promise<CodeRangeRow | undefined> {
  const last = await readLastRange(db, root, number);
  return last !== undefined && last.rootTo >= number ? last.range : undefined;
}

/** The last range of a root that begins at a number or before it. Ranges of a root never overlap, so no other can hold it. */
async function readLastRange(
  db: Executor,
  root: string,
  number: bigint,
): Promise<{ range: CodeRangeRow; rootTo: bigint } | undefined> {
  const rows = await db.query<RangeRow & { root_to: string }>(
    `select ${RANGE_COLUMNS}, root_to from code_range where root = $1 and root_from <= $2
      order by root_from desc limit 1`,
    [root, String(number)],
  );
  const row = rows[0];
  return row && { range: toRange(row), rootTo: BigInt(row.root_to) };
}

/** A range that the caller may see. */
export async function readCodeRange(
  db: Executor,
  caller: Caller,
  id: string,
): Promise<CodeRangeRow | undefined> {
  const values: unknown[] = [id];
  const rows = await db.query<RangeRow>(
    `select ${RANGE_COLUMNS} from code_range where id = $1 and ${heldBy(caller, 'party', values)}`,
    values,
  );
  return rows[0] && toRange(rows[0]);
}

/** A page of ranges; `badToken` where the token is none of ours. */
export type CodeRangePage =
  | { readonly ok: true; readonly ranges: CodeRangeRow[]; readonly nextPageToken?: string }
  | { readonly ok: false; readonly reason: 'badToken' };

/** The ranges that the caller may see, the latest first. */
export async function listCodeRanges(db: Executor, caller: Caller, page: Page): Promise<CodeRangePage> {
  const perPage = Math.max(1, Math.min(page.perPage, PER_PAGE_MAX));
  const before = page.token === undefined ? undefined : parsePageToken(page.token, [ID]);
  if (page.token !== undefined && before === undefined) return { ok: false, reason: 'badToken' };
  const values: unknown[] = [perPage + 1, before?.[0] ?? null];
  const held = heldBy(caller, 'party', values);
  const rows = await db.query<RangeRow>(
    `select ${RANGE_COLUMNS} from code_range where ($2::bigint is null or id < $2) and ${held}
      order by id desc limit $1`,
    values,
  );
  const shown = rows.slice(0, perPage);
  const last = rows.length > perPage ? shown.at(-1) : undefined;
  return { ok: true, ranges: shown.map(toRange), ...(last ? { nextPageToken: toPageToken([last.id]) } : {}) };
}

/** A number of a row, small enough for bigint. */
export const ID = /^[1-9]\d{0,17}$/;

export const RANGE_COLUMNS =
  'id, party, scheme, stem, digits, from_number, to_number, next_number, reserved, created';

export interface RangeRow {
  id: string;
  party: string;
  scheme: string;
  stem: string;
  digits: number;
  from_number: string;
  to_number: string;
  next_number: string;
  reserved: string;
  created: number;
}

export const toRange = (row: RangeRow): CodeRangeRow => ({
  id: row.id,
  party: row.party,
  scheme: row.scheme,
  stem: row.stem,
  digits: row.digits,
  from: BigInt(row.from_number),
  to: BigInt(row.to_number),
  next: BigInt(row.next_number),
  reserved: BigInt(row.reserved),
  createdAt: row.created,
});
