/**
 * Making codes by number. A code space is everything that begins with one stem, numbered from 0; composing writes the
 * code of a number, and `spacesOf` finds for an identity every space and number that it could have been composed from,
 * so that a register of ranges can say who was given it.
 */
import { firstOutside, isDigits, leadingDigits } from './charset.ts';
import { checkDigit, hasCheckDigit } from './check-digit.ts';
import { provinceOf } from './divisions.ts';
import { faultAt, toRefusal } from './fault.ts';
import { COMPANY_PREFIX_DIGITS_MIN, STEM } from './gs1/gs1-key.ts';
import type { Identifier, Rejection, Words } from './identifier.ts';
import { parseIdentifier } from './parse-identifier.ts';
import { encodePath } from './percent.ts';
import * as words from './schemes/code-words.ts';
import { DRUG_SERIAL_DIGITS, isDrugId } from './schemes/drug.ts';
import { isPesticideStem, PESTICIDE_RANDOM_DIGITS } from './schemes/pesticide.ts';
import { CODE_URN } from './schemes/plain-code.ts';
import {
  BASE32,
  completeProvincial,
  formatProvincial,
  isProvincialKind,
  PROVINCIAL_LONG,
  PROVINCIAL_SHORT,
} from './schemes/provincial.ts';

/** Schemes whose codes are made here. */
export type Issuable = 'gtin' | 'sscc' | 'giai' | 'grai' | 'drug' | 'pesticide' | 'provincial';

/** All codes that begin with a stem. */
export interface CodeSpace {
  readonly scheme: Issuable;
  readonly stem: string;
  /** Length of the part that varies. */
  readonly digits: number;
  /** How many codes there are: the alphabet to the power of the digits. */
  readonly size: bigint;
}

/** A code of a space as it stands under the symbol, and the identity that it names. */
export interface ComposedCode {
  readonly code: string;
  readonly identifier: Identifier;
}

/** Where an identity lies in a space. */
export interface SpacePlace {
  readonly space: CodeSpace;
  readonly number: bigint;
}

/** A code taken apart: the stem and what varies behind it. */
type Split = readonly [stem: string, varying: string];

/** What one scheme says about its spaces. */
interface Maker {
  /** Characters that the varying part is written with. */
  readonly alphabet: string;
  readonly wrongStem: Words;
  isStem(stem: string): boolean;
  /** Lengths that the varying part may have behind a stem. */
  lengths(stem: string): readonly number[];
  /** The length where nobody chooses one. */
  readonly usual?: number;
  compose(stem: string, varying: string): { readonly code: string; readonly uri: string };
  /** Every stem that an identity of the scheme may have been composed from. */
  splits(parts: Readonly<Record<string, string>>): readonly Split[];
}

const DIGITS = '0123456789';
/** Longest varying part behind a GIAI prefix; the key itself would bear six more. */
const GIAI_DIGITS_MAX = 20;
const GIAI_LENGTH_MAX = 30;
const SSCC_BODY = 17;
const PREFIX_DIGITS_MAX = 12;
/** Province and kind, and the check character behind the number. */
const PROVINCIAL_AROUND = 4;

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

function giaiSplits(giai: string): Split[] {
  const stems = range(Math.max(COMPANY_PREFIX_DIGITS_MIN, giai.length - GIAI_DIGITS_MAX), giai.length - 1);
  return stems
    .map((length): Split => [giai.slice(0, length), giai.slice(length)])
    .filter(([stem, varying]) => makers.giai.isStem(stem) && isDigits(varying));
}

