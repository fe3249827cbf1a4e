import { type HistoryAnswer, type HistoryQuery, PER_PAGE_DEFAULT, Problem, words } from '@yunsu/api';
import type { Caller } from '@yunsu/domain';
import type { Context } from '../context.ts';
import { listUnitEvents } from '../store/list-unit-events.ts';
import { toEventViews } from './event-views.ts';
import { findUnit } from './find-unit.ts';
import { readKnownPoint, toAsKnownAt } from './known-point.ts';
import { readProductsOf } from './products.ts';

/** The events of a unit in the order of their times, those taken back among them and marked. */
export async function readHistory(
  context: Context,
  caller: Caller,
  query: HistoryQuery,
): Promise<HistoryAnswer> {
  const known = await readKnownPoint(context, query.knownAt);
  const unit = await findUnit(context, query.code);
  const { perPage = PER_PAGE_DEFAULT, nextPageToken: token } = query;
  const [page, products] = await Promise.all([
    listUnitEvents(context.db, caller, unit.key, {
      perPage,
      known: known.bound,
      ...(token === undefined ? {} : { token }),
    }),
    readProductsOf(context, [unit.key]),
  ]);
  if (!page.ok) {
    throw new Problem('invalid-parameter', {
      detail: words('This page token is none of ours.', '该翻页标记无效。'),
    });
  }
  return {
    uri: unit.uri,
    asKnownAt: toAsKnownAt(known),
    events: await toEventViews(context, caller, page.events, products.ledgers),
    ...(page.nextPageToken === undefined ? {} : { nextPageToken: page.nextPageToken }),
  };
}
