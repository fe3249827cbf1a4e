import type { CodeOrder, IssuableScheme } from '@yunsu/api';
import type { Caller } from '@yunsu/domain';
import type { Context } from '../context.ts';
import { MOVEMENTS_MAX, readMovements } from '../store/code-movements.ts';
import type { CodeOrderRow } from '../store/code-orders.ts';
import { readCodeOrder } from '../store/read-code-orders.ts';
import { toInstant } from './instant.ts';
import { noSuch } from './issuing-refusals.ts';
import { readNames } from './naming.ts';

/** Movements of each order in a list; an order by itself has up to MOVEMENTS_MAX. */
export const LISTED_MOVEMENTS_MAX = 20;

/** Orders as the caller reads them, each with its latest movements. */
export async function toCodeOrders(
  context: Context,
  caller: Caller,
  rows: readonly CodeOrderRow[],
  movementsMax = LISTED_MOVEMENTS_MAX,
): Promise<CodeOrder[]> {
  const ids = rows.map(({ id }) => id);
  const [names, movements] = await Promise.all([
    readNames(context, caller, { partyUris: rows.map(({ party }) => party), ledgers: [] }),
    readMovements(context.db, ids, movementsMax),
  ]);
  return rows.map((row) => ({
    id: row.id,
    range: row.range,
    party: names.holderOf(row.party),
    scheme: row.scheme as IssuableScheme,
    stem: row.stem,
    count: row.count,
    manner: row.manner,
    ...(row.lot === undefined ? {} : { lot: row.lot }),
    ...(row.note === undefined ? {} : { note: row.note }),
    skipped: row.skipped,
    created: toInstant(row.createdAt),
    reconciled: row.reconciledAt === undefined ? null : toInstant(row.reconciledAt),
    counts: row.counts,
    labels: row.labels,
    unexplained: row.unexplained ?? null,
    movements: (movements.get(row.id) ?? []).map(({ act, count, reason, note, movedAt, by }) => ({
      act,
      count,
      ...(reason === undefined ? {} : { reason }),
      ...(note === undefined ? {} : { note }),
      at: toInstant(movedAt),
      by,
    })),
  }));
}

/** An order that the caller may see, else the refusal that hides whether there is one. */
export async function findCodeOrder(context: Context, caller: Caller, id: string): Promise<CodeOrderRow> {
  const row = await readCodeOrder(context.db, caller, id);
  if (row === undefined) throw noSuch(`There is no order ${id}.`, `没有领码单 ${id}。`);
  return row;
}

/** One order with its movements. */
export async function toCodeOrder(context: Context, caller: Caller, id: string): Promise<CodeOrder> {
  const row = await findCodeOrder(context, caller, id);
  const [order] = await toCodeOrders(context, caller, [row], MOVEMENTS_MAX);
  return order as CodeOrder;
}
