import { SYSTEM } from '@yunsu/domain';
import { expect, test } from 'vitest';
import { appendEvents } from '../../src/store/append-events.ts';
import { EVENTS_MAX, URI_BYTES_MAX } from '../../src/store/capture-batch.ts';
import { KeyCollision } from '../../src/store/epc.ts';
import { readFindings } from '../../src/store/findings.ts';
import { readEvents, readEventsByID } from '../../src/store/read-events.ts';
import { readPostings } from '../../src/store/read-postings.ts';
import { readUris } from '../../src/store/read-uris.ts';
import {
  batchOf,
  countOf,
  given,
  keyFor,
  lot,
  MAY,
  openTestStore,
  SECOND,
  STRANGER,
  TRADER,
} from './given.ts';

test('an event comes back as it was told, to the microsecond and to the letter', async () => {
  await using db = await openTestStore();
  const text = '{"type":"ObjectEvent",\n\t"note":"a\\\\b \\"q\\" 云溯","quantity":1.10}';
  const event = given('e1', {
    at: MAY + 123_457,
    text,
    ext: '{"ilmd":{"urn:x:weight":1.10}}',
    process: 'harvesting',
    readPoint: keyFor('place'),
    said: { persistentDisposition: { set: ['completeness_verified', 'a"b,c\\d'], unset: [] } },
  });
  const outcome = await appendEvents(db, batchOf([event]));
  expect(outcome).toMatchObject({
    rolledBack: false,
    stored: 1,
    events: [{ state: 'stored', twinWarning: false }],
  });
  const number = outcome.events[0]?.event ?? '';
  const [row] = await readEvents(db, SYSTEM, [number]);
  expect(row).toMatchObject({
    event: number,
    eventID: 'e1',
    eventTime: MAY + 123_457,
    type: 'ObjectEvent',
    process: 'harvesting',
    persistentSet: ['completeness_verified', 'a"b,c\\d'],
    readPoint: keyFor('place'),
    doc: text,
    declared: false,
  });
  expect(row?.ext).toMatchObject({ ilmd: { 'urn:x:weight': { text: '1.10' } } });
  expect(row?.voidFrom).toBeUndefined();
  expect(Math.abs((row?.recordTime ?? 0) - Date.now() * 1000)).toBeLessThan(60 * SECOND);
  const { postings } = await readPostings(db, SYSTEM, [{ unit: keyFor('A') }]);
  expect(postings).toEqual([{ ...event.postings[0], event: number }]);
  expect((await readUris(db, [keyFor('A')])).get(keyFor('A'))).toEqual({ uri: lot('A').uri, level: 'lot' });
});

test('the same event again is a repeat, whoever sends it, and stores nothing', async () => {
  await using db = await openTestStore();
  const first = await appendEvents(db, batchOf([given('e1'), given('e2')]));
  const again = await appendEvents(db, batchOf([given('e2'), given('e3')], { sender: TRADER }));
  expect(again.events.map(({ state }) => state)).toEqual(['repeat', 'stored']);
  expect(again.events[0]?.event).toBe(first.events[1]?.event);
  expect(await countOf(db, 'event')).toBe(3);
  expect(await countOf(db, 'epc_event')).toBe(3);
});

test('an event twice in one batch is stored once', async () => {
  await using db = await openTestStore();
  const { events } = await appendEvents(db, batchOf([given('e1'), given('e1')]));
  expect(events.map(({ state }) => state)).toEqual(['stored', 'repeat']);
  expect(events[1]?.event).toBe(events[0]?.event);
  expect(await countOf(db, 'event')).toBe(1);
});

test('one conflict rolls a batch back and leaves nothing behind', async () => {
  await using db = await openTestStore();
  await appendEvents(db, batchOf([given('e1')]));
  const other = await appendEvents(
    db,
    batchOf([given('e0', { units: ['B'] }), given('e1', { units: ['C'] })]),
  );
  expect(other).toMatchObject({ rolledBack: true, stored: 0 });
  expect(other.events.map(({ state }) => state)).toEqual(['stored', 'conflict']);
  expect(await readEventsByID(db, SYSTEM, 'e0')).toEqual([]);
  expect([
    await countOf(db, 'event_key'),
    await countOf(db, 'epc_event'),
    await countOf(db, 'outbox'),
  ]).toEqual([1, 1, 1]);
});

test('with proceed the others are stored beside a conflict', async () => {
  await using db = await openTestStore();
  await appendEvents(db, batchOf([given('e1')]));
  const batch = batchOf([given('e0'), given('e1', { units: ['C'] })], { errorBehaviour: 'proceed' });
  const outcome = await appendEvents(db, batch);
  expect(outcome).toMatchObject({ rolledBack: false, stored: 1 });
  expect((await readEventsByID(db, SYSTEM, 'e0')).length).toBe(1);
});

test('one eventID of two actors: both are kept, neither is told, a finding says so', async () => {
  await using db = await openTestStore();
  const mine = await appendEvents(db, batchOf([given('e1')]));
  const theirs = await appendEvents(db, batchOf([given('e1', { actor: STRANGER, units: ['Z'] })]));
  expect(theirs.events[0]).toMatchObject({ state: 'stored' });
  expect((await readEventsByID(db, SYSTEM, 'e1')).length).toBe(2);
  expect(await readFindings(db)).toMatchObject([
    { kind: 'event-id-of-two-actors', event: theirs.events[0]?.event, otherEvent: mine.events[0]?.event },
  ]);
  // The first actor's repeat stays a repeat.
  expect((await appendEvents(db, batchOf([given('e1')]))).events[0]?.state).toBe('repeat');
});

