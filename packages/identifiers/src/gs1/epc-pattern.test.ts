import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalLink } from '../../test/arbitraries.ts';
import { parseIdentifier } from '../parse-identifier.ts';
import { readPattern } from './epc-pattern.ts';
import { toEpcUrn } from './epc-urn.ts';

const stem = 'https://id.gs1.org';

test.each([
  ['urn:epc:idpat:sgtin:6901234.056789.*', 'item', [`${stem}/01/06901234567892/21/`]],
  ['urn:epc:idpat:sgtin:*.*.*', 'item', [`${stem}/01/`]],
  ['urn:epc:idpat:upui:4012345.012345.*', 'item', [`${stem}/01/04012345123456/235/`]],
  ['urn:epc:idpat:sgln:6901234.00001.*', 'place', [`${stem}/414/6901234000016`]],
  ['urn:epc:idpat:sgln:6901234.*.*', 'place', [`${stem}/414/6901234`]],
  ['urn:epc:idpat:grai:4012345.*.*', 'asset', [`${stem}/8003/04012345`]],
  ['urn:epc:idpat:grai:4012345.66666.*', 'asset', [`${stem}/8003/04012345666663`]],
  ['urn:epc:idpat:giai:4000001.*', 'asset', [`${stem}/8004/4000001`]],
  ['urn:epc:idpat:gdti:4012345.55555.*', 'document', [`${stem}/253/4012345555554`]],
  ['urn:epc:idpat:cpi:4012345.ABC.*', 'item', [`${stem}/8010/4012345ABC/8011/`]],
  ['urn:epc:idpat:gsrn:0614141.*', 'party', [`${stem}/8018/0614141`]],
  ['urn:epc:idpat:itip:4012345.012345.01.02.*', 'item', [`${stem}/8006/040123451234560102/21/`]],
  ['urn:epc:idpat:itip:4012345.012345.01.*.*', 'item', [`${stem}/8006/0401234512345601`]],
  ['urn:epc:idpat:itip:4012345.012345.*.*.*', 'item', [`${stem}/8006/04012345123456`]],
  ['URN:EPC:idpat:SSCC:*.*', 'container', [`${stem}/00/`]],
])('%s means everything that begins so', (text, level, uriPrefixes) => {
  expect(readPattern(text)).toMatchObject({ ok: true, level, uriPrefixes });
});

test('a company prefix behind an indicator gives ten ways to begin', () => {
  const pattern = readPattern('urn:epc:idpat:sgtin:6901234.*.*');
  expect(pattern.ok && pattern.uriPrefixes).toEqual(
    [...'0123456789'].map((digit) => `${stem}/01/${digit}6901234`),
  );
});

test.each([
  ['urn:epc:idpat:sgtin:6901234.056789.1', 20],
  ['urn:epc:idpat:sgtin:*.056789.*', 20],
  ['urn:epc:idpat:sgtin:6901234.*', 20],
  ['urn:epc:idpat:sgtin:6901234.*.*.*', 20],
  ['urn:epc:idpat:sgtin:69012.*.*', 20],
  ['urn:epc:idpat:sgtin:6901234.0*.*', 20],
  ['urn:epc:idpat:sgtin:6901234.[1-9].*', 20],
  ['urn:epc:idpat:bic:*', 14],
  ['urn:epc:idpat:', 14],
  ['urn:epc:idpat:itip:4012345.01234.01.*.*', 19],
  ['urn:epc:idpat:itip:4012345.012345.x.*.*', 19],
  ['urn:epc:id:sgtin:6901234.056789.1', 0],
  ['', 0],
])('%s is no pattern', (text, at) => {
  const read = readPattern(text);
  expect(read).toMatchObject({ ok: false });
  expect(read.ok || read.at).toBeGreaterThanOrEqual(Math.min(at, text.length));
  expect(read.ok || read.at).toBeLessThanOrEqual(text.length);
});

test('an identity is met by the pattern of its company and by no other of that length', () => {
  fc.assert(
    fc.property(canonicalLink, fc.integer({ min: 6, max: 12 }), (uri, length) => {
      const parsed = parseIdentifier(uri);
      const urn = parsed.ok ? toEpcUrn(parsed.identifier, length) : undefined;
      if (!parsed.ok || !urn?.startsWith('urn:epc:id:')) return;
      const [, , , name = '', fields = ''] = urn.split(':', 5);
      const [prefix = '', ...rest] = urn.slice(urn.indexOf(name) + name.length + 1).split('.');
      // A serial may hold points itself, which a pattern has no room for.
      const free = rest
        .map(() => '*')
        .slice(
          0,
          name === 'itip'
            ? 4
            : Math.min(rest.length, /^(sscc|pgln|giai|gsrnp?|ginc|gsin)$/.test(name) ? 1 : 2),
        );
      const own = readPattern(`urn:epc:idpat:${name}:${[prefix, ...free].join('.')}`);
      if (!own.ok) throw new Error(`${fields}: ${own.reason}`);
      expect(own.level).toBe(parsed.identifier.level);
      expect(
        own.uriPrefixes.some((start) => uri.startsWith(start)),
        urn,
      ).toBe(true);
      const other = prefix.slice(0, -1) + ((Number(prefix.at(-1)) + 1) % 10);
      const next = readPattern(`urn:epc:idpat:${name}:${[other, ...free].join('.')}`);
      expect(next.ok && next.uriPrefixes.some((start) => uri.startsWith(start))).toBe(false);
    }),
    { numRuns: 1500 },
  );
});
