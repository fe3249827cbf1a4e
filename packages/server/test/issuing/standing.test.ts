import { MASKED } from '@yunsu/domain';
import { checkDigit, identify } from '@yunsu/identifiers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAnswer } from '../../src/public/read-answer.ts';
import {
  capture,
  codesOf,
  commissioning,
  type GivenIssuing,
  givenIssuing,
  giveRange,
  type Holder,
  move,
  order,
} from './given.ts';

let on: GivenIssuing;
let farm: Holder;
beforeAll(async () => {
  on = await givenIssuing();
  farm = await on.holder({ name: '示例食品厂', role: 'food_manufacturer' });
});
afterAll(() => on[Symbol.asyncDispose]());

const unitOf = (code: string, client = farm.client) => client.readUnit({ code });
const pageOf = async (code: string) => {
  const [candidate] = identify(code);
  if (candidate === undefined) throw new Error(`${code} is unreadable`);
  return (await readAnswer(on.given.context, candidate, code)).unit;
};

test('a code says of itself whether it was reserved, printed, activated or made void, since when and why', async () => {
  const range = await giveRange(on.regulator, farm.party);
  const made = await order(farm.client, range.id, 4);
  await move(farm.client, made.id, 'print', { positions: { from: 2, to: 3 } });
  await move(farm.client, made.id, 'activate', { positions: { from: 3, to: 3 } });
  await move(farm.client, made.id, 'void', { positions: { from: 4, to: 4 }, reason: 'spoiled' });
  const codes = await codesOf(farm.client, made.id);
  const issuedTo = { name: '示例食品厂', kind: 'company', masked: false, uri: farm.party };
  for (const [index, state, code] of [
    [0, 'not_activated', { state: 'reserved' }],
    [1, 'not_activated', { state: 'printed' }],
    [2, 'active', { state: 'active' }],
    [3, 'code_void', { state: 'void', reason: 'spoiled' }],
  ] as const) {
    const unit = await unitOf(codes[index]?.code ?? '');
    expect(unit).toMatchObject({ uri: codes[index]?.uri, state, code: { ...code, issuedTo } });
    expect(Date.parse(unit.code?.since ?? '')).toBeGreaterThan(0);
    expect((await pageOf(codes[index]?.code ?? '')).state).toBe(state);
  }
  const unreserved = await unitOf(`https://id.gs1.org/01/${range.stem}/21/000004`);
  expect(unreserved).toMatchObject({
    state: 'not_issued',
    code: { state: 'unreserved', since: null, issuedTo },
  });
  // Of another length, of another kind, or of no range: nothing is said.
  for (const rest of ['/21/00004', '/21/00000A', '/10/000004', '']) {
    const { state, code } = await unitOf(`https://id.gs1.org/01/${range.stem}${rest}`);
    expect([state, code]).toEqual(['unknown', null]);
  }
});

test('a container code is found in its range, and only numbers of the range are', async () => {
  const told = { party: farm.party, scheme: 'sscc', stem: '0952123404' } as const;
  const range = await on.regulator.createCodeRange({ body: { ...told, from: '20', to: '22' } });
  const made = await order(farm.client, range.id, 1);
  const [first] = await codesOf(farm.client, made.id);
  expect((await unitOf(first?.code ?? '')).state).toBe('not_activated');
  // Numbers 19 to 23 of the prefix with their check digits (GS1 General Specifications 7.9.1).
  const states = [];
  for (const number of [19, 20, 21, 22, 23]) {
    const body = `0952123404${String(number).padStart(7, '0')}`;
    states.push((await unitOf(body + checkDigit(body))).state);
  }
  expect(states).toEqual(['unknown', 'not_activated', 'not_issued', 'not_issued', 'unknown']);
});

