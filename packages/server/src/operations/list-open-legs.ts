import { type OpenLegsAnswer, type OpenLegsQuery, PER_PAGE_DEFAULT, Problem, words } from '@yunsu/api';
import type { Caller } from '@yunsu/domain';
import { identify } from '@yunsu/identifiers';
import type { Context } from '../context.ts';
import { readComputedAt } from '../store/completeness-due.ts';
import { listOpenLegs as listRows } from '../store/read-completeness.ts';
import { unreadable } from './find-unit.ts';
import { createIdentities } from './identities.ts';
import { toAsKnownAt } from './known-point.ts';
import { toLegViews, toSeen } from './leg-views.ts';

/** What a party, the caller's own where none is named, has sent or received and nobody explains. */
export async function listOpenLegs(
  context: Context,
  caller: Caller,
  query: OpenLegsQuery,
): Promise<OpenLegsAnswer> {
  const party = partyOf(caller, query.party);
  const { perPage = PER_PAGE_DEFAULT, nextPageToken: token } = query;
  const last = await readComputedAt(context.db);
  const page = await listRows(context.db, caller, createIdentities().keyOf(party), {
    perPage,
    ...(token === undefined ? {} : { token }),
  });
  if (!page.ok) {
    throw new Problem('invalid-parameter', {
      detail: words('This page token is none of ours.', '该翻页标记无效。'),
    });
  }
  return {
    party,
    asKnownAt: toAsKnownAt({ last, bound: undefined }),
    legs: await toLegViews(context, caller, page.legs.map(toSeen)),
    ...(page.nextPageToken === undefined ? {} : { nextPageToken: page.nextPageToken }),
  };
}

function partyOf(caller: Caller, code: string | undefined): string {
  const party =
    code === undefined ? caller.party : identify(code).find(({ level }) => level === 'party')?.uri;
  if (party !== undefined) return party;
  if (code !== undefined) throw unreadable(code);
  throw new Problem('invalid-parameter', {
    detail: words('Name a party: this key is bound to none.', '请指定主体：该密钥未绑定主体。'),
  });
}
