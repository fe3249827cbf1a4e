import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bytesOf, documentsIn, ownFolder } from '../test/fixtures.ts';
import type { Fault } from './fault.ts';
import { ExactNumber } from './json.ts';
import { FAULTS_MAX, type Limits } from './limits.ts';
import { type EpcisDocument, readBareEvent, readDocument } from './read-document.ts';

const read = (folder: string, name: string) => readDocument(readFileSync(join(ownFolder(folder), name)));

function accepted(name: string): EpcisDocument {
  const result = read('valid', name);
  if (!result.ok) throw new Error(result.faults[0]?.en);
  return result.document;
}

function faultsOf(result: ReturnType<typeof readDocument>): readonly Fault[] {
  return result.ok ? result.document.events.flatMap((event) => event.faults) : result.faults;
}

const event = {
  type: 'ObjectEvent',
  eventTime: '2026-06-18T08:00:00+08:00',
  eventTimeZoneOffset: '+08:00',
  action: 'OBSERVE',
  epcList: ['urn:epc:id:sgtin:6901234.050005.A1'],
};
const frame = (...eventList: unknown[]) => ({
  '@context': 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
  type: 'EPCISDocument',
  schemaVersion: '2.0',
  creationDate: '2026-06-18T08:00:00Z',
  epcisBody: { eventList },
});
const faultsWith = (change: object, limits: Partial<Limits> = {}) =>
  faultsOf(readDocument(bytesOf(frame({ ...event, ...change })), limits));
const rulesWith = (change: object, limits: Partial<Limits> = {}) =>
  faultsWith(change, limits).map(({ rule }) => rule);

describe('the documents in fixtures/epcis', () => {
  const valid = documentsIn(ownFolder('valid'));
  test.each(valid)('$name is accepted, and every event is kept to the letter', ({ bytes }) => {
    const result = readDocument(bytes);
    expect(faultsOf(result)).toEqual([]);
    const document = result.ok && result.document;
    if (!document) return;
    for (const { event: one, text } of document.events) {
      expect(one).not.toBeNull();
      expect(bytes.toString()).toContain(text);
      expect(JSON.parse(text).type).toBe(one?.type);
    }
  });

  const reasons = readFileSync(join(ownFolder('..'), 'epcis/README'), 'utf8')
    .split('\n')
    .map((line) => /^invalid\/(\S+)\s+(\S+)\s+(\S+)$/.exec(line)?.slice(1) ?? [])
    .filter((line) => line.length === 3);

  test('every invalid document has its reason in the README', () => {
    expect(reasons.map(([name]) => name).sort()).toEqual(
      documentsIn(ownFolder('invalid')).map(({ name }) => name),
    );
    expect(reasons.length).toBeGreaterThan(15);
  });

  test.each(reasons)('%s is refused by the rule %s at %s alone', (name, rule, pointer) => {
    const faults = faultsOf(read('invalid', name!));
    expect(faults.map((fault) => [fault.rule, fault.pointer])).toEqual([[rule, pointer]]);
  });
});

test('an event is read with exact quantities, bare words and its extensions in their namespaces', () => {
  const [harvest] = accepted('lychee-day.jsonld').events;
  expect(harvest?.event).toMatchObject({
    type: 'ObjectEvent',
    eventTime: { micros: Date.parse('2026-06-17T22:10:00Z') * 1_000 },
    action: 'ADD',
    bizStep: 'commissioning',
    quantityList: [
      { epcClass: 'https://id.gs1.org/01/06901234500042/10/L0618', quantity: '58.65', uom: 'KGM' },
    ],
    readPoint: { id: 'https://id.gs1.org/414/6901234500011', extensions: [] },
    ilmd: [
      { namespace: 'urn:epcglobal:cbv:mda', localName: 'lotNumber', prefix: 'cbvmda', value: 'L0618' },
      { namespace: 'urn:yunsu:voc:', localName: 'plot', prefix: 'yunsu', value: 'P-07' },
    ],
    extensions: [{ namespace: 'urn:yunsu:voc:', localName: 'process', prefix: 'yunsu', value: 'harvesting' }],
    epcList: [],
    sensorElementList: [],
  });
  expect(harvest?.pointer).toBe('/epcisBody/eventList/0');
});

test('sensor elements stay as scanned, and a place keeps what extends it', () => {
  const truck = accepted('sensor-truck.jsonld').events[0]?.event;
  expect(truck?.sensorElementList[0]).toMatchObject({
    sensorReport: [{ minValue: new ExactNumber('1.90') }, {}, {}],
  });
  expect(truck?.readPoint?.extensions).toMatchObject([{ localName: 'bay', value: '3' }]);
  expect(truck?.certificationInfo).toHaveLength(2);
  expect(truck?.persistentDisposition).toEqual({ set: ['conformant'], unset: ['non_conformant'] });
});

test('the Web URI of a word is the word, and a declaration is read', () => {
  const [, declared] = accepted('correction.jsonld').events;
  expect(declared?.event?.bizStep).toBe('receiving');
  expect(declared?.event?.errorDeclaration).toMatchObject({
    declarationTime: { text: '2026-06-19T09:00:00+08:00' },
    reason: 'did_not_occur',
    correctiveEventIDs: ['urn:uuid:0b7c6d1e-3a52-4a5e-9d5e-6a0d6c1f0003'],
  });
});

