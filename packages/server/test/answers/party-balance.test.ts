import type { PartyBalanceAnswer } from '@yunsu/api';
import { SYSTEM } from '@yunsu/domain';
import { classKeyRange } from '@yunsu/identifiers';
import { expect, test } from 'vitest';
import { listPartyUnits } from '../../src/store/list-party-units.ts';
import { documentOf, FARM, givenServer, harvest, MARKET, refusalOf } from '../http/given.ts';

const product = 'https://id.gs1.org/01/09521234015017';
const shop = 'https://id.gs1.org/414/9521234010029';
const period = { from: '2026-03-01T00:00:00+08:00', to: '2026-04-01T00:00:00+08:00' };

const act = (id: string, day: number, kilograms: number, more: object) =>
  harvest('L1', {
    eventID: `https://farm.example/events/${id}`,
    eventTime: `2026-03-0${day}T08:00:00+08:00`,
    quantityList: [{ epcClass: `${product}/10/L1`, quantity: kilograms, uom: 'KGM' }],
    ...more,
  });
const sent = act('sent', 2, 60, {
  action: 'OBSERVE',
  bizStep: 'shipping',
  destinationList: [{ type: 'possessing_party', destination: MARKET }],
});
const received = act('received', 3, 60, {
  action: 'OBSERVE',
  bizStep: 'receiving',
  bizLocation: { id: shop },
});
const sold = (id: string, day: number, kilograms: number) =>
  act(id, day, kilograms, { action: 'DELETE', bizStep: 'retail_selling', bizLocation: { id: shop } });

const said = ({ balance }: PartyBalanceAnswer): string[] =>
  balance.map(({ cameIn, wentOut, left, excess }) => {
    const term = ({ kind, quantity }: { kind: string; quantity?: string }) => `${kind} ${quantity}`;
    const out = [...wentOut.map(term), `left ${left}`].join(' + ');
    return `${cameIn.map(term).join(' + ')} = ${out}${excess === undefined ? '' : `, ${excess} too much`}`;
  });

test('a market that sells more than it bought is told by how much, and only it and regulators may ask', async () => {
  await using given = await givenServer();
  const [farm, market] = [await given.firm(FARM), await given.firm(MARKET)];
  await farm.captureEvents({ body: Buffer.from(documentOf([harvest('L1'), sent])) });
  await market.captureEvents({ body: Buffer.from(documentOf([received, sold('s1', 4, 50)])) });
  const asked = { party: MARKET, product, ...period };
  const honest = await market.readPartyBalance(asked);
  expect(said(honest)).toEqual(['bought 60 = sold 50 + left 10']);
  expect(honest).toMatchObject({ product: { uri: product }, units: 1, truncated: null });
  expect(said(await farm.readPartyBalance({ ...asked, party: FARM }))).toEqual([
    'commissioned 120.5 = delivered 60 + left 60.5',
  ]);

  await market.captureEvents({ body: Buffer.from(documentOf([sold('s2', 5, 40)])) });
  const greedy = await market.readPartyBalance({ ...asked, product: `${product}/10/L1` });
  expect(said(greedy)).toEqual(['bought 60 + unexplained 30 = sold 90 + left 0, 30 too much']);
  expect(greedy.balance[0]?.wentOut[0]).toMatchObject({
    count: 2,
    events: [{ quantity: '50' }, { quantity: '40' }],
  });
  expect(said(await market.readPartyBalance({ ...asked, from: '2026-03-05T00:00:00+08:00' }))).toEqual([
    'opening 10 + unexplained 30 = sold 40 + left 0, 30 too much',
  ]);
  expect(said(await market.readPartyBalance({ ...asked, to: '2026-03-04T12:00:00+08:00' }))).toEqual([
    'bought 60 = sold 50 + left 10',
  ]);
  expect(said(await market.readPartyBalance({ ...asked, knownAt: '2020-01-01T00:00:00Z' }))).toEqual([]);

  const regulator = await given.clientOf({ plane: 'regulator', scopes: ['*:*:*'], mayRegister: true });
  expect(said(await regulator.readPartyBalance(asked))).toEqual(said(greedy));
  const elsewhere = await given.clientOf({ plane: 'regulator', scopes: ['market:530102:drug'] });
  expect(said(await elsewhere.readPartyBalance(asked))).toEqual([]);
  const codeOf = async (call: Promise<unknown>) => (await refusalOf(call)).problem?.code;
  expect(await codeOf(farm.readPartyBalance(asked))).toBe('not-allowed');
  expect(await codeOf(given.anyone.readPartyBalance(asked))).toBe('key-needed');
  for (const wrong of [
    { party: product },
    { product: MARKET },
    { from: '2026-05-01T00:00:00Z' },
    { to: 'soon' },
  ])
    expect(await codeOf(market.readPartyBalance({ ...asked, ...wrong }))).toMatch(
      /invalid-parameter|not-allowed/,
    );
});

test('the events and units of a party are read up to their limits, and no further', async () => {
  await using given = await givenServer();
  const farm = await given.firm(FARM);
  const lot = (name: string) =>
    harvest(name, { quantityList: [{ epcClass: `${product}/10/${name}`, quantity: 1, uom: 'KGM' }] });
  await farm.captureEvents({ body: Buffer.from(documentOf([lot('L1'), lot('L2')])) });
  const of = { party: FARM, range: classKeyRange(product), to: Date.parse(period.to) * 1000 };
  const read = (limits: object) => listPartyUnits(given.context.db, SYSTEM, of, limits);
  const all = await read({ events: 2, units: 2 });
  expect(all.units).toHaveLength(2);
  expect(all.limit).toBeUndefined();
  expect((await read({ events: 1, units: 2 })).limit).toEqual({ limit: 'partyEventsMax', max: 1 });
  expect(await read({ events: 2, units: 1 })).toEqual({
    units: all.units.slice(0, 1),
    limit: { limit: 'partyUnitsMax', max: 1 },
  });
});
