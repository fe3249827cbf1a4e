import { type CodeOrders, type PageQuery, PER_PAGE_DEFAULT } from '@yunsu/api';
import type { Static } from 'typebox';
import type { Context } from '../context.ts';
import { listCodeOrders as listRows } from '../store/read-code-orders.ts';
import type { Sender } from './authenticate.ts';
import { toCodeOrders } from './code-order-view.ts';
import { badPageToken } from './list-capture-jobs.ts';

/** The orders of the caller's own, or of its divisions, the latest first. */
export async function listCodeOrders(
  context: Context,
  sender: Sender,
  { perPage = PER_PAGE_DEFAULT, nextPageToken: token }: PageQuery,
): Promise<Static<typeof CodeOrders>> {
  const page = await listRows(context.db, sender, { perPage, ...(token === undefined ? {} : { token }) });
  if (!page.ok) throw badPageToken();
  return {
    orders: await toCodeOrders(context, sender, page.orders),
    ...(page.nextPageToken === undefined ? {} : { nextPageToken: page.nextPageToken }),
  };
}
