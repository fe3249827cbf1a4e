import {
  type CodeAct,
  type CodeCounts,
  type CodeState,
  type CountedLabels,
  closingOf,
  codeTransitions,
  type Key,
  movableFrom,
  sweptFrom,
  type VoidReason,
} from '@yunsu/domain';
import { activateNamed } from './activate-codes.ts';
import { appendMovement, readMovementRequest } from './code-movements.ts';
import { ID } from './code-ranges.ts';
import { lockOrder, NAMED, settleCounts, shiftCodes } from './code-states.ts';
import { arrayOf, type Database } from './database.ts';
import { toTimestamp } from './micros.ts';
import { type Transaction, transaction } from './transaction.ts';

/** Which codes of an order: those that may move, a run of positions, or the codes themselves, each by the keys that it may have. */
export type CodeTarget =
  | { readonly kind: 'all' }
  | { readonly kind: 'positions'; readonly from: number; readonly to: number }
  | { readonly kind: 'codes'; readonly keys: readonly (readonly Key[])[] };

interface MoveRequest {
  readonly order: string;
  /** Canonical URI of the party that moves; the order must be its own. */
  readonly party: string;
  readonly note?: string;
  readonly idempotencyKey: string;
  /** Digest of the request, as a uuid. */
  readonly request: string;
  /** Microseconds since 1970. */
  readonly movedAt: number;
}

/** Codes that are to be printed, activated or made void. */
export interface CodeMove extends MoveRequest {
  readonly act: CodeAct;
  readonly target: CodeTarget;
  /** Needed to make void, and only then. */
  readonly reason?: VoidReason;
}

/** An order that is to be accounted for. */
export interface CodeClosing extends MoveRequest {
  readonly act: 'reconcile';
  readonly counted: CountedLabels;
}

/** What became of a movement: it is made as a whole or not at all. */
export type Moved =
  | { readonly kind: 'moved' | 'repeat' | 'otherRequest' | 'noOrder' | 'nothing' | 'reconciledBefore' }
  /** The order has only so many positions. */
  | { readonly kind: 'outside'; readonly count: number }
  /** The code at this place of the list is none of the order's. */
  | { readonly kind: 'absent'; readonly index: number }
  /** The first code that may not move: for its state, or because an event that stands names it. */
  | { readonly kind: 'stuck'; readonly position: number; readonly number: bigint; readonly state: CodeState }
  | { readonly kind: 'named'; readonly position: number; readonly number: bigint };

/** Moves codes of an order, or accounts for the order, in one transaction. */
export async function moveCodes(db: Database, move: CodeMove | CodeClosing): Promise<Moved> {
  if (!ID.test(move.order)) return { kind: 'noOrder' };
  return await transaction(db, (tx) => moveOnce(tx, move), { keep: ({ kind }) => kind === 'moved' });
}

async function moveOnce(tx: Transaction, move: CodeMove | CodeClosing): Promise<Moved> {
  const order = await lockOrder(tx, move.order, move.party);
  if (order === undefined) return { kind: 'noOrder' };
  const earlier = await readMovementRequest(tx, move.order, move.idempotencyKey);
  if (earlier !== undefined) return { kind: earlier === move.request ? 'repeat' : 'otherRequest' };
  if (move.act !== 'reconcile') return await moveTarget(tx, move, order.count);
  return order.reconciled ? { kind: 'reconciledBefore' } : await close(tx, move);
}

