import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalLink } from '../../test/arbitraries.ts';
import { parseIdentifier } from '../parse-identifier.ts';
import { PREFIX_LENGTH_MAX, PREFIX_LENGTH_MIN, toEpcUrn } from './epc-urn.ts';

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
        expect(identifier.scheme).toBe('gmn');
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
