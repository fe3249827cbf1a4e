import type { Caller } from '@yunsu/domain';
import type { CodeOrderRow } from './code-orders.ts';
import { ID } from './code-ranges.ts';
import type { Executor } from './database.ts';
import { heldBy } from './held-by.ts';
import { type Page, PER_PAGE_MAX } from './list-unit-events.ts';
import { parsePageToken, toPageToken } from './page-token.ts';

const ORDER_COLUMNS = `id, range_id, party, scheme, stem, digits, manner, lot, note, count, skipped, reserved, printed, active,
  void, labels, created, reconciled, unexplained`;

interface OrderRow {
  id: string;
  range_id: string;
  party: string;
  scheme: string;
  stem: string;
  digits: number;
  manner: CodeOrderRow['manner'];
  lot: string | null;
  note: string | null;
  count: number;
  skipped: number;
  reserved: number;
  printed: number;
  active: number;
  void: number;
  labels: number;
  created: number;
  reconciled: number | null;
  unexplained: string | null;
}

function toOrder(row: OrderRow): CodeOrderRow {
  const { id, party, scheme, stem, digits, manner, lot, note, count, skipped, labels } = row;
  const { reserved, printed, active } = row;
  return {
    id,
    range: row.range_id,
    party,
    scheme,
    stem,
    digits,
    manner,
    count,
    ...(lot === null ? {} : { lot }),
    ...(note === null ? {} : { note }),
    skipped,
    counts: { reserved, printed, active, void: row.void },
    labels,
    createdAt: row.created,
    ...(row.reconciled === null ? {} : { reconciledAt: row.reconciled }),
    ...(row.unexplained === null ? {} : { unexplained: Number(row.unexplained) }),
  };
}

/** An order that the caller may see. */
export async function readCodeOrder(
  db: Executor,
  caller: Caller,
  id: string,
): Promise<CodeOrderRow | undefined> {
  if (!ID.test(id)) return undefined;
  const values: unknown[] = [id];
  const rows = await db.query<OrderRow>(
    `select ${ORDER_COLUMNS} from code_order where id = $1 and ${heldBy(caller, 'party', values)}`,
    values,
  );
  return rows[0] && toOrder(rows[0]);
}

/** A page of orders; `badToken` where the token is none of ours. */
export type CodeOrderPage =
  | { readonly ok: true; readonly orders: CodeOrderRow[]; readonly nextPageToken?: string }
  | { readonly ok: false; readonly reason: 'badToken' };

/** The orders that the caller may see, the latest first. */
export async function listCodeOrders(db: Executor, caller: Caller, page: Page): Promise<CodeOrderPage> {
  const perPage = Math.max(1, Math.min(page.perPage, PER_PAGE_MAX));
  const before = page.token === undefined ? undefined : parsePageToken(page.token, [ID]);
  if (page.token !== undefined && before === undefined) return { ok: false, reason: 'badToken' };
  const values: unknown[] = [perPage + 1, before?.[0] ?? null];
  const held = heldBy(caller, 'party', values);
  const rows = await db.query<OrderRow>(
    `select ${ORDER_COLUMNS} from code_order where ($2::bigint is null or id < $2) and ${held}
      order by id desc limit $1`,
    values,
  );
  const shown = rows.slice(0, perPage);
  const last = rows.length > perPage ? shown.at(-1) : undefined;
  return { ok: true, orders: shown.map(toOrder), ...(last ? { nextPageToken: toPageToken([last.id]) } : {}) };
}
