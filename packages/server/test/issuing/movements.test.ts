import { COUNTED_MAX, type CodeOrder, MOVEMENT_CODES_MAX, type MovementRequest } from '@yunsu/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MOVEMENTS_MAX } from '../../src/store/code-movements.ts';
import { refusalOf } from '../http/given.ts';
import {
  capture,
  codesOf,
  commissioning,
  type GivenIssuing,
  givenIssuing,
  giveRange,
  type Holder,
  move,
  newKey,
  order,
} from './given.ts';

let on: GivenIssuing;
let farm: Holder;
let range: string;
beforeAll(async () => {
  on = await givenIssuing();
  farm = await on.holder();
  range = (await giveRange(on.regulator, farm.party)).id;
});
afterAll(() => on[Symbol.asyncDispose]());

const ten = () => order(farm.client, range, 10);
const at = (from: number, to = from) => ({ positions: { from, to } });
const statesOf = async ({ id }: CodeOrder) => (await codesOf(farm.client, id)).map(({ state }) => state);
const refused = async ({ id }: CodeOrder, act: MovementRequest['act'], told: Partial<MovementRequest>) => {
  const { status, problem } = await refusalOf(move(farm.client, id, act, told));
  return { status, pointer: problem?.errors?.[0]?.pointer, detail: problem?.detail, zh: problem?.detailZh };
};

test('codes go from reserved over printed to active or void, by positions, by codes, and all that may move', async () => {
  const made = await ten();
  const codes = await codesOf(farm.client, made.id);
  await move(farm.client, made.id, 'print', at(1, 6));
  await move(farm.client, made.id, 'activate', at(2, 3));
  // In any spelling, and one of them twice.
  const [, , , fourth, fifth] = codes;
  await move(farm.client, made.id, 'void', {
    codes: [fourth?.code ?? '', fifth?.uri ?? '', fifth?.link ?? ''],
    reason: 'spoiled',
    note: '卡纸',
  });
  expect(await statesOf(made)).toEqual([
    ...['printed', 'active', 'active', 'void', 'void', 'printed'],
    ...['reserved', 'reserved', 'reserved', 'reserved'],
  ]);
  const after = await move(farm.client, made.id, 'print');
  expect(after.counts).toEqual({ reserved: 0, printed: 6, active: 2, void: 2 });
  expect(after.movements.map(({ act, count, reason, note }) => [act, count, reason, note])).toEqual([
    ['reserve', 10, undefined, undefined],
    ['print', 6, undefined, undefined],
    ['activate', 2, undefined, undefined],
    ['void', 2, 'spoiled', '卡纸'],
    ['print', 4, undefined, undefined],
  ]);
  const byState = await farm.client.listOrderCodes({ orderID: made.id, state: 'void' });
  expect(byState.codes.map(({ position }) => position)).toEqual([4, 5]);
});

test('to activate a code that was not printed is to say that it was', async () => {
  const made = await ten();
  const after = await move(farm.client, made.id, 'activate', at(1, 4));
  expect(after.movements.map(({ act, count }) => [act, count])).toEqual([
    ['reserve', 10],
    ['print', 4],
    ['activate', 4],
  ]);
  const done = await move(farm.client, made.id, 'reconcile', {
    counted: { applied: 4, spoiled: 0, left: 0 },
  });
  expect([done.unexplained, done.counts]).toEqual([0, { reserved: 0, printed: 0, active: 4, void: 6 }]);
});

test('an act that one of its codes does not allow changes none of them, and names the first', async () => {
  const made = await ten();
  await move(farm.client, made.id, 'print', at(4, 5));
  const codes = await codesOf(farm.client, made.id);
  expect(await refused(made, 'print', at(1, 10))).toEqual({
    status: 409,
    pointer: undefined,
    detail: `The code ${codes[3]?.code} (position 4) is printed; nothing was changed.`,
    zh: `编码 ${codes[3]?.code}（第 4 个）的状态为已印，未作任何更改。`,
  });
  expect((await farm.client.readCodeOrder({ orderID: made.id })).counts.printed).toBe(2);
  await move(farm.client, made.id, 'void', { ...at(9), reason: 'wrong' });
  for (const [act, told] of [
    ['print', {}],
    ['activate', {}],
    ['void', { reason: 'lost' }],
  ] as const) {
    expect((await refused(made, act, { ...at(9), ...told })).detail).toContain('is void');
  }
});

test('where no code may move, nothing is written down', async () => {
  const made = await ten();
  await move(farm.client, made.id, 'print');
  expect((await refused(made, 'print', {})).detail).toContain('No code of the order');
  expect((await farm.client.readCodeOrder({ orderID: made.id })).movements).toHaveLength(2);
});

test('the whole order is made void without its active codes, and these one by one only', async () => {
  const made = await ten();
  await move(farm.client, made.id, 'activate', at(1, 3));
  const swept = await move(farm.client, made.id, 'void', { reason: 'unused' });
  expect(swept.counts).toEqual({ reserved: 0, printed: 0, active: 3, void: 7 });
  const after = await move(farm.client, made.id, 'void', { ...at(1), reason: 'wrong' });
  expect(after.counts.active).toBe(2);
});

