import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalLink, cset82, digitsWithCheck, hostileText } from '../test/arbitraries.ts';
import { fixtureLines } from '../test/fixture-lines.ts';
import type { Hint } from './hint.ts';
import { identify } from './identify.ts';
import {
  ADDRESS_WORDS_MAX,
  CANDIDATES_MAX,
  CODE_LENGTH_MAX,
  FAULTY_CONFIDENCE_MAX,
  UNVERIFIED_CONFIDENCE_MAX,
} from './limits.ts';
import { parseIdentifier } from './parse-identifier.ts';
import { schemes } from './schemes/table.ts';

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

/** Schemes of the readings that nothing is wrong with, best first. */
const ranked = (text: string, hint?: Hint) =>
  identify(text, hint)
    .filter(({ confidence }) => confidence > FAULTY_CONFIDENCE_MAX)
    .map(({ scheme }) => scheme);

const registered = (scheme: string): Hint => ({ isRegistered: (candidate) => candidate.scheme === scheme });

describe('codes that several schemes fit', () => {
  test.each<[text: string, hint: Hint | undefined, order: readonly string[]]>([
    // 13: a product, a place, a detonator.
    ['6901234567892', undefined, ['gtin', 'gln']],
    ['4490610300052', undefined, ['gtin', 'detonator', 'gln']],
    ['4490610300052', { category: 'hazard' }, ['detonator', 'gtin', 'gln']],
    ['4490610300052', { category: 'food' }, ['gtin', 'gln', 'detonator']],
    ['4490610300052', registered('gln'), ['gln', 'gtin', 'detonator']],
    ['4490610300052', registered('detonator'), ['detonator', 'gtin', 'gln']],
    ['4490610300050', undefined, ['detonator']],
    // 18: a case, a party, equipment.
    ['311031001201500013', undefined, ['sscc', 'equipment']],
    ['311031001201500013', { category: 'equipment' }, ['equipment', 'sscc']],
    ['311031001201500013', { category: 'drug' }, ['sscc', 'equipment']],
    ['311031001201500012', undefined, ['equipment']],
    ['91530103MA6YN00129', { category: 'equipment' }, ['uscc']],
    // 16: a provincial code has letters, the others have not.
    ['53E0123456789ABC', undefined, ['provincial']],
    ['0612345678901234', undefined, ['electronic-detonator']],
    // 20: a drug, equipment of unknown structure.
    ['83857930000879766660', undefined, ['drug']],
    ['83857930000879766660', { category: 'equipment' }, ['drug']],
    ['31103100120150001212', undefined, ['mofcom-trace', 'equipment']],
    ['31103100120150001212', { category: 'equipment' }, ['equipment', 'mofcom-trace']],
    ['53010200100070000001', undefined, ['mofcom-trace']],
    ['53010200100070000001', { category: 'agri' }, ['mofcom-trace']],
    // 9, 13, 15, 16, 17: a node, an operator, an ear tag, a lot, an organic code.
    ['530102001', undefined, ['mofcom-node']],
    ['5301020010007', undefined, ['mofcom-operator']],
    ['5301020010006', undefined, ['gtin', 'gln', 'mofcom-operator']],
    ['5301020010006', registered('mofcom-operator'), ['mofcom-operator', 'gtin', 'gln']],
    ['153012900000001', undefined, ['ear-tag']],
    ['5301020010000001', undefined, ['mofcom-batch', 'electronic-detonator']],
    ['5301020010000001', { category: 'hazard' }, ['electronic-detonator', 'mofcom-batch']],
    ['10126000000000012', undefined, ['organic']],
    // 14: a product or the national code of a drug.
    ['86904879000126', undefined, ['drug-standard-code']],
    ['86904879000126', { category: 'drug' }, ['drug-standard-code']],
    // 18: the number of a person is the only reading where it is the likeliest.
    ['530102199003070016', undefined, ['citizen-id']],
    // 7: a drug identifier, or any number.
    ['8385793', undefined, ['drug']],
  ])('%s with %o is %j', (text, hint, order) => {
    expect(
      ranked(text, hint).filter(
        (scheme, index, all) => order.includes(scheme) && all.indexOf(scheme) === index,
      ),
    ).toEqual(order);
  });

  test('no reading of an identity number repeats it', () => {
    for (const [text] of fixtureLines('citizen-id.valid.txt')) {
      const number = text.replace(/\D*(\d.*)$/s, '$1').replaceAll(' ', '');
      for (const hint of [{}, { category: 'equipment' }, { isRegistered: () => true }] as const) {
        expect(identify(text, hint)).toHaveLength(1);
        expect(JSON.stringify(identify(text, hint)).toUpperCase()).not.toContain(number.toUpperCase());
        expect(JSON.stringify(identify(text, hint))).not.toContain(number.slice(6, 17));
      }
    }
    expect(JSON.stringify(identify('530102199003070010'))).not.toContain('19900307');
    expect(parseIdentifier('urn:yunsu:code:citizen-id:530102199003070016')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('Personal Information Protection Law'),
    });
  });

  test('a place speaks for a code of the same prefecture or province, and against none', () => {
    const sure = (text: string, hint?: Hint) => identify(text, hint)[0]?.confidence ?? 0;
    const certificate = 'CDHGZ-530822-20260818-7K2M9QXR';
    const lift = '311053001201500011';
    expect(sure(certificate, { division: '530829' })).toBeGreaterThan(sure(certificate));
    expect(sure(certificate, { division: '5308' })).toBeGreaterThan(sure(certificate));
    expect(sure(certificate, { division: '53' })).toBeGreaterThan(sure(certificate));
    expect(sure(certificate, { division: '530102' })).toBe(sure(certificate));
    expect(sure(lift, { division: '530102' })).toBeGreaterThan(sure(lift));
    expect(sure(lift, { division: '310101' })).toBe(sure(lift));
    expect(sure(certificate, { division: '' })).toBe(sure(certificate));
  });

  test('a bare number without a check digit is never quite sure', () => {
    for (const text of ['83857930000879766660', '4490610300050', '0612345678901234', '311031001201500012']) {
      expect(identify(text)[0]?.confidence, text).toBeLessThanOrEqual(0.75);
    }
  });

  test('no hint makes an unverified kind of code sure', () => {
    let seen = 0;
    for (const { id, categories } of schemes.filter(({ verified }) => !verified)) {
      for (const [text] of fixtureLines(`${id}.valid.txt`)) {
        const hint = { category: categories?.[0], division: '530102', isRegistered: () => true } as Hint;
        for (const { scheme, confidence, verified } of identify(text, hint)) {
          if (scheme !== id) continue;
          seen++;
          expect(verified).toBe(false);
          expect(confidence, text).toBeLessThanOrEqual(UNVERIFIED_CONFIDENCE_MAX);
        }
      }
    }
    expect(seen).toBeGreaterThanOrEqual(15);
  });
});

