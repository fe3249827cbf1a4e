import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isUri } from './uri.ts';

const ajv = new Ajv();
(addFormats as unknown as (target: Ajv) => void)(ajv);
const isSchemaUri = ajv.compile({ type: 'string', format: 'uri' });

test.each([
  'https://id.gs1.org/01/09521234045014/21/A%2F1',
  'urn:epc:idpat:sgtin:4012345.044444.*',
  'ni:///sha-256;00?ver=CBV2.0',
  'ext:name',
  'x:/',
  'http://a:b@c:1/?q#f',
])('%s is a URI', (text) => {
  expect(isUri(text)).toBe(true);
});

test.each([
  '',
  'name',
  ':x',
  'x:',
  '1x:y',
  'x:#a',
  'x:?a',
  'x:a#b#c',
  'x:%zz',
  'x:%4',
  'x:a b',
  'x:"',
  'x:品',
  'my_ext:x',
  'x:\u0000',
  'http://[::1]/',
])('%j is no URI', (text) => {
  expect(isUri(text)).toBe(false);
});

test('it agrees with the format of the official schema on every text without square brackets', () => {
  const characters = fc.constantFrom(...'abZ019+-._~!$&\'()*,;=:@/?#% "<é\\^|'.split(''));
  const texts = fc.tuple(
    fc.constantFrom('', 'urn:', 'https:', 'a+b:'),
    fc.string({ unit: characters, maxLength: 12 }),
  );
  fc.assert(
    fc.property(texts, ([scheme, rest]) => {
      const text = scheme + rest;
      expect(`${text} ${isUri(text)}`).toBe(`${text} ${isSchemaUri(text)}`);
    }),
    { numRuns: 3_000 },
  );
});
