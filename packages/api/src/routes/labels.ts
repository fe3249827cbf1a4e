import Type from 'typebox';
import type { Route } from '../route.ts';
import { LabelQuery, SheetRequest } from '../shapes/label.ts';
import { words } from '../words.ts';

/** ZPL has no registered media type; it is ASCII text. */
const ZPL_MEDIA = 'text/plain';

/** Codes on paper. The parameter `form` says which form; without it `Accept` does. */
export const labelRoutes = {
  drawLabel: {
    method: 'GET',
    path: '/api/labels',
    who: 'anyone',
    summary: words('Draw the label of a code', '绘制单个编码的标签'),
    query: LabelQuery,
    status: 200,
    answer: Type.String(),
    media: 'image/svg+xml',
    alsoMedia: ['image/png', 'application/pdf', ZPL_MEDIA],
    binary: true,
    problems: ['invalid-parameter', 'unreadable-code', 'unprintable-code'],
  },
  printSheet: {
    method: 'POST',
    path: '/api/label-sheets',
    who: 'key',
    summary: words('Print labels on sheets or rolls', '批量排版打印标签'),
    body: SheetRequest,
    status: 200,
    answer: Type.String(),
    media: 'application/pdf',
    alsoMedia: [ZPL_MEDIA],
    binary: true,
    /** How many positions of the order are void and got no label. */
    answerHeaders: ['yunsu-void-left-out'],
    problems: [
      'invalid-json',
      'invalid-request',
      'unreadable-code',
      'unprintable-code',
      'not-found',
      'not-allowed',
    ],
  },
} as const satisfies Record<string, Route>;
