import { afterAll, beforeAll, expect, test } from 'vitest';
import { newFirm, refusalOf } from '../http/given.ts';
import { type GivenIssuing, givenIssuing, giveRange, type Holder, newGtin } from './given.ts';

let on: GivenIssuing;
let farm: Holder;
let mill: Holder;
beforeAll(async () => {
  on = await givenIssuing();
  farm = await on.holder({ name: '示例农场' });
  mill = await on.holder({ name: '示例磨坊' });
});
afterAll(() => on[Symbol.asyncDispose]());

const detailOf = async (call: Promise<unknown>) => {
  const { status, problem } = await refusalOf(call);
  return { status, code: problem?.code, detail: problem?.detail, zh: problem?.detailZh };
};

test('a range says who holds it, what it holds and how much is left', async () => {
  const stem = newGtin();
  const range = await giveRange(on.regulator, farm.party, { stem, digits: 4, from: '10', to: '19' });
  expect(range).toMatchObject({
    party: { name: '示例农场', kind: 'company', masked: false, uri: farm.party },
    scheme: 'gtin',
    stem,
    digits: 4,
    from: '10',
    to: '19',
    reserved: '0',
    left: '10',
  });
  const whole = await giveRange(on.regulator, farm.party, { scheme: 'provincial', stem: '53B' });
  expect([whole.digits, whole.from, whole.to]).toEqual([8, '0', String(32n ** 8n - 1n)]);
});

test('ranges that touch are two, ranges that share one number are refused with their holder', async () => {
  const stem = newGtin();
  const give = (party: string, from: number, to: number, digits = 3) =>
    giveRange(on.regulator, party, { stem, digits, from: String(from), to: String(to) });
  await give(farm.party, 100, 199);
  await give(mill.party, 200, 299);
  await give(mill.party, 0, 99);
  for (const [from, to] of [
    [199, 199],
    [0, 999],
    [150, 160],
    [299, 300],
  ] as const) {
    expect(await detailOf(give(mill.party, from, to))).toMatchObject({ status: 409, code: 'code-conflict' });
  }
  const taken = await detailOf(give(mill.party, 150, 160));
  expect(taken.detail).toContain(`示例农场 (${farm.party}) holds gtin ${stem} 100–199`);
  expect(taken.zh).toContain('已持有');
  // Serials of another length are other codes.
  await give(mill.party, 100, 199, 4);
});

test('one container code is never in two ranges, whatever the length of the prefix that they are numbered from', async () => {
  // Seven digits behind ten make 17; five behind twelve that begin with the same ten lie inside.
  const outer = { scheme: 'sscc', stem: '0952123404' } as const;
  const inner = { scheme: 'sscc', stem: '095212340412' } as const;
  const give = (party: string, told: object) =>
    on.regulator.createCodeRange({ body: { party, ...told } as never });
  await give(farm.party, { ...outer, from: '1200000', to: '1249999' });
  expect(await detailOf(give(mill.party, { ...inner, from: '49999', to: '50010' }))).toMatchObject({
    code: 'code-conflict',
  });
  await give(mill.party, { ...inner, from: '50000', to: '50010' });
  expect(await detailOf(give(farm.party, { ...outer, from: '1250010', to: '1250020' }))).toMatchObject({
    code: 'code-conflict',
  });
  await give(farm.party, { ...outer, from: '1250011', to: '1250020' });
  // The same of assets, whose prefix may hold letters.
  await give(farm.party, { scheme: 'giai', stem: '9521234', digits: 8, from: '0', to: '99999' });
  expect(await detailOf(give(mill.party, { scheme: 'giai', stem: '952123400', digits: 6 }))).toMatchObject({
    code: 'code-conflict',
  });
  await give(mill.party, { scheme: 'giai', stem: '9521234A', digits: 7 });
  expect(await detailOf(give(farm.party, { scheme: 'giai', stem: '9521234A00', digits: 5 }))).toMatchObject({
    code: 'code-conflict',
  });
});

