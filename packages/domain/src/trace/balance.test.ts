import fc from 'fast-check';
import { expect, test } from 'vitest';
import { key } from '../../test/support/memory-store.ts';
import { type ShortEvent, type ShortStory, Teller, timeOf, uriOf } from '../../test/support/notation.ts';
import { anything, containers, items, lots, lotsMove } from '../../test/support/random-stories.ts';
import { type BalanceLine, balanceOf } from '../index.ts';
import { Decimal } from './units.ts';

const sum = (texts: readonly (string | undefined)[]): Decimal =>
  texts.reduce((total, text) => total.plus(text ?? 0), new Decimal(0));

function expectToAddUp(lines: readonly BalanceLine[]): void {
  for (const { uom, cameIn, wentOut, holdings, left, leftMax } of lines) {
    for (const term of [...cameIn, ...wentOut]) {
      expect(term.entries.length).toBeGreaterThan(0);
      if (uom !== undefined)
        expect(sum(term.entries.map(({ quantity }) => quantity)).toFixed()).toBe(term.quantity);
    }
    if (uom === undefined) continue;
    const rest = sum(holdings.map(({ quantity, quantityMax }) => quantity ?? quantityMax));
    expect(rest.toFixed()).toBe(left ?? leftMax);
    expect(holdings.some(({ quantityMax }) => quantityMax !== undefined)).toBe(leftMax !== undefined);
    const inAll = sum(cameIn.map(({ quantity }) => quantity));
    const outAll = sum(wentOut.map(({ quantity }) => quantity));
    expect(inAll.toFixed()).toBe(outAll.plus(rest).toFixed());
  }
}

const units = [' KGM', ' KGM', ' KGM', ' GRM', ' LBR', ' DZN', '', 'unmeasured'];
const measured = ['quantityList', 'childQuantityList', 'inputQuantityList', 'outputQuantityList'] as const;

/** The same events, in which clerks measure in whatever unit they like, or not at all. */
const inUnits = (stories: fc.Arbitrary<ShortStory>): fc.Arbitrary<ShortStory> =>
  fc
    .tuple(stories, fc.array(fc.constantFrom(...units), { minLength: 7, maxLength: 7 }))
    .map(([told, picked]) => {
      let at = 0;
      const measure = (text: string) => {
        const uom = picked[at++ % picked.length]!;
        const [name, quantity] = text.split(' ');
        return uom === 'unmeasured' ? name! : `${name} ${quantity}${uom}`;
      };
      const events = told.events.map((event) => ({
        ...event,
        ...Object.fromEntries(
          measured.flatMap((list) => (event[list] ? [[list, event[list].map(measure)] as const] : [])),
        ),
      }));
      return { ...told, contents: { box: '0.357 KGM' }, events };
    });

test.each([
  ['any events at all', anything],
  ['any events at all, in any units', inUnits(anything)],
  ['lots that are moved, packed, used and ended', lotsMove],
  ['the same in any units', inUnits(lotsMove)],
] as const)('the balance of every unit adds up at every instant: %s', async (_, stories) => {
  await fc.assert(
    fc.asyncProperty(
      stories,
      fc.constantFrom(...lots, ...items, ...containers),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (told, root, part) => {
        const teller = new Teller(told);
        const to = timeOf(Math.floor(part * (told.events.at(-1)!.at + 1)));
        for (const at of [to, undefined])
          expectToAddUp((await balanceOf(teller.store, key(uriOf(root)), at)).lines);
      },
    ),
    { numRuns: 400 },
  );
});

test('an event that is taken back and told anew leaves a balance that adds up', async () => {
  await fc.assert(
    fc.asyncProperty(lotsMove, fc.nat(), fc.integer({ min: 1, max: 9 }), async (told, pick, n) => {
      const wrong = pick % told.events.length;
      const events = told.events.map((event, at) =>
        at === wrong && event.quantityList
          ? { ...event, quantityList: event.quantityList.map((text) => `${text.split(' ')[0]} ${n} KGM`) }
          : event,
      );
      for (const corrected of [events, events.toSpliced(wrong, 1)]) {
        const { store } = new Teller({ ...told, events: corrected });
        for (const root of lots) expectToAddUp((await balanceOf(store, key(uriOf(root)))).lines);
      }
    }),
    { numRuns: 100 },
  );
});

/** `commissioned 10 = used 3 + left 7 KGM`, line by line. */
async function balance(told: ShortStory, root: string, to?: number): Promise<string[]> {
  const { lines } = await balanceOf(
    new Teller(told).store,
    key(uriOf(root)),
    to === undefined ? to : timeOf(to),
  );
  expectToAddUp(lines);
  const say = (terms: BalanceLine['cameIn'] | BalanceLine['wentOut']) =>
    terms.map(({ kind, quantity, entries }) => `${kind} ${quantity ?? `(${entries.length})`}`);
  return lines.map(({ uom, cameIn, wentOut, left, leftMax }) => {
    const rest = leftMax === undefined ? `left ${left ?? '?'}` : `left at most ${leftMax}`;
    return `${say(cameIn).join(' + ')} = ${[...say(wentOut), rest].join(' + ')} ${uom ?? ''}`.trim();
  });
}

