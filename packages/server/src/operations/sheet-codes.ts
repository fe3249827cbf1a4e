import { type Problem, SHEET_LABELS_MAX, type SheetRequest, words } from '@yunsu/api';
import { composeCode } from '@yunsu/identifiers';
import type { Context } from '../context.ts';
import { isPersonal, type Named } from '../labels/subject.ts';
import { readOrderCodes } from '../store/issued-codes.ts';
import type { Sender } from './authenticate.ts';
import { findCodeOrder } from './code-order-view.ts';
import { spaceOf } from './code-space.ts';
import { readCodes, unreadable } from './find-unit.ts';
import { wrongField } from './issuing-refusals.ts';

/** Longest code that a refusal repeats, in characters. */
const CODE_SHOWN_MAX = 100;

/** A code of a sheet and where the request has it, for the refusal that may follow. */
export interface SheetCode {
  readonly pointer: string;
  /** The code as it came, or its position in the order; empty where it is a person's. */
  readonly got: string;
  readonly code: Named | Problem;
}

/** The codes of a sheet in the order in which they are printed. */
export interface SheetCodes {
  readonly codes: readonly SheetCode[];
  /** How many positions of the order are void and get no label. */
  readonly leftOut: number;
}

/** The codes that a request names, or those at the positions of an order that the caller may see. */
export async function readSheetCodes(
  context: Context,
  sender: Sender,
  { codes = [], order }: Pick<SheetRequest, 'codes' | 'order'>,
): Promise<SheetCodes> {
  return order ? await codesOfOrder(context, sender, order) : await givenCodes(context, codes);
}

/** One that no scheme reads stands in its place as its refusal, so that all of them can be told at once. */
async function givenCodes(context: Context, codes: readonly string[]): Promise<SheetCodes> {
  const candidates = await readCodes(context, codes);
  const named = codes.map((written, index): SheetCode => {
    const identity = candidates[index];
    const pointer = `/codes/${index}`;
    const got = identity && isPersonal(identity.scheme) ? '' : written.slice(0, CODE_SHOWN_MAX);
    return { pointer, got, code: identity ? { identity, written } : unreadable(written) };
  });
  return { codes: named, leftOut: 0 };
}

async function codesOfOrder(
  context: Context,
  sender: Sender,
  { id, from, to }: NonNullable<SheetRequest['order']>,
): Promise<SheetCodes> {
  const order = await findCodeOrder(context, sender, id);
  checkPositions(order.count, from, to);
  const space = spaceOf(order);
  const rows = await readOrderCodes(context.db, id, { after: from - 1, limit: to - from + 1 });
  const kept = rows.filter(({ state }) => state !== 'void');
  if (kept.length === 0)
    throw wrongField('/order', 'void', words('All of these codes are void.', '这些编码均已作废。'));
  const lot = order.lot === undefined ? {} : { lot: order.lot };
  const codes = kept.map(({ number, position }): SheetCode => {
    const { uri, scheme, parts } = composeCode(space, number).identifier;
    const code = { identity: { uri, scheme, parts: { ...parts, ...lot } } };
    return { pointer: '/order', got: String(position), code };
  });
  return { codes, leftOut: rows.length - kept.length };
}

function checkPositions(count: number, from: number, to: number): void {
  if (to < from || to > count) {
    throw wrongField(
      '/order',
      'positions',
      words(`The order has positions 1 to ${count}.`, `该领码单的序号为 1 至 ${count}。`),
      `${from}–${to}`,
    );
  }
  if (to - from >= SHEET_LABELS_MAX) {
    throw wrongField(
      '/order',
      'labelsMax',
      words(`At most ${SHEET_LABELS_MAX} labels at a time.`, `一次最多打印 ${SHEET_LABELS_MAX} 个标签。`),
      String(to - from + 1),
    );
  }
}
