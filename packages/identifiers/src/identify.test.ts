import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalLink, cset82, digitsWithCheck, hostileText } from '../test/arbitraries.ts';
import { identify } from './identify.ts';
import { CANDIDATES_MAX, CODE_LENGTH_MAX, FAULTY_CONFIDENCE_MAX } from './limits.ts';
import { parseIdentifier } from './parse-identifier.ts';

const gtin = '06901234567892';
const classUri = `https://id.gs1.org/01/${gtin}`;
const brief = (text: string) => identify(text).map(({ scheme, level }) => `${scheme} ${level}`);

describe('what people scan and type', () => {
  test('thirteen digits are a product, a place or a party, in this order', () => {
    expect(brief('6901234567892')).toEqual(['gtin class', 'gln place', 'gln party']);
  });

  test('the symbol of a retail product leaves no doubt', () => {
    expect(brief(']E06901234567892')).toEqual(['gtin class']);
    expect(identify(']E06901234567892')[0]?.confidence).toBe(1);
  });

  test('eighteen digits are a container, or a credit code of a body with digits only', () => {
    expect(brief('069012340000000122')[0]).toBe('sscc container');
    expect(brief('91530103MA6YN00129')).toEqual(['uscc party']);
  });

  test('a bracketed label gives its key, its other values by name and no issue', () => {
    expect(identify('(01)06901234567892 (10)VX-0818(17)261231(3103)000357')).toEqual([
      {
        scheme: 'gtin',
        name: { en: 'GTIN, product barcode', zh: '商品条码（GTIN）' },
        verified: true,
        issuer: expect.objectContaining({ name: expect.anything() }),
        inWords: [
          { part: 'gtin', value: gtin, name: { en: 'GTIN', zh: '商品条码 GTIN' } },
          { part: 'lot', value: 'VX-0818', name: { en: 'Lot', zh: '批号' } },
        ],
        uri: `${classUri}/10/VX-0818`,
        digitalLink: `${classUri}/10/VX-0818`,
        level: 'lot',
        parts: { gtin, lot: 'VX-0818', expirationDate: '261231', netWeightKg: '0.357' },
        confidence: 0.98,
        issues: [],
      },
    ]);
  });

  test('a pallet label is first its container', () => {
    expect(brief('(00)069012340000000122(01)06901234567892(10)L1')).toEqual(['sscc container', 'gtin lot']);
  });

  test('scan data is the same with separators as pictures, full-width digits or a leading FNC1', () => {
    const wanted = `${classUri}/21/S1`;
    for (const text of [
      ']d201069012345678921012\u001d21S1',
      '\u001d01069012345678921012\u001d21S1',
      ']Q301069012345678921012\u241d21S1',
      '01069012345678921012\u001d21S1',
      ']d2０１06901234567892\u200b1012\u001d21S1\n',
    ]) {
      expect(identify(text)[0], text).toMatchObject({ uri: wanted, parts: { lot: '12' }, issues: [] });
    }
  });

  test('an address is found inside other text and without its scheme', () => {
    expect(identify(`追溯码：https://z.example.cn/01/${gtin}/21/S1，扫码`)[0]?.uri).toBe(`${classUri}/21/S1`);
    expect(identify(`z.example.cn/01/${gtin}`)[0]?.uri).toBe(classUri);
    expect(identify('z.example.cn/about/us')).toEqual([]);
  });

  test('a private URN is kept and the person is told', () => {
    expect(identify('urn:x-erp:order:1')).toMatchObject([
      { scheme: 'uri', digitalLink: null, level: 'other', confidence: 0.3, issues: [{ at: 0 }] },
    ]);
  });

  test('an EPC beside the keys of GS1 is known by its URN, and a wrong check digit in it is doubted', () => {
    expect(identify('urn:epc:id:gid:95100000.12345.400')).toMatchObject([
      { scheme: 'epc', digitalLink: null, level: 'item', confidence: 1, issues: [] },
    ]);
    expect(identify('urn:epc:id:bic:CSQU3054384')).toMatchObject([
      { scheme: 'epc', level: 'container', issues: [{ at: 25 }] },
    ]);
    expect(identify('urn:epc:id:imovn:9176188')).toMatchObject([
      { scheme: 'epc', level: 'asset', issues: [{ at: 23 }] },
    ]);
  });

  test('the attributes of a Digital Link are parts of the code, and a wrong one is an issue at its place', () => {
    const link = `https://shop.example/01/${gtin}/10/L1?17=261231&3103=000357&utm=x&15=261331`;
    expect(identify(link)[0]).toMatchObject({
      uri: `${classUri}/10/L1`,
      parts: { gtin, lot: 'L1', expirationDate: '261231', netWeightKg: '0.357' },
      confidence: 1,
      issues: [{ at: link.length - 4 }],
    });
  });

  test('a compressed link on a foreign domain is a guess before the address that it also is', () => {
    expect(brief('https://x.example/AQnYUc1gmiCNV4JG')).toEqual(['gtin lot', 'uri other']);
    expect(brief('https://id.gs1.org/AQnYUc1gmiCNV4JG')).toEqual(['gtin lot']);
  });

  test('a party has no Digital Link', () => {
    expect(identify('91350100M000100Y43')[0]).toMatchObject({
      uri: 'urn:yunsu:party:91350100M000100Y43',
      digitalLink: null,
      confidence: 0.95,
    });
  });

  test('words, dates and nothing are no codes', () => {
    for (const text of ['', '   ', '普洱茶', 'ABC-123', '2026-08-18T00:00', '12345', '(99', ']d2', ']']) {
      expect(identify(text), text).toEqual([]);
    }
  });
});

