import { type Client, captureIDOf, type RegisterRows } from '@yunsu/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareEvent, documentOf, type Given, givenServer, harvest, newFirm, refusalOf } from './given.ts';

const FIELD = 'https://id.gs1.org/414/9521234010012';
const SHOP = 'https://id.gs1.org/414/9521234010029';
const CHILLI = 'https://id.gs1.org/01/09521234015017';
const since = { validFrom: '2020-01-01' };
const farmURI = newFirm();
const shopURI = newFirm();

let given: Given;
let farm: Client;
let shop: Client;

beforeAll(async () => {
  given = await givenServer();
  const keeper = await given.clientOf({ plane: 'regulator', scopes: ['*:*:*'], mayRegister: true });
  const rows: RegisterRows = {
    parties: [
      {
        uri: farmURI,
        name: '示例农场',
        kind: 'company',
        role: 'producer_enterprise',
        division: '532822',
        ...since,
      },
      {
        uri: shopURI,
        name: '示例商店',
        kind: 'company',
        role: 'food_retailer',
        division: '530102',
        ...since,
      },
      {
        uri: 'urn:yunsu:person:pt_0123456789abcdef',
        name: '张三',
        kind: 'person',
        role: 'producer',
        division: '532822',
        ...since,
      },
    ],
    places: [
      { uri: FIELD, name: '一号地块', operator: farmURI, division: '532822', ...since },
      { uri: SHOP, name: '店面', operator: shopURI, division: '530102', ...since },
    ],
    products: [
      {
        uri: CHILLI,
        name: '小米辣',
        class: 'agri',
        uom: 'KGM',
        netContent: { quantity: '0.250', uom: 'KGM' },
        ...since,
      },
    ],
    licences: [{ party: farmURI, type: '食品生产许可证', number: 'SC1', scope: '蔬菜', ...since }],
  };
  expect(await keeper.loadRegisters({ body: rows })).toEqual({
    parties: 3,
    places: 2,
    products: 1,
    licences: 1,
  });
  [farm, shop] = [await given.firm(farmURI), await given.firm(shopURI)];
});
afterAll(() => given[Symbol.asyncDispose]());

const idOf = (lot: string) => `https://farm.example/events/${lot}`;
const isSeen = async (client: Client, lot: string) =>
  client.readEventsByID({ eventID: idOf(lot) }).then(
    () => true,
    (error: { status?: number }) => {
      expect(error.status).toBe(404);
      return false;
    },
  );

test('an event is seen by its actor and by the firms it names, and by nobody else', async () => {
  await farm.appendEvent({ body: bareEvent(harvest('R1')) });
  const shipped = harvest('R2', {
    action: 'OBSERVE',
    bizStep: 'shipping',
    destinationList: [{ type: 'owning_party', destination: shopURI }],
  });
  await farm.appendEvent({ body: bareEvent(shipped) });
  const stranger = await given.firm(newFirm());
  expect(await Promise.all([isSeen(farm, 'R1'), isSeen(shop, 'R1'), isSeen(stranger, 'R1')])).toEqual([
    true,
    false,
    false,
  ]);
  expect(await Promise.all([isSeen(farm, 'R2'), isSeen(shop, 'R2'), isSeen(stranger, 'R2')])).toEqual([
    true,
    true,
    false,
  ]);
});

test('a regulator sees the events of its departments, divisions and classes', async () => {
  await farm.appendEvent({ body: bareEvent(harvest('S1')) });
  const over = (scope: string) => given.clientOf({ plane: 'regulator', scopes: [scope] });
  const seen = async (scope: string) => isSeen(await over(scope), 'S1');
  expect(await seen('agriculture:53:agri')).toBe(true);
  expect(await seen('market:532822:*')).toBe(true);
  expect(await seen('*:*:*')).toBe(true);
  expect(await seen('agriculture:5301:agri')).toBe(false);
  expect(await seen('drug:53:*')).toBe(false);
  expect(await seen('agriculture:53:food')).toBe(false);
});

test('an event that crosses divisions is seen from both', async () => {
  const shipped = harvest('S2', {
    action: 'OBSERVE',
    bizStep: 'shipping',
    destinationList: [{ type: 'location', destination: SHOP }],
  });
  await farm.appendEvent({ body: bareEvent(shipped) });
  for (const scope of ['agriculture:532822:agri', 'agriculture:530102:agri']) {
    expect(await isSeen(await given.clientOf({ plane: 'regulator', scopes: [scope] }), 'S2')).toBe(true);
  }
});

test('a container of unknown content concerns every department of its division', async () => {
  const packed = {
    ...harvest('S3', {
      epcList: ['https://id.gs1.org/00/095212340100000012'],
      action: 'OBSERVE',
      bizStep: 'storing',
    }),
    quantityList: undefined,
  };
  await farm.appendEvent({ body: bareEvent(packed) });
  for (const scope of ['drug:53:*', 'agriculture:53:*']) {
    expect(await isSeen(await given.clientOf({ plane: 'regulator', scopes: [scope] }), 'S3')).toBe(true);
  }
});

