import fc from 'fast-check';
import { CSET39, CSET64, CSET82 } from '../src/charset.ts';
import { checkDigit, checkPair } from '../src/check-digit.ts';
import {
  type ApplicationIdentifier,
  allApplicationIdentifiers,
  type Component,
} from '../src/gs1/application-identifiers.ts';
import { elementFault } from '../src/gs1/element.ts';
import { type LinterName, linters } from '../src/gs1/linters/table.ts';

const alphabets = { N: '0123456789', X: CSET82, Y: CSET39, Z: CSET64 } as const;

const textOf = (alphabet: string, min: number, max: number) =>
  fc
    .array(fc.constantFrom(...alphabet), { minLength: min, maxLength: max })
    .map((characters) => characters.join(''));

const two = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((number) => String(number).padStart(2, '0'));
const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((all) => all.join(''));
const day = joined(two(0, 99), two(1, 12), two(1, 28));

/** Numbers that a linter of a list accepts, found by asking it. */
const accepted = (name: LinterName, digits: number) =>
  Array.from({ length: 10 ** digits }, (_, number) => String(number).padStart(digits, '0')).filter(
    (text) => linters[name](text) === null,
  );
const letterPairs = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].flatMap((a, _, all) => all.map((b) => a + b));

/** Values that have a shape of their own. */
const shaped: Partial<Record<LinterName, fc.Arbitrary<string>>> = {
  yymmd0: joined(two(0, 99), two(1, 12), two(0, 28)),
  yymmdd: day,
  yyyymmdd: joined(two(19, 20), day),
  hhmi: joined(two(0, 23), two(0, 59)),
  hh: two(0, 23),
  mi: two(0, 59),
  ss: two(0, 59),
  iso3166: fc.constantFrom(...accepted('iso3166', 3)),
  iso3166999: fc.constantFrom(...accepted('iso3166999', 3)),
  iso4217: fc.constantFrom(...accepted('iso4217', 3)),
  iso3166alpha2: fc.constantFrom(...letterPairs.filter((pair) => linters.iso3166alpha2(pair) === null)),
  packagetype: fc.constantFrom(...letterPairs.filter((pair) => linters.packagetype(pair) === null)),
  mediatype: fc.constantFrom('01', '10', '80', '99'),
  latitude: fc.integer({ min: 0, max: 1_800_000_000 }).map((value) => String(value).padStart(10, '0')),
  longitude: fc.nat(2_000_000_000).map((value) => String(value).padStart(10, '0')),
  hyphen: fc.constant('-'),
  yesno: fc.constantFrom('0', '1'),
  winding: fc.constantFrom('0', '1', '9'),
  iso5218: fc.constantFrom('0', '1', '2', '9'),
  posinseqslash: fc.constantFrom('1/3', '2/2'),
  pieceoftotal: fc.constantFrom('0101', '0102', '9999'),
  zero: fc.constant('0'),
  iban: fc.constantFrom('DE91100000000123456789', 'BE71096123456769'),
  importeridx: fc.constantFrom('A', '-', '9'),
  couponcode: fc.constant('0690123111111250110123'),
  couponposoffer: fc.constant('006901231111110123456'),
};

function componentValue({ set, min, max, linterNames }: Component): fc.Arbitrary<string> {
  const own = linterNames.map((name) => shaped[name]).find((arbitrary) => arbitrary !== undefined);
  if (own) return own;
  if (linterNames.includes('csum')) {
    return textOf('0123456789', max - 1, max - 1).map((body) => body + checkDigit(body));
  }
  if (linterNames.includes('csumalpha')) {
    return fc
      .tuple(textOf('0123456789', 4, 4), textOf(CSET82, 0, max - 6))
      .map(([prefix, rest]) => `${prefix}${rest}`)
      .map((body) => body + checkPair(body));
  }
  if (linterNames.includes('gcppos1')) {
    return joined(textOf('0123456789', 4, 4), textOf(alphabets[set], 0, max - 4));
  }
  return textOf(linterNames.includes('pcenc') ? 'abc%20'.replace('%', '') : alphabets[set], min, max);
}

function valueFor(ai: ApplicationIdentifier): fc.Arbitrary<string> {
  const required = ai.components.filter(({ optional }) => !optional);
  const optional = ai.components.filter((component) => component.optional);
  return fc
    .nat(optional.length)
    .chain((count) => joined(...[...required, ...optional.slice(0, count)].map(componentValue)))
    .filter((value) => elementFault({ ai, value, at: 0 }) === null);
}

/** One to eight values of different Application Identifiers, all of them right; white space of brackets aside. */
export const elementValues: fc.Arbitrary<(readonly [ai: string, value: string])[]> = fc
  .uniqueArray(fc.constantFrom(...allApplicationIdentifiers), {
    minLength: 1,
    maxLength: 8,
    selector: ({ ai }) => ai,
  })
  .chain((ais) => fc.tuple(...ais.map((ai) => valueFor(ai).map((value) => [ai.ai, value] as const))));

/** Long repeats, storms of separators and brackets, halves of surrogates, percent signs. */
export const hostileElements: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .tuple(
      fc.constantFrom(
        '',
        '(01)',
        '(01)06901234567892',
        ']d2',
        ']C1',
        '^',
        '\u001d',
        '00',
        '(8003)',
        '(4309)',
        ']e0^^',
      ),
      fc.array(
        fc.constantFrom(
          ...'0123456789AZaz%()\\^\u001d \ud800批*-',
          '(01)',
          '(10)',
          '\\(',
          '((((',
          '\u001d\u001d',
          '8110',
          '423',
          '%%%',
        ),
        { maxLength: 120 },
      ),
    )
    .map(([start, rest]) => start + rest.join('')),
  fc
    .tuple(
      fc.constantFrom('(', '(01)', '\u001d', '^', '%', '\ud800', '37', '(10)A', '\\('),
      fc.integer({ min: 1, max: 2048 }),
    )
    .map(([unit, count]) => unit.repeat(count).slice(0, 2048)),
);
