import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalLink } from '../../test/arbitraries.ts';
import { parseIdentifier } from '../parse-identifier.ts';
import { epcUrnOf, PREFIX_LENGTH_MAX, PREFIX_LENGTH_MIN, toEpcUrn } from './epc-urn.ts';

function identifierOf(uri: string) {
  const parsed = parseIdentifier(uri);
  if (!parsed.ok) throw new Error(`${uri}: ${parsed.reason}`);
  return parsed.identifier;
}

test.each([
  'urn:epc:id:sgtin:0614141.107346.2018',
  'urn:epc:id:sgtin:061414110734.1.a%2Fb.c',
  'urn:epc:id:sscc:0614141.1234567890',
  'urn:epc:id:sgln:0614141.07346.1234',
  'urn:epc:id:sgln:4012345.00005.0',
  'urn:epc:id:sgln:401234500005..0',
  'urn:epc:id:pgln:0614141.00777',
  'urn:epc:id:grai:4012345.55555.987',
  'urn:epc:id:giai:4000001.w%252',
  'urn:epc:id:gsrn:0614141.0000010253',
  'urn:epc:id:gsrnp:4012345.0000098765',
  'urn:epc:id:gdti:0614141.00001.1618034',
  'urn:epc:id:cpi:4012345.A%23BC.123',
  'urn:epc:id:sgcn:4012345.99999.044',
  'urn:epc:id:ginc:4012345.333',
  'urn:epc:id:gsin:4012345.999987654',
  'urn:epc:id:itip:4012345.012345.01.02.999',
  'urn:epc:id:upui:4012345.012345.AB12',
  'urn:epc:class:lgtin:4012345.012345.998877',
  'urn:epc:idpat:sgtin:4012345.066666.*',
  'urn:epc:idpat:grai:4012345.66666.*',
  'urn:epc:idpat:gdti:4012345.55555.*',
  'urn:epc:idpat:sgcn:4012345.99999.*',
  'urn:epc:idpat:cpi:4012345.ABC.*',
  'urn:epc:idpat:itip:4012345.012345.01.02.*',
])('%s comes back from its canonical URI', (urn) => {
  const identifier = identifierOf(urn);
  const { prefixLength = 0, ...rest } = identifier;
  expect(prefixLength).toBe(urn.slice(urn.lastIndexOf(':') + 1).indexOf('.'));
  expect(toEpcUrn(identifier, prefixLength)).toBe(urn);
  expect(identifierOf(identifier.uri)).toEqual(rest);
});

test('canonical URI and EPC URN are two spellings of one identity, for every length of prefix', () => {
  const length = fc.integer({ min: PREFIX_LENGTH_MIN, max: PREFIX_LENGTH_MAX });
  let printed = 0;
  fc.assert(
    fc.property(canonicalLink, length, (uri, prefixLength) => {
      const identifier = identifierOf(uri);
      const urn = toEpcUrn(identifier, prefixLength);
      if (urn === undefined) {
        expect(['gmn', 'gln']).toContain(identifier.scheme);
        expect(uri).toMatch(/\/(8013|415)\//);
        return;
      }
      printed++;
      expect(identifierOf(urn)).toEqual({ ...identifier, prefixLength });
    }),
    { numRuns: 2000 },
  );
  expect(printed).toBeGreaterThan(1500);
});

test('there is no EPC URN without a company prefix of six to twelve digits, nor for what is no GS1 key', () => {
  const item = identifierOf('https://id.gs1.org/01/06901234567892/21/S1');
  expect(toEpcUrn(item, 5)).toBeUndefined();
  expect(toEpcUrn(item, 6)).toBe('urn:epc:id:sgtin:690123.0456789.S1');
  expect(toEpcUrn(item, 12)).toBe('urn:epc:id:sgtin:690123456789.0.S1');
  expect(toEpcUrn(item, 13)).toBeUndefined();
  expect(toEpcUrn(item, 7.5)).toBeUndefined();
  expect(toEpcUrn(identifierOf('urn:yunsu:party:91350100M000100Y43'), 7)).toBeUndefined();
  expect(toEpcUrn(identifierOf('https://id.gs1.org/8004/690123A'), 7)).toBeUndefined();
  expect(toEpcUrn(identifierOf('https://id.gs1.org/8004/6901234'), 7)).toBeUndefined();
});

test('a pattern is a class only where the serial alone is wild', () => {
  expect(identifierOf('urn:epc:idpat:sgtin:6901234.056789.*').level).toBe('class');
  for (const rest of ['6901234.*.*', '*.*.*', '6901234.056789.12', '6901234.056789.[1-9]', '6901234.0*.*']) {
    expect(identifierOf(`urn:epc:idpat:sgtin:${rest}`)).toMatchObject({ scheme: 'uri', level: 'other' });
  }
  expect(parseIdentifier('urn:epc:idpat:sgtin:6901234.56789.*').ok).toBe(false);
});

test('an identity without an EPC URN says why, and stays a Digital Link', () => {
  const item = identifierOf('https://id.gs1.org/01/06901234567892/21/S1');
  expect(epcUrnOf(item)).toMatchObject({
    ok: false,
    reason: expect.stringContaining('stays a Digital Link'),
  });
  expect(epcUrnOf(item, 7)).toEqual({ ok: true, urn: 'urn:epc:id:sgtin:6901234.056789.S1' });
  // The length that an EPC URN taught is remembered.
  const learnt = identifierOf('urn:epc:id:sgtin:6901234.056789.S1');
  expect(epcUrnOf(learnt)).toEqual({ ok: true, urn: 'urn:epc:id:sgtin:6901234.056789.S1' });
  for (const [uri, sentence] of [
    ['https://id.gs1.org/8013/1987654Ad4X4bL5ttr2310c2K', '(8013)'],
    ['https://id.gs1.org/415/6901234000016', '(415)'],
    ['https://id.gs1.org/8006/040123451234560102/10/L1', '(8006)'],
    ['https://id.gs1.org/8004/690123A', 'cannot have 7 digits'],
    ['urn:yunsu:party:91350100M000100Y43', 'no key of GS1'],
  ] as const) {
    expect(epcUrnOf(identifierOf(uri), 7), uri).toMatchObject({
      ok: false,
      reason: expect.stringContaining(sentence),
      reasonZh: expect.stringMatching(/\p{Script=Han}/u),
    });
  }
  const container = 'urn:epc:id:bic:CSQU3054383';
  expect(epcUrnOf(identifierOf(container))).toEqual({ ok: true, urn: container });
});

test('what a tag stores is no identity', () => {
  for (const urn of [
    'urn:epc:tag:sgtin-96:3.0614141.812345.6789',
    'urn:epc:raw:64.x00001234DEADBEEF',
    'urn:epc:pat:sgtin-64:3.0652642.[1024-2047].*',
  ]) {
    expect(parseIdentifier(urn), urn).toMatchObject({ ok: false, at: 8 });
  }
});