describe('what is wrong', () => {
  test.each([
    ['6901234567893', 'gtin', 12],
    [' 690-1234-567893', 'gtin', 15],
    ['６９０１２３４５６７８９３', 'gtin', 12],
    ['(01)06901234567893(10)L1', 'gtin', 17],
    ['(01) 06901234567893 (10)L1', 'gtin', 18],
    [']d20106901234567893', 'gtin', 18],
    ['https://id.gs1.org/01/06901234567893', 'gtin', 35],
    ['https://x.example/01/06901234567893/21/S', 'gtin', 34],
    ['069012340000000123', 'sscc', 17],
    ['91350100M000100Y44', 'uscc', 17],
    ['urn:yunsu:party:91350100M000100Y44', 'uscc', 33],
  ])('%s has a wrong check digit, and the place is shown', (text, scheme, at) => {
    const candidate = identify(text).find((one) => one.scheme === scheme);
    expect(candidate?.issues[0]).toMatchObject({ at });
    expect(candidate?.issues[0]?.en).toMatch(/check/);
    expect(candidate?.issues[0]?.zh).toMatch(/校验码/);
    expect(candidate?.confidence).toBeLessThanOrEqual(FAULTY_CONFIDENCE_MAX);
    expect(candidate?.digitalLink).toBeNull();
  });

  test('a wrong date beside a good key is an issue of the key', () => {
    const [candidate] = identify('(01)06901234567892(17)261331');
    expect(candidate).toMatchObject({ uri: classUri, issues: [{ at: 24 }] });
    expect(candidate?.confidence).toBeLessThan(0.5);
    expect(candidate?.parts).not.toHaveProperty('expirationDate');
  });

  test('a value that lost its separator, a double and an unknown identifier are issues', () => {
    const issues = (text: string) => identify(text)[0]?.issues.map(({ at }) => at);
    expect(issues(']d201069012345678921012345678901234567890123')).toEqual([41]);
    expect(issues('(01)06901234567892(10)A(10)B')).toEqual([27]);
    expect(issues(']d2010690123456789205')).toEqual([19]);
    expect(issues('(01)06901234567892(21)')).toEqual([22]);
  });

  test('a malformed key says so without a canonical URI', () => {
    expect(identify('(01)123')).toMatchObject([
      { scheme: 'gtin', uri: '(01)123', digitalLink: null, level: 'other', issues: [{ at: 7 }] },
    ]);
  });
});

describe('limits and laws', () => {
  test('a text may have so many characters and not one more', () => {
    const longest = 'https://erp.example.com/'.padEnd(CODE_LENGTH_MAX, 'x');
    expect(identify(longest)).toHaveLength(1);
    expect(identify(`${longest}x`)).toEqual([]);
  });

  test('a label with more keys than the list may have gives the best of them', () => {
    const keys = [
      '(00)069012340000000122',
      '(01)06901234567892',
      '(8006)069012345678920102',
      '(8010)6901234A',
      '(8003)04012345555554',
      '(8004)6901234A',
      '(253)4012345555554',
      '(255)4012345555554',
      '(8017)401234500000987656',
      '(8018)401234500000987656',
      '(414)6901234000016',
    ];
    expect(keys).toHaveLength(CANDIDATES_MAX + 1);
    expect(identify(keys.slice(1).join(''))).toHaveLength(CANDIDATES_MAX);
    expect(identify(keys.join(''))).toHaveLength(CANDIDATES_MAX);
    expect(identify(keys.join(''))[0]?.scheme).toBe('sscc');
  });

  test('whatever parseIdentifier accepts comes first', () => {
    fc.assert(
      fc.property(canonicalLink, (uri) => {
        expect(identify(uri)[0]).toMatchObject({ uri, digitalLink: uri, confidence: 1, issues: [] });
      }),
    );
  });

  test('brackets, scan data and Digital Link are three spellings of one identity', () => {
    const value = cset82(20).filter((text) => !text.includes('('));
    fc.assert(
      fc.property(digitsWithCheck(14), value, value, (number, lot, serial) => {
        const bracketed = identify(`(01)${number}(10)${lot}(21)${serial}`)[0];
        const scanned = identify(`]d201${number}10${lot}\u001d21${serial}`)[0];
        expect(scanned).toEqual(bracketed);
        expect(bracketed).toMatchObject({ level: 'item', parts: { gtin: number, lot, serial }, issues: [] });
        const parsed = parseIdentifier(bracketed?.uri ?? '');
        expect(parsed).toMatchObject({ ok: true, identifier: { parts: { gtin: number, serial } } });
      }),
    );
  });

  test('any text gives an ordered, short list, and every issue stands in the text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const candidates = identify(text);
        expect(candidates.length).toBeLessThanOrEqual(CANDIDATES_MAX);
        for (const [index, candidate] of candidates.entries()) {
          expect(candidate.confidence).toBeGreaterThan(0);
          expect(candidate.confidence).toBeLessThanOrEqual(candidates[index - 1]?.confidence ?? 1);
          for (const { at } of candidate.issues) expect(at >= 0 && at <= text.length).toBe(true);
          if (candidate.issues.length === 0) {
            expect(parseIdentifier(candidate.uri)).toMatchObject({ ok: true });
          }
        }
      }),
      { numRuns: 3000 },
    );
  });
});
