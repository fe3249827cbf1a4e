import { ORDER_CODES_MAX } from '@yunsu/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keysOf } from '../../src/operations/code-space.ts';
import { takeAtRandom } from '../../src/store/take-numbers.ts';
import { refusalOf } from '../http/given.ts';
import {
  capture,
  codesOf,
  commissioning,
  type GivenIssuing,
  givenIssuing,
  giveRange,
  type Holder,
  newKey,
  order,
} from './given.ts';

let on: GivenIssuing;
let farm: Holder;
beforeAll(async () => {
  on = await givenIssuing();
  farm = await on.holder();
});
afterAll(() => on[Symbol.asyncDispose]());

test('an order in sequence takes the next numbers, and each code is as printed, an identity and a link', async () => {
  const range = await giveRange(on.regulator, farm.party, { digits: 4, from: '7' });
  const first = await order(farm.client, range.id, 3, { lot: 'VX-0818', note: '第一批' });
  expect(first).toMatchObject({
    range: range.id,
    count: 3,
    manner: 'sequential',
    lot: 'VX-0818',
    note: '第一批',
    skipped: 0,
    reconciled: null,
    unexplained: null,
    counts: { reserved: 3, printed: 0, active: 0, void: 0 },
    movements: [{ act: 'reserve', count: 3, by: farm.party }],
  });
  const second = await order(farm.client, range.id, 1);
  const { publicOrigin } = on.given.context.config;
  expect(await codesOf(farm.client, first.id)).toEqual(
    ['0007', '0008', '0009'].map((serial, index) => ({
      position: index + 1,
      code: `(01)${range.stem}(21)${serial}`,
      uri: `https://id.gs1.org/01/${range.stem}/21/${serial}`,
      link: `${publicOrigin}/01/${range.stem}/21/${serial}`,
      state: 'reserved',
    })),
  );
  expect((await codesOf(farm.client, second.id))[0]?.code).toContain('(21)0010');
  const [listed] = (await farm.client.listCodeRanges({ perPage: 1 })).ranges;
  expect(listed).toMatchObject({ id: range.id, reserved: '4', left: String(10_000 - 7 - 4) });
});

test('random codes of a range are all different, spread over it, and in no order', async () => {
  const range = await giveRange(on.regulator, farm.party, {
    scheme: 'drug',
    stem: '8100001',
  });
  const made = await order(farm.client, range.id, 1000, { manner: 'random' });
  const codes = (await codesOf(farm.client, made.id)).map(({ code }) => BigInt(code));
  expect(new Set(codes).size).toBe(1000);
  const numbers = codes.map((code) => code % 10n ** 13n);
  const tenths = Map.groupBy(numbers, (number) => Number(number / 10n ** 12n));
  // Of 1,000 fair numbers each tenth holds 100, give or take 9.5; 50 and 150 are five deviations away.
  for (let tenth = 0; tenth < 10; tenth += 1) {
    expect(tenths.get(tenth)?.length ?? 0).toBeGreaterThan(50);
    expect(tenths.get(tenth)?.length ?? 0).toBeLessThan(150);
  }
  const rising = numbers.filter((number, index) => index > 0 && number > (numbers[index - 1] ?? 0n)).length;
  expect(rising).toBeGreaterThan(400);
  expect(rising).toBeLessThan(600);
});

test('orders of both manners empty a range to its last number, and one number more is refused whole', async () => {
  const range = await giveRange(on.regulator, farm.party, { digits: 2 });
  await order(farm.client, range.id, 30, { manner: 'random' });
  const middle = await order(farm.client, range.id, 40);
  await order(farm.client, range.id, 29, { manner: 'random' });
  expect(middle.skipped).toBeGreaterThanOrEqual(0);
  const { status, problem } = await refusalOf(order(farm.client, range.id, 2));
  expect([status, problem?.code]).toEqual([409, 'code-conflict']);
  expect(problem?.detail).toContain('1 free numbers left');
  const last = await order(farm.client, range.id, 1, { manner: 'random' });
  const orders = (await farm.client.listCodeOrders({ perPage: 4 })).orders;
  const codes = (await Promise.all(orders.map(({ id }) => codesOf(farm.client, id)))).flat();
  expect(orders[0]?.id).toBe(last.id);
  expect(new Set(codes.map(({ uri }) => uri)).size).toBe(100);
  const [listed] = (await farm.client.listCodeRanges({ perPage: 1 })).ranges;
  expect([listed?.reserved, listed?.left]).toEqual(['100', '0']);
});