test('a price is given back to its owner to the letter and to nobody else, wherever it stood', async () => {
  const priced = harvest('P1', {
    'yunsu:price': '12.340',
    ilmd: { 'yunsu:amount': 7, 'yunsu:plot': 'G1' },
    destinationList: [{ type: 'owning_party', destination: shopURI }],
  });
  await farm.appendEvent({ body: bareEvent(priced) });
  const own = JSON.stringify(await farm.readEventsByID({ eventID: idOf('P1') }));
  const other = JSON.stringify(await shop.readEventsByID({ eventID: idOf('P1') }));
  expect(own).toContain('"yunsu:price":"12.340"');
  expect(own).toContain('"yunsu:amount":7');
  expect(other).not.toMatch(/price|amount|12\.340/);
  expect(other).toContain('"yunsu:plot":"G1"');
  const stored = await given.context.db.query<{ all: string }>(
    `select coalesce(string_agg(doc || coalesce(ext::text, ''), ''), '') as all from event where event_uri = $1`,
    [idOf('P1')],
  );
  expect(stored[0]?.all).not.toContain('12.340');
  const again = await refusalOf(
    farm.appendEvent({ body: bareEvent({ ...priced, 'yunsu:price': '12.341' }) }),
  );
  expect(again.problem?.code).toBe('event-conflict');
});

test('a stranger cannot void an event, its actor and an authority can', async () => {
  const errorDeclaration = { declarationTime: '2026-03-02T00:00:00Z', reason: 'did_not_occur' };
  await farm.appendEvent({ body: bareEvent(harvest('V1')) });
  await shop.appendEvent({ body: bareEvent(harvest('V1', { errorDeclaration })) });
  const voided = async () => {
    const rows = await given.context.db.query<{ n: number }>(
      'select count(*)::int as n from event e join event_void v using (event_id) where e.event_uri = $1',
      [idOf('V1')],
    );
    return rows[0]?.n;
  };
  expect(await voided()).toBe(0);
  await farm.appendEvent({ body: bareEvent(harvest('V1', { errorDeclaration })) });
  expect(await voided()).toBe(1);
});

test('natural persons are masked in the register for all but regulators, places told to the prefecture', async () => {
  const regulator = await given.clientOf({ plane: 'regulator', scopes: ['*:*:*'] });
  const code = 'urn:yunsu:person:pt_0123456789abcdef';
  expect(await given.anyone.readParty({ code })).toMatchObject({
    name: '自然人',
    masked: true,
    licences: [],
  });
  expect(await regulator.readParty({ code })).toMatchObject({ name: '张三', masked: false });
  expect(await given.anyone.readParty({ code: farmURI })).toMatchObject({
    name: '示例农场',
    licences: [{ number: 'SC1' }],
  });
  expect(await given.anyone.readPlace({ code: FIELD })).toMatchObject({ masked: true, division: '532800' });
  expect(await farm.readPlace({ code: FIELD })).toMatchObject({ masked: false, name: '一号地块' });
  expect(await given.anyone.readProduct({ code: `${CHILLI}/10/X` })).toMatchObject({
    name: '小米辣',
    netContent: { quantity: '0.250', uom: 'KGM' },
  });
  expect((await refusalOf(given.anyone.readProduct({ code: '(01)09521234015024' }))).status).toBe(404);
});

test('a register load with mistakes is refused whole, each with its place', async () => {
  const keeper = await given.clientOf({ plane: 'regulator', scopes: ['*:*:*'], mayRegister: true });
  const place = { uri: FIELD, name: 'x', operator: farmURI, division: '532822' };
  const refusal = await refusalOf(
    keeper.loadRegisters({
      body: {
        parties: [
          { uri: farmURI.slice(0, -1), name: 'x', kind: 'company', role: 'r', division: '532822', ...since },
        ],
        places: [
          { ...place, validFrom: '2024-02-30' },
          { ...place, validFrom: '2024-03-01', validTo: '2024-02-28' },
          { ...place, validFrom: '2024-03-01' },
        ],
        products: [{ uri: FIELD, name: 'x', class: 'agri', uom: 'KGM', ...since }],
      },
    }),
  );
  expect(refusal.status).toBe(400);
  expect(refusal.problem?.errors?.map(({ pointer }) => pointer).sort()).toEqual([
    '/parties/0/uri',
    '/places/0/validFrom',
    '/places/1/validTo',
    '/places/2',
    '/products/0/uri',
  ]);
});

test('one part of a document that a job refuses does not show what others have stored', async () => {
  const { headers } = await shop.captureEvents({ body: documentOf([harvest('P1')]) });
  const job = await shop.readCaptureJob({ captureID: captureIDOf(headers.location) });
  expect(job).toMatchObject({ success: true, counts: { stored: 1 }, repeats: [], errors: [] });
});
