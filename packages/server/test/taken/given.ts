import { type Client, captureIDOf, type RegisterRows } from '@yunsu/api';
import { documentOf, FARM, type Given, givenServer, harvest, MARKET } from '../http/given.ts';

export const FIELD = 'https://id.gs1.org/414/9521234010012';
export const SHOP = 'https://id.gs1.org/414/9521234010029';
export const LOT = 'https://id.gs1.org/01/09521234015017/10/L1';
/** A number that no spreadsheet keeps as one. */
export const EXACT = '1234567890123.4567';

const since = { validFrom: '2020-01-01' };
const registers: RegisterRows = {
  parties: [
    {
      uri: FARM,
      name: '=示例农场',
      kind: 'company',
      role: 'producer_enterprise',
      division: '532822',
      ...since,
    },
    { uri: MARKET, name: '示例商店', kind: 'company', role: 'food_retailer', division: '530102', ...since },
  ],
  places: [
    { uri: FIELD, name: '一号地块', operator: FARM, division: '532822', ...since },
    { uri: SHOP, name: '店面', operator: MARKET, division: '530102', ...since },
  ],
  products: [
    { uri: 'https://id.gs1.org/01/09521234015017', name: '小米辣', class: 'agri', uom: 'KGM', ...since },
  ],
  // The shop may capture again what the farm did: only the fresh store of a round trip needs it.
  licences: [{ party: MARKET, type: 'delegation', number: 'D-1', scope: FARM, ...since }],
};

const amount = (quantity: number) => ({ quantityList: [{ epcClass: LOT, quantity, uom: 'KGM' }] });
const sent = {
  sourceList: [{ type: 'possessing_party', source: FARM }],
  destinationList: [
    { type: 'possessing_party', destination: MARKET },
    { type: 'location', destination: SHOP },
  ],
  bizTransactionList: [{ type: 'desadv', bizTransaction: 'urn:epcglobal:cbv:bt:9521234010012:D-77' }],
};

/** What the farm did: a harvest with a price, half of it sent on, and the rest destroyed a day later. */
export const farmEvents = [
  harvest('L1', { 'yunsu:price': '12.50 secret' }),
  harvest('L1', {
    eventID: 'https://farm.example/events/ship',
    eventTime: '2026-03-02T09:00:00+08:00',
    action: 'OBSERVE',
    bizStep: 'shipping',
    ...amount(60.25),
    ...sent,
  }),
  harvest('L1', {
    eventID: 'https://farm.example/events/destroy',
    eventTime: '2026-03-03T00:00:00+08:00',
    action: 'DELETE',
    bizStep: 'destroying',
    ...amount(10),
  }),
];
export const shopEvents = [
  harvest('L1', {
    eventID: 'https://shop.example/events/receive',
    eventTime: '2026-03-02T23:59:59+08:00',
    action: 'OBSERVE',
    bizStep: 'receiving',
    ...amount(50),
    ...sent,
    bizLocation: { id: SHOP },
  }),
];

export async function capture(client: Client, body: string): Promise<void> {
  const { headers } = await client.captureEvents({ body: Buffer.from(body) });
  const job = await client.readCaptureJob({ captureID: captureIDOf(headers.location ?? '') });
  if (!job.success) throw new Error(JSON.stringify(job.errors));
}

export interface Chilli extends AsyncDisposable {
  readonly given: Given;
  readonly farm: Client;
  readonly shop: Client;
  readonly keeper: Client;
}

/** A store with the registers; with `events`, also with all that was done. */
export async function givenChilli(events = true): Promise<Chilli> {
  const given = await givenServer();
  const keeper = await given.clientOf({ plane: 'regulator', scopes: ['*:*:*'], mayRegister: true });
  await keeper.loadRegisters({ body: registers });
  const [farm, shop] = [await given.firm(FARM), await given.firm(MARKET)];
  if (events) {
    await capture(farm, documentOf(farmEvents));
    await capture(shop, documentOf(shopEvents));
  }
  return { given, farm, shop, keeper, [Symbol.asyncDispose]: () => given[Symbol.asyncDispose]() };
}