test('events outweigh a code that was never printed or never even given out', async () => {
  const range = await giveRange(on.regulator, farm.party);
  const made = await order(farm.client, range.id, 1);
  const [first] = await codesOf(farm.client, made.id);
  const unreserved = `https://id.gs1.org/01/${range.stem}/21/000007`;
  await capture(farm.client, commissioning([first?.uri ?? '', unreserved]));
  expect(await unitOf(first?.uri ?? '')).toMatchObject({ state: 'active', code: { state: 'reserved' } });
  expect(await unitOf(unreserved)).toMatchObject({ state: 'active', code: { state: 'unreserved' } });
});

test('the public reads a code’s holder by name where a ledger publishes its role, and never a person', async () => {
  const trader = await on.holder({ name: '示例商行', role: 'distributor' });
  const person = await on.holder({ name: '张三', kind: 'person', role: 'producer' });
  for (const [holder, name] of [
    [farm, '示例食品厂'],
    [trader, MASKED.trader],
    [person, MASKED.person],
  ] as const) {
    const range = await giveRange(on.regulator, holder.party);
    const code = `https://id.gs1.org/01/${range.stem}/21/000000`;
    const open = await unitOf(code, on.given.anyone);
    expect(open.code?.issuedTo).toMatchObject({ name, masked: name !== '示例食品厂' });
    expect((await pageOf(code)).code).toEqual(open.code);
    expect(JSON.stringify(await unitOf(code, on.given.anyone))).not.toContain(
      name === '示例食品厂' ? '张三' : '商行',
    );
    expect((await unitOf(code, on.regulator)).code?.issuedTo.uri).toBe(holder.party);
  }
});

test('a code that its holder activated without an event is of the lot on its label: recalled and expired with it', async () => {
  const range = await giveRange(on.regulator, farm.party);
  await on.regulator.loadRegisters({
    body: {
      products: [
        {
          uri: `https://id.gs1.org/01/${range.stem}`,
          name: '示例辣酱',
          class: 'food',
          uom: 'H87',
          validFrom: '2020-01-01',
        },
      ],
    } as never,
  });
  const made = await order(farm.client, range.id, 2, { lot: 'L/1' });
  await move(farm.client, made.id, 'activate', { positions: { from: 1, to: 1 } });
  const [first, second] = await codesOf(farm.client, made.id);
  const lot = `https://id.gs1.org/01/${range.stem}/10/L%2F1`;
  const quantityList = [{ epcClass: lot, quantity: 100, uom: 'H87' }];
  const begun = { epcList: [], quantityList, ilmd: { 'cbvmda:itemExpirationDate': '2026-06-30' } };
  await capture(farm.client, commissioning([], begun));
  const states = async () => [
    (await unitOf(first?.code ?? '')).state,
    (await unitOf(second?.code ?? '')).state,
    (await pageOf(first?.code ?? '')).state,
  ];
  const late = on.given.context.now() > new Date('2026-07-01') ? 'expired' : 'active';
  expect(await states()).toEqual([late, 'not_activated', late]);
  expect(await unitOf(first?.code ?? '')).toMatchObject({ product: { name: '示例辣酱' }, ledger: 'food' });
  await capture(
    farm.client,
    commissioning([], {
      action: 'OBSERVE',
      bizStep: 'inspecting',
      disposition: undefined,
      epcList: [],
      quantityList,
      eventTime: '2026-03-03T08:00:00+08:00',
      persistentDisposition: { set: ['recalled'] },
    }),
  );
  expect(await states()).toEqual(['recalled', 'recalled', 'recalled']);
});

test('of several readings of a code the one that was given out is taken', async () => {
  const range = await on.regulator.createCodeRange({
    body: { party: farm.party, scheme: 'drug', stem: '8100002' },
  });
  const made = await order(farm.client, range.id, 20, { manner: 'random' });
  for (const { code, uri } of await codesOf(farm.client, made.id)) {
    expect(await unitOf(code)).toMatchObject({ uri, state: 'not_activated' });
  }
});
