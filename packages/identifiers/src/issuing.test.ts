import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digits, digitsWithCheck } from '../test/arbitraries.ts';
import { identify } from './identify.ts';
import { type CodeSpace, codeSpaceOf, composeCode, type Issuable, spacesOf } from './issuing.ts';
import { parseIdentifier } from './parse-identifier.ts';

function spaceOf(scheme: Issuable, stem: string, length?: number): CodeSpace {
  const made = codeSpaceOf(scheme, stem, length);
  if (!made.ok) throw new Error(made.reason);
  return made.space;
}

function identifierOf(uri: string) {
  const parsed = parseIdentifier(uri);
  if (!parsed.ok) throw new Error(`${uri}: ${parsed.reason}`);
  return parsed.identifier;
}

const gtin = '06901234567892';

describe('spaces', () => {
  test.each([
    ['gtin', gtin, undefined, 12, 10n ** 12n],
    ['gtin', gtin, 1, 1, 10n],
    ['gtin', gtin, 20, 20, 10n ** 20n],
    ['sscc', '06901234', undefined, 9, 10n ** 9n],
    ['sscc', '06901', undefined, 12, 10n ** 12n],
    ['sscc', '0690123456789', undefined, 4, 10n ** 4n],
    ['giai', '6901234A', 6, 6, 10n ** 6n],
    ['giai', '6901', 20, 20, 10n ** 20n],
    ['giai', '69012345678901234567890123456', 1, 1, 10n],
    ['grai', '4012345555554', undefined, 12, 10n ** 12n],
    ['grai', '4012345555554', 16, 16, 10n ** 16n],
    ['drug', '8385793', undefined, 13, 10n ** 13n],
    ['pesticide', '10929272001', undefined, 21, 10n ** 21n],
    ['provincial', '53B', undefined, 8, 2n ** 40n],
    ['provincial', '53E', 12, 12, 2n ** 60n],
  ] as const)('%s %s %s has %i places', (scheme, stem, length, count, size) => {
    expect(spaceOf(scheme, stem, length)).toEqual({ scheme, stem, digits: count, size });
  });

  test.each([
    ['gtin', '06901234567893', undefined, 0],
    ['gtin', '6901234567892', undefined, 0],
    ['gtin', gtin, 0, 14],
    ['gtin', gtin, 21, 14],
    ['gtin', gtin, 1.5, 14],
    ['sscc', '0690', undefined, 0],
    ['sscc', '06901234567890', undefined, 0],
    ['sscc', '0690123A', undefined, 0],
    ['sscc', '06901234', 8, 8],
    ['giai', '690A', 6, 0],
    ['giai', '6901234', undefined, 7],
    ['giai', '6901', 21, 4],
    ['giai', '69012345678901234567890123456', 2, 29],
    ['giai', '690123456789012345678901234567', 1, 0],
    ['giai', '6901(21)', 5, 0],
    ['giai', '6901 ', 5, 0],
    ['grai', '4012345555555', undefined, 0],
    ['grai', '4012345555554', 17, 13],
    ['drug', '7385793', undefined, 0],
    ['drug', '838579', undefined, 0],
    ['drug', '8385793', 12, 7],
    ['pesticide', '30929272001', undefined, 0],
    ['pesticide', '10929274001', undefined, 0],
    ['provincial', '53X', undefined, 0],
    ['provincial', '99B', undefined, 0],
    ['provincial', '53b', undefined, 0],
    ['provincial', '53B', 9, 3],
    ['provincial', '', undefined, 0],
  ] as const)('%s %s %s is refused at %i', (scheme, stem, length, at) => {
    expect(codeSpaceOf(scheme, stem, length)).toMatchObject({
      ok: false,
      at,
      reason: expect.stringMatching(/\.$/),
      reasonZh: expect.stringMatching(/。$/),
    });
  });
});