test('a code that a standing event names becomes void neither by name nor by the way', async () => {
  const made = await ten();
  const codes = await codesOf(farm.client, made.id);
  const event = commissioning([codes[1]?.uri ?? '']);
  await capture(farm.client, event);
  // Its activation has not followed yet, and still it is on a product.
  const named = await refused(made, 'void', { ...at(1, 3), reason: 'lost' });
  expect(named.detail).toContain(`Events name the code ${codes[1]?.code} (position 2)`);
  expect(named.zh).toContain('召回');
  const swept = await move(farm.client, made.id, 'void', { ...at(4, 10), reason: 'unused' });
  expect(swept.counts).toEqual({ reserved: 3, printed: 0, active: 0, void: 7 });
  expect((await move(farm.client, made.id, 'void', { reason: 'unused' })).counts.reserved).toBe(1);
  await on.settle();
  expect((await statesOf(made))[1]).toBe('active');
  expect((await refused(made, 'void', { ...at(2), reason: 'lost' })).detail).toContain('Events name');
  // Declared wrong, the event stands no longer.
  await capture(farm.client, {
    ...event,
    errorDeclaration: { declarationTime: '2026-03-02T00:00:00Z', reason: 'incorrect_data' },
  });
  expect((await move(farm.client, made.id, 'void', { ...at(2), reason: 'wrong' })).counts.active).toBe(0);
});

test.each<[string, MovementRequest['act'], Partial<MovementRequest>, string]>([
  ['positions and codes at once', 'print', { ...at(1), codes: ['1'] }, '/codes'],
  ['positions that end before they begin', 'print', at(3, 2), '/positions'],
  ['a position that the order does not have', 'print', at(10, 11), '/positions/to'],
  ['a void without a reason', 'void', at(1), '/reason'],
  ['a print with a reason', 'print', { ...at(1), reason: 'lost' }, '/reason'],
  ['a print with counted labels', 'print', { counted: { applied: 0, spoiled: 0, left: 0 } }, '/counted'],
  ['a reconciliation without them', 'reconcile', {}, '/counted'],
  [
    'a reconciliation of a part',
    'reconcile',
    { ...at(1), counted: { applied: 0, spoiled: 0, left: 0 } },
    '/positions',
  ],
])('%s is refused at its place', async (_, act, told, pointer) => {
  const made = await ten();
  expect(await refused(made, act, told)).toMatchObject({ status: 400, pointer });
  expect((await farm.client.readCodeOrder({ orderID: made.id })).movements).toHaveLength(1);
});

test('a code that nobody can read, and one of another order, are refused by name', async () => {
  const [made, other] = [await ten(), await ten()];
  const [first] = await codesOf(farm.client, other.id, 1);
  const own = (await codesOf(farm.client, made.id, 1))[0]?.code ?? '';
  expect((await refused(made, 'print', { codes: [own, '(01)09521234045015(21)1'] })).status).toBe(400);
  const foreign = await refused(made, 'print', { codes: [own, first?.code ?? ''] });
  expect([foreign.status, foreign.detail]).toEqual([409, `The code ${first?.code} is none of this order.`]);
});

test('the most codes of one movement are moved, and one more is refused', async () => {
  const made = await order(farm.client, range, MOVEMENT_CODES_MAX + 1);
  const codes = (await codesOf(farm.client, made.id)).map(({ code }) => code);
  expect((await move(farm.client, made.id, 'print', { codes })).counts.printed).toBe(MOVEMENT_CODES_MAX);
  expect((await refused(made, 'activate', { codes: [...codes, codes[0] ?? ''] })).status).toBe(400);
});

test('the same movement with the same key is made once, at the same moment too; another with it is refused', async () => {
  const made = await ten();
  const idempotencyKey = newKey();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => move(farm.client, made.id, 'print', { ...at(1, 4), idempotencyKey })),
  );
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]?.movements).toHaveLength(2);
  const other = await refused(made, 'print', { ...at(5), idempotencyKey });
  expect(other).toMatchObject({
    status: 409,
    detail: `The idempotencyKey ${idempotencyKey} came with another request before.`,
  });
});

test('a reconciliation that accounts for every label ends the unused codes, once', async () => {
  const made = await ten();
  await move(farm.client, made.id, 'print', at(1, 8));
  await move(farm.client, made.id, 'activate', at(1, 5));
  await move(farm.client, made.id, 'void', { ...at(6), reason: 'spoiled' });
  const idempotencyKey = newKey();
  const counted = { applied: 5, spoiled: 1, left: 2 };
  const done = await move(farm.client, made.id, 'reconcile', { counted, idempotencyKey, note: '盘点' });
  expect(done).toMatchObject({ unexplained: 0, counts: { reserved: 0, printed: 0, active: 5, void: 5 } });
  expect(done.reconciled).not.toBeNull();
  expect(done.movements.at(-1)).toMatchObject({ act: 'reconcile', count: 4, reason: 'unused', note: '盘点' });
  expect(await move(farm.client, made.id, 'reconcile', { counted, idempotencyKey, note: '盘点' })).toEqual(
    done,
  );
  expect(await refused(made, 'reconcile', { counted })).toMatchObject({
    status: 409,
    detail: 'The order was reconciled before.',
  });
});

