import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { RegisterRows } from '@yunsu/api';
import { readDocument } from '@yunsu/epcis';
import { isUscc } from '@yunsu/identifiers';
import { Ajv } from 'ajv';
import * as formats from 'ajv-formats';
import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { evaluate } from './check.ts';
import { listStories, readStory } from './story.ts';

const shared = resolve(import.meta.dirname, '../../../../../shared');
const schemaPath = resolve(shared, 'standards/gs1-epcis/EPCIS-JSON-Schema.json');
const scenariosPath = resolve(shared, 'domain/scenarios.json');
const stories = listStories().map((id) => readStory(id));

interface Document {
  epcisBody: { eventList: Record<string, unknown>[] };
}
const documentOf = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)) as Document;
const eventsOf = (story: (typeof stories)[number]) =>
  story.documents.flatMap(({ bytes }) => documentOf(bytes).epcisBody.eventList);

test('the demo province has ten stories with 188 documents and 478 events', () => {
  expect(stories.map((story) => [story.id, story.documents.length, eventsOf(story).length])).toEqual([
    ['S01', 24, 36],
    ['S02', 23, 30],
    ['S03', 13, 13],
    ['S04', 42, 109],
    ['S05', 16, 35],
    ['S06', 18, 65],
    ['S07', 12, 111],
    ['S09', 18, 28],
    ['S12', 14, 14],
    ['S13', 8, 37],
  ]);
});

describe.each(stories)('story $id', (story) => {
  test('every document meets the official EPCIS 2.0 JSON schema', () => {
    if (!existsSync(schemaPath)) {
      console.warn(`SKIPPED: the official schema is not at ${schemaPath}; story ${story.id} is not checked`);
      return;
    }
    const ajv = new Ajv({ strict: false, allErrors: false });
    (formats.default as unknown as { default: typeof formats.default.default }).default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(schemaPath, 'utf8')) as object);
    let valid = 0;
    for (const { file, bytes } of story.documents) {
      const holds = validate(documentOf(bytes));
      expect(holds, `${file}: ${JSON.stringify(validate.errors?.slice(0, 3))}`).toBe(true);
      valid += 1;
    }
    expect(valid).toBe(story.documents.length);
  });

  test('our own reader finds no fault in any document', () => {
    const faults = story.documents.flatMap(({ file, bytes }) => {
      const read = readDocument(bytes);
      if (!read.ok) return [file];
      return read.document.events.flatMap((event) => event.faults.map((fault) => `${file} ${fault.en}`));
    });
    expect(faults).toEqual([]);
  });

  test('the registers have the shape of the API and every code of a company is checked', () => {
    expect([...Value.Errors(RegisterRows, story.registers)]).toEqual([]);
    for (const party of story.registers.parties) {
      if (party.kind === 'person') expect(party.uri).toMatch(/^urn:yunsu:person:pt_[0-9a-f]{16}$/);
      else if (party.uscc === undefined)
        expect(party.uri, 'a party abroad').toMatch(/^https:\/\/id\.gs1\.org\/417\/\d{13}$/);
      else expect([isUscc(party.uscc ?? ''), party.uri]).toEqual([true, `urn:yunsu:party:${party.uscc}`]);
    }
  });

  test('every party and place that a document names is registered, and every division exists', () => {
    const parties = new Set(story.registers.parties.map((row) => row.uri));
    const places = new Set(story.registers.places.map((row) => row.uri));
    const text = JSON.stringify(eventsOf(story));
    for (const [uri] of text.matchAll(/urn:yunsu:(party|person):[0-9A-Za-z_]+/g))
      expect(parties).toContain(uri);
    for (const [uri] of text.matchAll(/https:\/\/id\.gs1\.org\/414\/\d+/g)) expect(places).toContain(uri);
    const divisions = readFileSync(
      resolve(import.meta.dirname, '../../../../fixtures/divisions/yunnan.json'),
      'utf8',
    );
    // 000000 lies abroad; other provinces are not in the list.
    for (const row of [...story.registers.parties, ...story.registers.places].filter(({ division }) =>
      division?.startsWith('53'),
    ))
      expect(divisions).toContain(`"code": "${row.division}"`);
  });

  test('every event has its own id, an actor and a time that its offset spells', () => {
    const events = eventsOf(story);
    expect(new Set(events.map((event) => event.eventID)).size).toBe(events.length);
    for (const event of events) {
      expect(event.eventID).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
      expect(event['yunsu:party']).toMatch(/^urn:yunsu:/);
      expect(String(event.eventTime).endsWith(String(event.eventTimeZoneOffset))).toBe(true);
    }
  });

  test('sensor windows end with their event (EPCIS 2.0 §7.3.7.1: endTime ≤ eventTime)', () => {
    for (const event of eventsOf(story)) {
      const elements = (event.sensorElementList ?? []) as {
        sensorMetadata: { startTime: string; endTime: string };
      }[];
      for (const { sensorMetadata: window } of elements) {
        expect(Date.parse(window.endTime)).toBeLessThanOrEqual(Date.parse(String(event.eventTime)));
        expect(Date.parse(window.startTime)).toBeLessThan(Date.parse(window.endTime));
      }
    }
  });

  test('every expectation says something, and every check can be evaluated', () => {
    const ids = story.expectations.map((expectation) => expectation.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const expectation of story.expectations) {
      expect(expectation.comment.length, expectation.id).toBeGreaterThan(20);
      expect(expectation.expect.length, expectation.id).toBeGreaterThan(0);
      for (const check of expectation.expect) expect(evaluate({}, check).detail).not.toBe('');
    }
  });

  test('each expectation of the scenario is covered or named as not yet', () => {
    if (!existsSync(scenariosPath)) {
      console.warn(
        `SKIPPED: the scenarios are not at ${scenariosPath}; ${story.id} is not compared with them`,
      );
      return;
    }
    const { scenarios } = JSON.parse(readFileSync(scenariosPath, 'utf8')) as {
      scenarios: { id: string; expectations: { id: string }[] }[];
    };
    const wanted = scenarios.find((scenario) => scenario.id === story.id)?.expectations ?? [];
    const named = new Set([
      ...story.expectations.flatMap((expectation) => expectation.covers ?? []),
      ...story.later.map((later) => later.id),
    ]);
    expect(wanted.length).toBeGreaterThan(3);
    expect(wanted.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
  });
});