test('of ranges given out at the same moment that share codes one is given', async () => {
  const stem = newGtin();
  const outcomes = await Promise.allSettled(
    Array.from({ length: 6 }, (_, n) =>
      giveRange(on.regulator, farm.party, { stem, digits: 5, from: String(n), to: String(n + 50) }),
    ),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test.each([
  ['a stem with a wrong check digit', { stem: '09521234045015' }, '/stem'],
  ['a length that the scheme does not know', { scheme: 'provincial', stem: '53B', digits: 9 }, '/digits'],
  [
    'no length where the scheme leaves it open',
    { scheme: 'giai', stem: '9521234', digits: undefined },
    '/digits',
  ],
  ['an end past the last number', { digits: 3, to: '1000' }, '/to'],
  ['a beginning behind the end', { digits: 3, from: '5', to: '4' }, '/from'],
])('%s is refused at its place', async (_, told, pointer) => {
  const { digits = undefined, ...rest } = { stem: newGtin(), digits: 6, ...told } as { digits?: number };
  const body = { party: farm.party, scheme: 'gtin', ...rest, ...(digits === undefined ? {} : { digits }) };
  const { status, problem } = await refusalOf(on.regulator.createCodeRange({ body: body as never }));
  expect([status, problem?.code, problem?.errors?.[0]?.pointer]).toEqual([400, 'invalid-request', pointer]);
  expect(problem?.errors?.[0]?.detailZh).toMatch(/\p{Script=Han}/u);
});

test('the last number of a stem is given, and the number behind it is not', async () => {
  const stem = newGtin();
  expect((await giveRange(on.regulator, farm.party, { stem, digits: 3, to: '999' })).to).toBe('999');
});

test('only a party of the register is given a range', async () => {
  for (const party of [newFirm(), 'urn:yunsu:party:x', 'https://id.gs1.org/414/9521234010012']) {
    const { problem } = await refusalOf(giveRange(on.regulator, party));
    expect(problem?.errors?.[0]?.pointer).toBe('/party');
  }
});

test('a firm gives nobody a range, and a regulator none outside of its divisions', async () => {
  expect(await detailOf(giveRange(farm.client, farm.party))).toMatchObject({ status: 403 });
  const elsewhere = await on.given.clientOf({ plane: 'regulator', scopes: ['agriculture:5325:*'] });
  expect(await detailOf(giveRange(elsewhere, farm.party))).toMatchObject({
    status: 403,
    code: 'not-allowed',
  });
  const here = await on.given.clientOf({ plane: 'regulator', scopes: ['agriculture:530100:*'] });
  const range = await giveRange(here, farm.party);
  expect((await here.listCodeRanges({ perPage: 1 })).ranges[0]?.id).toBe(range.id);
  expect((await elsewhere.listCodeRanges()).ranges).toEqual([]);
  // Nor does it learn who holds what is in the way.
  const other = await on.holder({ name: '示例果园', division: '532500' });
  const clash = await detailOf(giveRange(elsewhere, other.party, { stem: range.stem, digits: 6 }));
  expect(clash).toMatchObject({ status: 409, detail: 'Another range has codes of this one.' });
});

test('a firm reads its own ranges, page by page, and nobody else does', async () => {
  const own = await on.holder();
  const made: string[] = [];
  for (let n = 0; n < 5; n += 1) made.unshift((await giveRange(on.regulator, own.party)).id);
  const first = await own.client.listCodeRanges({ perPage: 3 });
  const second = await own.client.listCodeRanges({
    perPage: 3,
    ...(first.nextPageToken === undefined ? {} : { nextPageToken: first.nextPageToken }),
  });
  expect([...first.ranges, ...second.ranges].map(({ id }) => id)).toEqual(made);
  expect(second.nextPageToken).toBeUndefined();
  const seen = await farm.client.listCodeRanges({ perPage: 1000 });
  expect(seen.ranges.filter(({ id }) => made.includes(id))).toEqual([]);
  expect((await refusalOf(on.given.anyone.listCodeRanges())).status).toBe(401);
  expect((await refusalOf(own.client.listCodeRanges({ nextPageToken: 'x' }))).status).toBe(400);
});
