import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ShortEvent } from '../../../domain/test/support/notation.ts';
import { uriOf } from '../../../domain/test/support/notation.ts';
import { anything, lotsMove } from '../../../domain/test/support/random-stories.ts';
import { computeCompleteness } from '../../src/operations/compute-completeness.ts';
import { appendEvents } from '../../src/store/append-events.ts';
import type { CaptureEvent } from '../../src/store/capture-batch.ts';
import { replaceExplained } from '../../src/store/completeness.ts';
import { readComputedAt, readStale, spreadDue } from '../../src/store/completeness-due.ts';
import type { Database } from '../../src/store/database.ts';
import { numberBatches, readKnownAt } from '../../src/store/known-batches.ts';
import { batchOf, countOf, openTestStore } from '../store/given.ts';
import { captureEventOf, contextOf, keyOfUri, readKept, recompute, settleCompleteness } from './given.ts';

const capture = async (db: Database, events: readonly CaptureEvent[]) => {
  await appendEvents(db, batchOf([...events], { errorBehaviour: 'proceed' }));
};

const lotStory: ShortEvent[] = [
  { at: 0, by: 'A', here: 'farm', type: 'ObjectEvent', action: 'ADD', quantityList: ['tea/L1 40 KGM'] },
  {
    at: 1,
    by: 'A',
    here: 'farm',
    type: 'AggregationEvent',
    action: 'ADD',
    parentID: '#1',
    childQuantityList: ['tea/L1 40 KGM'],
  },
  {
    at: 1.1,
    by: 'A',
    here: 'farm',
    type: 'AggregationEvent',
    action: 'ADD',
    parentID: '#2',
    childEPCs: ['#1'],
  },
  {
    at: 2,
    by: 'A',
    here: 'farm',
    to: 'B@mill',
    type: 'ObjectEvent',
    action: 'OBSERVE',
    bizStep: 'shipping',
    epcList: ['#2'],
  },
  {
    at: 3,
    by: 'B',
    here: 'mill',
    type: 'ObjectEvent',
    action: 'OBSERVE',
    bizStep: 'receiving',
    epcList: ['#2'],
  },
];
const legsOf = async (db: Database, name: string) =>
  (
    await db.tuples<[string, string]>('select kind, quantity from completeness_leg where k = $1 order by n', [
      keyOfUri(uriOf(name)),
    ])
  ).map((leg) => leg.join(' '));

test('a pallet that is received closes the leg of the lot two containers deep', async () => {
  await using db = await openTestStore();
  const context = contextOf(db);
  await capture(
    db,
    lotStory.slice(0, 4).map((short, n) => captureEventOf(short, n)),
  );
  await settleCompleteness(context);
  expect(await legsOf(db, 'tea/L1')).toEqual(['shipment-without-receipt 40']);
  await capture(db, [captureEventOf(lotStory[4]!, 4)]);
  await settleCompleteness(context);
  expect(await legsOf(db, 'tea/L1')).toEqual(['matched 40']);
  // The receipt is declared to be wrong: the leg is open again.
  await capture(db, [captureEventOf(lotStory[4]!, 4, true)]);
  await settleCompleteness(context);
  expect(await legsOf(db, 'tea/L1')).toEqual(['shipment-without-receipt 40']);
  expect(await readComputedAt(db)).toEqual(await readKnownAt(db));
});

test('what is kept is what a whole computing gives, whatever came in which order and in which batches', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(anything, lotsMove),
      fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 60, maxLength: 60 }),
      fc.integer({ min: 1, max: 9 }),
      async ({ events }, lots, size) => {
        await using db = await openTestStore();
        const context = contextOf(db);
        const told = events.map((short, n) => captureEventOf(short, n));
        const mixed = told
          .map((event, n) => ({ event, at: lots[n % lots.length]! + n / 1e3 }))
          .sort((a, b) => a.at - b.at)
          .map(({ event }) => event);
        const wrong = events.flatMap((short, n) =>
          lots[n]! % 5 === 0 ? [captureEventOf(short, n, true)] : [],
        );
        const all = [...mixed, ...wrong];
        for (let at = 0; at < all.length; at += size) {
          await capture(db, all.slice(at, at + size));
          if (lots[at % lots.length]! % 2 === 0) await settleCompleteness(context);
        }
        await settleCompleteness(context);
        expect(await readKept(db)).toEqual(await recompute(context));
        expect(await countOf(db, 'completeness_due')).toBe(0);
        expect(await countOf(db, 'completeness_stale')).toBe(0);
      },
    ),
    { numRuns: 20, endOnFailure: true },
  );
}, 200_000);

