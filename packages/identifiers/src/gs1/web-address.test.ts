import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalLink, cset82, digitsWithCheck } from '../../test/arbitraries.ts';
import { elementValues } from '../../test/gs1-arbitraries.ts';
import { gs1Cases } from '../../test/gs1-cases.ts';
import { parseIdentifier } from '../parse-identifier.ts';
import { keyByAi } from '../schemes/table.ts';
import { applicationIdentifiers } from './application-identifiers.ts';
import { compress, decompress, type Value } from './compression.ts';
import { QUERY_PAIRS_MAX, readLinkValues } from './link-values.ts';
import { toCompressedAddress, toWebAddress } from './web-address.ts';

const stem = 'https://qr.example/c';
const gtin = '06901234567892';

function identifierOf(uri: string) {
  const parsed = parseIdentifier(uri);
  if (!parsed.ok) throw new Error(`${uri}: ${parsed.reason}`);
  return parsed.identifier;
}

const full = identifierOf(`https://x.example/01/${gtin}/22/2A/10/L%2F1/21/S1`);

describe('addresses of somebody', () => {
  test('hold the key, every qualifier in order and the attributes', () => {
    expect(
      toWebAddress(full, stem, [
        ['17', '261231'],
        ['3103', '000357'],
      ]),
    ).toEqual({
      ok: true,
      address: `${stem}/01/${gtin}/22/2A/10/L%2F1/21/S1?17=261231&3103=000357`,
    });
    expect(toWebAddress(full, 'http://localhost:8080/')).toEqual({
      ok: true,
      address: `http://localhost:8080/01/${gtin}/22/2A/10/L%2F1/21/S1`,
    });
    const slip = identifierOf('https://id.gs1.org/415/6901234000016/8020/B7');
    expect(toWebAddress(slip, stem, [['12', '261231']])).toMatchObject({
      address: `${stem}/415/6901234000016/8020/B7?12=261231`,
    });
  });

  test.each([
    ['ftp://x.example', []],
    ['https://', []],
    ['https://x.example/a?b', []],
    ['https://x.example/a b', []],
    [stem, [['17', '261331']]],
    [stem, [['21', 'S1']]],
    [stem, [['01', gtin]]],
    [stem, [['05', '1']]],
  ] as [string, Value[]][])('are refused on %s with %j', (on, attributes) => {
    expect(toWebAddress(full, on, attributes)).toMatchObject({ ok: false });
    expect(toCompressedAddress(full, on, 'full', attributes)).toMatchObject({ ok: false });
  });

  test('there is none for what is no key of GS1', () => {
    expect(toWebAddress(identifierOf('urn:yunsu:party:91350100M000100Y43'), stem)).toMatchObject({
      ok: false,
    });
  });

  test('are read back to the identity, plain, in part and wholly compressed', () => {
    const dates = fc.constantFrom<Value[]>(
      [],
      [['17', '261231']],
      [
        ['3103', '000357'],
        ['15', '260800'],
      ],
    );
    fc.assert(
      fc.property(canonicalLink, dates, (uri, attributes) => {
        const identifier = identifierOf(uri);
        const plain = toWebAddress(identifier, stem, attributes);
        expect(plain.ok && identifierOf(plain.address)).toEqual(identifier);
        const partial = toCompressedAddress(identifier, stem, 'partial', attributes);
        expect(partial.ok && identifierOf(partial.address)).toEqual(identifier);
        const whole = toCompressedAddress(identifier, 'https://id.gs1.org', 'full', attributes);
        expect(whole.ok && identifierOf(whole.address)).toEqual(identifier);
        if (!plain.ok || !whole.ok) return;
        const values = (address: string) =>
          readLinkValues(address)
            ?.elements.map(({ ai, value }) => `${ai.ai}=${value}`)
            .toSorted();
        expect(values(whole.address)).toEqual(values(plain.address));
      }),
      { numRuns: 1000 },
    );
  });

  test('names in the place of digits are read to the same identity', () => {
    fc.assert(
      fc.property(digitsWithCheck(14), cset82(20), cset82(20), (number, lot, serial) => {
        const link = toWebAddress(
          { ...full, uri: `https://id.gs1.org/01/${number}`, parts: { gtin: number, lot, serial } },
          stem,
        );
        if (!link.ok) throw new Error(link.reason);
        const named = link.address
          .replace('/01/', '/gtin/')
          .replace('/10/', '/lot/')
          .replace(/\/21\/(?=[^/]*$)/, '/ser/');
        expect(identifierOf(named).uri).toBe(identifierOf(link.address).uri);
      }),
    );
  });
});

