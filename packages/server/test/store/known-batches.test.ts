import { expect, test } from 'vitest';
import { appendEvents } from '../../src/store/append-events.ts';
import { recordTimeOf, takeEventNumbers } from '../../src/store/event-clock.ts';
import {
  BATCHES_MAX,
  numberBatches,
  readBatchesAfter,
  readBatchOf,
  readKnownAt,
  readKnownBy,
} from '../../src/store/known-batches.ts';
import { transaction } from '../../src/store/transaction.ts';
import { batchOf, countOf, given, openTestStore } from './given.ts';

/** A promise and the function that fulfils it. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

test('a batch that commits late is numbered all the same, after those that committed before it', async () => {
  await using db = await openTestStore();
  const inside = gate();
  const late = gate();
  const held = appendEvents(db, batchOf([given('late')]), {
    within: async () => {
      inside.open();
      await late.opened;
    },
  });
  await inside.opened;
  const early = await appendEvents(db, batchOf([given('early')]));
  expect(await numberBatches(db)).toBe(1);
  expect(await readKnownAt(db)).toMatchObject({ number: '1' });
  late.open();
  const stored = await held;
  expect(await readBatchOf(db, stored.events[0]?.event ?? '')).toBeUndefined();
  expect(await numberBatches(db)).toBe(1);
  const batches = await readBatchesAfter(db, '0');
  expect(batches.map(({ number, firstEvent }) => [number, firstEvent])).toEqual([
    ['1', early.events[0]?.event],
    ['2', stored.events[0]?.event],
  ]);
  // The late batch took its numbers first: a cursor over event numbers would have passed it.
  expect(BigInt(stored.events[0]?.event ?? 0)).toBeLessThan(BigInt(early.events[0]?.event ?? 0));
  expect((await readBatchesAfter(db, '1')).length).toBe(1);
  expect((await readBatchOf(db, stored.events[0]?.event ?? ''))?.number).toBe('2');
  expect(await countOf(db, 'outbox')).toBe(0);
});

test('only one sequencer works at a time', async () => {
  await using db = await openTestStore();
  await appendEvents(db, batchOf([given('e1')]));
  await transaction(db, async (tx) => {
    await tx.query('select pg_advisory_xact_lock(20260002)');
    expect(await numberBatches(db)).toBe(0);
  });
  const counts = await Promise.all([numberBatches(db), numberBatches(db), numberBatches(db)]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
});

test('the time of a number never goes back, even where the clock does', async () => {
  await using db = await openTestStore();
  await appendEvents(db, batchOf([given('e1')]));
  await numberBatches(db);
  await db.execute(`update known_batch set numbered = '2100-01-01T00:00:00Z'`);
  await appendEvents(db, batchOf([given('e2')]));
  await numberBatches(db);
  const [first, second] = await readBatchesAfter(db, '0');
  expect(second?.numbered).toBe(first?.numbered);
  expect(await readKnownBy(db, (first?.numbered ?? 0) - 1)).toEqual({ number: '0', time: 0 });
  expect(await readKnownBy(db, first?.numbered ?? 0)).toMatchObject({ number: '2' });
});

test('event numbers go up and never interleave, even where the clock goes back', async () => {
  await using db = await openTestStore();
  const before = await takeEventNumbers(db, 3);
  const hour = 3_600_000n << 22n;
  await db.execute('update event_clock set last = last + $1', [String(hour)]);
  const blocks = await Promise.all([10, 1, 5, 7].map((count) => takeEventNumbers(db, count)));
  const ranges = blocks
    .map((first, n) => [first, first + BigInt([10, 1, 5, 7][n] ?? 0) - 1n] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  let last = before + hour;
  for (const [first, end] of ranges) {
    expect(first).toBeGreaterThan(last);
    last = end;
  }
  expect(recordTimeOf(String(last))).toBeGreaterThan(Date.now() * 1000);
});

test('a pass numbers at most BATCHES_MAX batches and says that there may be more', async () => {
  await using db = await openTestStore();
  await db.execute(
    `insert into outbox (first_event, last_event, events, sender)
     select n, n, 1, 's' from generate_series(1, $1::int) as n`,
    [BATCHES_MAX + 1],
  );
  expect([await numberBatches(db), await numberBatches(db)]).toEqual([BATCHES_MAX, 1]);
  expect((await readBatchesAfter(db, '0')).length).toBe(BATCHES_MAX);
});
