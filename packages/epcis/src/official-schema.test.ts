import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf, documentsIn, ownFolder, standardsFolder } from '../test/fixtures.ts';
import { officialSchema } from '../test/official-schema.ts';
import type { Fault } from './fault.ts';
import { readBareEvent, readDocument } from './read-document.ts';

/** Where we refuse what the schema accepts, each with its reason. Nowhere do we accept what it refuses. */
const STRICTER: Readonly<Record<string, string>> = {
  'undeclared-prefix':
    'the schema takes any URI as a name; an undeclared prefix means nothing and has no form in XML',
  'unknown-member': 'the schema leaves readPoint and bizLocation open; JSON-LD drops a bare name in silence',
  'extension-name': 'the schema leaves readPoint and bizLocation open',
  'no-parent':
    'EPCIS 2.0 §7.4 requires parentID of an aggregation unless action is OBSERVE; the schema does not',
  'event-type': 'the schema passes an event of a type of one’s own unread; it has no meaning here',
  time: 'RFC 3339 allows a blank, small letters, leap seconds and offsets beyond 14:00; xsd:dateTimeStamp does not',
  'duplicate-name': 'the schema never sees a name that stands twice: JSON.parse keeps the last',
  'too-long': 'a named limit of our own',
};

/** Documents called valid by their makers that the official schema refuses. */
const NOT_VALID: Readonly<Record<string, string>> = {
  'AggregationEvent_with_persistentDisposition.json':
    'only object and transformation events have a persistentDisposition',
  'SensorData_with_combined_events.json':
    'Molar_concentration is no measurement type, and sensor reports lack their type',
  'TransactionEvent_with_userExtensions.json': 'EffectiveDoseRate is no measurement type',
  'event_with_identical_hash_id_7.json': 'it writes CBV words as URNs, which JSON writes bare',
};

/** One official example that no careful reader can accept. */
const WRITTEN_TWICE = 'AssociationEvent/AssociationEvent-h.jsonld';

function faultsOf(bytes: Uint8Array, document: unknown): readonly Fault[] {
  const bare = typeof document === 'object' && document !== null && !('epcisBody' in document);
  const result = bare ? readBareEvent(bytes) : readDocument(bytes);
  if (!result.ok) return result.faults;
  return 'document' in result ? result.document.events.flatMap((event) => event.faults) : [];
}

/** Undefined where both verdicts agree or the difference is one of those above; else the difference in words. */
function difference(
  isOfficial: (document: unknown) => boolean,
  bytes: Uint8Array,
  document: unknown,
): string | undefined {
  const faults = faultsOf(bytes, document);
  const official = isOfficial(document);
  if (official === (faults.length === 0)) return undefined;
  if (!official) return `we accept what the schema refuses: ${JSON.stringify(document)}`;
  const unexplained = faults.filter(({ rule }) => STRICTER[rule] === undefined);
  return unexplained.length === 0
    ? undefined
    : `the schema accepts: ${unexplained[0]?.pointer} ${unexplained[0]?.en}`;
}

const standards = standardsFolder('gs1-epcis');
const resources = standardsFolder('openepcis-test-resources');
const schema = standards === undefined ? undefined : officialSchema(standards);

const official =
  standards === undefined ? [] : [...documentsIn(`${standards}/JSON`), ...documentsIn(`${standards}/XML`)];
const captured = resources === undefined ? [] : documentsIn(`${resources}/2.0/EPCIS/JSON`);
const all = [...official, ...captured];

describe.skipIf(schema === undefined || all.length === 0)('beside the official schema', () => {
  test.each(all.filter(({ name }) => !name.includes('Queries/')))(
    '$name has the same verdict',
    ({ name, bytes }) => {
      const document: unknown = JSON.parse(bytes.toString());
      expect(difference(schema!, bytes, document)).toBeUndefined();
      const refused = faultsOf(bytes, document).length > 0;
      const file = name.split('/').at(-1)!;
      expect(refused).toBe(name.includes('Invalid/') || file in NOT_VALID || name === WRITTEN_TWICE);
    },
  );

  test('there were over a hundred documents, and all 15 invalid ones for capture were refused at a place', () => {
    expect(all.length).toBeGreaterThan(110);
    const invalid = captured.filter(({ name }) => name.startsWith('Capture/Invalid/'));
    expect(invalid).toHaveLength(15);
    for (const { bytes } of invalid) {
      for (const fault of faultsOf(bytes, JSON.parse(bytes.toString()))) {
        expect(fault.pointer).toMatch(/^\//);
        expect(fault.en.length).toBeGreaterThan(20);
      }
    }
  });

  test.each(documentsIn(ownFolder('valid')))('our own $name is valid', ({ bytes }) => {
    expect(schema!(JSON.parse(bytes.toString()))).toBe(true);
  });

  test('a document with one member changed at random has the same verdict', () => {
    const seeds = [...all, ...documentsIn(ownFolder('valid'))]
      .filter(({ name, bytes }) => name !== WRITTEN_TWICE && bytes.length < 12_000)
      .map(({ bytes }) => JSON.parse(bytes.toString()) as unknown);
    const choices = fc.infiniteStream(fc.nat());
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        choices,
        fc.integer({ min: 1, max: 3 }),
        (seed, stream, changes) => {
          const document = structuredClone(seed);
          const pick = (count: number) => Number(stream.next().value) % count;
          for (let change = 0; change < changes; change += 1) mutate(document, pick);
          const bytes = bytesOf(document);
          const sent: unknown = JSON.parse(new TextDecoder().decode(bytes));
          expect(difference(schema!, bytes, sent)).toBeUndefined();
        },
      ),
      { numRuns: 4_000 },
    );
  });
});

type Container = Record<string, unknown> | unknown[];

const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1.5,
  '',
  'shipping',
  'urn:a:b',
  'https://example.org/x',
  'ADD',
  'DELETE',
  'KGM',
  '2026-06-18T08:00:00.5+08:00',
  '2026-06-18T08:00:00',
  '+08:00',
  [],
  ['urn:a:b', 'urn:a:b'],
  [{}],
  {},
  { id: 'urn:a:b' },
];
const NAMES = [
  'a',
  'cbvmda:a',
  'zz:a',
  'https://example.org/a',
  'ilmd',
  'type',
  'parentID',
  'epcList',
  'childEPCs',
  'id',
  'set',
];

/** Changes one place: a member or entry is dropped, gets another value, is written twice or moves to another name. */
function mutate(document: unknown, pick: (count: number) => number): void {
  const containers = containersOf(document);
  const container = containers[pick(containers.length)];
  if (container === undefined) return;
  const anyValue = () => structuredClone(VALUES[pick(VALUES.length)]);
  if (Array.isArray(container)) {
    const at = pick(container.length + 1);
    const actions = [
      () => container.splice(at, 1),
      () => container.splice(at, 1, anyValue()),
      () => at < container.length && container.push(structuredClone(container[at])),
    ];
    actions[pick(actions.length)]?.();
    return;
  }
  const names = Object.keys(container);
  const name = names[pick(names.length)] ?? 'a';
  const actions = [
    () => delete container[name],
    () => {
      container[name] = anyValue();
    },
    () => {
      container[NAMES[pick(NAMES.length)]!] = structuredClone(container[name]);
    },
  ];
  actions[pick(actions.length)]?.();
}

function containersOf(value: unknown): Container[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([name, member]) =>
    name === '@context' ? [] : containersOf(member),
  );
  return [value as Container, ...inner];
}
