import fc from 'fast-check';
import { expect, test } from 'vitest';
import { key } from '../../test/support/memory-store.ts';
import { type ShortEvent, Teller, timeOf, uriOf } from '../../test/support/notation.ts';
import { explainUnit } from './explain.ts';
import type { Leg } from './legs.ts';
import { type LegSum, scoreOf, sumLegs } from './score.ts';
import { type Held, SILENCE_DEFAULT, silentDays } from './silence.ts';

const object = (of: Partial<ShortEvent> & Pick<ShortEvent, 'at' | 'by'>): ShortEvent => ({
  type: 'ObjectEvent',
  action: 'OBSERVE',
  ...of,
});
const made = (at: number, by: string, here: string, what: string): ShortEvent =>
  object({ at, by, here, action: 'ADD', bizStep: 'commissioning', quantityList: [what] });
const sent = (at: number, by: string, here: string, to: string, what: string): ShortEvent =>
  object({ at, by, here, to, bizStep: 'shipping', quantityList: [what] });
const came = (at: number, by: string, here: string, what: string): ShortEvent =>
  object({ at, by, here, bizStep: 'receiving', quantityList: [what] });
const sold = (at: number, by: string, here: string, what: string): ShortEvent =>
  object({
    at,
    by,
    here,
    action: 'DELETE',
    bizStep: 'retail_selling',
    disposition: 'retail_sold',
    quantityList: [what],
  });

const explain = (teller: Teller, name: string) => explainUnit(teller.store, key(uriOf(name)));
const say = (teller: Teller, { kind, from, to, quantity, uom, own }: Leg): string =>
  [kind, teller.name(from.party), '->', teller.name(to.party), quantity, uom, own ? '' : 'packed']
    .filter(Boolean)
    .join(' ');

/** The worked example of `docs/completeness.md`. */
const example: ShortEvent[] = [
  made(0, 'A', 'farm', 'tea/L1 100 KGM'),
  sent(1, 'A', 'farm', 'B@mill', 'tea/L1 60 KGM'),
  sent(1.5, 'A', 'farm', 'C@shop', 'tea/L1 20000 GRM'),
  came(2, 'B', 'mill', 'tea/L1 50 KGM'),
  came(3, 'D', 'stall', 'tea/L1 5 KGM'),
  sold(4, 'B', 'mill', 'tea/L1 30 KGM'),
];

test('the worked example: 80 of 110 kg are explained one hop on, 50 of 55 kg one hop back', async () => {
  const teller = new Teller({ events: example });
  const { legs, held } = await explain(teller, 'tea/L1');
  expect(legs.map((leg) => say(teller, leg)).sort()).toEqual([
    'ended B -> ? 30 KGM',
    'matched A -> B 50 KGM',
    'receipt-without-shipment ? -> D 5 KGM',
    'shipment-without-receipt A -> B 10 KGM',
    'shipment-without-receipt A -> C 20 KGM',
  ]);
  const sums = sumLegs(legs);
  const { on, back, both } = scoreOf({ on: sums, back: sums });
  expect(on).toEqual({
    explained: '80',
    total: '110',
    uom: 'KGM',
    counted: 'amount',
    share: '0.727272727272',
  });
  expect(back).toEqual({
    explained: '50',
    total: '55',
    uom: 'KGM',
    counted: 'amount',
    share: '0.90909090909',
  });
  expect(both).toMatchObject({ explained: '130', total: '165', share: '0.787878787878' });
  expect(held.map(({ party, quantity, lastTime }) => [teller.name(party), quantity, lastTime])).toEqual(
    expect.arrayContaining([
      ['A', '20', timeOf(1.5)],
      ['B', '20', timeOf(4)],
      ['D', '5', timeOf(3)],
    ]),
  );
  expect(held).toHaveLength(3);
});

test('what is sent to nobody named is with an unknown holder, and what was not there is an unexplained removal', async () => {
  const teller = new Teller({ events: [sent(1, 'A', 'farm', '', 'tea/L1 7 KGM')] });
  const { legs } = await explain(teller, 'tea/L1');
  expect(legs.map((leg) => say(teller, leg)).sort()).toEqual([
    'unexplained-removal ? -> A 7 KGM',
    'unknown-holder A -> ? 7 KGM',
  ]);
});

test('a lot packed in a pallet has a leg with its own part, and the pallet one with all it carries', async () => {
  const pack = (what: string): ShortEvent => ({
    at: 1,
    by: 'A',
    here: 'farm',
    type: 'AggregationEvent',
    action: 'ADD',
    bizStep: 'packing',
    parentID: '#1',
    childQuantityList: [what],
  });
  const teller = new Teller({
    events: [
      made(0, 'A', 'farm', 'tea/L1 40 KGM'),
      made(0.5, 'A', 'farm', 'tea/L2 10 KGM'),
      pack('tea/L1 40 KGM'),
      { ...pack('tea/L2 10 KGM'), at: 1.2 },
      object({ at: 2, by: 'A', here: 'farm', to: 'B@mill', bizStep: 'shipping', epcList: ['#1'] }),
      object({ at: 3, by: 'B', here: 'mill', bizStep: 'receiving', epcList: ['#1'] }),
    ],
  });
  const ofLot = await explain(teller, 'tea/L1');
  expect(ofLot.legs.map((leg) => say(teller, leg))).toEqual(['matched A -> B 40 KGM packed']);
  const ofPallet = await explain(teller, '#1');
  expect(ofPallet.legs.map((leg) => say(teller, leg))).toEqual(['matched A -> B 50 KGM']);
});

