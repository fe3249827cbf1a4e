import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalLink, cset82, digits, hostileText } from '../test/arbitraries.ts';
import { readWebAddress } from './gs1/digital-link.ts';
import { readEpcUrn } from './gs1/epc-urn.ts';
import { readFast } from './gs1/fast-path.ts';
import { CODE_LENGTH_MAX, LINK_PAIRS_MAX } from './limits.ts';
import { parseIdentifier } from './parse-identifier.ts';

const stem = 'https://id.gs1.org';
const gtin = '06901234567892';
const classUri = `${stem}/01/${gtin}`;

function identifierOf(uri: string) {
  const parsed = parseIdentifier(uri);
  if (!parsed.ok) throw new Error(`${uri}: ${parsed.reason}`);
  return parsed.identifier;
}

describe('levels and parts', () => {
  test('an item with its lot keeps the lot beside its canonical URI', () => {
    expect(identifierOf(`https://shop.example/p/01/${gtin}/22/2A/10/L%2F1/21/S1?17=261231`)).toEqual({
      scheme: 'gtin',
      uri: `${classUri}/21/S1`,
      level: 'item',
      parts: { gtin, variant: '2A', lot: 'L/1', serial: 'S1' },
      classUri,
      lotUri: `${classUri}/10/L%2F1`,
    });
  });

  test.each([
    [classUri, 'class'],
    [`${classUri}/10/L1`, 'lot'],
    [`${classUri}/21/S1`, 'item'],
    [`${classUri}/235/T1`, 'item'],
    [`${stem}/00/069012340000000122`, 'container'],
    [`${stem}/414/6901234000016`, 'place'],
    [`${stem}/414/6901234000016/254/1`, 'place'],
    [`${stem}/417/6901234000016`, 'party'],
    [`${stem}/8004/6901234A1`, 'asset'],
    [`${stem}/8003/04012345555554`, 'class'],
    [`${stem}/8003/040123455555541`, 'asset'],
    [`${stem}/253/4012345555554`, 'class'],
    [`${stem}/253/40123455555541`, 'document'],
    [`${stem}/8010/6901234A`, 'class'],
    [`${stem}/8010/6901234A/8011/1`, 'item'],
    ['urn:yunsu:party:91350100M000100Y43', 'party'],
    ['urn:yunsu:person:pt_0123456789abcdef', 'party'],
    ['urn:yunsu:code:drug:83857930000879766660', 'item'],
    ['urn:yunsu:code:drug', 'other'],
    ['urn:yunsu:code:constructor:1', 'other'],
    ['urn:yunsu:party', 'other'],
    ['urn:epc:id:gid:95100000.12345.400', 'item'],
    ['urn:epc:id:bic:CSQU3054383', 'container'],
    ['urn:epc:id:imovn:9176187', 'asset'],
    ['urn:epc:id:other:1', 'other'],
    [`${stem}/415/6901234000016`, 'party'],
    [`${stem}/415/6901234000016/8020/B7`, 'document'],
  ])('%s names a %s', (uri, level) => {
    expect(identifierOf(uri)).toMatchObject({ uri, level });
  });

  test('a class is named beside its serialised asset, document and part', () => {
    expect(identifierOf(`${stem}/8003/040123455555541`).classUri).toBe(`${stem}/8003/04012345555554`);
    expect(identifierOf(`${stem}/8010/6901234A/8011/1`).classUri).toBe(`${stem}/8010/6901234A`);
    expect(identifierOf(classUri).classUri).toBeUndefined();
  });
});

