import { firstOutside } from './charset.ts';

/** Characters of CSET 82 and CSET 39 that an EPC URN writes percent-encoded (EPC Tag Data Standard, grammar of GS3A3). */
const escapedInUrn = '"%&/<>?#';

function hexValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 65 && code <= 70) return code - 55;
  if (code >= 97 && code <= 102) return code - 87;
  return -1;
}

/**
 * Decodes `%XX` octet by octet, or gives the place of a malformed one. Octets above 7F become characters that no
 * character set of GS1 holds, so that the caller refuses them where they stand.
 */
export function decodePercent(text: string): string | number {
  let next = text.indexOf('%');
  if (next === -1) return text;
  let decoded = '';
  let from = 0;
  while (next !== -1) {
    const high = hexValue(text.charCodeAt(next + 1));
    const low = hexValue(text.charCodeAt(next + 2));
    if (high === -1 || low === -1) return next;
    decoded += text.slice(from, next) + String.fromCharCode(high * 16 + low);
    from = next + 3;
    next = text.indexOf('%', from);
  }
  return decoded + text.slice(from);
}

/** Place in the encoded text of a character of the decoded one. */
export function encodedOffset(encoded: string, decodedOffset: number): number {
  let at = 0;
  for (let i = 0; i < decodedOffset && at < encoded.length; i++) at += encoded.charCodeAt(at) === 37 ? 3 : 1;
  return at;
}

function escapeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Writes a value into the path of a Digital Link: only the unreserved characters of RFC 3986 stand for themselves. */
export function encodePath(value: string): string {
  if (firstOutside(value, 'path') === -1) return value;
  let encoded = '';
  for (const character of value) {
    encoded += firstOutside(character, 'path') === -1 ? character : escapeCharacter(character);
  }
  return encoded;
}

/** Writes a value into an EPC URN. */
export function encodeUrn(value: string): string {
  let encoded = '';
  for (const character of value) {
    encoded += escapedInUrn.includes(character) ? escapeCharacter(character) : character;
  }
  return encoded;
}

/** Place of the first character that an EPC URN must not hold unescaped, or -1; the percent sign counts as an escape. */
export function firstUnescaped(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character !== '%' && escapedInUrn.includes(character)) return i;
  }
  return -1;
}