test('master data comes out of the header', () => {
  const { masterData, events } = accepted('master-data.jsonld');
  expect(events).toEqual([]);
  expect(masterData).toEqual([
    {
      type: 'urn:epcglobal:epcis:vtype:BusinessLocation',
      id: 'https://id.gs1.org/414/6901234500011',
      attributes: [
        { id: 'urn:epcglobal:cbv:mda#name', value: '包装厂' },
        { id: 'urn:epcglobal:cbv:mda#latitude', value: new ExactNumber('23.1230') },
      ],
      children: ['https://id.gs1.org/414/6901234500028'],
    },
    {
      type: 'urn:epcglobal:epcis:vtype:BusinessLocation',
      id: 'https://id.gs1.org/414/6901234500028',
      attributes: [],
      children: [],
    },
  ]);
});

test('an event’s own context adds to that of its document, for that event alone', () => {
  const { events, namespaces, queryName, type } = accepted('answer.jsonld');
  expect([type, queryName]).toEqual(['EPCISQueryDocument', 'SimpleEventQuery']);
  expect(namespaces.ext).toBeUndefined();
  expect(events[1]?.event?.extensions).toMatchObject([{ namespace: 'https://ns.example.com/truck/' }]);
  expect(events[1]?.event?.bizStep).toBe('https://ns.example.com/truck/composting');
});

test('a wrong action is one sentence in each language', () => {
  expect(faultsWith({ action: 'MODIFY', ilmd: {} })).toEqual([
    {
      pointer: '/epcisBody/eventList/0/action',
      rule: 'action',
      expected: 'one of ADD, OBSERVE, DELETE',
      got: '"MODIFY"',
      en: 'action must be one of ADD, OBSERVE, DELETE; got "MODIFY".',
      zh: 'action 必须是 ADD、OBSERVE、DELETE 之一,收到的是 "MODIFY"。',
    },
  ]);
});

test.each([
  [{ eventTime: null }, 'eventTime must not be null; leave it out instead.'],
  [{ epcList: [1] }, 'epcList[0] must be an absolute URI; got 1.'],
  [{ epcList: 'urn:a:b' }, 'epcList must be a list; got "urn:a:b".'],
  [{ epcList: ['urn:a:b', 'urn:a:b'] }, 'epcList holds "urn:a:b" twice.'],
  [
    { bizstep: 'shipping' },
    'bizstep does not belong in ObjectEvent; a member of your own needs a declared prefix, as in ext:bizstep.',
  ],
  [{ 'a:b': 1 }, 'a:b uses the prefix a, which no @context of the document declares.'],
  [{ 'cbvmda:x': [{ 'a:b': 1 }] }, 'a:b uses the prefix a, which no @context of the document declares.'],
  [{ '品:b': 1 }, '"品:b" is not a name: it must be prefix:name in ASCII or a full URI.'],
  [
    { eventTimeZoneOffset: '+8' },
    'eventTimeZoneOffset must be an offset from -14:00 to +14:00, as in +08:00; got "+8".',
  ],
  [
    { quantityList: [{ epcClass: 'urn:a:b', uom: 'kg' }] },
    'uom must be a UN/ECE unit code of 2 or 3 capital letters and digits, as in KGM; got "kg".',
  ],
  [{ quantityList: [{ quantity: 1 }] }, 'epcClass is missing; quantityElement needs it.'],
  [
    { sourceList: [{ type: 'place', source: 'urn:a:b' }] },
    'type must be a source or destination type of CBV 2.0 (owning_party, possessing_party, location) or an absolute URI; got "place".',
  ],
  [{ sourceList: [{ type: 'location', source: 'urn:a:b', note: 1 }] }, 'note does not belong in source.'],
  [{ persistentDisposition: {} }, 'persistentDisposition must be an object with set or unset; got neither.'],
  [
    { sensorElementList: [{ sensorReport: [] }] },
    'sensorReport must be a list with at least one entry; got an empty list.',
  ],
  [{ type: 'TransactionEvent' }, 'bizTransactionList is missing; TransactionEvent needs it.'],
  [
    { type: 'AssociationEvent', epcList: undefined, childEPCs: ['urn:a:b'] },
    'parentID is missing; AssociationEvent needs it.',
  ],
  [
    { type: 'AggregationEvent', epcList: undefined },
    'AggregationEvent names no children: it needs childEPCs or childQuantityList unless action is DELETE.',
  ],
])('%j: %s', (change, sentence) => {
  const faults = faultsWith(change);
  expect(faults.map(({ en }) => en)).toEqual([sentence]);
  expect(faults[0]?.zh).toMatch(/[\u4e00-\u9fff].*。$/);
});

