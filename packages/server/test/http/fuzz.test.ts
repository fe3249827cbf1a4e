import { type OperationName, operationNames, routeOf } from '@yunsu/api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareEvent, documentOf, type Given, givenServer, harvest, newFirm } from './given.ts';

let given: Given;
let firm: string;
let keeper: string;
beforeAll(async () => {
  given = await givenServer();
  firm = await given.keyOf({ plane: 'enterprise', party: newFirm() });
  keeper = await given.keyOf({ plane: 'regulator', scopes: ['*:*:*'], mayRegister: true });
});
afterAll(() => given[Symbol.asyncDispose]());

const oddText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e',
    'null',
    'NaN',
    'infinity',
    '-0',
    "'; drop table event; --",
  ),
  fc.constantFrom(
    'urn:epc:id:sgtin:',
    'https://id.gs1.org/01/',
    'https://id.gs1.org/01/%',
    '(01)',
    'ni:///',
    'urn:x:%00',
  ),
  fc.constantFrom(
    '9999-12-31T23:59:59Z',
    '0000-01-01T00:00:00Z',
    '2026-02-29T00:00:00+14:00',
    '2016-12-31T23:59:60Z',
  ),
  fc.integer({ min: 0, max: 3000 }).map((length) => 'a'.repeat(length)),
);
const odd = fc.oneof(
  oddText,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, [], {}, [[]], [null], { id: null }, [{}]),
);

const full = harvest('F', {
  disposition: 'active',
  persistentDisposition: { set: ['completeness_verified'], unset: [] },
  readPoint: { id: 'https://id.gs1.org/414/9521234010012' },
  bizTransactionList: [{ type: 'po', bizTransaction: 'urn:x:po:1' }],
  sourceList: [{ type: 'owning_party', source: newFirm() }],
  destinationList: [{ type: 'location', destination: 'https://id.gs1.org/414/9521234010012' }],
  sensorElementList: [{ sensorReport: [{ type: 'Temperature', value: 4.5, uom: 'CEL' }] }],
  ilmd: { 'yunsu:plot': 'G1' },
  'yunsu:party': newFirm(),
  errorDeclaration: { declarationTime: '2026-03-02T00:00:00Z', correctiveEventIDs: ['urn:x:2'] },
});
const members = Object.keys(full);

test('no event with a strange member is answered with a 500, by whichever door it comes', async () => {
  const change = fc.dictionary(
    fc.constantFrom(...members, 'epcList', 'parentID', 'type', 'extra', 'yunsu:x'),
    odd,
    {
      minKeys: 1,
      maxKeys: 3,
    },
  );
  await fc.assert(
    fc.asyncProperty(change, fc.subarray(members), async (changes, kept) => {
      const event = { ...Object.fromEntries(kept.map((name) => [name, full[name]])), ...changes };
      const doors = [
        ['/epcis/events', bareEvent(event)],
        ['/epcis/capture', documentOf([harvest('G'), event])],
        ['/api/event-hashes', documentOf([event])],
      ] as const;
      for (const [url, payload] of doors) {
        for (const behaviour of url === '/epcis/capture' ? ['rollback', 'proceed'] : ['rollback']) {
          const answer = await given.app.inject({
            method: 'POST',
            url,
            payload,
            headers: {
              authorization: `Bearer ${firm}`,
              'content-type': 'application/json',
              'gs1-capture-error-behaviour': behaviour,
            },
          });
          expect(answer.statusCode, `${payload}\n${answer.body}`).toBeLessThan(500);
        }
      }
    }),
    { numRuns: 120 },
  );
}, 120_000);

test('no strange parameter, header or body of any operation is answered with a 500', async () => {
  const text = (value: unknown) =>
    encodeURIComponent((typeof value === 'string' ? value : JSON.stringify(value)).toWellFormed());
  const parameters = fc.dictionary(
    fc.constantFrom('code', 'direction', 'from', 'to', 'depthMax', 'perPage', 'nextPageToken'),
    odd,
    {
      maxKeys: 3,
    },
  );
  const served = operationNames.filter((name) => name !== 'readMetrics') as [
    OperationName,
    ...OperationName[],
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...served), parameters, odd, async (name, query, value) => {
      const route = routeOf(name);
      const named = Object.entries(query).map(([parameter, one]) => `${parameter}=${text(one)}`);
      const path = route.path.replace(/\{\w+\}/g, text(value) || 'x');
      const answer = await given.app.inject({
        method: route.method,
        url: `${path}?${named.join('&')}`,
        headers: {
          authorization: `Bearer ${keeper}`,
          ...(route.body ? { 'content-type': 'application/json' } : {}),
        },
        ...(route.body ? { payload: JSON.stringify(value) } : {}),
      });
      expect(answer.statusCode, `${name} ${JSON.stringify(query)}\n${answer.body}`).toBeLessThan(500);
    }),
    { numRuns: 400 },
  );
}, 120_000);

test('no strange register row is answered with a 500', async () => {
  const row = {
    uri: newFirm(),
    name: 'x',
    kind: 'company',
    role: 'r',
    division: '532822',
    validFrom: '2020-01-01',
  };
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.constantFrom(...Object.keys(row), 'validTo', 'position', 'uscc'), odd, { maxKeys: 2 }),
      async (changes) => {
        const answer = await given.app.inject({
          method: 'POST',
          url: '/api/registers',
          payload: JSON.stringify({ parties: [{ ...row, ...changes }] }),
          headers: { authorization: `Bearer ${keeper}`, 'content-type': 'application/json' },
        });
        expect(answer.statusCode, `${JSON.stringify(changes)}\n${answer.body}`).toBeLessThan(500);
      },
    ),
    { numRuns: 150 },
  );
}, 120_000);