test('where labels are missing, each of the printed codes may be the lost one', async () => {
  const made = await ten();
  await move(farm.client, made.id, 'print', at(1, 8));
  await move(farm.client, made.id, 'activate', at(1, 5));
  const done = await move(farm.client, made.id, 'reconcile', {
    counted: { applied: 5, spoiled: 1, left: 1 },
  });
  expect([done.unexplained, done.movements.at(-1)?.reason]).toEqual([1, 'lost']);
  const rows = await on.given.context.db.tuples<[string, number]>(
    'select reason, count(*)::int from issued_code where order_id = $1 group by reason order by reason',
    [made.id],
  );
  expect(rows).toEqual([
    ['lost', 3],
    ['unused', 2],
    [null, 5],
  ]);
});

test('more labels than were ever printed are a number below zero', async () => {
  const made = await ten();
  await move(farm.client, made.id, 'activate', at(1, 2));
  const done = await move(farm.client, made.id, 'reconcile', {
    counted: { applied: 2, spoiled: 1, left: 0 },
  });
  expect(done.unexplained).toBe(-1);
});

test('while labels are on products whose events are to come, no printed code is touched', async () => {
  const made = await ten();
  await move(farm.client, made.id, 'print', at(1, 8));
  const done = await move(farm.client, made.id, 'reconcile', {
    counted: { applied: 6, spoiled: 0, left: 2 },
  });
  expect([done.unexplained, done.counts]).toEqual([0, { reserved: 0, printed: 8, active: 0, void: 2 }]);
  const codes = await codesOf(farm.client, made.id);
  await capture(farm.client, commissioning(codes.slice(0, 6).map(({ uri }) => uri)));
  await on.settle();
  expect((await farm.client.readCodeOrder({ orderID: made.id })).counts).toEqual({
    reserved: 0,
    printed: 2,
    active: 6,
    void: 2,
  });
});

test('what events name and the job has not seen yet is activated before an order ends', async () => {
  const made = await ten();
  await move(farm.client, made.id, 'print');
  const codes = await codesOf(farm.client, made.id);
  await capture(farm.client, commissioning(codes.slice(0, 9).map(({ uri }) => uri)));
  const done = await move(farm.client, made.id, 'reconcile', {
    counted: { applied: 9, spoiled: 0, left: 1 },
  });
  expect(done.counts).toEqual({ reserved: 0, printed: 0, active: 9, void: 1 });
  expect(done.movements.map(({ act, by }) => [act, by === farm.party ? 'firm' : by])).toEqual([
    ['reserve', 'firm'],
    ['print', 'firm'],
    ['activate', 'event'],
    ['reconcile', 'firm'],
  ]);
  await on.settle();
  expect(await farm.client.readCodeOrder({ orderID: made.id })).toEqual(done);
});

test('labels are counted up to a limit, and no further', async () => {
  const made = await ten();
  const counted = (left: number) => ({ counted: { applied: 0, spoiled: 0, left } });
  expect((await refused(made, 'reconcile', counted(COUNTED_MAX + 1))).status).toBe(400);
  expect((await move(farm.client, made.id, 'reconcile', counted(COUNTED_MAX))).unexplained).toBe(
    -COUNTED_MAX,
  );
});

test('of very many movements the last are told, and a list of orders tells the last few', async () => {
  const made = await ten();
  const { db } = on.given.context;
  const fill = (count: number) =>
    db.execute(
      `insert into code_movement (order_id, number, act, count, moved, moved_by)
       select $1, 1 + n, 'print', 0, now(), $3 from generate_series(1, $2::int) n`,
      [made.id, count, farm.party],
    );
  await fill(MOVEMENTS_MAX - 1);
  const all = (await farm.client.readCodeOrder({ orderID: made.id })).movements;
  expect([all.length, all[0]?.act]).toEqual([MOVEMENTS_MAX, 'reserve']);
  await move(farm.client, made.id, 'print', at(1));
  const last = (await farm.client.readCodeOrder({ orderID: made.id })).movements;
  expect([last.length, last[0]?.act, last.at(-1)?.count]).toEqual([MOVEMENTS_MAX, 'print', 1]);
  const { orders } = await farm.client.listCodeOrders({ perPage: 1 });
  expect([orders[0]?.id, orders[0]?.movements.length, orders[0]?.movements.at(-1)?.count]).toEqual([
    made.id,
    20,
    1,
  ]);
});
