import type { CodeOrder } from '@yunsu/api';
import type { Context } from '../context.ts';
import type { Sender } from './authenticate.ts';
import { toCodeOrder } from './code-order-view.ts';

/** An order with its counts and movements. */
export const readCodeOrder = (
  context: Context,
  sender: Sender,
  { orderID }: { readonly orderID: string },
): Promise<CodeOrder> => toCodeOrder(context, sender, orderID);