describe('codes', () => {
  test.each([
    ['gtin', gtin, 42n, `(01)${gtin}(21)000000000042`, `https://id.gs1.org/01/${gtin}/21/000000000042`],
    ['sscc', '06901234', 12n, '(00)069012340000000122', 'https://id.gs1.org/00/069012340000000122'],
    [
      'grai',
      '4012345555554',
      1n,
      '(8003)04012345555554000000000001',
      'https://id.gs1.org/8003/04012345555554000000000001',
    ],
    ['drug', '8385793', 879766660n, '83857930000879766660', 'urn:yunsu:code:drug:83857930000879766660'],
    [
      'pesticide',
      '10929272001',
      1n,
      '10929272001000000000000000000001',
      'urn:yunsu:code:pesticide:10929272001000000000000000000001',
    ],
    ['provincial', '53C', 1n, '53C0-0000-0016', 'urn:yunsu:code:provincial:53C000000016'],
  ] as const)('%s %s, number %d: %s', (scheme, stem, number, code, uri) => {
    expect(composeCode(spaceOf(scheme, stem), number)).toEqual({ code, identifier: identifierOf(uri) });
  });

  test('an asset is its prefix and as many digits as were chosen', () => {
    const { code, identifier } = composeCode(spaceOf('giai', '6901234/A', 3), 7n);
    expect(code).toBe('(8004)6901234/A007');
    expect(identifier).toEqual(identifierOf('https://id.gs1.org/8004/6901234%2FA007'));
  });

  test('a number outside the space is a mistake of the program', () => {
    const space = spaceOf('gtin', gtin, 2);
    expect(composeCode(space, 99n).code).toBe(`(01)${gtin}(21)99`);
    expect(() => composeCode(space, 100n)).toThrow(RangeError);
    expect(() => composeCode(space, -1n)).toThrow(RangeError);
    expect(() => composeCode({ ...space, stem: 'x' }, 1n)).toThrow(RangeError);
  });
});

describe('the way back', () => {
  const cset = fc.constantFrom('', 'A', '-7', '/x', '12');
  const space = fc.oneof(
    fc
      .tuple(digitsWithCheck(14), fc.integer({ min: 1, max: 20 }))
      .map(([stem, n]) => spaceOf('gtin', stem, n)),
    fc
      .integer({ min: 5, max: 13 })
      .chain(digits)
      .map((stem) => spaceOf('sscc', stem)),
    fc
      .tuple(digits(7), cset, fc.integer({ min: 1, max: 20 }))
      .map(([prefix, rest, n]) => spaceOf('giai', prefix + rest, n)),
    fc
      .tuple(digitsWithCheck(13), fc.integer({ min: 1, max: 16 }))
      .map(([stem, n]) => spaceOf('grai', stem, n)),
    digits(6).map((rest) => spaceOf('drug', `8${rest}`)),
    fc.tuple(digits(6), digits(3)).map(([number, size]) => spaceOf('pesticide', `1${number}2${size}`)),
    fc
      .tuple(fc.constantFrom('53B', '53E', '11C', '65Z'), fc.constantFrom(8, 12))
      .map(([stem, n]) => spaceOf('provincial', stem, n)),
  );
  const place = space.chain((one) => fc.tuple(fc.constant(one), fc.bigInt({ min: 0n, max: one.size - 1n })));

  test('whatever is composed is found again, and its print reads to its identity', () => {
    fc.assert(
      fc.property(place, ([one, number]) => {
        const { code, identifier } = composeCode(one, number);
        expect(spacesOf(identifier)).toContainEqual({ space: one, number });
        expect(identify(code)[0]).toMatchObject({ uri: identifier.uri, issues: [] });
      }),
      { numRuns: 1000 },
    );
  });

  test('whatever is found composes to the same identity', () => {
    fc.assert(
      fc.property(place, ([one, number]) => {
        const { identifier } = composeCode(one, number);
        for (const found of spacesOf(identifier)) {
          expect(composeCode(found.space, found.number).identifier.uri).toBe(identifier.uri);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a case may be of a company prefix of any length from 4 to 12 digits', () => {
    const places = spacesOf(identifierOf('https://id.gs1.org/00/069012340000000122'));
    expect(places.map(({ space: { stem } }) => stem.length - 1)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(places[3]).toMatchObject({ space: { stem: '06901234', digits: 9 }, number: 12n });
  });

  test.each([
    [`https://id.gs1.org/01/${gtin}`, 'a class'],
    [`https://id.gs1.org/01/${gtin}/10/123`, 'a lot'],
    [`https://id.gs1.org/01/${gtin}/21/S1`, 'a serial with a letter'],
    [`https://id.gs1.org/01/${gtin}/235/123`, 'a serial of a third party'],
    ['https://id.gs1.org/8003/04012345555554', 'a class of returnable assets'],
    ['https://id.gs1.org/8004/6901234A', 'an asset without digits at the end'],
    ['urn:yunsu:code:drug:8385793', 'a drug identifier'],
    ['urn:yunsu:code:pesticide:10929272001', 'the beginning of a unit code'],
    ['urn:yunsu:code:pesticide:30929272001123456789012345678901', 'a registration of former years'],
    ['urn:yunsu:party:91350100M000100Y43', 'a party'],
    ['https://erp.example.com/toString', 'any address'],
  ])('%s, %s, was not composed here', (uri) => {
    expect(spacesOf(identifierOf(uri))).toEqual([]);
  });
});