const makers: Readonly<Record<Issuable, Maker>> = {
  gtin: {
    alphabet: DIGITS,
    wrongStem: words.wrongStem.gtin,
    isStem: (stem) => stem.length === 14 && hasCheckDigit(stem),
    lengths: () => range(1, 20),
    usual: 12,
    compose: (stem, serial) => ({ code: `(01)${stem}(21)${serial}`, uri: `${STEM}01/${stem}/21/${serial}` }),
    splits: ({ gtin = '', serial = '' }) => [[gtin, serial]],
  },
  sscc: {
    alphabet: DIGITS,
    wrongStem: words.wrongStem.sscc,
    isStem: (stem) =>
      isDigits(stem) && stem.length > COMPANY_PREFIX_DIGITS_MIN && stem.length <= 1 + PREFIX_DIGITS_MAX,
    lengths: (stem) => [SSCC_BODY - stem.length],
    compose(stem, serial) {
      const sscc = stem + serial + checkDigit(stem + serial);
      return { code: `(00)${sscc}`, uri: `${STEM}00/${sscc}` };
    },
    splits: ({ sscc = '' }) =>
      range(1 + COMPANY_PREFIX_DIGITS_MIN, 1 + PREFIX_DIGITS_MAX).map((length) => [
        sscc.slice(0, length),
        sscc.slice(length, SSCC_BODY),
      ]),
  },
  giai: {
    alphabet: DIGITS,
    wrongStem: words.wrongStem.giai,
    isStem: (stem) =>
      stem.length < GIAI_LENGTH_MAX &&
      leadingDigits(stem) >= COMPANY_PREFIX_DIGITS_MIN &&
      firstOutside(stem, 'X') === -1 &&
      !/[()]/.test(stem),
    lengths: (stem) => range(1, Math.min(GIAI_DIGITS_MAX, GIAI_LENGTH_MAX - stem.length)),
    compose: (stem, serial) => ({
      code: `(8004)${stem}${serial}`,
      uri: `${STEM}8004/${encodePath(stem + serial)}`,
    }),
    splits: ({ giai = '' }) => giaiSplits(giai),
  },
  grai: {
    alphabet: DIGITS,
    wrongStem: words.wrongStem.grai,
    isStem: (stem) => stem.length === 13 && hasCheckDigit(stem),
    lengths: () => range(1, 16),
    usual: 12,
    compose: (stem, serial) => ({
      code: `(8003)0${stem}${serial}`,
      uri: `${STEM}8003/0${stem}${serial}`,
    }),
    splits: ({ grai = '', serial = '' }) => [[grai, serial]],
  },
  drug: {
    alphabet: DIGITS,
    wrongStem: words.wrongStem.drug,
    isStem: isDrugId,
    lengths: () => [DRUG_SERIAL_DIGITS],
    compose: (stem, serial) => ({ code: stem + serial, uri: `${CODE_URN}drug:${stem}${serial}` }),
    splits: ({ drugId = '', serial = '' }) => [[drugId, serial]],
  },
  pesticide: {
    alphabet: DIGITS,
    wrongStem: words.wrongStem.pesticide,
    isStem: isPesticideStem,
    lengths: () => [PESTICIDE_RANDOM_DIGITS],
    compose: (stem, random) => ({ code: stem + random, uri: `${CODE_URN}pesticide:${stem}${random}` }),
    splits: ({ registrationKind, registration, production, specification, random = '' }) => [
      [`${registrationKind}${registration}${production}${specification}`, random],
    ],
  },
  provincial: {
    alphabet: BASE32,
    wrongStem: words.wrongStem.provincial,
    isStem: (stem) => stem.length === 3 && provinceOf(stem) !== undefined && isProvincialKind(stem.charAt(2)),
    lengths: () => [PROVINCIAL_SHORT - PROVINCIAL_AROUND, PROVINCIAL_LONG - PROVINCIAL_AROUND],
    usual: PROVINCIAL_SHORT - PROVINCIAL_AROUND,
    compose(stem, number) {
      const code = completeProvincial(stem + number);
      return { code: formatProvincial(code), uri: `${CODE_URN}provincial:${code}` };
    },
    splits: ({ division = '', kind = '', number = '' }) => [[division + kind, number]],
  },
};

function toSpace(scheme: Issuable, stem: string, digits: number): CodeSpace {
  return { scheme, stem, digits, size: BigInt(makers[scheme].alphabet.length) ** BigInt(digits) };
}

/** The space of all codes of a scheme that begin with a stem; `digits` is needed where neither stem nor habit decides. */
export function codeSpaceOf(
  scheme: Issuable,
  stem: string,
  digits?: number,
): { readonly ok: true; readonly space: CodeSpace } | Rejection {
  const maker = makers[scheme];
  if (!maker.isStem(stem)) return toRefusal(faultAt(0, maker.wrongStem));
  const lengths = maker.lengths(stem);
  const chosen = digits ?? maker.usual ?? (lengths.length === 1 ? lengths[0] : undefined);
  if (chosen === undefined || !lengths.includes(chosen)) {
    return toRefusal(faultAt(stem.length, words.wrongSerialLength(lengths)));
  }
  return { ok: true, space: toSpace(scheme, stem, chosen) };
}

function toText(number: bigint, alphabet: string, digits: number): string {
  if (alphabet === DIGITS) return number.toString().padStart(digits, '0');
  const base = BigInt(alphabet.length);
  let text = '';
  for (let rest = number; rest > 0n; rest /= base) text = alphabet.charAt(Number(rest % base)) + text;
  return text.padStart(digits, alphabet.charAt(0));
}

function toNumber(text: string, alphabet: string): bigint {
  if (alphabet === DIGITS) return BigInt(text);
  const base = BigInt(alphabet.length);
  let number = 0n;
  for (const character of text) number = number * base + BigInt(alphabet.indexOf(character));
  return number;
}

/** The code of one number of a space; throws where the space does not hold the number. */
export function composeCode(space: CodeSpace, number: bigint): ComposedCode {
  if (number < 0n || number >= space.size) throw new RangeError('composeCode takes a number of the space');
  const maker = makers[space.scheme];
  const { code, uri } = maker.compose(space.stem, toText(number, maker.alphabet, space.digits));
  const parsed = parseIdentifier(uri);
  if (!parsed.ok) throw new RangeError(`composeCode takes a space of codeSpaceOf: ${parsed.reason}`);
  return { code, identifier: parsed.identifier };
}

const isIssuable = (scheme: string): scheme is Issuable => Object.hasOwn(makers, scheme);

/**
 * Every space that an identity could have been composed in, with its number there: of an SSCC one for each length of
 * the company prefix, of an item one. None for what is not made here: a class, a lot, a serial with letters.
 */
export function spacesOf({ scheme, parts }: Identifier): SpacePlace[] {
  if (!isIssuable(scheme)) return [];
  const { alphabet, isStem, lengths, splits } = makers[scheme];
  return splits(parts)
    .filter(([stem, varying]) => isStem(stem) && lengths(stem).includes(varying.length))
    .filter(([, varying]) => [...varying].every((character) => alphabet.includes(character)))
    .map(([stem, varying]) => ({
      space: toSpace(scheme, stem, varying.length),
      number: toNumber(varying, alphabet),
    }));
}
