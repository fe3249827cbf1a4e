import type { Handlers } from './call.ts';

const missing = async (): Promise<never> => {
  throw new Error('not built');
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
