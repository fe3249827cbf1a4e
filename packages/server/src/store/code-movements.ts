import type { CountedLabels, VoidReason } from '@yunsu/domain';
import type { Executor } from './database.ts';
import { toTimestamp } from './micros.ts';
import { chinaDay } from './roll-up.ts';

/** Something that was done to codes of an order. */
export interface CodeMovement {
  readonly act: 'reserve' | 'print' | 'activate' | 'void' | 'reconcile';
  /** Codes that changed their state by it. */
  readonly count: number;
  readonly reason?: VoidReason;
  readonly note?: string;
  readonly counted?: CountedLabels;
  /** Canonical URI of a party, or `event`. */
  readonly by: string;
  /** Microseconds since 1970. */
  readonly movedAt: number;
}

/** A movement with its order, and the key under which its request came. */
export interface NewCodeMovement extends CodeMovement {
  readonly order: string;
  readonly idempotencyKey?: string;
  readonly request?: string;
}

/** Most movements of an order that are read, the latest: an order in parts moves some hundred times. */
export const MOVEMENTS_MAX = 1_000;

/** Writes a movement down; the caller has written the row of the order before, so numbers never race. */
export async function appendMovement(tx: Executor, movement: NewCodeMovement): Promise<void> {
  const { order, act, count, reason, note, counted, by, movedAt, idempotencyKey, request } = movement;
  await tx.execute(
    `insert into code_movement (order_id, number, act, count, reason, note, applied, spoiled, left_over, moved, moved_by,
                                idempotency_key, request)
     select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
       from code_movement where order_id = $1`,
    [
      order,
      act,
      count,
      reason ?? null,
      note ?? null,
      counted?.applied ?? null,
      counted?.spoiled ?? null,
      counted?.left ?? null,
      toTimestamp(movedAt),
      by,
      idempotencyKey ?? null,
      request ?? null,
    ],
  );
}

/**
 * Adds to the movement of a day that events make. Its key holds a colon, which no caller's key does. What was printed
 * without saying so is a movement of its own before the activation.
 */
export async function addEventMovement(
  tx: Executor,
  order: string,
  act: 'print' | 'activate',
  count: number,
  movedAt: number,
): Promise<void> {
  if (count === 0) return;
  await tx.execute(
    `insert into code_movement (order_id, number, act, count, moved, moved_by, idempotency_key)
     select $1, coalesce(max(number), 0) + 1, $2, $3, $4, 'event', $5 from code_movement where order_id = $1
     on conflict (order_id, idempotency_key)
       do update set count = code_movement.count + excluded.count, moved = excluded.moved`,
    [order, act, count, toTimestamp(movedAt), `${act}:${chinaDay(movedAt)}`],
  );
}

/** The digest of the request that came under a key; undefined where none did. */
export async function readMovementRequest(
  tx: Executor,
  order: string,
  idempotencyKey: string,
): Promise<string | undefined> {
  const rows = await tx.query<{ request: string }>(
    'select request from code_movement where order_id = $1 and idempotency_key = $2',
    [order, idempotencyKey],
  );
  return rows[0]?.request;
}

/** The movements of orders in the order in which they were made, of each the latest. */
export async function readMovements(
  db: Executor,
  orders: readonly string[],
  perOrder: number = MOVEMENTS_MAX,
): Promise<Map<string, CodeMovement[]>> {
  type Row = Omit<CodeMovement, 'reason' | 'note' | 'by' | 'movedAt'> & {
    order_id: string;
    reason: VoidReason | null;
    note: string | null;
    moved: number;
    moved_by: string;
  };
  const rows = await db.query<Row>(
    `select m.* from unnest($1::bigint[]) as o (id) cross join lateral (
       select order_id, number, act, count, reason, note, moved, moved_by from code_movement
        where order_id = o.id order by number desc limit $2) m
      order by m.order_id, m.number`,
    [orders, perOrder],
  );
  const movements = new Map<string, CodeMovement[]>();
  for (const { order_id, act, count, reason, note, moved, moved_by } of rows) {
    const list = movements.get(order_id) ?? [];
    movements.set(order_id, list);
    list.push({
      act,
      count,
      ...(reason === null ? {} : { reason }),
      ...(note === null ? {} : { note }),
      by: moved_by,
      movedAt: moved,
    });
  }
  return movements;
}
