import { SHEET_LABELS_MAX, type SheetRequest } from '@yunsu/api';
import { expect, test } from 'vitest';
import { refusalOf } from '../http/given.ts';
import { givenIssuing, giveRange } from '../issuing/given.ts';
import { dataMatrixContent, readZpl } from './read-zpl.ts';

const contents = ({ body }: { body: Uint8Array }) =>
  readZpl(Buffer.from(body).toString('latin1')).map(
    ({ symbols }) => dataMatrixContent(symbols[0]?.data ?? '').content,
  );

test('positions of an order are printed with its lot, void codes are left out, and nobody else sees them', async () => {
  await using on = await givenIssuing();
  const farm = await on.holder({ name: '示例农场' });
  const other = await on.holder({ name: '示例商行' });
  const range = await giveRange(on.regulator, farm.party);
  const count = SHEET_LABELS_MAX + 1;
  const order = await farm.client.createCodeOrder({
    body: { range: range.id, count, manner: 'sequential', lot: 'VX-0818', idempotencyKey: 'sheets-of-2001' },
  });
  const body = (from: number, to: number): SheetRequest => ({
    kind: 'datamatrix',
    layout: 'roll-60x40',
    form: 'zpl',
    dpi: 203,
    order: { id: order.id, from, to },
  });
  const first = contents(await farm.client.printSheet({ body: body(1, 3) }));
  expect(first).toEqual([0, 1, 2].map((n) => `01${range.stem}10VX-0818\u001d2100000${n}`));
  await farm.client.moveCodes({
    orderID: order.id,
    body: { act: 'void', reason: 'spoiled', positions: { from: 2, to: 2 }, idempotencyKey: 'one-is-void' },
  });
  const kept = await farm.client.printSheet({ body: body(1, 3) });
  expect(contents(kept)).toEqual([first[0], first[2]]);
  expect(kept.headers).toEqual({ 'yunsu-void-left-out': '1' });
  expect((await refusalOf(farm.client.printSheet({ body: body(2, 2) }))).problem?.detail).toMatch(/void/);

  expect(contents(await farm.client.printSheet({ body: body(2, SHEET_LABELS_MAX + 1) }))).toHaveLength(
    SHEET_LABELS_MAX - 1,
  );
  const many = await refusalOf(farm.client.printSheet({ body: body(1, SHEET_LABELS_MAX + 1) }));
  expect(many.problem?.detail).toContain('At most 2000 labels');
  const refused = await refusalOf(farm.client.printSheet({ body: { ...body(1, 3), kind: 'sscc' } }));
  expect(refused.problem?.errors?.map(({ pointer, got }) => [pointer, got])).toEqual([
    ['/order', '1'],
    ['/order', '3'],
  ]);
  for (const [from, to] of [
    [1, count + 1],
    [3, 2],
  ] as const) {
    const refusal = await refusalOf(farm.client.printSheet({ body: body(from, to) }));
    expect(refusal.problem).toMatchObject({ code: 'invalid-request', errors: [{ pointer: '/order' }] });
  }
  expect((await refusalOf(other.client.printSheet({ body: body(1, 3) }))).problem?.code).toBe('not-found');
});
