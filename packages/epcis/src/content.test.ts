import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bytesOf, canonical, ownFolder } from '../test/fixtures.ts';
import { contentOf } from './content.ts';
import type { Event } from './event.ts';
import { preHash } from './hash.ts';
import { readDocument } from './read-document.ts';

function eventsOf(bytes: Uint8Array): Event[] {
  const result = readDocument(bytes);
  return result.ok ? result.document.events.map(({ event }) => event!) : [];
}

const [event] = eventsOf(readFileSync(join(ownFolder('valid'), 'correction.jsonld')));
const contentWith = (change: Partial<Event>) => contentOf({ ...event!, ...change }, canonical);

test('a repeat in another spelling has the same content, without id, recordTime and declaration', () => {
  const [first, again] = eventsOf(readFileSync(join(ownFolder('valid'), 'correction.jsonld')));
  expect(contentOf(again!, canonical)).toBe(contentOf(first!, canonical));
  const { eventID, ...nameless } = first!;
  expect(eventID).toBeDefined();
  expect(contentOf({ ...nameless, recordTime: first!.eventTime }, canonical)).toBe(
    contentOf(first!, canonical),
  );
});

test('times a microsecond apart are one hash and two contents', () => {
  const at = (micros: number) => {
    const text = new Date(micros / 1_000).toISOString().replace('Z', `00${micros % 1_000}Z`);
    return { eventTime: { text, micros } };
  };
  const base = Date.parse('2026-06-18T00:00:00Z') * 1_000;
  expect(preHash({ ...event!, ...at(base + 1) }, canonical)).toBe(
    preHash({ ...event!, ...at(base + 2) }, canonical),
  );
  expect(contentWith(at(base + 1))).not.toBe(contentWith(at(base + 2)));
});

test('events that run together in a pre-hash string have different contents', () => {
  const extension = (localName: string, value: string | object) => ({
    extensions: [{ namespace: 'urn:a:', localName, prefix: 'a', value: value as string }],
  });
  const nested = extension('x', Object.assign(Object.create(null), { y: '1' }));
  const flat = extension('xy', '1');
  expect(preHash({ ...event!, ...nested }, canonical)).toBe(preHash({ ...event!, ...flat }, canonical));
  expect(contentWith(nested)).not.toBe(contentWith(flat));
  expect(contentWith(extension('x', 'a"],["b'))).not.toBe(contentWith(extension('x', 'a')));
});

test('a text that names a child of the next cannot forge it', () => {
  const document = (readPoint: object) =>
    eventsOf(
      bytesOf({
        '@context': 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
        type: 'EPCISDocument',
        schemaVersion: '2.0',
        creationDate: '2026-06-18T08:00:00Z',
        epcisBody: {
          eventList: [
            {
              type: 'ObjectEvent',
              eventTime: '2026-06-18T08:00:00Z',
              eventTimeZoneOffset: '+08:00',
              action: 'OBSERVE',
              epcList: [],
              readPoint,
            },
          ],
        },
      }),
    )[0]!;
  const honest = document({ id: 'urn:a:b', 'cbvmda:x': '1', 'cbvmda:y': '2' });
  const forged = document({ id: 'urn:a:b', 'cbvmda:x': '1{urn:epcglobal:cbv:mda}y=2' });
  expect(preHash(forged, canonical)).toBe(preHash(honest, canonical));
  expect(contentOf(forged, canonical)).not.toBe(contentOf(honest, canonical));
});
