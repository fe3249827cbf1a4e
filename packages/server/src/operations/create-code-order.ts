import { type CodeOrder, type OrderRequest, words } from '@yunsu/api';
import type { Context } from '../context.ts';
import { appendCodeOrder } from '../store/code-orders.ts';
import { LOOKED_MAX } from '../store/take-numbers.ts';
import type { Sender } from './authenticate.ts';
import { toCodeOrder } from './code-order-view.ts';
import { keysOf } from './code-space.ts';
import { conflict, noSuch, otherRequest, wrongField } from './issuing-refusals.ts';
import { requestDigest } from './request-digest.ts';

/** A lot number of GS1 AI 10: the 82 characters of set 82 (GS1 General Specifications, figure 7.11-1). */
const LOT = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/;

/** Reserves codes of an own range. Sending the same request again answers the same order. */
export async function createCodeOrder(
  context: Context,
  sender: Sender,
  request: OrderRequest,
): Promise<CodeOrder> {
  const { range, count, manner, lot, note, idempotencyKey } = request;
  if (lot !== undefined && !LOT.test(lot)) {
    const text = words(
      'A lot has up to 20 of the characters that GS1 prints (AI 10).',
      '批号应为 GS1 字符集中的 1 至 20 个字符（AI 10）。',
    );
    throw wrongField('/lot', 'lot', text, lot);
  }
  const ordered = await appendCodeOrder(
    context.db,
    {
      party: sender.party ?? '',
      range,
      count,
      manner,
      ...(lot === undefined ? {} : { lot }),
      ...(note === undefined ? {} : { note }),
      idempotencyKey,
      request: requestDigest(request),
      createdAt: context.now().getTime() * 1000,
    },
    keysOf,
  );
  switch (ordered.kind) {
    case 'ordered':
    case 'repeat':
      return await toCodeOrder(context, { ...sender, plane: 'enterprise' }, ordered.id);
    case 'otherRequest':
      throw otherRequest(idempotencyKey);
    case 'noRange':
      throw noSuch(`There is no range ${range} of your own.`, `没有属于本方的号段 ${range}。`);
    case 'full':
      throw conflict(
        `The range has ${ordered.left} free numbers left for this order, ${count} are asked for.`,
        `号段中可用于此单的空号剩余 ${ordered.left} 个，需要 ${count} 个。`,
      );
    case 'passed':
      throw conflict(
        `${LOOKED_MAX} numbers were looked at and too many of them are in use; order again, or at another range.`,
        `已查看 ${LOOKED_MAX} 个流水号，其中已用者过多；请重新领码或改用其他号段。`,
      );
  }
}
