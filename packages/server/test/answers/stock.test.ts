import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { STOCK_EVENTS_MAX, STOCK_HOLDERS_MAX, type StockAnswer } from '@yunsu/api';
import { completeUscc } from '@yunsu/identifiers';
import { expect, test } from 'vitest';
import { numberBatches } from '../../src/store/known-batches.ts';
import {
  documentOf,
  FARM,
  type Given,
  givenServer,
  harvest,
  MARKET,
  newFirm,
  refusalOf,
} from '../http/given.ts';

const tale = resolve(import.meta.dirname, '../../../../fixtures/stories/S04');
const PLATFORM = `urn:yunsu:party:${completeUscc('91530000MA6TE009')}`;
const chillies = 'https://id.gs1.org/01/09521234045014/10/VX-0818';

/** The documents of the story, sent by a platform that may act for all its parties. */
async function tell(given: Given) {
  const regulator = await given.clientOf({ plane: 'regulator', scopes: ['*:*:*'], mayRegister: true });
  const registers = JSON.parse(readFileSync(join(tale, 'registers.json'), 'utf8')) as {
    parties: { uri: string }[];
    licences: object[];
  };
  const delegations = registers.parties.map(({ uri }, n) => {
    return { party: PLATFORM, type: 'delegation', number: `TEST-${n}`, scope: uri, validFrom: '2020-01-01' };
  });
  const licences = [...registers.licences, ...delegations];
  await regulator.loadRegisters({ body: { ...registers, licences } as never });
  const sender = await given.firm(PLATFORM);
  const documents = readdirSync(tale).filter((name) => name.endsWith('.jsonld'));
  for (const name of documents.sort()) await sender.captureEvents({ body: readFileSync(join(tale, name)) });
  return { regulator, parties: registers.parties };
}

/** `commissioned 600 = sold 37 + left 563 KGM`, line by line. */
const said = ({ balance }: StockAnswer): string[] | undefined =>
  balance?.map(({ uom, cameIn, wentOut, left, leftMax }) => {
    const rest = leftMax === undefined ? `left ${left ?? '?'}` : `left at most ${leftMax}`;
    const term = ({ kind, quantity, count }: (typeof cameIn | typeof wentOut)[number]) =>
      `${kind} ${quantity ?? `(${count})`}`;
    return `${cameIn.map(term).join(' + ')} = ${[...wentOut.map(term), rest].join(' + ')} ${uom ?? ''}`;
  });

test('600 kg of chillies are accounted for at every instant: 398 destroyed, 37 sold, 94 eaten, 1 sampled, 70 with nobody knows whom', async () => {
  await using given = await givenServer();
  const { regulator, parties } = await tell(given);
  const at = async (instant?: string) =>
    said(await regulator.readStock({ code: chillies, ...(instant === undefined ? {} : { at: instant }) }));
  expect(await at('2026-08-18T07:00:00+08:00')).toEqual([]);
  expect(await at('2026-08-18T08:00:00+08:00')).toEqual(['commissioned 600 = left 600 KGM']);
  expect(await at('2026-08-19T13:30:00+08:00')).toEqual([
    'commissioned 600 = sold 37 + consumed 50 + left 513 KGM',
  ]);
  expect(await at()).toEqual([
    'commissioned 600 = sold 37 + consumed 94 + destroyed 398 + sampled 1 + left 70 KGM',
  ]);

  const now = await regulator.readStock({ code: chillies });
  expect(now).toMatchObject({ uri: chillies, level: 'lot', at: null, truncated: null });
  expect(now.holders).toMatchObject([{ holder: { kind: 'unknown' }, quantity: '70', uom: 'KGM' }]);
  const destroyed = now.balance?.[0]?.wentOut.find(({ kind }) => kind === 'destroyed');
  expect(destroyed?.events.every(({ eventID }) => eventID !== '')).toBe(true);

  const earlier = await regulator.readStock({ code: chillies, at: '2026-08-18T08:00:00+08:00' });
  expect(earlier.counties).toMatchObject([{ quantity: '600', uom: 'KGM', division: '530423' }]);

  const open = await given.anyone.readStock({ code: chillies });
  expect(open.balance).toBeNull();
  expect(JSON.stringify(open)).not.toMatch(/quantity|KGM/);

  // A party of the tale that acted in it sees its own part, a stranger what is not there.
  const stranger = await (await given.firm(MARKET)).readStock({ code: chillies });
  expect(stranger).toMatchObject({ holders: [], counties: [], balance: [], truncated: null });
  const nothing = await (await given.firm(MARKET)).readStock({ code: `${chillies}X` });
  expect({ ...nothing, uri: chillies, asKnownAt: stranger.asKnownAt }).toEqual(stranger);
  expect(parties.length).toBeGreaterThan(5);
});

