import type { CodeQuery, LinksAnswer, LinkView } from '@yunsu/api';
import type { Candidate } from '@yunsu/identifiers';
import type { Context } from '../context.ts';
import { type LinkRow, readLinks } from '../store/links.ts';
import { readCode } from './find-unit.ts';
import { anchorsOf } from './link-anchors.ts';

/** Where a code points to, with what its lot and its class point to. Links are public. */
export async function listLinks(context: Context, { code }: CodeQuery): Promise<LinksAnswer> {
  return await linksOf(context, await readCode(context, code));
}

/** The links of one reading of a code, the finest anchor first. */
export async function linksOf(context: Context, candidate: Candidate): Promise<LinksAnswer> {
  const anchors = anchorsOf(candidate);
  const found = await readLinks(
    context.db,
    anchors.map(({ key }) => key),
  );
  return { uri: candidate.uri, links: anchors.flatMap(({ key }) => (found.get(key) ?? []).map(toLinkView)) };
}

/** Microseconds since 1970 as RFC 3339 text. */
export const toTime = (micros: number): string => new Date(Math.floor(micros / 1000)).toISOString();

function toLinkView({ key: _, visitedAt, result, hreflang, ...link }: LinkRow): LinkView {
  return {
    ...link,
    hreflang: [...hreflang],
    lastVisited: visitedAt === undefined ? null : toTime(visitedAt),
    lastResult: result ?? null,
  };
}
