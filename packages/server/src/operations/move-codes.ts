import { type CodeOrder, type MovementRequest, words } from '@yunsu/api';
import type { CodeState } from '@yunsu/domain';
import { composeCode, identify, keyOf } from '@yunsu/identifiers';
import type { Context } from '../context.ts';
import type { CodeOrderRow } from '../store/code-orders.ts';
import {
  type CodeClosing,
  type CodeMove,
  type CodeTarget,
  type Moved,
  moveCodes as moveRows,
} from '../store/move-codes.ts';
import type { Sender } from './authenticate.ts';
import { findCodeOrder, toCodeOrder } from './code-order-view.ts';
import { spaceOf } from './code-space.ts';
import { CONFIDENCE_MIN, unreadable } from './find-unit.ts';
import { sha256Hex } from './identities.ts';
import { conflict, noSuch, otherRequest, wrongField } from './issuing-refusals.ts';
import { requestDigest } from './request-digest.ts';

/** Says of codes of an own order that they were printed, are in use or are void, or accounts for the order. */
export async function moveCodes(
  context: Context,
  sender: Sender,
  orderID: string,
  request: MovementRequest,
): Promise<CodeOrder> {
  checkFields(request);
  const owner = { ...sender, plane: 'enterprise' } as const;
  const order = await findCodeOrder(context, owner, orderID);
  const moved = await moveRows(context.db, toMove(context, order, request));
  if (moved.kind !== 'moved' && moved.kind !== 'repeat') throw refusal(order, request, moved);
  return await toCodeOrder(context, owner, orderID);
}

/** What each act needs beside its name, and what it cannot have. */
function checkFields({ act, positions, codes, reason, counted }: MovementRequest): void {
  if (positions && codes) {
    throw wrongField(
      '/codes',
      'target',
      words('Name positions or codes, not both.', '位置与编码只能二选一。'),
    );
  }
  if (positions && positions.from > positions.to) {
    throw wrongField('/positions', 'target', words('from is after to.', 'from 大于 to。'));
  }
  if ((act === 'void') !== (reason !== undefined)) {
    const text =
      act === 'void'
        ? words('Say why the codes become void.', '请说明作废原因。')
        : words('Only what becomes void has a reason.', '仅作废需要原因。');
    throw wrongField('/reason', 'reason', text, reason ?? '');
  }
  if ((act === 'reconcile') !== (counted !== undefined)) {
    const text =
      act === 'reconcile'
        ? words('Say how many labels were counted.', '请填写清点的标签数量。')
        : words('Labels are counted to reconcile only.', '仅核销需要清点数量。');
    throw wrongField('/counted', 'counted', text);
  }
  if (act === 'reconcile' && (positions || codes)) {
    throw wrongField(
      positions ? '/positions' : '/codes',
      'target',
      words('An order is reconciled as a whole.', '核销以整张领码单为单位。'),
    );
  }
}

function toMove(context: Context, order: CodeOrderRow, request: MovementRequest): CodeMove | CodeClosing {
  const { act, reason, note, counted, idempotencyKey } = request;
  const common = {
    order: order.id,
    party: order.party,
    ...(note === undefined ? {} : { note }),
    idempotencyKey,
    request: requestDigest(request),
    movedAt: context.now().getTime() * 1000,
  };
  if (act === 'reconcile') {
    return { ...common, act, counted: counted ?? { applied: 0, spoiled: 0, left: 0 } };
  }
  return { ...common, act, target: toTarget(request), ...(reason === undefined ? {} : { reason }) };
}

function toTarget({ positions, codes }: MovementRequest): CodeTarget {
  if (positions) return { kind: 'positions', ...positions };
  if (!codes) return { kind: 'all' };
  return { kind: 'codes', keys: codes.map(keysOfCode) };
}

/** The keys of all readings of a code that are worth looking up. */
function keysOfCode(code: string): string[] {
  const candidates = identify(code).filter(({ confidence }) => confidence > CONFIDENCE_MIN);
  if (candidates.length === 0) throw unreadable(code);
  return candidates.map(({ uri }) => keyOf(uri, sha256Hex));
}

const STATE_WORDS: Readonly<Record<CodeState, readonly [en: string, zh: string]>> = {
  reserved: ['reserved and not printed', '已领未印'],
  printed: ['printed', '已印'],
  active: ['active', '已激活'],
  void: ['void', '已作废'],
};

function refusal(
  order: CodeOrderRow,
  { codes, idempotencyKey }: MovementRequest,
  moved: Exclude<Moved, { kind: 'moved' | 'repeat' }>,
) {
  const codeOf = (number: bigint) => composeCode(spaceOf(order), number).code;
  switch (moved.kind) {
    case 'otherRequest':
      return otherRequest(idempotencyKey);
    case 'noOrder':
      return noSuch(`There is no order ${order.id}.`, `没有领码单 ${order.id}。`);
    case 'nothing':
      return conflict(
        'No code of the order is in a state that allows it.',
        '领码单中没有处于可操作状态的编码。',
      );
    case 'reconciledBefore':
      return conflict('The order was reconciled before.', '该领码单此前已核销。');
    case 'outside':
      return wrongField(
        '/positions/to',
        'target',
        words(`The order has ${moved.count} codes.`, `该领码单共 ${moved.count} 个编码。`),
      );
    case 'absent': {
      const code = codes?.[moved.index] ?? '';
      return conflict(`The code ${code} is none of this order.`, `编码 ${code} 不属于该领码单。`);
    }
    case 'stuck': {
      const [en, zh] = STATE_WORDS[moved.state];
      const code = codeOf(moved.number);
      return conflict(
        `The code ${code} (position ${moved.position}) is ${en}; nothing was changed.`,
        `编码 ${code}（第 ${moved.position} 个）的状态为${zh}，未作任何更改。`,
      );
    }
    case 'named': {
      const code = codeOf(moved.number);
      return conflict(
        `Events name the code ${code} (position ${moved.position}), so it is on a product: declare the events wrong or recall it; nothing was changed.`,
        `编码 ${code}（第 ${moved.position} 个）已有事件记录，说明已用于商品：请先声明事件有误或发起召回；未作任何更改。`,
      );
    }
  }
}