test('racing senders of the same events: one stores them, the others repeat', async () => {
  await using db = await openTestStore();
  const ids = Array.from({ length: 50 }, (_, n) => `e${n}`);
  const shuffled = [ids, [...ids].reverse(), [...ids.slice(25), ...ids.slice(0, 25)], ids];
  const outcomes = await Promise.all(
    shuffled.map((order) => appendEvents(db, batchOf(order.map((id) => given(id, { units: [`L-${id}`] }))))),
  );
  expect(outcomes.map(({ stored }) => stored).sort((a, b) => a - b)).toEqual([0, 0, 0, 50]);
  expect(await countOf(db, 'event')).toBe(50);
});

test('another URI under a known key is a loud error and stores nothing', async () => {
  await using db = await openTestStore();
  await appendEvents(db, batchOf([given('e1')]));
  const forged = { ...lot('other'), key: keyFor('A') };
  const event = given('e2', { identifiers: [forged] });
  await expect(appendEvents(db, batchOf([event]))).rejects.toThrow(KeyCollision);
  await expect(appendEvents(db, batchOf([given('e3', { identifiers: [lot('A'), forged] })]))).rejects.toThrow(
    KeyCollision,
  );
  expect(await countOf(db, 'event')).toBe(1);
});

test('the length of a company prefix is learnt from a later EPC URN', async () => {
  await using db = await openTestStore();
  await appendEvents(db, batchOf([given('e1')]));
  await appendEvents(
    db,
    batchOf([given('e2', { identifiers: [lot('A'), { ...lot('A'), prefixLength: 7 }] })]),
  );
  expect((await readUris(db, [keyFor('A')])).get(keyFor('A'))?.prefixLength).toBe(7);
});

test('postings are written under the unit that a key is an alias of', async () => {
  await using db = await openTestStore();
  await db.execute('insert into alias (k, unit_k) values ($1, $2)', [keyFor('nick'), keyFor('A')]);
  await appendEvents(db, batchOf([given('e1', { units: ['nick'] })]));
  const { postings } = await readPostings(db, SYSTEM, [{ unit: keyFor('A') }, { unit: keyFor('nick') }]);
  expect(postings.map(({ unit }) => unit)).toEqual([keyFor('A')]);
});

test('an identifier of the longest length is stored; one byte more refuses its event alone', async () => {
  await using db = await openTestStore();
  // Random-looking text, or the index would compress it below its limit.
  const noise = Array.from({ length: 80 }, (_, n) => keyFor(String(n))).join('');
  const long = (bytes: number) => ({
    key: keyFor(`${bytes}`),
    uri: `urn:x:${noise}`.slice(0, bytes),
    level: 'other' as const,
  });
  const batch = batchOf(
    [
      given('e1', { identifiers: [long(URI_BYTES_MAX)] }),
      given('e2', { identifiers: [long(URI_BYTES_MAX + 1)] }),
    ],
    { errorBehaviour: 'proceed' },
  );
  const { events } = await appendEvents(db, batch);
  expect(events.map(({ state }) => state)).toEqual(['stored', 'refused']);
  expect(events[1]?.reason?.en).toContain('longer than 2000 bytes');
});

test('a time outside of what a number holds exactly is refused', async () => {
  await using db = await openTestStore();
  const far = batchOf([given('e1', { at: Number.MAX_SAFE_INTEGER + 1 })]);
  expect(await appendEvents(db, far)).toMatchObject({ rolledBack: true, events: [{ state: 'refused' }] });
  const last = batchOf([given('e1', { at: Number.MAX_SAFE_INTEGER })]);
  expect(await appendEvents(db, last)).toMatchObject({ rolledBack: false, stored: 1 });
});

test('a batch of more than EVENTS_MAX events is a bug of the caller', async () => {
  await using db = await openTestStore();
  const events = Array.from({ length: EVENTS_MAX + 1 }, () => given('e1'));
  await expect(appendEvents(db, batchOf(events))).rejects.toThrow('more than');
});

test('a class-level event without eventID carries the warning of a possible twin, stored or repeated', async () => {
  await using db = await openTestStore();
  const { eventID: _, ...said } = given('h', {
    said: { quantityList: [{ epcClass: 'x', quantity: '1' }] },
  }).event;
  const sale = { ...given('ni:///sha-256;h'), event: said };
  expect((await appendEvents(db, batchOf([sale]))).events[0]).toMatchObject({
    state: 'stored',
    twinWarning: true,
  });
  expect((await appendEvents(db, batchOf([sale]))).events[0]).toMatchObject({
    state: 'repeat',
    twinWarning: true,
  });
});

test('what runs within the transaction is there if and only if the events are', async () => {
  await using db = await openTestStore();
  const fails = appendEvents(db, batchOf([given('e1')]), {
    within: async () => {
      throw new Error('no job');
    },
  });
  await expect(fails).rejects.toThrow('no job');
  expect(await countOf(db, 'event')).toBe(0);
});
