import { expect, test } from 'vitest';
import { appendEvents } from '../../src/store/append-events.ts';
import { EVENT_DOCUMENTS_MAX, readEventDocuments } from '../../src/store/read-event-documents.ts';
import { batchOf, given, openTestStore } from './given.ts';

const text = (...documents: readonly object[]) =>
  JSON.stringify({ type: 'ObjectEvent', ...(documents.length > 0 && { bizTransactionList: documents }) });

test('the documents of events in one spelling; events without any are absent', async () => {
  await using db = await openTestStore();
  const id = 'urn:epcglobal:cbv:bt:9521234010012:D-77';
  const { events } = await appendEvents(
    db,
    batchOf([
      given('word', { text: text({ type: 'desadv', bizTransaction: id }) }),
      given('urn', {
        text: text({ type: 'urn:epcglobal:cbv:btt:desadv', bizTransaction: id }),
        units: ['B'],
      }),
      given('web', { text: text({ type: 'cbv:BTT-desadv', bizTransaction: id }), units: ['C'] }),
      given('own', { text: text({ bizTransaction: 'urn:x:1' }), units: ['D'] }),
      given('none', { units: ['E'] }),
    ]),
  );
  const numbers = events.map(({ event }) => event!);
  const read = await readEventDocuments(db, numbers);
  const advice = [{ type: 'desadv', id: read.get(numbers[0]!)![0]!.id }];
  expect(numbers.map((number) => read.get(number))).toEqual([
    advice,
    advice,
    advice,
    [{ id: 'urn:x:1' }],
    undefined,
  ]);
  expect(advice[0]!.id).toContain('D-77');
});

test('so many events are read at once and no more', async () => {
  await using db = await openTestStore();
  const numbers = (count: number) => Array.from({ length: count }, (_, n) => String(n + 1));
  expect(await readEventDocuments(db, numbers(EVENT_DOCUMENTS_MAX))).toEqual(new Map());
  await expect(readEventDocuments(db, numbers(EVENT_DOCUMENTS_MAX + 1))).rejects.toThrow(
    `more than ${EVENT_DOCUMENTS_MAX}`,
  );
});