/** Three pallets of two cases of 60; the last case is sent alone, and of the first three items go their own way. */
function alikeStory(): ShortEvent[] {
  const items = Array.from({ length: 360 }, (_, n) => `tea.${n}`);
  const caseOf = (n: number) => items.slice(n * 60, n * 60 + 60);
  const by = { by: 'A', here: 'farm' };
  const object = { ...by, type: 'ObjectEvent', action: 'OBSERVE' } as const;
  const pack = { ...by, type: 'AggregationEvent', action: 'ADD' } as const;
  return [
    { ...object, at: 0, action: 'ADD', epcList: items.slice(0, 200) },
    { ...object, at: 0.1, action: 'ADD', epcList: items.slice(200) },
    ...[0, 1, 2, 3, 4, 5].map((n) => ({
      ...pack,
      at: 1 + n / 100,
      parentID: `#1${n}`,
      childEPCs: caseOf(n),
    })),
    ...[0, 1, 2].map((n) => ({
      ...pack,
      at: 2 + n / 100,
      parentID: `#2${n}`,
      childEPCs: [`#1${2 * n}`, `#1${2 * n + 1}`],
    })),
    ...[0, 1, 2].map((n) => ({
      ...object,
      at: 3 + n / 100,
      bizStep: 'shipping',
      to: 'B@mill',
      epcList: [`#2${n}`],
    })),
    {
      at: 4,
      by: 'B',
      here: 'mill',
      type: 'ObjectEvent',
      action: 'OBSERVE',
      bizStep: 'receiving',
      epcList: ['#20', 'tea.359'],
    },
    {
      at: 5,
      by: 'B',
      here: 'mill',
      type: 'AggregationEvent',
      action: 'DELETE',
      parentID: '#10',
      childEPCs: items.slice(0, 5),
    },
    {
      at: 6,
      by: 'B',
      here: 'mill',
      type: 'ObjectEvent',
      action: 'DELETE',
      bizStep: 'retail_selling',
      epcList: items.slice(0, 2),
    },
    {
      at: 6,
      by: 'B',
      here: 'mill',
      type: 'ObjectEvent',
      action: 'OBSERVE',
      bizStep: 'shipping',
      to: 'C@shop',
      epcList: ['tea.2'],
    },
  ];
}

test('of many units those of a kind are computed once, and what is kept is what each alone gives', async () => {
  await using db = await openTestStore();
  const context = contextOf(db);
  await capture(
    db,
    alikeStory().map((short, n) => captureEventOf(short, n)),
  );
  while ((await numberBatches(db)) > 0);
  while (await spreadDue(db));
  expect(await countOf(db, 'completeness_stale')).toBeGreaterThan(360);
  // 369 units are fewer kinds than one step computes.
  await computeCompleteness(context);
  expect(await countOf(db, 'completeness_stale')).toBe(0);
  const kept = await readKept(db);
  expect(kept).toEqual(await recompute(context));
  expect(kept.filter((row) => row.includes(' leg ')).length).toBeGreaterThan(360);
});

test('a crash between any two steps loses nothing, and who computed what was marked again writes nothing', async () => {
  await using db = await openTestStore();
  const context = contextOf(db);
  await capture(
    db,
    lotStory.slice(0, 4).map((short, n) => captureEventOf(short, n)),
  );
  await numberBatches(db);
  while (await spreadDue(db));
  const [first] = await readStale(db, 1);
  const before = await readKept(db);
  // Computed, and the process dies before it writes: the units are still on the list.
  const stale = await readStale(db, 100);
  expect(stale.length).toBeGreaterThan(1);
  // Another event marks all of them again: the old computing is void.
  await capture(db, [captureEventOf(lotStory[4]!, 4)]);
  await numberBatches(db);
  while (await spreadDue(db));
  const explained = { legs: [], held: [], truncated: null };
  expect(
    await replaceExplained(
      db,
      stale.map((one) => ({ ...one, explained })),
    ),
  ).toBe(0);
  expect(await readKept(db)).toEqual(before);
  expect((await readStale(db, 100)).map(({ unit }) => unit)).toContain(first?.unit);
  while (await computeCompleteness(context));
  expect(await readKept(db)).toEqual(await recompute(context));
  // A second server that had read the same list finds that it has been done.
  expect(
    await replaceExplained(
      db,
      stale.map((one) => ({ ...one, explained })),
    ),
  ).toBe(0);
});
