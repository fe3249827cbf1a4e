/**
 * Character sets of GS1: N digits, X the 82 characters of ISO/IEC 646 (CSET 82), Y the 39 of the second set (CSET 39),
 * Z the 64 of base64url (CSET 64).
 */
export type CharacterSet = 'N' | 'X' | 'Y' | 'Z';

const upperCase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const lowerCase = upperCase.toLowerCase();
const digits = '0123456789';

/** CSET 82 in the order of GS1 General Specifications figure 7.11-1, which the check characters of a GMN need. */
export const CSET82 = `!"%&'()*+,-./${digits}:;<=>?${upperCase}_${lowerCase}`;

/** CSET 39 of GS1 General Specifications figure 7.11-2. */
export const CSET39 = `#-/${digits}${upperCase}`;

/** base64url in the order of RFC 4648 §5, which also writes the bits of a compressed Digital Link. */
export const CSET64 = `${upperCase}${lowerCase}${digits}-_`;

/** Characters that stand for themselves in a path: `unreserved` of RFC 3986 §2.3 as far as CSET 82 has them. */
const plainInPath = `-._${digits}${upperCase}${lowerCase}`;

const bits = { N: 1, X: 2, Y: 4, path: 8, Z: 16 } as const;

const flags = new Uint8Array(128);
const sets: readonly (readonly [keyof typeof bits, string])[] = [
  ['N', digits],
  ['X', CSET82],
  ['Y', CSET39],
  ['Z', CSET64],
  ['path', plainInPath],
];
for (const [set, characters] of sets) {
  for (const character of characters) {
    const code = character.charCodeAt(0);
    flags[code] = (flags[code] ?? 0) | bits[set];
  }
}

/** Place of the first character of `text[from, to)` outside a set, or -1. */
export function firstOutside(text: string, set: keyof typeof bits, from = 0, to = text.length): number {
  const bit = bits[set];
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code > 127 || ((flags[code] ?? 0) & bit) === 0) return i;
  }
  return -1;
}

/** Says whether a text is one or more ASCII digits. */
export function isDigits(text: string): boolean {
  return text !== '' && firstOutside(text, 'N') === -1;
}

/** How many digits a text begins with. */
export function leadingDigits(text: string): number {
  const end = firstOutside(text, 'N');
  return end === -1 ? text.length : end;
}
