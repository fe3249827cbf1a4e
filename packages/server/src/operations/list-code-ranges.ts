import { type CodeRanges, type PageQuery, PER_PAGE_DEFAULT } from '@yunsu/api';
import type { Static } from 'typebox';
import type { Context } from '../context.ts';
import { listCodeRanges as listRows } from '../store/code-ranges.ts';
import type { Sender } from './authenticate.ts';
import { toCodeRanges } from './code-range-view.ts';
import { badPageToken } from './list-capture-jobs.ts';

/** The ranges of the caller's own, or of its divisions, the latest first. */
export async function listCodeRanges(
  context: Context,
  sender: Sender,
  { perPage = PER_PAGE_DEFAULT, nextPageToken: token }: PageQuery,
): Promise<Static<typeof CodeRanges>> {
  const page = await listRows(context.db, sender, { perPage, ...(token === undefined ? {} : { token }) });
  if (!page.ok) throw badPageToken();
  return {
    ranges: await toCodeRanges(context, sender, page.ranges),
    ...(page.nextPageToken === undefined ? {} : { nextPageToken: page.nextPageToken }),
  };
}