describe('values beside the key', () => {
  const brief = (text: string) => {
    const found = readLinkValues(text);
    return {
      values: found?.elements.map(({ ai, value }) => `${ai.ai}=${value}`).join(' '),
      issues: [...(found?.faults ?? []), ...(found?.pairings ?? [])].map(
        ({ code, at, length }) => `${code}@${at}+${length}`,
      ),
    };
  };

  test('are read with their places, whatever is escaped', () => {
    const link = `https://shop.example/01/${gtin}/10/L%2F1?17=261331;utm=1&exp=261231&x&3103=00035&240=a%20b&4300=%2`;
    expect(brief(link)).toEqual({
      values: '10=L/1 17=261331 17=261231 3103=00035 240=a b',
      issues: [
        `illegal_month@${link.indexOf('261331') + 2}+2`,
        `value_too_short@${link.indexOf('&240')}+0`,
        `wrong_character@${link.indexOf('%20')}+3`,
        `invalid_percent_sequence@${link.indexOf('%2', link.indexOf('4300'))}+1`,
      ].toSorted((a, b) => Number(a.split(/[@+]/)[1]) - Number(b.split(/[@+]/)[1])),
    });
  });

  test('a key, a qualifier or digits that are none do not belong behind the question mark', () => {
    const link = `https://shop.example/01/${gtin}?21=S1&01=${gtin}&05=1&10=L1`;
    expect(brief(link)).toEqual({
      values: '10=L1',
      issues: ['not_an_attribute@39+2', 'not_an_attribute@45+2', 'unknown_identifier@63+2'],
    });
  });

  test('pairings count the key', () => {
    expect(brief(`https://shop.example/01/${gtin}?37=5`).issues).toEqual([
      'invalid_pair@24+0',
      'mandatory_pair_missing@42+0',
    ]);
    expect(brief('https://shop.example/415/6901234000016').issues).toEqual(['mandatory_pair_missing@25+0']);
    expect(readLinkValues('https://shop.example/about')).toBeUndefined();
    expect(readLinkValues('urn:x:1')).toBeUndefined();
  });

  test('so many pairs are read and not one more', () => {
    const query = Array.from({ length: QUERY_PAIRS_MAX + 1 }, (_, i) => `91=${i}`).join('&');
    expect(readLinkValues(`https://shop.example/01/${gtin}?${query}`)?.elements).toHaveLength(
      QUERY_PAIRS_MAX,
    );
  });
});

describe('compression', () => {
  test('the published examples decompress', () => {
    const cases = gs1Cases('compressed.txt');
    expect(cases.length).toBeGreaterThanOrEqual(12);
    for (const [word = '', path = ''] of cases) {
      const segments = path.split('/').map(decodeURIComponent);
      const values = segments.flatMap((ai, i) => (i % 2 === 0 ? [[ai, segments[i + 1] ?? '']] : []));
      expect(decompress(word)?.values.toSorted(), word).toEqual(values.toSorted());
    }
  });

  test('whatever is compressed decompresses to the same', () => {
    let shorter = 0;
    fc.assert(
      fc.property(elementValues, (values) => {
        const word = compress(values);
        expect(word).toMatch(/^[A-Za-z0-9_-]+$/);
        const read = decompress(word);
        expect(read && new Map(read.values)).toEqual(new Map(values));
        if (word.length < values.flat().join('').length) shorter++;
      }),
      { numRuns: 1500 },
    );
    expect(shorter).toBeGreaterThan(1000);
  });

  test('both orders of the two sequences that are written in two ways are read', () => {
    // Codes 1A and 9D in the order of the table and sorted; written by hand, for ours writes neither code.
    const bits = (...parts: [bigint, number][]) =>
      parts.map(([value, count]) => value.toString(2).padStart(count, '0')).join('');
    const word = (text: string) =>
      (text.match(/.{1,6}/g) ?? [])
        .map((six) =>
          'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.charAt(
            Number.parseInt(six.padEnd(6, '0'), 2),
          ),
        )
        .join('');
    const number: [bigint, number] = [BigInt(gtin), 47];
    const lot: [bigint, number][] = [
      [0n, 3],
      [2n, 5],
      [12n, 7],
    ];
    const serial: [bigint, number][] = [
      [0n, 3],
      [3n, 5],
      [345n, 10],
    ];
    const date: [bigint, number] = [261231n, 20];
    const wanted = [
      ['01', gtin],
      ['10', '12'],
      ['17', '261231'],
      ['21', '345'],
    ];
    for (const order of [
      [number, ...lot, ...serial, date],
      [number, ...lot, date, ...serial],
    ]) {
      expect(decompress(word(bits([0x1an, 8], ...order)))?.values.toSorted()).toEqual(wanted);
    }
    const place: [bigint, number] = [6901234000016n, 44];
    for (const order of [
      [place, ...lot],
      [...lot, place],
    ]) {
      expect(decompress(word(bits([0x9dn, 8], ...order)))?.values.toSorted()).toEqual([
        ['254', '12'],
        ['414', '6901234000016'],
      ]);
    }
  });

  test('a word that says something beside what GS1 knows gives that apart', () => {
    // F, seven bits of length, the key "ab" at six bits, digits, seven bits of length, 42.
    const bits = '1111' + '0000010' + '011010' + '011011' + '000' + '0000010' + '0101010';
    const text = (bits.match(/.{1,6}/g) ?? [])
      .map((six) =>
        'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.charAt(
          Number.parseInt(six.padEnd(6, '0'), 2),
        ),
      )
      .join('');
    expect(decompress(text)).toEqual({ values: [], others: [['ab', '42']] });
  });

  test('random words are hardly ever links, and never more than one in two hundred', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'),
      minLength: 8,
      maxLength: 40,
    });
    let keys = 0;
    fc.assert(
      fc.property(word, (text) => {
        const read = decompress(text);
        if (!read) return;
        for (const [ai] of read.values) expect(applicationIdentifiers.has(ai)).toBe(true);
        if (read.values.some(([ai]) => keyByAi.has(ai))) keys++;
      }),
      { numRuns: 10_000 },
    );
    expect(keys).toBeLessThan(50);
  });
});