test('a number whose code an event has named, or that is another name of a unit, is passed over and counted', async () => {
  const range = await giveRange(on.regulator, farm.party, { digits: 3 });
  const uri = (serial: string) => `https://id.gs1.org/01/${range.stem}/21/${serial}`;
  await capture(farm.client, commissioning([uri('001'), uri('003')]));
  await on.regulator.addAlias({ body: { unit: uri('003'), alias: uri('004') } });
  const made = await order(farm.client, range.id, 3);
  expect(made.skipped).toBe(3);
  expect((await codesOf(farm.client, made.id)).map((one) => one.uri)).toEqual(['000', '002', '005'].map(uri));
  // Also at random: the range has three of its nine used numbers left out, so that all others come.
  const rest = await giveRange(on.regulator, farm.party, { digits: 1 });
  await capture(farm.client, commissioning([`https://id.gs1.org/01/${rest.stem}/21/4`]));
  const random = await order(farm.client, rest.id, 9, { manner: 'random' });
  const serials = (await codesOf(farm.client, random.id)).map((one) => one.uri.at(-1)).sort();
  expect(serials).toEqual(['0', '1', '2', '3', '5', '6', '7', '8', '9']);
});

test('the same request with the same key reserves once, at the same moment too; another request with it is refused', async () => {
  const range = await giveRange(on.regulator, farm.party);
  const idempotencyKey = newKey();
  const made = await Promise.all(
    Array.from({ length: 5 }, () => order(farm.client, range.id, 10, { idempotencyKey })),
  );
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  expect(await order(farm.client, range.id, 10, { idempotencyKey })).toEqual(made[0]);
  const other = await giveRange(on.regulator, farm.party);
  for (const [where, count] of [
    [range.id, 11],
    [other.id, 10],
  ] as const) {
    const { problem } = await refusalOf(order(farm.client, where, count, { idempotencyKey }));
    expect(problem?.code).toBe('code-conflict');
  }
  const [listed] = (await farm.client.listCodeRanges({ perPage: 2 })).ranges.filter(
    ({ id }) => id === range.id,
  );
  expect(listed?.reserved).toBe('10');
  // A key is the party's own: another party's has nothing to do with it.
  const mill = await on.holder();
  const theirs = await giveRange(on.regulator, mill.party);
  expect((await order(mill.client, theirs.id, 10, { idempotencyKey })).id).not.toBe(made[0]?.id);
});

test('orders of one range at the same moment share no code', async () => {
  const range = await giveRange(on.regulator, farm.party, { digits: 3 });
  const made = await Promise.all(
    (['sequential', 'random', 'sequential', 'random', 'sequential', 'random'] as const).map((manner) =>
      order(farm.client, range.id, 100, { manner }),
    ),
  );
  const codes = (await Promise.all(made.map(({ id }) => codesOf(farm.client, id)))).flat();
  expect(new Set(codes.map(({ uri }) => uri)).size).toBe(600);
});

test('another firm’s range and order are not there', async () => {
  const range = await giveRange(on.regulator, farm.party);
  const made = await order(farm.client, range.id, 2);
  const mill = await on.holder();
  const missing = await refusalOf(order(mill.client, '999999999', 1));
  const foreign = await refusalOf(order(mill.client, range.id, 1));
  expect([foreign.status, foreign.problem?.detail?.replace(range.id, '999999999')]).toEqual([
    missing.status,
    missing.problem?.detail,
  ]);
  const huge = '9999999999999999999';
  for (const orderID of [made.id, huge]) {
    const body = { act: 'print', idempotencyKey: newKey() } as const;
    for (const call of [
      () => mill.client.readCodeOrder({ orderID }),
      () => mill.client.listOrderCodes({ orderID }),
      () => mill.client.moveCodes({ orderID, body }),
    ]) {
      const { status, problem } = await refusalOf(call());
      expect([status, problem?.detail]).toEqual([404, `There is no order ${orderID}.`]);
    }
  }
  expect((await mill.client.listCodeOrders()).orders).toEqual([]);
  expect((await on.regulator.readCodeOrder({ orderID: made.id })).id).toBe(made.id);
  const elsewhere = await on.given.clientOf({ plane: 'regulator', scopes: ['agriculture:5325:*'] });
  expect((await refusalOf(elsewhere.readCodeOrder({ orderID: made.id }))).status).toBe(404);
  expect((await elsewhere.listCodeOrders()).orders).toEqual([]);
});