test.each([
  [{ type: 'AggregationEvent', action: 'OBSERVE', epcList: undefined, childEPCs: ['urn:a:b'] }, []],
  [{ type: 'AggregationEvent', action: 'DELETE', epcList: undefined, parentID: 'urn:a:b' }, []],
  [{ type: 'AggregationEvent', action: 'DELETE', epcList: undefined }, ['no-parent']],
  [{ epcList: undefined, sensorElementList: [{ sensorReport: [{ type: 'Mass' }] }] }, ['no-identifiers']],
  [
    {
      epcList: undefined,
      readPoint: { id: 'urn:a:b' },
      sensorElementList: [{ sensorReport: [{ type: 'Mass' }] }],
    },
    [],
  ],
  [{ 'https://example.org/ns#free': { anything: [1, null, true] } }, []],
  [{ 'cbvmda:x': { '@context': { a: 'https://a.example/' }, 'a:b': 1 } }, []],
  [{ certificationInfo: ['urn:a:b', 'urn:c:d'] }, []],
  [{ certificationInfo: [{}] }, ['uri']],
])('%j breaks %j', (change, rules) => {
  expect(rulesWith(change)).toEqual(rules);
});

test.each([
  ['[]', 'document-type', ''],
  ['"x"', 'document-type', ''],
  ['{}', 'document-type', '/type'],
  ['{"type":"ObjectEvent"}', 'document-type', '/type'],
  ['{"type":"EPCISDocument"', 'unfinished', '/type'],
])('%s is no document', (text, rule, pointer) => {
  const result = readDocument(new TextEncoder().encode(text));
  expect(result).toMatchObject({ ok: false, faults: [{ rule, pointer }] });
});

test('an event that is no object has a fault and leaves the others alone', () => {
  const result = readDocument(bytesOf(frame(3, event, null)));
  const events = result.ok ? result.document.events : [];
  expect(events.map((one) => one.event?.type)).toEqual([undefined, 'ObjectEvent', undefined]);
  expect(events.map((one) => one.faults.map(({ rule }) => rule))).toEqual([['kind'], [], ['null']]);
});

test('a bare event needs a context of its own', () => {
  const bare = { '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'], ...event };
  const result = readBareEvent(bytesOf(bare));
  expect(result).toMatchObject({
    ok: true,
    read: { pointer: '', text: JSON.stringify(bare), event: { type: 'ObjectEvent' } },
    contextText: JSON.stringify(bare['@context']),
  });
  expect(readBareEvent(bytesOf(event))).toMatchObject({
    ok: false,
    faults: [{ rule: 'missing', pointer: '/@context' }],
  });
});

describe('limits hold at the bound and not one past it', () => {
  const uris = (count: number) => Array.from({ length: count }, (_, index) => `urn:a:${index}`);
  const within = (limits: Partial<Limits>, change: (count: number) => object, max: number) => {
    expect(rulesWith(change(max), limits)).toEqual([]);
    expect(rulesWith(change(max + 1), limits)).toHaveLength(1);
  };

  test('identifiers of a list', () => {
    within({ identifiersMax: 3 }, (count) => ({ epcList: uris(count) }), 3);
    within({}, (count) => ({ epcList: uris(count) }), 10_000);
  });

  test('quantity elements of a list', () => {
    const quantityList = (count: number) => uris(count).map((epcClass) => ({ epcClass }));
    within({ identifiersMax: 3 }, (count) => ({ quantityList: quantityList(count) }), 3);
  });

  test('entries of any other list', () => {
    within({}, (count) => ({ certificationInfo: uris(count) }), 1_000);
  });

  test('characters of a URI', () => {
    within({}, (count) => ({ eventID: `urn:${'a'.repeat(count - 4)}` }), 2_048);
  });

  test('events of a document', () => {
    const document = (count: number) =>
      readDocument(bytesOf(frame(...Array(count).fill(event))), { eventsMax: 5 });
    expect(document(5).ok).toBe(true);
    expect(document(6)).toMatchObject({
      ok: false,
      faults: [
        {
          rule: 'too-many',
          pointer: '/epcisBody/eventList',
          en: 'eventList may have at most 5 entries; got 6.',
        },
      ],
    });
  });

  test('elements of a vocabulary', () => {
    const document = (count: number) =>
      readDocument(
        bytesOf({
          ...frame(),
          epcisHeader: {
            epcisMasterData: {
              vocabularyList: [{ type: 'urn:a:v', vocabularyElementList: uris(count).map((id) => ({ id })) }],
            },
          },
        }),
        { vocabularyElementsMax: 4 },
      );
    expect(document(4).ok).toBe(true);
    expect(document(5)).toMatchObject({ ok: false, faults: [{ rule: 'too-many' }] });
  });

  test('faults of a document, but every invalid event has at least one', () => {
    const bad = { ...event, action: 'MODIFY', bizStep: 'harvesting' };
    const result = readDocument(bytesOf(frame(...Array(FAULTS_MAX).fill(bad))));
    const counts = result.ok ? result.document.events.map(({ faults }) => faults.length) : [];
    expect(counts.slice(0, FAULTS_MAX / 2)).toEqual(Array(FAULTS_MAX / 2).fill(2));
    expect(counts.slice(FAULTS_MAX / 2)).toEqual(Array(FAULTS_MAX / 2).fill(1));
  });
});
