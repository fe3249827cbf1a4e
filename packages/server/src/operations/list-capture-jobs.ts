import { type CaptureJob, type PageQuery, PER_PAGE_DEFAULT, Problem, words } from '@yunsu/api';
import type { Caller } from '@yunsu/domain';
import type { Context } from '../context.ts';
import { listCaptureJobs as listJobRows } from '../store/capture-jobs.ts';
import { toCaptureJob } from './capture-job-answer.ts';

/** The caller's own capture jobs, the latest first, page by page. */
export async function listCaptureJobs(
  context: Context,
  caller: Caller,
  { perPage = PER_PAGE_DEFAULT, nextPageToken }: PageQuery,
): Promise<{ jobs: CaptureJob[]; nextPageToken?: string }> {
  const token = nextPageToken === undefined ? {} : { token: nextPageToken };
  const page = await listJobRows(context.db, caller, { perPage, ...token });
  if (!page.ok) throw badPageToken();
  return {
    jobs: page.jobs.map(toCaptureJob),
    ...(page.nextPageToken === undefined ? {} : { nextPageToken: page.nextPageToken }),
  };
}

/** The refusal of a page token that this server did not give. */
export function badPageToken(): Problem {
  const en = 'nextPageToken is not one that this server gave.';
  const zh = 'nextPageToken 不是本服务签发的。';
  return new Problem('invalid-parameter', {
    detail: words(en, zh),
    faults: [
      { pointer: 'nextPageToken', rule: 'page-token', expected: 'a token of this list', got: '', en, zh },
    ],
  });
}
