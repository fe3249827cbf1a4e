/**
 * The four spellings that nearly all captured events use, read by hand: canonical Digital Links of GTIN and SSCC
 * without escapes, and `urn:epc:id:sgtin` and `sscc`. Whatever is not exactly that, or is wrong, gets `undefined` and
 * goes the general way; a property test holds both ways to the same answer.
 */
import { firstOutside } from '../charset.ts';
import { checkDigitOf, hasCheckDigit } from '../check-digit.ts';
import type { Identifier } from '../identifier.ts';
import { PREFIX_LENGTH_MAX, PREFIX_LENGTH_MIN } from './epc-urn.ts';
import { STEM } from './gs1-key.ts';

const gtinStem = `${STEM}01/`;
const ssccStem = `${STEM}00/`;
const sgtinRoot = 'urn:epc:id:sgtin:';
const ssccRoot = 'urn:epc:id:sscc:';
const serialMax = 20;
const gtinFrom = gtinStem.length;
const gtinTo = gtinFrom + 14;
/** After `/21/` or `/10/`. */
const valueFrom = gtinTo + 4;

function readGtinLink(text: string): Identifier | undefined {
  if (!hasCheckDigit(text, gtinFrom, gtinTo)) return undefined;
  const gtin = text.slice(gtinFrom, gtinTo);
  if (text.length === gtinTo) return { scheme: 'gtin', uri: text, level: 'class', parts: { gtin } };
  const length = text.length - valueFrom;
  if (length < 1 || length > serialMax || firstOutside(text, 'path', valueFrom) !== -1) return undefined;
  const classUri = text.slice(0, gtinTo);
  const value = text.slice(valueFrom);
  if (text.startsWith('/21/', gtinTo)) {
    return { scheme: 'gtin', uri: text, level: 'item', parts: { gtin, serial: value }, classUri };
  }
  if (text.startsWith('/10/', gtinTo)) {
    return { scheme: 'gtin', uri: text, level: 'lot', parts: { gtin, lot: value }, classUri };
  }
  return undefined;
}

function readSgtin(text: string): Identifier | undefined {
  const from = sgtinRoot.length;
  const point = text.indexOf('.', from);
  // Prefix and reference are 13 digits and one point between them; a second point ends them.
  const end = from + 14;
  const prefixLength = point - from;
  if (prefixLength < PREFIX_LENGTH_MIN || prefixLength > PREFIX_LENGTH_MAX) return undefined;
  if (text.charCodeAt(end) !== 46) return undefined;
  const length = text.length - end - 1;
  if (length < 1 || length > serialMax || firstOutside(text, 'path', end + 1) !== -1) return undefined;
  const digits = text.charAt(point + 1) + text.slice(from, point) + text.slice(point + 2, end);
  const check = checkDigitOf(digits, 0, 13);
  if (check === -1) return undefined;
  const gtin = digits + check;
  const serial = text.slice(end + 1);
  const classUri = gtinStem + gtin;
  return {
    scheme: 'gtin',
    uri: `${classUri}/21/${serial}`,
    level: 'item',
    parts: { gtin, serial },
    classUri,
    prefixLength,
  };
}

function readSscc(text: string): Identifier | undefined {
  const from = ssccRoot.length;
  const point = text.indexOf('.', from);
  const prefixLength = point - from;
  if (prefixLength < PREFIX_LENGTH_MIN || prefixLength > PREFIX_LENGTH_MAX) return undefined;
  if (text.length !== from + 18) return undefined;
  const digits = text.charAt(point + 1) + text.slice(from, point) + text.slice(point + 2);
  const check = checkDigitOf(digits, 0, 17);
  if (check === -1) return undefined;
  const sscc = digits + check;
  return { scheme: 'sscc', uri: ssccStem + sscc, level: 'container', parts: { sscc }, prefixLength };
}

/** Reads one of the four common spellings, or gives undefined. */
export function readFast(text: string): Identifier | undefined {
  if (text.startsWith(gtinStem)) return readGtinLink(text);
  if (text.startsWith(ssccStem)) {
    const whole = text.length === gtinFrom + 18 && hasCheckDigit(text, gtinFrom);
    if (!whole) return undefined;
    return { scheme: 'sscc', uri: text, level: 'container', parts: { sscc: text.slice(gtinFrom) } };
  }
  if (text.startsWith(sgtinRoot)) return readSgtin(text);
  return text.startsWith(ssccRoot) ? readSscc(text) : undefined;
}
