/**
 * Codes that a province gives out where no other scheme serves: 12 characters for people, 16 where a code must not be
 * guessed. Two digits of the province (GB/T 2260), a letter for the kind, 8 characters (40 bits) or 12 (60 bits) of
 * number, one check character. All are of Crockford's base32: digits and letters without I, L, O and U.
 *
 * The check: every character stands for a number of five bits, that is for an element of the field GF(32), here the
 * polynomials over GF(2) modulo x⁵ + x² + 1. With a = x, which is primitive (its powers a⁰ to a³⁰ all differ), a code
 * c₀ … cₙ holds where c₀·aⁿ + c₁·aⁿ⁻¹ + … + cₙ = 0; adding is exclusive or. The last weight is 1, so exactly one check
 * character fits. One wrong character adds e·aⁱ with e ≠ 0, which is never 0. Two exchanged characters x ≠ y at
 * different places add (x + y)·(aⁱ + aʲ), which is never 0 while the places are fewer than 31. So every single wrong
 * character and every exchange of two, of neighbours or not, is caught; other errors pass once in 32.
 */
import { divisionName, isDivision } from '../divisions.ts';
import { type Fault, faultAt } from '../fault.ts';
import type { Level, Words } from '../identifier.ts';
import * as words from './code-words.ts';
import { type CodeReading, plainCode } from './plain-code.ts';

/** The 32 characters in the order of their values (Crockford's base32). */
export const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Characters of a code with 40 bits, and of one with 60 bits, the check character included. */
export const PROVINCIAL_SHORT = 12;
export const PROVINCIAL_LONG = 16;

/** The letters of the kinds, what they are called and what they name. */
const kinds: Readonly<Record<string, Words & { readonly level: Level }>> = {
  B: { en: 'Lot', zh: '批', level: 'lot' },
  E: { en: 'Item', zh: '件', level: 'item' },
  C: { en: 'Container', zh: '箱', level: 'container' },
  A: { en: 'Asset', zh: '资产', level: 'asset' },
  P: { en: 'Place', zh: '场所', level: 'place' },
  Z: { en: 'Certificate', zh: '证书', level: 'certificate' },
};

/** Says whether a text is the letter of a kind. */
export const isProvincialKind = (letter: string): boolean => Object.hasOwn(kinds, letter);

/** x⁵ + x² + 1 without its first term, as bits. */
const REDUCTION = 0b00101;

/** Multiplies an element of GF(32) by a. */
function timesA(value: number): number {
  const doubled = value << 1;
  return doubled > 31 ? (doubled & 31) ^ REDUCTION : doubled;
}

/** The check character of the characters before it; undefined where one of them is not of the alphabet. */
function checkOf(body: string): string | undefined {
  // Horner's rule; the last multiplication makes room for the check character itself.
  let sum = 0;
  for (const character of body) {
    const value = BASE32.indexOf(character);
    if (value === -1) return undefined;
    sum = timesA(sum ^ value);
  }
  return BASE32.charAt(sum);
}

/** Appends the check character to the other characters of a code; throws where they are not of the alphabet. */
export function completeProvincial(body: string): string {
  const check = checkOf(body);
  if (check === undefined) throw new RangeError('completeProvincial takes characters of the alphabet');
  return body + check;
}

/** A code as it is printed: groups of four with dashes, `53B4-7K2M-9QXK`. */
export function formatProvincial(code: string): string {
  return code.replace(/.{4}(?=.)/g, '$&-');
}

/** Capitals without gaps; I and L are read as 1, O as 0, as Crockford has it. */
function shape(text: string): string | undefined {
  if (!/^[0-9A-Za-z][0-9A-Za-z -]{10,30}$/.test(text)) return undefined;
  const code = text.replace(/[ -]/g, '').toUpperCase().replace(/[IL]/g, '1').replaceAll('O', '0');
  if (code.length !== PROVINCIAL_SHORT && code.length !== PROVINCIAL_LONG) return undefined;
  return /^[1-8]\d[A-Z]/.test(code) ? code : undefined;
}

function faultOf(code: string): Fault | undefined {
  const kind = code.charAt(2);
  if (!isProvincialKind(kind)) return faultAt(2, words.wrongProvincialKind);
  const foreign = [...code].findIndex((character) => !BASE32.includes(character));
  if (foreign !== -1) return faultAt(foreign, words.wrongProvincialCharacter);
  const last = code.length - 1;
  const wanted = checkOf(code.slice(0, last)) ?? '';
  const got = code.charAt(last);
  return wanted === got ? undefined : faultAt(last, words.wrongProvincialCheck(wanted, got));
}

function read(code: string): CodeReading {
  const division = code.slice(0, 2);
  const kind = code.charAt(2);
  const fault = faultOf(code);
  const known = isDivision(division);
  return {
    parts: { division, kind, number: code.slice(3, -1), check: code.slice(-1) },
    level: kinds[kind]?.level ?? 'other',
    ...(fault ? { fault } : {}),
    ...(known ? {} : { notes: [faultAt(0, words.unknownDivision(division))] }),
    confidence: known ? 0.97 : 0.5,
  };
}

/** Codes that a province gives out; `urn:yunsu:code:provincial:` and the code without dashes. */
export const provincial = plainCode({
  id: 'provincial',
  name: { en: 'Provincial code', zh: '省级追溯码' },
  verified: true,
  inAddress: true,
  issuer: {
    name: { en: 'Traceability platform of the province', zh: '省级重要产品追溯平台' },
    ask: {
      en: 'The first two digits are the province; ask its platform for this code.',
      zh: '前两位是省级区划代码，请向该省追溯平台查询。',
    },
  },
  partNames: {
    division: { en: 'Province', zh: '省份' },
    kind: { en: 'Kind', zh: '类别' },
    number: { en: 'Number', zh: '编号' },
    check: { en: 'Check character', zh: '校验码' },
  },
  meaningOf(part, value) {
    if (part === 'division') return divisionName(value);
    const kind = part === 'kind' && isProvincialKind(value) ? kinds[value] : undefined;
    return kind && { en: kind.en, zh: kind.zh };
  },
  shape,
  read,
});
