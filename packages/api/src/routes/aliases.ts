import type { Route } from '../route.ts';
import { AliasAnswer, AliasRequest } from '../shapes/alias.ts';
import { CodeQuery } from '../shapes/identification.ts';
import { words } from '../words.ts';

/** One unit, many codes. */
export const aliasRoutes = {
  addAlias: {
    method: 'POST',
    path: '/api/aliases',
    who: 'key',
    summary: words('Give a unit another name', '为追溯单元登记另一个编码'),
    body: AliasRequest,
    status: 201,
    answer: AliasAnswer,
    problems: [
      'invalid-json',
      'invalid-request',
      'unreadable-code',
      'not-allowed',
      'not-found',
      'code-conflict',
    ],
  },
  listAliases: {
    method: 'GET',
    path: '/api/aliases',
    who: 'anyone',
    summary: words('List the other names of a unit', '列出追溯单元的其他编码'),
    query: CodeQuery,
    status: 200,
    answer: AliasAnswer,
    problems: ['invalid-parameter', 'unreadable-code'],
  },
} as const satisfies Record<string, Route>;
