import { expect, test } from 'vitest';
import { Act, Position, type Posting, roleOf } from './posting.ts';
import { countReach } from './reach-counts.ts';

const row = (eventTime: number, act: Act, of: Partial<Posting>): Posting => ({
  unit: 'u',
  event: String(eventTime),
  eventTime,
  role: roleOf(Position.unit, act, false),
  ...of,
});
const ALWAYS = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
const journey = [
  row(1, Act.add, { party: 'A', place: 'a' }),
  row(2, Act.ship, { party: 'B', place: 'b' }),
  row(3, Act.receive, { party: 'B', place: 'b' }),
  row(4, Act.observe, { place: 'c' }),
  row(5, Act.observe, { place: 'c' }),
];

test('each holder counts a unit once; what is only sent has not come, and hands stay as they were', () => {
  const counts = countReach([
    { unit: 'u', postings: journey, ...ALWAYS },
    { unit: 'v', postings: journey.slice(0, 2), ...ALWAYS },
  ]);
  expect(counts).toEqual({
    units: ['u', 'v'],
    holders: [
      { party: 'A', place: 'a', units: 2 },
      { party: 'B', place: 'b', units: 1 },
      { party: 'B', place: 'c', units: 1 },
    ],
  });
});

test('forward what was before does not count, back what was after', () => {
  const partiesAt = (bounds: object) =>
    countReach([{ unit: 'u', postings: journey, ...ALWAYS, ...bounds }]).holders.map(({ place }) => place);
  expect(partiesAt({ from: 3 })).toEqual(['b', 'c']);
  expect(partiesAt({ from: 4 })).toEqual(['c']);
  expect(partiesAt({ to: 2 })).toEqual(['a']);
});
