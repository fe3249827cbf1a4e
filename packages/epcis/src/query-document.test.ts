import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canonical, documentsIn, ownFolder, standardsFolder } from '../test/fixtures.ts';
import { officialSchema } from '../test/official-schema.ts';
import { contentOf } from './content.ts';
import { STANDARD_CONTEXT, toBareEvent, writeQueryDocument } from './query-document.ts';
import { type EpcisDocument, readBareEvent, readDocument } from './read-document.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const head = { queryName: 'SimpleEventQuery', creationDate: '2026-06-18T08:00:00Z' };

function documentOf(bytes: Uint8Array): EpcisDocument {
  const result = readDocument(bytes);
  if (!result.ok) throw new Error(result.faults[0]?.en);
  return result.document;
}
const own = documentsIn(ownFolder('valid')).map(({ bytes }) => documentOf(bytes));
const membersOf = ({ events, contextText }: EpcisDocument) =>
  events.map(({ text }) => ({ text, contextText }));
const contents = ({ events }: EpcisDocument) => events.map(({ event }) => contentOf(event!, canonical));

test('events of one document keep their text under the context of that document', () => {
  for (const document of own) {
    const text = writeQueryDocument(head, membersOf(document));
    const read = documentOf(utf8(text));
    expect(read.type).toBe('EPCISQueryDocument');
    expect(read.queryName).toBe('SimpleEventQuery');
    expect(read.events.map((event) => event.text)).toEqual(document.events.map((event) => event.text));
    expect(contents(read)).toEqual(contents(document));
  }
});

test('events of many documents each bring the context they need, and say what they said', () => {
  const text = writeQueryDocument(
    { ...head, id: 'urn:a:document', subscriptionID: 'urn:a:"subscription"' },
    own.flatMap(membersOf),
  );
  const read = documentOf(utf8(text));
  expect(read.context).toEqual([STANDARD_CONTEXT]);
  expect(read.subscriptionID).toBe('urn:a:"subscription"');
  expect(read.events.flatMap(({ faults }) => faults)).toEqual([]);
  expect(contents(read)).toEqual(own.flatMap(contents));
});

test('an empty answer is a document', () => {
  expect(documentOf(utf8(writeQueryDocument(head, []))).events).toEqual([]);
});

test('an event that stands alone takes the context of its document before its own', () => {
  const answer = documentOf(readFileSync(join(ownFolder('valid'), 'answer.jsonld')));
  for (const { text, event } of answer.events) {
    const result = readBareEvent(utf8(toBareEvent(text, answer.contextText)));
    expect(result.ok && contentOf(result.read.event!, canonical)).toBe(contentOf(event!, canonical));
  }
  expect(toBareEvent('{"@context":["urn:b:2","urn:a:1"],"x":1}', '[ "urn:a:1" , {"p":"urn:p:"} ]')).toBe(
    '{"@context":["urn:a:1",{"p":"urn:p:"},"urn:b:2"],"x":1}',
  );
});

const standards = standardsFolder('gs1-epcis');

test.skipIf(standards === undefined)('the official answer is read, and what we write is valid', () => {
  const official = documentOf(readFileSync(join(standards!, 'JSON/EPCISQueryDocument.jsonld')));
  expect(official).toMatchObject({
    type: 'EPCISQueryDocument',
    queryName: 'SimpleEventQuery',
    subscriptionID: '32d2aec1-a6d2-46d9-900a-24124288cce1',
    schemaVersion: '2.0',
  });
  expect(official.events.map(({ pointer }) => pointer)).toEqual([
    '/epcisBody/queryResults/resultsBody/eventList/0',
    '/epcisBody/queryResults/resultsBody/eventList/1',
  ]);
  const isOfficial = officialSchema(standards!);
  const written = writeQueryDocument(head, [...own, official].flatMap(membersOf));
  expect(isOfficial(JSON.parse(written))).toBe(true);
});
