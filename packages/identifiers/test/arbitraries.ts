import { hash } from 'node:crypto';
import fc from 'fast-check';
import { CSET39, CSET82 } from '../src/charset.ts';
import { checkDigit, checkPair } from '../src/check-digit.ts';

/** SHA-256 as the server lends it to the room. */
export const sha256Hex = (text: string) => hash('sha256', text, 'hex');

export const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((values) => values.join(''));

export const digitsWithCheck = (length: number) => digits(length - 1).map((body) => body + checkDigit(body));

const textOf = (alphabet: string, max: number) =>
  fc
    .array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: max })
    .map((characters) => characters.join(''));

/** A serial, lot or extension of all 82 characters. */
export const cset82 = (max: number) => textOf(CSET82, max);

const encode = (value: string) =>
  [...value]
    .map((character) =>
      /[A-Za-z0-9._-]/.test(character)
        ? character
        : `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('');

const stem = 'https://id.gs1.org';
const prefixed = (alphabet: string, max: number) =>
  fc.tuple(digits(12), textOf(alphabet, max - 12)).map(([prefix, rest]) => prefix + rest);

/** Canonical Digital Links of every key and level, printed by other code than the product's. */
export const canonicalLink: fc.Arbitrary<string> = fc.oneof(
  digitsWithCheck(14).map((gtin) => `${stem}/01/${gtin}`),
  fc.tuple(digitsWithCheck(14), cset82(20)).map(([gtin, lot]) => `${stem}/01/${gtin}/10/${encode(lot)}`),
  fc.tuple(digitsWithCheck(14), cset82(20)).map(([gtin, item]) => `${stem}/01/${gtin}/21/${encode(item)}`),
  fc.tuple(digitsWithCheck(14), cset82(28)).map(([gtin, tpx]) => `${stem}/01/${gtin}/235/${encode(tpx)}`),
  digitsWithCheck(18).map((sscc) => `${stem}/00/${sscc}`),
  digitsWithCheck(13).map((gln) => `${stem}/414/${gln}`),
  fc
    .tuple(
      digitsWithCheck(13),
      cset82(20).filter((extension) => extension !== '0'),
    )
    .map(([gln, extension]) => `${stem}/414/${gln}/254/${encode(extension)}`),
  digitsWithCheck(13).map((gln) => `${stem}/417/${gln}`),
  fc.tuple(digitsWithCheck(13), cset82(25)).map(([gln, slip]) => `${stem}/415/${gln}/8020/${encode(slip)}`),
  fc.tuple(digitsWithCheck(13), cset82(16)).map(([grai, serial]) => `${stem}/8003/0${grai}${encode(serial)}`),
  digitsWithCheck(13).map((grai) => `${stem}/8003/0${grai}`),
  prefixed(CSET82, 30).map((giai) => `${stem}/8004/${encode(giai)}`),
  fc.tuple(digitsWithCheck(13), cset82(17)).map(([gdti, serial]) => `${stem}/253/${gdti}${encode(serial)}`),
  fc.tuple(digitsWithCheck(13), digits(12)).map(([gcn, serial]) => `${stem}/255/${gcn}${serial}`),
  prefixed(CSET82, 30).map((ginc) => `${stem}/401/${encode(ginc)}`),
  digitsWithCheck(17).map((gsin) => `${stem}/402/${gsin}`),
  fc
    .tuple(digitsWithCheck(14), fc.constantFrom('0101', '0102', '9999'), cset82(20))
    .map(([gtin, pieces, serial]) => `${stem}/8006/${gtin}${pieces}/21/${encode(serial)}`),
  prefixed(CSET39, 30).map((cpid) => `${stem}/8010/${encode(cpid)}`),
  fc
    .tuple(prefixed(CSET39, 30), fc.integer({ min: 1, max: 999_999_999_999 }))
    .map(([cpid, serial]) => `${stem}/8010/${encode(cpid)}/8011/${serial}`),
  digitsWithCheck(18).map((gsrn) => `${stem}/8017/${gsrn}`),
  digitsWithCheck(18).map((gsrn) => `${stem}/8018/${gsrn}`),
  prefixed(CSET82, 23).map((model) => `${stem}/8013/${encode(model + checkPair(model))}`),
);

/** Strings that nobody means well with, and texts that begin well. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  // Storms of one thing, up to the longest code and past it.
  fc
    .tuple(
      fc.constantFrom(
        '',
        'https://id.gs1.org/',
        'https://id.gs1.org/01/06901234567892',
        'urn:epc:id:sgtin:',
        '(01)',
        ']d2',
      ),
      fc.constantFrom(
        '/',
        '/01/',
        '/21/1',
        '%',
        '%4',
        '?1=1&',
        '(',
        '((',
        '(01)',
        '\\(',
        '\u001d',
        '^',
        '\ud800',
        '.',
        '*',
        ':',
        '0',
        'A',
        ' ',
        '批',
      ),
      fc.integer({ min: 1, max: 2100 }),
    )
    .map(([start, unit, count]) => (start + unit.repeat(count)).slice(0, 2050)),
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ minLength: 2000, maxLength: 2100 }),
  fc
    .tuple(
      fc.constantFrom(
        'https://',
        'https://id.gs1.org/01/',
        'https://id.gs1.org/01/06901234567892/',
        'https://id.gs1.org/8010/',
        'http://x.example/',
        'urn:',
        'urn:epc:id:sgtin:',
        'urn:epc:id:sgtin:6901234.',
        'urn:epc:id:itip:',
        'urn:epc:idpat:',
        'urn:epc:id:bic:',
        'urn:epc:tag:',
        'https://id.gs1.org/gtin/06901234567892/',
        'https://id.gs1.org/01/06901234567892?',
        'https://id.gs1.org/AQnYUc1g',
        'https://x.example/01/05412345000013/EEar',
        '^01',
        'urn:yunsu:party:',
        'urn:yunsu:code:',
        'urn:yunsu:code:provincial:53B4-7K2M-',
        'urn:yunsu:code:seed-label:%E7%A4%BA%E4%BE%8B.',
        'urn:yunsu:code:compliance-certificate:CDHGZ-530822-202608',
        'CDHGZ-530822-20260818-',
        '53B4-7K2M-',
        '梯11滇A',
        '制造单位:甲 气瓶编号:',
        '甲\n乙种业\n53\nx.example/',
        '(01)',
        '(01)06901234567892(',
        ']d2',
        ']C101',
        '\u001d01',
        '69',
      ),
      fc.string({
        unit: fc.constantFrom(...'0123456789AZaz.:/%()*-_?#[] \u001d０（批\ud800'),
        maxLength: 80,
      }),
    )
    .map(([start, rest]) => start + rest),
);
