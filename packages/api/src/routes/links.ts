import type { Route } from '../route.ts';
import { CodeQuery } from '../shapes/identification.ts';
import { LinkHealthAnswer, LinkHealthQuery, LinksAnswer, LinksRequest } from '../shapes/link.ts';
import { words } from '../words.ts';

/** Where codes point to, and whether anybody is there. */
export const linkRoutes = {
  replaceLinks: {
    method: 'POST',
    path: '/api/links',
    who: 'key',
    summary: words('Replace the links of a code', '替换编码的链接'),
    body: LinksRequest,
    status: 200,
    answer: LinksAnswer,
    problems: ['invalid-json', 'invalid-request', 'unreadable-code', 'not-allowed'],
  },
  listLinks: {
    method: 'GET',
    path: '/api/links',
    who: 'anyone',
    summary: words('List where a code points to', '列出编码的链接'),
    query: CodeQuery,
    status: 200,
    answer: LinksAnswer,
    problems: ['invalid-parameter', 'unreadable-code'],
  },
  readLinkHealth: {
    method: 'GET',
    path: '/api/link-health',
    who: 'anyone',
    summary: words('Count the dead links of each issuer, worst first', '各发码主体的失效链接统计'),
    query: LinkHealthQuery,
    status: 200,
    answer: LinkHealthAnswer,
    problems: ['invalid-parameter'],
  },
} as const satisfies Record<string, Route>;