test('more links than are followed are named, and what is left out is a container’s: at the bound, and one past it', async () => {
  const events = [
    made(0, 'A', 'farm', 'tea/L1 40 KGM'),
    object({
      at: 1,
      by: 'A',
      here: 'farm',
      type: 'AggregationEvent',
      action: 'ADD',
      parentID: '#1',
      childQuantityList: ['tea/L1 40 KGM'],
    }),
    object({ at: 2, by: 'A', here: 'farm', to: 'B@mill', bizStep: 'shipping', epcList: ['#1'] }),
    object({ at: 3, by: 'B', here: 'mill', bizStep: 'receiving', epcList: ['#1'] }),
  ];
  const { store } = new Teller({ events });
  const root = key(uriOf('tea/L1'));
  // Two links: into the pallet, and with it from A to B.
  expect(await explainUnit(store, root, 2)).toMatchObject({ legs: [{ kind: 'matched' }], truncated: null });
  expect(await explainUnit(store, root, 1)).toMatchObject({
    legs: [],
    truncated: { limit: 'linksMax', max: 1, at: root },
  });
});

test('an item shipped twice and received once leaves one shipment open; a voided shipment of a lot is no leg', async () => {
  const ship = { by: 'A', here: 'farm', to: 'B@mill', bizStep: 'shipping', epcList: ['tea.1'] };
  const teller = new Teller({
    events: [
      object({ at: 0, by: 'A', here: 'farm', action: 'ADD', bizStep: 'commissioning', epcList: ['tea.1'] }),
      object({ at: 1, ...ship }),
      object({ at: 2, by: 'B', here: 'mill', bizStep: 'receiving', epcList: ['tea.1'] }),
      object({ at: 3, by: 'B', here: 'mill', to: 'C@shop', bizStep: 'shipping', epcList: ['tea.1'] }),
    ],
  });
  const { legs } = await explain(teller, 'tea.1');
  expect(legs.map((leg) => say(teller, leg))).toEqual([
    'matched A -> B 1 H87',
    'shipment-without-receipt B -> C 1 H87',
  ]);
  const voided = new Teller({
    events: [
      made(0, 'A', 'farm', 'tea/L1 10 KGM'),
      sent(1, 'A', 'farm', 'B@mill', 'tea/L1 10 KGM'),
      object({ at: 2, by: 'A', here: 'farm', bizStep: 'void_shipping', quantityList: ['tea/L1 10 KGM'] }),
    ],
  });
  expect((await explain(voided, 'tea/L1')).legs).toEqual([]);
});

test('legs are counted where their units do not convert or nobody measured', () => {
  const sums: LegSum[] = [
    { kind: 'matched', uom: 'KGM', quantity: '999', legs: 1 },
    { kind: 'shipment-without-receipt', uom: 'H87', quantity: '1', legs: 3 },
  ];
  expect(scoreOf({ on: sums, back: [] }).on).toEqual({
    explained: '1',
    total: '4',
    counted: 'legs',
    share: '0.25',
  });
  const unmeasured: LegSum[] = [{ kind: 'matched', quantity: '0', legs: 2 }];
  expect(scoreOf({ on: unmeasured, back: [] }).on).toMatchObject({ explained: '2', total: '2', share: '1' });
  expect(scoreOf({ on: [], back: [] }).both).toEqual({ explained: '0', total: '0', counted: 'legs' });
});

test('the days of silence are those in force on the day, else the default', () => {
  const rules = [
    { validFrom: '2026-01-01', days: 10 },
    { validFrom: '2027-01-01', days: 5 },
  ];
  expect(silentDays(rules, '2026-12-31')).toBe(10);
  expect(silentDays(rules, '2027-01-01')).toBe(5);
  expect(silentDays(rules, '2025-12-31')).toBe(SILENCE_DEFAULT[0]!.days);
  expect(silentDays(undefined, '2026-12-31')).toBe(SILENCE_DEFAULT[0]!.days);
});

const hops = fc.array(
  fc.record({
    kind: fc.constantFrom('sent', 'came', 'sold'),
    party: fc.constantFrom('A', 'B', 'C'),
    other: fc.constantFrom('A', 'B', 'C'),
    kg: fc.integer({ min: 1, max: 50 }),
  }),
  { minLength: 1, maxLength: 12 },
);

test('a share lies between 0 and 1, and the order of arrival changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(hops, fc.integer({ min: 1, max: 1e6 }), async (told, seed) => {
      const events = told.map(({ kind, party, other, kg }, at): ShortEvent => {
        const what = `tea/L1 ${kg} KGM`;
        const here = `place${party.toLowerCase()}`;
        const id = `urn:test:event:${at}`;
        if (kind === 'sent')
          return { ...sent(at, party, here, `${other}@place${other.toLowerCase()}`, what), id };
        return { ...(kind === 'came' ? came : sold)(at, party, here, what), id };
      });
      const one = await explain(new Teller({ events }), 'tea/L1');
      const teller = new Teller({ events, seed });
      const other = await explain(teller, 'tea/L1');
      const eventless = (legs: readonly Leg[]) =>
        legs
          .map(({ shipped, received, ...leg }) => JSON.stringify([leg, shipped?.time, received?.time]))
          .sort();
      expect(eventless(other.legs)).toEqual(eventless(one.legs));
      const wordless = (held: readonly Held[]) => held.map(({ lastEvent, ...rest }) => rest);
      expect(wordless(other.held)).toEqual(wordless(one.held));
      const sums = sumLegs(one.legs);
      for (const { share, explained, total } of Object.values(scoreOf({ on: sums, back: sums }))) {
        expect(Number(explained)).toBeLessThanOrEqual(Number(total));
        if (share === undefined) expect(total).toBe('0');
        else expect(Number(share) >= 0 && Number(share) <= 1).toBe(true);
        expect(share === '1').toBe(explained === total && total !== '0');
      }
    }),
    { numRuns: 150 },
  );
});