const at = (day: number, more: Partial<ShortEvent>): ShortEvent => ({
  at: day,
  by: 'A',
  here: 'mill',
  type: 'ObjectEvent',
  ...more,
});
const made = at(1, { action: 'ADD', quantityList: ['tea/L 10 KGM'] });
const cake = at(1, { action: 'ADD', epcList: ['cake.1'] });

test('a lot that was harvested, used, sold and sampled', async () => {
  const events = [
    made,
    at(2, {
      type: 'TransformationEvent',
      inputQuantityList: ['tea/L 3 KGM'],
      outputQuantityList: ['mix/M 2 KGM'],
    }),
    at(3, { action: 'DELETE', quantityList: ['tea/L 500 GRM'] }),
  ];
  expect(await balance({ events }, 'tea/L')).toEqual(['commissioned 10 = ended 0.5 + used 3 + left 6.5 KGM']);
  expect(await balance({ events }, 'tea/L', 2)).toEqual(['commissioned 10 = used 3 + left 7 KGM']);
  expect(await balance({ events }, 'tea/L', 0)).toEqual([]);
  expect(await balance({ events }, 'mix/M')).toEqual(['produced 2 = left 2 KGM']);
});

test('more than was there came from nobody knows where', async () => {
  const events = [made, at(2, { action: 'DELETE', quantityList: ['tea/L 12 KGM'] })];
  expect(await balance({ events }, 'tea/L')).toEqual([
    'commissioned 10 + unexplained 2 = ended 12 + left 0 KGM',
  ]);
});

test('an item that was used and is seen again has been recovered; one that was sold and came back did not end', async () => {
  const eaten = at(2, {
    type: 'TransformationEvent',
    inputEPCList: ['cake.1'],
    outputQuantityList: ['mix/M 1 KGM'],
  });
  const sold = at(2, { action: 'DELETE', epcList: ['cake.1'] });
  const back = at(3, { action: 'OBSERVE', bizStep: 'receiving', by: 'B', here: 'shop', epcList: ['cake.1'] });
  expect(await balance({ events: [cake, eaten] }, 'cake.1')).toEqual([
    'commissioned 1 = used 1 + left 0 H87',
  ]);
  expect(await balance({ events: [cake, eaten, back] }, 'cake.1')).toEqual([
    'commissioned 1 + recovered 1 = used 1 + left 1 H87',
  ]);
  expect(await balance({ events: [cake, sold] }, 'cake.1')).toEqual([
    'commissioned 1 = ended 1 + left 0 H87',
  ]);
  expect(await balance({ events: [cake, sold, back] }, 'cake.1')).toEqual(['commissioned 1 = left 1 H87']);
});

test('serials that are drawn from a lot are still of the lot, wherever they go', async () => {
  const events = [
    made,
    at(2, { action: 'ADD', lot: 'L', epcList: ['tea.1', 'tea.2'] }),
    at(3, { action: 'DELETE', epcList: ['tea.1'] }),
  ];
  const contents = { tea: '0.5 KGM' };
  expect(await balance({ events, contents }, 'tea/L')).toEqual([
    'commissioned 10 = ended 0.5 + left 9.5 KGM',
  ]);
});

test('amounts in units that do not convert are lines of their own, and bounds', async () => {
  const events = [made, at(2, { action: 'DELETE', quantityList: ['tea/L 30'] })];
  expect(await balance({ events }, 'tea/L')).toEqual([
    'otherUnit 30 = ended 30 + left 0 H87',
    'commissioned 10 = left at most 10 KGM',
  ]);
});

test('a crate is balanced by what it was filled with last, and by itself when it is empty', async () => {
  const pack = (day: number, action: 'ADD' | 'DELETE', n: number) =>
    at(day, { type: 'AggregationEvent', action, parentID: '#1', childQuantityList: [`tea/L ${n} KGM`] });
  const events = [made, pack(2, 'ADD', 4), pack(3, 'DELETE', 4), pack(4, 'ADD', 5), pack(5, 'DELETE', 2)];
  expect(await balance({ events }, '#1')).toEqual(['packed 5 = unpacked 2 + left 3 KGM']);
  expect(await balance({ events }, '#1', 3)).toEqual(['packed 4 = unpacked 4 + left 0 KGM']);
  const { lines } = await balanceOf(new Teller({ events }).store, key(uriOf('#1')), timeOf(3));
  expect(lines[0]?.holdings).toMatchObject([{ place: key('urn:test:place:mill'), quantity: '0' }]);
  expect(await balance({ events }, 'tea/L')).toEqual(['commissioned 10 = left 10 KGM']);
});

test('thirds of a dozen add up to the last place', async () => {
  const events = [
    at(1, { action: 'ADD', quantityList: ['tea/L 10 DZN'] }),
    at(2, { action: 'DELETE', quantityList: ['tea/L 5'] }),
  ];
  expect(await balance({ events }, 'tea/L')).toEqual(['commissioned 120 = ended 5 + left 115 H87']);
});
