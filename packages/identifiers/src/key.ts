/**
 * The key under which the store files an identifier: 128 bits, written as a lower-case uuid.
 *
 * The low 80 bits are the first 80 bits of the SHA-256 of the canonical URI and make the key unique. The high 48 bits
 * only bring together what is asked for together:
 * - GTIN of class, lot and item alike: 0, then the GTIN-14 as a number of 47 bits. A class is therefore one range.
 * - SSCC: 10, then its first 8 digits as a number of 27 bits, then 19 zero bits.
 * - Everything else: 11, then the first 46 bits of the SHA-256 of scheme, colon and the first 7 characters of the
 *   main part (of an opaque URI: of what follows `https://` or `urn:`; of a printed code: of the code).
 */
import { keyAiOf } from './gs1/digital-link.ts';
import type { Identifier, Sha256Hex } from './identifier.ts';
import { readUri } from './parse-identifier.ts';
import { CODE_URN } from './schemes/plain-code.ts';
import { keyByAi } from './schemes/table.ts';
import { toOpaque } from './schemes/uri.ts';

const localityCharacters = 7;
const hexOf80Bits = 20;
const hexOf48Bits = 12;
const top10 = 0x8000_0000_0000;
const top11 = 0xc000_0000_0000;

function toUuid(high: string, low: string): string {
  return `${high.slice(0, 8)}-${high.slice(8)}-${low.slice(0, 4)}-${low.slice(4, 8)}-${low.slice(8)}`;
}

function gtinLocality(gtin14: string): string {
  return Number(gtin14).toString(16).padStart(hexOf48Bits, '0');
}

/** EPCs that are no keys of GS1, and OIDs, are filed as the opaque URIs that they also are. */
const isOpaque = (scheme: string) => scheme === 'uri' || scheme === 'epc' || scheme === 'oid';

function mainPart({ scheme, uri, parts }: Identifier): string {
  const key = keyByAi.get(keyAiOf(uri) ?? '');
  if (key && scheme === key.scheme) return parts[key.value.part] ?? '';
  if (isOpaque(scheme)) return uri.slice(uri.indexOf(':') + (/^http/i.test(uri) ? 3 : 1));
  // Printed codes begin with what they share: a drug identifier, a province and kind, the day of a veterinary drug.
  if (uri.startsWith(CODE_URN)) return decodeURIComponent(uri.slice(CODE_URN.length + scheme.length + 1));
  return Object.values(parts)[0] ?? '';
}

function localityOf(identifier: Identifier, sha256Hex: Sha256Hex): string {
  const { scheme, parts } = identifier;
  if (scheme === 'gtin') return gtinLocality(parts.gtin ?? '');
  if (scheme === 'sscc') return (top10 + Number(parts.sscc?.slice(0, 8)) * 2 ** 19).toString(16);
  const filed = isOpaque(scheme) ? 'uri' : scheme;
  const hex = sha256Hex(`${filed}:${mainPart(identifier).slice(0, localityCharacters)}`);
  // The first 46 bits of the hash are its first 48 shifted right by two.
  return (top11 + Math.floor(Number.parseInt(hex.slice(0, hexOf48Bits), 16) / 4)).toString(16);
}

/**
 * The key of a canonical URI, that is of `Identifier.uri`; throws on another spelling of an identifier. A URI that
 * `parseIdentifier` refuses is filed as an opaque one.
 */
export function keyOf(uri: string, sha256Hex: Sha256Hex): string {
  const reading = readUri(uri);
  const identifier = reading.ok ? reading.identifier : toOpaque(uri);
  if (identifier.uri !== uri) throw new RangeError('keyOf takes a canonical URI');
  return toUuid(localityOf(identifier, sha256Hex), sha256Hex(uri).slice(0, hexOf80Bits));
}

/** First and last key that a GTIN, its lots and its items can have; takes the canonical URI of the class. */
export function classKeyRange(classUri: string): { readonly from: string; readonly to: string } {
  const reading = readUri(classUri);
  const gtin = reading.ok && reading.identifier.uri === classUri ? reading.identifier : undefined;
  if (gtin?.scheme !== 'gtin' || gtin.level !== 'class') {
    throw new RangeError('classKeyRange takes the canonical URI of a GTIN');
  }
  const high = gtinLocality(gtin.parts.gtin ?? '');
  return { from: toUuid(high, '0'.repeat(hexOf80Bits)), to: toUuid(high, 'f'.repeat(hexOf80Bits)) };
}
