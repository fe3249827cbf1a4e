import type { CodeCounts } from '@yunsu/domain';
import { appendMovement } from './code-movements.ts';
import { type CodeRangeRow, ID, RANGE_COLUMNS, type RangeRow, toRange } from './code-ranges.ts';
import type { Database } from './database.ts';
import { toTimestamp } from './micros.ts';
import { type KeyOfNumber, type TakenNumber, takeAtRandom, takeInSequence } from './take-numbers.ts';
import { type Transaction, transaction } from './transaction.ts';

/** An order as it is asked for. */
export interface NewCodeOrder {
  /** Canonical URI of the party that orders; the range must be its own. */
  readonly party: string;
  readonly range: string;
  readonly count: number;
  readonly manner: 'sequential' | 'random';
  readonly lot?: string;
  readonly note?: string;
  readonly idempotencyKey: string;
  /** Digest of the request, as a uuid: the same key with another one is a mistake. */
  readonly request: string;
  /** Microseconds since 1970. */
  readonly createdAt: number;
}

/** An order as it is kept. */
export interface CodeOrderRow {
  readonly id: string;
  readonly range: string;
  readonly party: string;
  readonly scheme: string;
  readonly stem: string;
  readonly digits: number;
  readonly count: number;
  readonly manner: 'sequential' | 'random';
  readonly lot?: string;
  readonly note?: string;
  /** Numbers that were passed over because they are in use. */
  readonly skipped: number;
  readonly counts: CodeCounts;
  /** How many codes ever had a printed label. */
  readonly labels: number;
  readonly createdAt: number;
  readonly reconciledAt?: number;
  readonly unexplained?: number;
}

/**
 * What became of an order: `ordered`, the `repeat` of an earlier one, or a reason why not. `passed`: so many numbers in a row
 * are in use that the search was given up; what was passed is not looked at again.
 */
export type Ordered =
  | { readonly kind: 'ordered' | 'repeat'; readonly id: string }
  | { readonly kind: 'otherRequest' | 'noRange' | 'passed' }
  | { readonly kind: 'full'; readonly left: bigint };

const KEPT = new Set<Ordered['kind']>(['ordered', 'passed']);

/** Reserves codes of a range of the party's own: all that are asked for, or none. */
export async function appendCodeOrder(
  db: Database,
  order: NewCodeOrder,
  keysOf: (range: CodeRangeRow) => KeyOfNumber,
): Promise<Ordered> {
  return await transaction(db, (tx) => reserve(tx, order, keysOf), { keep: ({ kind }) => KEPT.has(kind) });
}

async function reserve(
  tx: Transaction,
  order: NewCodeOrder,
  keysOf: (range: CodeRangeRow) => KeyOfNumber,
): Promise<Ordered> {
  const range = await lockRange(tx, order);
  if (range === undefined) return { kind: 'noRange' };
  const earlier = await tx.query<{ id: string; request: string }>(
    'select id, request from code_order where party = $1 and idempotency_key = $2',
    [order.party, order.idempotencyKey],
  );
  if (earlier[0]) {
    const { id, request } = earlier[0];
    return request === order.request ? { kind: 'repeat', id } : { kind: 'otherRequest' };
  }
  const left = range.to - range.from + 1n - range.reserved;
  if (left < order.count) return { kind: 'full', left };
  const take = order.manner === 'sequential' ? takeInSequence : takeAtRandom;
  const { taken, next, skipped, gaveUp } = await take(tx, range, order.count, keysOf(range));
  if (taken.length < order.count) {
    if (!gaveUp) return { kind: 'full', left: BigInt(taken.length) };
    await tx.execute('update code_range set next_number = $2 where id = $1', [range.id, String(next)]);
    return { kind: 'passed' };
  }
  const id = await insertOrder(tx, order, range, skipped);
  if (id === undefined) return { kind: 'otherRequest' };
  await copyCodes(tx, id, taken, order.createdAt);
  await tx.execute('update code_range set next_number = $2, reserved = reserved + $3 where id = $1', [
    range.id,
    String(next),
    order.count,
  ]);
  const { party: by, count, createdAt: movedAt } = order;
  await appendMovement(tx, { order: id, act: 'reserve', count, by, movedAt });
  return { kind: 'ordered', id };
}

/** One order of a range at a time: the row is written before it is read. */
async function lockRange(tx: Transaction, { range, party }: NewCodeOrder): Promise<CodeRangeRow | undefined> {
  if (!ID.test(range)) return undefined;
  const rows = await tx.query<RangeRow>(
    `update code_range set reserved = reserved where id = $1 and party = $2 returning ${RANGE_COLUMNS}`,
    [range, party],
  );
  return rows[0] && toRange(rows[0]);
}

/** Undefined where an order of another range has come with this key at the same moment. */
async function insertOrder(
  tx: Transaction,
  order: NewCodeOrder,
  range: CodeRangeRow,
  skipped: number,
): Promise<string | undefined> {
  const rows = await tx.query<{ id: string }>(
    `insert into code_order (range_id, party, scheme, stem, digits, manner, lot, note, count, skipped, reserved, created,
                             idempotency_key, request)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $9, $11, $12, $13)
     on conflict (party, idempotency_key) do nothing returning id`,
    [
      range.id,
      order.party,
      range.scheme,
      range.stem,
      range.digits,
      order.manner,
      order.lot ?? null,
      order.note ?? null,
      order.count,
      skipped,
      toTimestamp(order.createdAt),
      order.idempotencyKey,
      order.request,
    ],
  );
  return rows[0]?.id;
}

async function copyCodes(
  tx: Transaction,
  order: string,
  taken: readonly TakenNumber[],
  createdAt: number,
): Promise<void> {
  const tail = `reserved\t${toTimestamp(createdAt)}`;
  await tx.copy(
    'copy issued_code (k, order_id, position, number, state, changed) from stdin',
    taken.map(({ number, key }, index) => `${key}\t${order}\t${index + 1}\t${number}\t${tail}`),
  );
}
