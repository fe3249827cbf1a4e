/**
 * Whether a text is an absolute URI (RFC 3986), which is what the JSON schema of EPCIS calls `"format": "uri"`. One pass over
 * the characters: the usual regular expression is 2 kB long and takes ten times as long. Characters outside ASCII must be
 * percent-encoded, also in the name of an extension. An IPv6 address as host is refused: no code of anything has one.
 */

const LETTER = 1;
const DIGIT = 2;
const SCHEME_MARK = 4;
const OTHER = 8;
/** Class of each character that may stand in a URI; 0 for `%` and `#`, which have rules of their own, and all others. */
const CLASSES = new Uint8Array(128);
for (let code = 65; code <= 90; code += 1) {
  CLASSES[code] = LETTER;
  CLASSES[code + 32] = LETTER;
}
for (let code = 48; code <= 57; code += 1) CLASSES[code] = DIGIT;
for (const character of '+-.') CLASSES[character.charCodeAt(0)] = SCHEME_MARK;
for (const character of "_~!$&'()*,;=:@/?") CLASSES[character.charCodeAt(0)] = OTHER;

/** Tells whether a text is an absolute URI. */
export function isUri(text: string): boolean {
  const colon = endOfScheme(text);
  const first = text.charCodeAt(colon + 1);
  if (colon === 0 || !(first >= 0) || first === 63 || first === 35) return false;
  let fragment = false;
  for (let at = colon + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 128 && CLASSES[code] !== 0) continue;
    if (code === 37 && isHex(text.charCodeAt(at + 1)) && isHex(text.charCodeAt(at + 2))) at += 2;
    else if (code === 35 && !fragment) fragment = true;
    else return false;
  }
  return true;
}

/** Position of the colon that ends the scheme; 0 where there is none. */
export function endOfScheme(text: string): number {
  if (CLASSES[text.charCodeAt(0)] !== LETTER) return 0;
  for (let at = 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 58) return at;
    if (code >= 128 || (CLASSES[code]! & (LETTER | DIGIT | SCHEME_MARK)) === 0) return 0;
  }
  return 0;
}

function isHex(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102);
}
