import { Act, PEERS_MAX, Position, type Posting, roleOf, SYSTEM } from '@yunsu/domain';
import { expect, test } from 'vitest';
import { appendEvents } from '../../src/store/append-events.ts';
import { readAlikePostings } from '../../src/store/read-alike-postings.ts';
import { readPostings } from '../../src/store/read-postings.ts';
import { batchOf, given, keyFor, MAY, openTestStore, SECOND } from './given.ts';

const begun = roleOf(Position.unit, Act.add, false);
const inside = roleOf(Position.child, Act.add, false);
const packed = roleOf(Position.parent, Act.add, false);
const items = Array.from({ length: 300 }, (_, n) => `item-${n}`);
const many = Array.from({ length: PEERS_MAX + 1 }, (_, n) => keyFor(`child-${n}`));

/** 300 items that begin together; each third of them goes into a crate of its own, crate 2 of which is split into two rows. */
const events = () => [
  given('begin', {
    identifiers: [],
    postings: items.map((name) => ({ unit: keyFor(name), eventTime: MAY, role: begun, quantity: '1.50' })),
  }),
  ...[0, 1, 2].map((crate) => {
    const eventTime = MAY + (crate + 1) * SECOND;
    const own = items.filter((_, n) => n % 3 === crate).map(keyFor);
    const lists = crate === 2 ? [own, many] : [own];
    const unit = keyFor(`crate-${crate}`);
    return given(`pack-${crate}`, {
      at: eventTime,
      identifiers: [],
      postings: [
        ...lists.map((peers) => ({ unit, eventTime, role: packed, peers })),
        ...own.map((each) => ({ unit: each, eventTime, role: inside, peer: unit })),
      ],
    });
  }),
];

test('what units have alike is given once, and stands for the same rows that are read one by one', async () => {
  await using db = await openTestStore();
  await appendEvents(db, batchOf(events()));
  const names = ['nobody', 'crate-2', ...items, 'crate-0', 'crate-1'];
  const frontier = names.map((name) => ({ unit: keyFor(name) }));
  const { postings, truncatedUnits, alike } = await readAlikePostings(db, SYSTEM, frontier, undefined);
  expect(truncatedUnits).toEqual([]);
  expect(new Set(alike).size).toBe(1 + 3 + 3);
  const byUnit = Map.groupBy(postings, ({ unit }) => unit);
  const told = frontier.flatMap(({ unit }, at) =>
    (byUnit.get(frontier[alike[at]!]!.unit) ?? []).map((posting) => ({ ...posting, unit })),
  );
  const { postings: single } = await readPostings(db, SYSTEM, frontier);
  const text = (list: readonly Posting[]) => list.map((posting) => JSON.stringify(posting)).sort();
  expect(text(told)).toEqual(text(single));
  expect(told.map(({ unit, eventTime }) => [unit, eventTime])).toEqual(
    single.map(({ unit, eventTime }) => [unit, eventTime]),
  );
});

test('bounds of time part what is alike without them', async () => {
  await using db = await openTestStore();
  await appendEvents(db, batchOf(events()));
  const frontier = items.map((name, n) => ({ unit: keyFor(name), ...(n < 150 ? { from: MAY + 1 } : {}) }));
  const { postings, alike } = await readAlikePostings(db, SYSTEM, frontier, undefined);
  expect(new Set(alike).size).toBe(6);
  expect(postings).toHaveLength(3 * 1 + 3 * 2);
});
