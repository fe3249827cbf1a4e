import { expect, test } from 'vitest';
import { documentOf, type Given, givenServer, newFirm, refusalOf } from '../http/given.ts';
import { settleCompleteness } from './given.ts';

const LOT = 'https://id.gs1.org/01/09521234015017/10/L1';
const at = (place: string) => ({ id: `https://id.gs1.org/414/952123401${place}` });
const PLACES = { farm: at('0012'), mill: at('0029'), stall: at('0036') };

/** An event about some kilograms of the lot. */
const said = (n: number, step: string, quantity: number, uom: string, more: object = {}) => ({
  eventID: `urn:uuid:00000000-0000-4000-8000-00000000000${n}`,
  type: 'ObjectEvent',
  eventTime: `2026-03-0${n}T08:00:00+08:00`,
  eventTimeZoneOffset: '+08:00',
  action: 'OBSERVE',
  bizStep: step,
  quantityList: [{ epcClass: LOT, quantity, uom }],
  ...more,
});
const to = (id: string) => ({ destinationList: [{ type: 'possessing_party', destination: id }] });
const from = (id: string) => ({ sourceList: [{ type: 'possessing_party', source: id }] });

/** The worked example of docs/completeness.md, told by four firms. */
async function givenExample(given: Given) {
  const [A, B, C, D] = [newFirm(), newFirm(), newFirm(), newFirm()];
  const tell = async (firm: string, event: object) => {
    await (await given.firm(firm)).captureEvents({ body: Buffer.from(documentOf([event])) });
  };
  await tell(A, said(1, 'commissioning', 100, 'KGM', { action: 'ADD', bizLocation: PLACES.farm }));
  await tell(A, said(2, 'shipping', 60, 'KGM', { readPoint: PLACES.farm, ...to(B) }));
  await tell(A, said(3, 'shipping', 20000, 'GRM', { readPoint: PLACES.farm, ...to(C) }));
  await tell(B, said(4, 'receiving', 50, 'KGM', { bizLocation: PLACES.mill, ...from(A) }));
  await tell(D, said(5, 'receiving', 5, 'KGM', { bizLocation: PLACES.stall }));
  await tell(
    B,
    said(6, 'retail_selling', 30, 'KGM', {
      action: 'DELETE',
      disposition: 'retail_sold',
      bizLocation: PLACES.mill,
    }),
  );
  await settleCompleteness(given.context);
  return { A, B, C, D, tell };
}

test('the worked example: every term, and the shares recomputed from the terms', async () => {
  await using given = await givenServer({}, () => new Date('2026-06-10T00:00:00Z'));
  await givenExample(given);
  const regulator = await given.clientOf({ plane: 'regulator', scopes: ['*:*:*'], mayRegister: false });
  const { score, legs, legsCount, holders, truncated, asKnownAt } = await regulator.readCompleteness({
    code: LOT,
  });
  expect(score.on).toMatchObject({ explained: '80', total: '110', uom: 'KGM', share: '0.727272727272' });
  expect(score.back).toMatchObject({ explained: '50', total: '55', uom: 'KGM', share: '0.90909090909' });
  expect(score.both).toMatchObject({ explained: '130', total: '165', share: '0.787878787878' });
  for (const { explained, total, terms } of Object.values(score)) {
    const sum = (of: typeof terms) => of.reduce((all, { quantity }) => all + Number(quantity), 0);
    expect(sum(terms.filter((term) => term.explained))).toBe(Number(explained));
    expect(sum(terms)).toBe(Number(total));
  }
  expect(legs.map(({ kind, quantity }) => `${kind} ${quantity}`)).toEqual([
    'shipment-without-receipt 10',
    'shipment-without-receipt 20',
    'receipt-without-shipment 5',
    'matched 50',
    'ended 30',
  ]);
  expect([legsCount, truncated, asKnownAt.number]).toEqual([5, null, '6']);
  // From 03-03, 03-05 and 03-06 to 06-10, all at midnight UTC: 28 + 30 + 31 + 10 days, and so on. The default allows 90.
  expect(holders.map(({ quantity, silentDays, silent }) => [quantity, silentDays, silent])).toEqual([
    ['20', 99, true],
    ['5', 97, true],
    ['20', 96, true],
  ]);
});

