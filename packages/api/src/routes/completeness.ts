import type { Route } from '../route.ts';
import {
  CompletenessAnswer,
  CompletenessQuery,
  OpenLegsAnswer,
  OpenLegsQuery,
} from '../shapes/completeness.ts';
import { words } from '../words.ts';

/** How complete the records are. */
export const completenessRoutes = {
  readCompleteness: {
    method: 'GET',
    path: '/api/completeness',
    who: 'key',
    summary: words(
      'Say how much of a unit’s way the records explain, with the working',
      '查询追溯单元记录的完整度（附计算过程）',
    ),
    query: CompletenessQuery,
    status: 200,
    answer: CompletenessAnswer,
    problems: ['invalid-parameter', 'unreadable-code'],
  },
  listOpenLegs: {
    method: 'GET',
    path: '/api/completeness/legs',
    who: 'key',
    summary: words(
      'List what a party has sent or received and nobody explains',
      '列出某主体未闭合的发货与收货',
    ),
    query: OpenLegsQuery,
    status: 200,
    answer: OpenLegsAnswer,
    problems: ['invalid-parameter', 'unreadable-code'],
  },
} as const satisfies Record<string, Route>;