/** A condition on rows `c` of `issued_code`, after the parameters in `values`. */
interface Where {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** A code of the list that is none of the order's, or a place that the order does not have. */
type Wrong = Extract<Moved, { kind: 'outside' | 'absent' }>;

async function whereOf(tx: Transaction, move: CodeMove, count: number): Promise<Where | Wrong> {
  const { target, order } = move;
  if (target.kind === 'all') return { sql: 'c.order_id = $1', values: [order] };
  if (target.kind === 'positions') {
    if (target.to > count) return { kind: 'outside', count };
    return {
      sql: 'c.order_id = $1 and c.position between $2 and $3',
      values: [order, target.from, target.to],
    };
  }
  const rows = await tx.tuples<[Key, number]>(
    'select k, position from issued_code where k = any($1::uuid[]) and order_id = $2',
    [arrayOf(target.keys.flat()), order],
  );
  const positions = new Map(rows);
  const absent = target.keys.findIndex((keys) => !keys.some((key) => positions.has(key)));
  if (absent >= 0) return { kind: 'absent', index: absent };
  return {
    sql: 'c.order_id = $1 and c.position = any($2::int[])',
    values: [order, arrayOf([...positions.values()])],
  };
}

async function moveTarget(tx: Transaction, move: CodeMove, count: number): Promise<Moved> {
  const where = await whereOf(tx, move, count);
  if ('kind' in where) return where;
  const all = move.target.kind === 'all';
  const from = all ? sweptFrom(move.act) : movableFrom(move.act);
  if (!all) {
    const stuck = await findStuck(tx, where, from);
    if (stuck) return stuck;
  }
  // What an event names is on a product, also where its activation has not followed yet.
  const free = move.act === 'void' ? `${where.sql} and not ${NAMED}` : where.sql;
  if (move.act === 'void' && !all) {
    const named = await findFirst(tx, { ...where, sql: `${where.sql} and ${NAMED}` });
    if (named) return { kind: 'named', position: named.position, number: named.number };
  }
  const at = toTimestamp(move.movedAt);
  const delta = { reserved: 0, printed: 0, active: 0, void: 0 };
  let moved = 0;
  let firstPrinted = 0;
  for (const state of from) {
    const to = codeTransitions[move.act][state];
    if (to === null) continue;
    const shift = { from: state, to, at, ...(move.reason === undefined ? {} : { reason: move.reason }) };
    const shifted = await shiftCodes(tx, free, where.values, shift);
    delta[state] -= shifted;
    delta[to] += shifted;
    moved += shifted;
    if (state === 'reserved' && to !== 'void') firstPrinted += shifted;
  }
  if (moved === 0) return { kind: 'nothing' };
  const { order, act, party: by, reason, note, movedAt, idempotencyKey, request } = move;
  await settleCounts(tx, order, delta, firstPrinted);
  const said = { order, by, movedAt };
  if (act === 'activate' && firstPrinted > 0)
    await appendMovement(tx, { ...said, act: 'print', count: firstPrinted });
  await appendMovement(tx, {
    ...said,
    act,
    count: moved,
    ...(reason === undefined ? {} : { reason }),
    ...(note === undefined ? {} : { note }),
    idempotencyKey,
    request,
  });
  return { kind: 'moved' };
}

async function findStuck(
  tx: Transaction,
  where: Where,
  movable: readonly CodeState[],
): Promise<Moved | undefined> {
  const n = where.values.length + 1;
  const stuck = await findFirst(tx, {
    sql: `${where.sql} and c.state <> all($${n}::text[])`,
    values: [...where.values, movable],
  });
  return stuck && { kind: 'stuck', ...stuck };
}

async function findFirst(
  tx: Transaction,
  { sql, values }: Where,
): Promise<{ position: number; number: bigint; state: CodeState } | undefined> {
  const rows = await tx.query<{ position: number; number: string; state: CodeState }>(
    `select c.position, c.number, c.state from issued_code c where ${sql} order by c.position limit 1`,
    values,
  );
  const row = rows[0];
  return row && { position: row.position, number: BigInt(row.number), state: row.state };
}

/** Ends an order: first whatever events name is made active, then what is left over becomes void (`closingOf`). */
async function close(tx: Transaction, move: CodeClosing): Promise<Moved> {
  const { order, party: by, note, counted, movedAt, idempotencyKey, request } = move;
  await activateNamed(tx, order, movedAt);
  const rows = await tx.query<CodeCounts & { labels: number }>(
    'select reserved, printed, active, void, labels from code_order where id = $1',
    [order],
  );
  const { labels, ...counts } = rows[0] as CodeCounts & { labels: number };
  const closing = closingOf(counts, labels, counted);
  const at = toTimestamp(movedAt);
  const sql = 'c.order_id = $1';
  const unused = await shiftCodes(tx, sql, [order], {
    from: 'reserved',
    to: 'void',
    at,
    reason: closing.reserved,
  });
  const ended =
    closing.printed === null
      ? 0
      : await shiftCodes(tx, sql, [order], { from: 'printed', to: 'void', at, reason: closing.printed });
  await settleCounts(tx, order, { reserved: -unused, printed: -ended, active: 0, void: unused + ended }, 0);
  await tx.execute('update code_order set reconciled = $2, unexplained = $3 where id = $1', [
    order,
    at,
    closing.unexplained,
  ]);
  const reason = ended > 0 ? closing.printed : unused > 0 ? closing.reserved : null;
  await appendMovement(tx, {
    order,
    act: 'reconcile',
    count: unused + ended,
    ...(reason === null ? {} : { reason }),
    ...(note === undefined ? {} : { note }),
    counted,
    by,
    movedAt,
    idempotencyKey,
    request,
  });
  return { kind: 'moved' };
}