test('each party sees its own hops: what is hidden from it answers as what does not exist', async () => {
  await using given = await givenServer();
  const { A, B, C, D } = await givenExample(given);
  const seenBy = async (firm: string) => {
    const { legs, score } = await (await given.firm(firm)).readCompleteness({ code: LOT });
    return {
      legs: legs.map(({ kind, quantity, from, to }) => [kind, quantity, from.holder.uri, to.holder.uri]),
      on: score.on.share,
      back: score.back.share,
    };
  };
  // B’s receipt names A; D’s names nobody, and B’s sale is B’s own.
  expect(await seenBy(A)).toEqual({
    legs: [
      ['shipment-without-receipt', '10', A, B],
      ['shipment-without-receipt', '20', A, C],
      ['matched', '50', A, B],
    ],
    on: '0.625',
    back: '1',
  });
  expect((await seenBy(B)).legs).toEqual([
    ['shipment-without-receipt', '10', A, B],
    ['matched', '50', A, B],
    ['ended', '30', B, undefined],
  ]);
  expect((await seenBy(C)).legs).toEqual([['shipment-without-receipt', '20', A, C]]);
  expect((await seenBy(D)).legs).toEqual([['receipt-without-shipment', '5', undefined, D]]);
  const stranger = await given.firm(newFirm());
  const { asKnownAt: _, ...nothing } = await stranger.readCompleteness({ code: LOT });
  const { asKnownAt: __, ...absent } = await stranger.readCompleteness({ code: LOT.replace('L1', 'L2') });
  expect({ ...nothing, uri: '' }).toEqual({ ...absent, uri: '' });
  expect((await refusalOf(given.anyone.readCompleteness({ code: LOT }))).status).toBe(401);
});

test('a receipt that does not name the sender leaves the sender’s shipment open, to where it said that it was going', async () => {
  await using given = await givenServer();
  const { A, B, tell } = await givenExample(given);
  const E = newFirm();
  await tell(A, said(7, 'shipping', 8, 'KGM', { readPoint: PLACES.farm, ...to(E) }));
  await tell(E, said(8, 'receiving', 8, 'KGM', { bizLocation: PLACES.stall }));
  await settleCompleteness(given.context);
  const kindsOf = async (firm: string) =>
    (await (await given.firm(firm)).readCompleteness({ code: LOT })).legs
      .filter(({ quantity }) => quantity === '8')
      .map(({ kind, to, received }) => [kind, to.holder.uri, received?.eventID]);
  expect(await kindsOf(A)).toEqual([['shipment-without-receipt', E, undefined]]);
  expect(await kindsOf(E)).toEqual([['matched', E, said(8, '', 0, '').eventID]]);
  expect(await kindsOf(B)).toEqual([]);
});

test('a party lists its own open legs page by page, and nobody another’s', async () => {
  await using given = await givenServer();
  const { A, D, tell } = await givenExample(given);
  const client = await given.firm(A);
  const first = await client.listOpenLegs({ perPage: 1 });
  expect(first.legs.map(({ kind, quantity }) => [kind, quantity])).toEqual([
    ['shipment-without-receipt', '10'],
  ]);
  const second = await client.listOpenLegs({ perPage: 1, nextPageToken: first.nextPageToken ?? '' });
  expect(second.legs.map(({ quantity }) => quantity)).toEqual(['20']);
  expect(second.nextPageToken).toBeUndefined();
  expect((await client.listOpenLegs({ party: D })).legs).toEqual([]);
  const stranger = await given.firm(newFirm());
  expect(await stranger.listOpenLegs({ party: A })).toMatchObject({ legs: [] });
  expect((await refusalOf(client.listOpenLegs({ nextPageToken: 'x' }))).status).toBe(400);
  expect((await refusalOf(client.listOpenLegs({ party: 'nobody' }))).status).toBe(400);
  // A correction takes the shipment back: the list is shorter.
  await tell(A, {
    ...said(3, 'shipping', 20000, 'GRM', { readPoint: PLACES.farm }),
    ...to((await client.listOpenLegs({})).legs[1]?.to.holder.uri ?? ''),
    errorDeclaration: { declarationTime: '2026-03-09T00:00:00Z', reason: 'incorrect_data' },
  });
  await settleCompleteness(given.context);
  expect((await client.listOpenLegs({})).legs.map(({ quantity }) => quantity)).toEqual(['10']);
});
