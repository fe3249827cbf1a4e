import { createCodeOrder } from '../operations/create-code-order.ts';
import { createCodeRange } from '../operations/create-code-range.ts';
import { listCodeOrders } from '../operations/list-code-orders.ts';
import { listCodeRanges } from '../operations/list-code-ranges.ts';
import { listOrderCodes, streamOrderCodes } from '../operations/list-order-codes.ts';
import { moveCodes } from '../operations/move-codes.ts';
import { readCodeOrder } from '../operations/read-code-order.ts';
import type { Handlers } from './call.ts';

/** The life of a code before its first event. */
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
  createCodeRange: async ({ context, sender, body }) => ({
    body: await createCodeRange(context, sender, body),
  }),
  listCodeRanges: async ({ context, sender, parameters }) => ({
    body: await listCodeRanges(context, sender, parameters),
  }),
  createCodeOrder: async ({ context, sender, body }) => ({
    body: await createCodeOrder(context, sender, body),
  }),
  listCodeOrders: async ({ context, sender, parameters }) => ({
    body: await listCodeOrders(context, sender, parameters),
  }),
  readCodeOrder: async ({ context, sender, parameters }) => ({
    body: await readCodeOrder(context, sender, parameters),
  }),
  listOrderCodes: async ({ context, sender, parameters, media }) => {
    if (!media.startsWith('text/csv')) return { body: await listOrderCodes(context, sender, parameters) };
    return {
      pieces: await streamOrderCodes(context, sender, parameters),
      headers: { 'content-disposition': `attachment; filename="codes-${parameters.orderID}.csv"` },
    };
  },
  moveCodes: async ({ context, sender, parameters, body }) => ({
    body: await moveCodes(context, sender, parameters.orderID, body),
  }),
};