describe('codes inside an address', () => {
  const unit = '10929272001123456789012345678901';

  test.each([
    [`https://t.example.com/q?code=${unit}`, 'pesticide'],
    [`https://t.example.com/${unit}`, 'pesticide'],
    [`扫码追溯 https://t.example.com/#/u/${unit}`, 'pesticide'],
    ['https://trace.example.com/c/53B4-7K2M-9QXK', 'provincial'],
    ['trace.example.com/c/53b47k2m9qxk', 'provincial'],
  ])('%s is a code of %s', (text, scheme) => {
    expect(identify(text)[0]).toMatchObject({ scheme, issues: [] });
  });

  test('an address without one stays an address, a misread one too', () => {
    for (const text of [
      'https://t.example.com/q?code=123',
      'https://trace.example.com/c/53B4-7K2M-9QXJ',
      `https://${unit}`,
    ]) {
      expect(ranked(text)).toEqual(['uri']);
    }
  });

  test('so many words of an address are tried from its end, and not one more', () => {
    const address = (after: number) => `https://t.example.com/${unit}${'/x'.repeat(after)}`;
    expect(ranked(address(ADDRESS_WORDS_MAX - 1))[0]).toBe('pesticide');
    expect(ranked(address(ADDRESS_WORDS_MAX))).toEqual(['uri']);
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

  test('the longest texts of every kind are read in a moment', () => {
    const starts = schemes.flatMap(({ id }) => fixtureLines(`${id}.valid.txt`).map(([text]) => text));
    const tails = [
      '0',
      'A',
      ' ',
      '-',
      '\n',
      ':',
      '/x',
      '制造单位:',
      '气瓶编号:A',
      '单元识别代码:',
      '(',
      '%41',
      '.',
    ];
    const texts = starts.flatMap((start) => tails.map((tail) => start.padEnd(CODE_LENGTH_MAX, tail)));
    expect(texts.length).toBeGreaterThan(2000);
    const before = performance.now();
    for (const text of texts) identify(text);
    // Some 50 µs each; a reader that grows with the square of the text would take minutes.
    expect(performance.now() - before).toBeLessThan(texts.length * 5);
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
      { numRuns: 10_000 },
    );
  });
});
