import { Problem, words } from '@yunsu/api';
import type { Handlers } from './call.ts';

/** The console asks for it; a server without it says so plainly. */
const missing = async (): Promise<never> => {
  throw new Problem('not-found', {
    detail: words('This server does not offer ranges and orders of codes.', '本服务器未提供号段与领码功能。'),
  });
};

export const issuingHandlers: Pick<
  Handlers,
  | 'createCodeRange'
  | 'listCodeRanges'
  | 'createCodeOrder'
  | 'listCodeOrders'
  | 'readCodeOrder'
  | 'listOrderCodes'
  | 'moveCodes'
> = {
  createCodeRange: missing,
  listCodeRanges: missing,
  createCodeOrder: missing,
  listCodeOrders: missing,
  readCodeOrder: missing,
  listOrderCodes: missing,
  moveCodes: missing,
};