describe('refusals', () => {
  test.each([
    [`${stem}/01/06901234567893`, 35, 'The check digit of this GTIN should be 2, not 3.'],
    [`${stem}/01/0690123456789X`, 35, 'Here GTIN needs a digit.'],
    [`${stem}/01/${gtin}/21/a%20b`, 41, undefined],
    [`${stem}/01/${gtin}/21/a%2`, 41, 'A percent sign must be followed by two hexadecimal digits.'],
    [`${stem}/01/${gtin}/21/%41%42%20`, 46, undefined],
    [`${stem}/01/${gtin}/21/S/10/L`, 42, '(10) cannot follow (01), or not in this order.'],
    [`${stem}/00/069012340000000122/10/L`, 41, '(10) cannot follow (00), or not in this order.'],
    ['urn:epc:id:sgtin:6901234.05678.1', 25, undefined],
    ['urn:epc:id:sgtin:6901234.056789.a&b', 33, undefined],
    ['urn:epc:id:grai:4012345.55555.a%20', 31, undefined],
    ['urn:epc:id:sgtin:6901234.056789', 31, 'This sgtin has too few fields between its points.'],
    ['urn:yunsu:party:91350100M000100Y44', 33, undefined],
    ['urn:epc:tag:sgtin-96:3.0614141.812345.6789', 8, undefined],
    ['ftp://example.com', 0, undefined],
    ['', 0, undefined],
  ])('%s is refused at %i', (uri, at, reason) => {
    const parsed = parseIdentifier(uri);
    expect(parsed).toMatchObject({ ok: false, at, ...(reason === undefined ? {} : { reason }) });
    expect(Object.keys(parsed).toSorted()).toEqual(['at', 'ok', 'reason', 'reasonZh']);
  });

  test('a code may have so many characters and not one more', () => {
    const start = 'https://erp.example.com/';
    const longest = start + 'x'.repeat(CODE_LENGTH_MAX - start.length);
    expect(parseIdentifier(longest).ok).toBe(true);
    expect(parseIdentifier(`${longest}x`)).toMatchObject({ ok: false, at: CODE_LENGTH_MAX });
  });

  test('a Digital Link may have so many pairs; one more is no longer one', () => {
    const longest = `https://shop.example/01/${gtin}/22/1/10/1/21/1`;
    expect(LINK_PAIRS_MAX).toBe(4);
    expect(identifierOf(longest).level).toBe('item');
    expect(identifierOf(longest.replace('/22/', '/22/1/22/')).scheme).toBe('uri');
  });
});

describe('laws', () => {
  test('a canonical URI is read to itself', () => {
    fc.assert(
      fc.property(canonicalLink, (uri) => {
        expect(identifierOf(uri).uri).toBe(uri);
      }),
      { numRuns: 2000 },
    );
  });

  test('domain, path before the key, escapes, query and a last slash do not change the identity', () => {
    const before = fc.constantFrom('', '/a', '/a/b.c', '/01', '/2024/05/x', '/414');
    fc.assert(
      fc.property(
        canonicalLink,
        before,
        fc.constantFrom('', '/', '?x=1/00/2', '#01/2'),
        (uri, path, after) => {
          const escaped = uri
            .slice(stem.length)
            .replace(/[A-Za-z]/g, (letter, at: number, all: string) =>
              all.charAt(at - 1) === '%' || all.charAt(at - 2) === '%'
                ? letter
                : `%${letter.charCodeAt(0).toString(16)}`,
            );
          const identifier = identifierOf(uri);
          expect(identifierOf(`http://x.example:8080${path}${escaped}${after}`)).toEqual(identifier);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('the fast way and the general way agree', () => {
    const serial = cset82(22);
    const text = fc.oneof(
      canonicalLink,
      fc.tuple(digits(14), serial).map(([number, value]) => `${stem}/01/${number}/21/${value}`),
      fc.tuple(digits(18)).map(([number]) => `${stem}/00/${number}`),
      fc
        .tuple(fc.integer({ min: 5, max: 14 }), digits(13), serial)
        .map(([at, body, value]) => `urn:epc:id:sgtin:${body.slice(0, at)}.${body.slice(at)}.${value}`),
      fc
        .tuple(fc.integer({ min: 5, max: 14 }), digits(17))
        .map(([at, body]) => `urn:epc:id:sscc:${body.slice(0, at)}.${body.slice(at)}`),
    );
    let fast = 0;
    fc.assert(
      fc.property(text, (uri) => {
        const quick = readFast(uri);
        if (!quick) return;
        fast++;
        const general = uri.startsWith('urn:') ? readEpcUrn(uri) : readWebAddress(uri);
        expect(general).toEqual({ ok: true, identifier: quick });
      }),
      { numRuns: 3000 },
    );
    expect(fast).toBeGreaterThan(300);
  });

  test('any text ends in a value or a refusal at a place in it', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const parsed = parseIdentifier(text);
        if (parsed.ok) {
          const again = parseIdentifier(parsed.identifier.uri);
          expect(again.ok && again.identifier.uri).toBe(parsed.identifier.uri);
        } else {
          expect(parsed.at).toBeGreaterThanOrEqual(0);
          expect(parsed.at).toBeLessThanOrEqual(text.length);
          expect(parsed.reason).not.toBe('');
          expect(parsed.reasonZh).not.toBe('');
        }
      }),
      { numRuns: 10_000 },
    );
  });
});
