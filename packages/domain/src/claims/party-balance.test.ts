import fc from 'fast-check';
import { expect, test } from 'vitest';
import { key } from '../../test/support/memory-store.ts';
import { type ShortEvent, type ShortStory, Teller, timeOf, uriOf } from '../../test/support/notation.ts';
import { anything, containers, items, lots, lotsMove } from '../../test/support/random-stories.ts';
import { partyBalanceOf } from '../index.ts';
import { leftOf } from '../trace/stock.ts';
import { gtinOfKey, replayAround } from '../trace/trace.ts';
import { Decimal } from '../trace/units.ts';

const sum = (texts: readonly (string | undefined)[]): Decimal =>
  texts.reduce((total, text) => total.plus(text ?? 0), new Decimal(0));

const unitsOf = (names: readonly string[]) => names.map((name) => key(uriOf(name)));
const gtinOf = (name: string): string => gtinOfKey(key(uriOf(name)))!;

async function linesOf(
  told: ShortStory,
  party: string,
  product: string,
  [from, to]: [number, number],
  names: readonly string[],
) {
  const { lines } = await partyBalanceOf(new Teller(told).store, {
    party: key(uriOf(party)),
    gtin: gtinOf(product),
    units: unitsOf(names),
    from: timeOf(from),
    to: timeOf(to),
  });
  for (const { uom, cameIn, wentOut, left, leftMax } of lines) {
    if (uom === undefined) continue;
    const [came, gone] = [cameIn, wentOut].map((terms) => sum(terms.map(({ quantity }) => quantity)));
    expect(came!.toFixed()).toBe(gone!.plus(left ?? leftMax ?? 0).toFixed());
  }
  return lines;
}

test.each([
  ['any events at all', anything],
  ['lots that are moved, packed, used and ended', lotsMove],
] as const)(
  'a party’s balance adds up over every period, and ends with the stock that it has: %s',
  async (_, stories) => {
    await fc.assert(
      fc.asyncProperty(
        stories,
        fc.constantFrom('A', 'B', 'C'),
        fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
        async (told, party, parts) => {
          const last = told.events.at(-1)!.at + 1;
          const [from, to] = parts.map((part) => Math.floor(part * last)).sort((a, b) => a - b) as [
            number,
            number,
          ];
          const lines = await linesOf(told, party, lots[0]!, [from, to], [...lots, ...items, ...containers]);
          const { store } = new Teller(told);
          const units = unitsOf([...lots, ...items, ...containers]);
          const stocks = await Promise.all(
            unitsOf(lots).map(async (root) => {
              const request = { root, others: units, direction: 'forward', packedOnly: true } as const;
              return leftOf((await replayAround(store, { ...request, to: timeOf(to) })).state);
            }),
          );
          const theirs = stocks
            .flat()
            .filter(({ where, base }) => where.party === key(uriOf(party)) && base === 'KGM');
          const [there, onTheWay] = [false, true].map((inTransit) =>
            sum(
              theirs
                .filter(({ where }) => where.inTransit === inTransit)
                .map(({ amount }) => amount.toFixed()),
            ),
          );
          const left = sum(lines.filter(({ uom }) => uom === 'KGM').map((line) => line.left));
          expect(left.gte(there!)).toBe(true);
          expect(left.lte(there!.plus(onTheWay!))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  },
);

const at = (day: number, by: string, here: string, more: Partial<ShortEvent>): ShortEvent => ({
  at: day,
  by,
  here,
  type: 'ObjectEvent',
  action: 'OBSERVE',
  ...more,
});
const harvest = at(1, 'A', 'farm', { action: 'ADD', quantityList: ['tea/L 100 KGM'] });
const trade = (day: number, n: number) => [
  at(day, 'A', 'farm', { bizStep: 'shipping', to: 'B@mill', quantityList: [`tea/L ${n} KGM`] }),
  at(day + 0.5, 'B', 'mill', { bizStep: 'receiving', quantityList: [`tea/L ${n} KGM`] }),
];
const sale = (day: number, n: number, lot = 'L') =>
  at(day, 'B', 'mill', { action: 'DELETE', quantityList: [`tea/${lot} ${n} KGM`] });

const said = async (events: readonly ShortEvent[], party: string, period: [number, number]) =>
  (await linesOf({ events }, party, 'tea/L', period, ['tea/L', 'tea/N'])).map((line) => {
    const terms = (list: readonly { kind: string; quantity?: string }[]) =>
      list.map(({ kind, quantity }) => `${kind} ${quantity}`);
    const sides = [terms(line.cameIn), [...terms(line.wentOut), `left ${line.left}`]];
    return `${sides.map((side) => side.join(' + ')).join(' = ')}${line.excess ? `, ${line.excess} too much` : ''}`;
  });

test('a dealer that sells what it bought is balanced, period by period', async () => {
  const events = [harvest, ...trade(2, 60), sale(3, 20), ...trade(5, 10), sale(6, 45)];
  expect(await said(events, 'B', [0, 10])).toEqual(['bought 70 = ended 65 + left 5']);
  expect(await said(events, 'B', [4, 10])).toEqual(['opening 40 + bought 10 = ended 45 + left 5']);
  expect(await said(events, 'A', [0, 10])).toEqual(['commissioned 100 = delivered 70 + left 30']);
  expect(await said(events, 'A', [2.2, 4])).toEqual(['opening 40 = left 40']);
});

test('a dealer that sells more than it bought is told by how much, under whatever lot it sells', async () => {
  const events = [harvest, ...trade(2, 60), sale(3, 20), sale(4, 90, 'N')];
  expect(await said(events, 'B', [0, 10])).toEqual([
    'bought 60 + unexplained 90 = ended 110 + left 40, 50 too much',
  ]);
  expect(await said(events, 'B', [3.5, 10])).toEqual([
    'opening 40 + unexplained 90 = ended 90 + left 40, 50 too much',
  ]);
});

test('what comes in a container comes into the hands that the container comes into', async () => {
  const pack = at(2, 'A', 'farm', {
    type: 'AggregationEvent',
    action: 'ADD',
    parentID: '#1',
    childQuantityList: ['tea/L 30 KGM'],
  });
  const events = [
    harvest,
    pack,
    at(3, 'A', 'farm', { bizStep: 'shipping', to: 'B@mill', epcList: ['#1'] }),
    at(4, 'B', 'mill', { bizStep: 'receiving', epcList: ['#1'] }),
  ];
  const of = async (party: string) =>
    (await linesOf({ events }, party, 'tea/L', [0, 9], ['tea/L', '#1'])).map(({ left, wentOut }) => [
      left,
      wentOut.length,
    ]);
  expect(await of('A')).toEqual([['70', 1]]);
  expect(await of('B')).toEqual([['30', 0]]);
});
