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