const lot = 'https://id.gs1.org/01/09521234015017/10/L1';
const sale = (kilograms: number, id: string, more: object = {}) =>
  harvest('L1', {
    eventID: `https://farm.example/events/${id}`,
    eventTime: '2026-03-03T08:00:00+08:00',
    action: 'DELETE',
    bizStep: 'retail_selling',
    disposition: 'retail_sold',
    quantityList: [{ epcClass: lot, quantity: kilograms, uom: 'KGM' }],
    ...more,
  });

test('what was known before a correction is answered again', async () => {
  await using given = await givenServer();
  const firm = await given.firm(FARM);
  const capture = async (event: object) => {
    await firm.captureEvents({ body: Buffer.from(documentOf([event])) });
    await numberBatches(given.context.db);
  };
  await capture(harvest('L1'));
  await capture(sale(20, 'sale'));
  const before = await firm.readStock({ code: lot });
  await capture({
    ...sale(20, 'sale'),
    errorDeclaration: { declarationTime: '2026-03-05T08:00:00+08:00', reason: 'incorrect_data' },
  });
  await capture(sale(2, 'sale-corrected'));
  const [line] = before.balance ?? [];
  const begun = line?.cameIn[0]?.quantity;
  expect(said(before)).toEqual([`commissioned ${begun} = sold 20 + left ${Number(begun ?? 0) - 20} KGM`]);
  expect(said(await firm.readStock({ code: lot }))).toEqual([
    `commissioned ${begun} = sold 2 + left ${Number(begun ?? 0) - 2} KGM`,
  ]);
  expect(await firm.readStock({ code: lot, knownAt: before.asKnownAt.time })).toEqual(before);
  const both = { code: lot, at: '2026-03-02T08:00:00+08:00', knownAt: before.asKnownAt.time };
  expect(said(await firm.readStock(both))).toEqual([`commissioned ${begun} = left ${begun} KGM`]);
  for (const wrong of [{ at: 'yesterday' }, { knownAt: 'yesterday' }])
    expect((await refusalOf(firm.readStock({ code: lot, ...wrong }))).problem?.code).toBe(
      'invalid-parameter',
    );
});

test('events and holders are listed up to their limits, and counted beyond them', async () => {
  await using given = await givenServer();
  const firm = await given.firm(FARM);
  const capture = (events: readonly object[]) =>
    firm.captureEvents({ body: Buffer.from(documentOf(events)) });
  const grams = (n: number) => ({ quantityList: [{ epcClass: lot, quantity: n, uom: 'GRM' }] });
  const sales = Array.from({ length: STOCK_EVENTS_MAX }, (_, n) => sale(1, `sale-${n}`, grams(1)));
  await capture([harvest('L1'), ...sales]);
  const sold = async () => (await firm.readStock({ code: lot })).balance?.[0]?.wentOut[0];
  expect((await sold())?.events).toHaveLength(STOCK_EVENTS_MAX);
  expect(await sold()).toMatchObject({ kind: 'sold', quantity: '0.1', count: STOCK_EVENTS_MAX });
  await capture([sale(1, 'one-more', grams(1))]);
  expect((await sold())?.events).toHaveLength(STOCK_EVENTS_MAX);
  expect(await sold()).toMatchObject({ quantity: '0.101', count: STOCK_EVENTS_MAX + 1 });

  const shipments = Array.from({ length: STOCK_HOLDERS_MAX }, (_, n) =>
    sale(1, `shipment-${n}`, {
      ...grams(1),
      action: 'OBSERVE',
      bizStep: 'shipping',
      disposition: 'in_transit',
      destinationList: [{ type: 'possessing_party', destination: newFirm() }],
    }),
  );
  await capture(shipments.slice(1));
  const all = await firm.readStock({ code: lot });
  expect(all.holders).toHaveLength(STOCK_HOLDERS_MAX);
  expect(all.truncated).toBeNull();
  await capture(shipments.slice(0, 1));
  const cut = await firm.readStock({ code: lot });
  expect(cut.holders).toHaveLength(STOCK_HOLDERS_MAX);
  expect(cut.truncated).toEqual({ limit: 'holdersMax', max: STOCK_HOLDERS_MAX, at: lot });
  expect(cut.balance?.[0]?.left).toBe(all.balance?.[0]?.left);
});

test('a stock is a table too, for who asks for one', async () => {
  await using given = await givenServer();
  const firm = await given.firm(FARM);
  await firm.captureEvents({ body: Buffer.from(documentOf([harvest('L1'), sale(2, 'sale')])) });
  const authorization = `Bearer ${await given.keyOf({ plane: 'enterprise', party: FARM })}`;
  const answer = await given.app.inject({
    url: `/api/stock?code=${encodeURIComponent(lot)}`,
    headers: { accept: 'text/csv', authorization },
  });
  expect(answer.headers['content-type']).toMatch(/^text\/csv/);
  const rows = answer.body.split('\r\n');
  expect(rows[0]).toContain('"part","kind","holder"');
  expect(rows.find((row) => row.startsWith('"wentOut","sold"'))).toContain(
    'https://farm.example/events/sale',
  );
});