test('the largest order is taken, one code more is not, and a lot is what GS1 prints', async () => {
  const range = await giveRange(on.regulator, farm.party, { digits: 12 });
  const made = await order(farm.client, range.id, ORDER_CODES_MAX, { manner: 'random' });
  expect(made.counts.reserved).toBe(ORDER_CODES_MAX);
  expect((await refusalOf(order(farm.client, range.id, ORDER_CODES_MAX + 1))).status).toBe(400);
  expect((await refusalOf(order(farm.client, range.id, 0))).status).toBe(400);
  for (const lot of ['批号', 'A B', 'x'.repeat(21)]) {
    expect((await refusalOf(order(farm.client, range.id, 1, { lot }))).problem?.errors?.[0]?.pointer).toBe(
      '/lot',
    );
  }
  expect((await order(farm.client, range.id, 1, { lot: 'x'.repeat(20) })).lot).toBe('x'.repeat(20));
});

test('a search that meets used numbers only is given up, and does not look at them again', async () => {
  const range = await giveRange(on.regulator, farm.party, { digits: 6 });
  const { db } = on.given.context;
  // Somebody else's events named the first 400,001 codes: their keys are written straight into the dictionary.
  const keyOf = keysOf({ scheme: 'gtin', stem: range.stem, digits: 6 });
  const keys = Array.from({ length: 400_001 }, (_, number) => keyOf(BigInt(number)));
  await db.execute(
    `insert into epc (k, uri, level) select k, k::text, 'item' from unnest($1::uuid[]) as f (k)`,
    [`{${keys.join(',')}}`],
  );
  const refused = await refusalOf(order(farm.client, range.id, 1));
  expect(refused.problem?.detail).toContain('400000 numbers were looked at');
  const made = await order(farm.client, range.id, 1);
  expect([made.skipped, (await codesOf(farm.client, made.id))[0]?.uri.slice(-6)]).toEqual([1, '400001']);
}, 60_000);

test('numbers drawn at random come once each until the range is empty', async () => {
  const range = {
    ...{ id: '1', party: '', scheme: '', stem: '', digits: 1, next: 0n, reserved: 0n, createdAt: 0 },
    from: 5n,
    to: 260n,
  };
  const keyOf = (number: bigint) => `00000000-0000-0000-0000-${number.toString(16).padStart(12, '0')}`;
  const { taken, gaveUp } = await takeAtRandom(on.given.context.db, range, 1000, keyOf);
  const numbers = taken.map(({ number }) => Number(number)).sort((a, b) => a - b);
  expect([numbers.length, numbers[0], numbers.at(-1), new Set(numbers).size, gaveUp]).toEqual([
    256,
    5,
    260,
    256,
    false,
  ]);
});

test('stems of every scheme make codes whose identities are their own', async () => {
  for (const [scheme, stem, digits] of [
    ['sscc', '0952123404', undefined],
    ['giai', '9521234X', 5],
    ['grai', '9521234010012', 6],
    ['provincial', '53E', 12],
  ] as const) {
    const told = { scheme, stem, ...(digits === undefined ? {} : { digits }) };
    const range = await on.regulator.createCodeRange({ body: { party: farm.party, ...told } });
    const made = await order(farm.client, range.id, 2, { manner: 'random' });
    for (const { code, uri } of await codesOf(farm.client, made.id)) {
      const { candidates } = await farm.client.identifyCode({ code });
      expect(candidates[0]?.uri).toBe(uri);
    }
  }
});
