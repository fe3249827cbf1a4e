import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EventPostings, orderEvents } from './order.ts';
import { Act, Position, type Posting, roleOf } from './posting.ts';

let serial = 0;
/** An event of one instant that does these acts to these units. */
function event(id: string, time: number, rows: readonly [unit: string, Position, Act][]): EventPostings {
  const number = String(++serial);
  const postings = rows.map(
    ([unit, position, act]): Posting => ({
      unit,
      eventTime: time,
      event: number,
      role: roleOf(position, act, false),
    }),
  );
  return { event: number, eventID: id, time, postings };
}
const ids = (events: readonly EventPostings[]) => orderEvents(events).map(({ eventID }) => eventID);

const { unit, parent, child, input, output, part } = Position;

describe('the order of replay', () => {
  test('time comes first', () => {
    expect(ids([event('a', 2, [['u', unit, Act.add]]), event('b', 1, [['u', unit, Act.delete]])])).toEqual([
      'b',
      'a',
    ]);
  });

  test('at one instant: output, commissioning, unpacking, packing, observing and moving, consuming', () => {
    const instant = [
      event('a', 1, [['u', input, Act.delete]]),
      event('b', 1, [['u', unit, Act.ship]]),
      event('c', 1, [['u', child, Act.add]]),
      event('d', 1, [['u', child, Act.delete]]),
      event('e', 1, [['u', output, Act.add]]),
    ];
    expect(ids(instant)).toEqual(['e', 'd', 'c', 'b', 'a']);
  });

  test('associations are ranked like packing', () => {
    const instant = [event('a', 1, [['u', part, Act.add]]), event('b', 1, [['u', part, Act.delete]])];
    expect(ids(instant)).toEqual(['b', 'a']);
  });

  test('a ranking of one unit pulls the events of another with it', () => {
    const instant = [
      event('a', 1, [
        ['box', child, Act.add],
        ['pallet', parent, Act.add],
      ]),
      event('b', 1, [['pallet', unit, Act.ship]]),
      event('c', 1, [['box', unit, Act.add]]),
    ];
    expect(ids(instant)).toEqual(['c', 'a', 'b']);
  });

  test('eventID decides between events that nothing else tells apart', () => {
    const same = ['z', 'm', 'a'].map((id) => event(id, 1, [['u', unit, Act.observe]]));
    expect(ids(same)).toEqual(['a', 'm', 'z']);
  });

  test('two actors may use one eventID: then what the events say decides', () => {
    const one = event('same', 1, [['u', unit, Act.observe]]);
    const other = event('same', 1, [['v', unit, Act.observe]]);
    const units = (events: readonly EventPostings[]) =>
      orderEvents(events).map(({ postings }) => postings[0]!.unit);
    expect(units([one, other])).toEqual(units([other, one]));
  });

  test('events that contradict each other still have an order, by eventID', () => {
    const cycle = [
      event('b', 1, [
        ['u', output, Act.add],
        ['v', input, Act.delete],
      ]),
      event('a', 1, [
        ['v', output, Act.add],
        ['u', input, Act.delete],
      ]),
      event('c', 1, [['w', unit, Act.add]]),
    ];
    expect(ids(cycle)).toEqual(['c', 'a', 'b']);
  });

  test('the order of arrival does not matter', () => {
    const row = fc.tuple(
      fc.constantFrom('u', 'v', 'w'),
      fc.constantFrom(...Object.values(Position)),
      fc.constantFrom(...Object.values(Act)),
    );
    const some = fc.array(fc.tuple(fc.nat(2), fc.array(row, { minLength: 1, maxLength: 4 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (drafts, random) => {
        const events = drafts.map(([time, rows], at) => event(`id${at}`, time, rows));
        const shuffled = events
          .map((each) => ({ each, at: random.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ each }) => each);
        const expected = ids(events);
        expect(ids(shuffled)).toEqual(expected);
        expect([...expected].sort()).toEqual(events.map(({ eventID }) => eventID).sort());
      }),
    );
  });

  test('10,000 events of one instant about one unit take no longer than sorting', () => {
    const many = Array.from({ length: 10_000 }, (_, at) =>
      event(String(at).padStart(5, '0'), 1, [['u', at % 2 ? unit : child, at % 2 ? Act.observe : Act.add]]),
    );
    const ordered = ids(many);
    expect(ordered).toHaveLength(10_000);
    expect(ordered.slice(0, 5000).every((id) => Number(id) % 2 === 0)).toBe(true);
  });
});
