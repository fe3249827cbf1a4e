import { faultAt, type Reading, toRefusal } from './fault.ts';
import { readWebAddress } from './gs1/digital-link.ts';
import { readEpcUrn } from './gs1/epc-urn.ts';
import { readFast } from './gs1/fast-path.ts';
import type { Parsed } from './identifier.ts';
import { CODE_LENGTH_MAX } from './limits.ts';
import type { OwnUrn } from './schemes/scheme.ts';
import { ownUrnByPrefix } from './schemes/table.ts';
import { readOpaque } from './schemes/uri.ts';
import * as words from './words.ts';

const webRoot = /^https?:\/\//i;

const yunsuRoot = 'urn:yunsu:';

/**
 * The namespace of a scheme that a URN is of: `urn:oid:` ends at the second colon, `urn:yunsu:party:` and its like at the
 * third, `urn:yunsu:code:<scheme>:` at the fourth. Two look-ups at most, for the schemes are many and an event names
 * hundreds of codes.
 */
function ownUrnOf(text: string): OwnUrn | undefined {
  if (/^urn:oid:/i.test(text)) return ownUrnByPrefix.get('urn:oid:');
  const third = text.indexOf(':', yunsuRoot.length);
  if (third === -1) return undefined;
  const own = ownUrnByPrefix.get(text.slice(0, third + 1).toLowerCase());
  if (own) return own;
  const fourth = text.indexOf(':', third + 1);
  return fourth === -1 ? undefined : ownUrnByPrefix.get(text.slice(0, fourth + 1).toLowerCase());
}

/** Scheme and namespace of a URN do not depend on case (RFC 8141 §3.1), what follows does. */
function readUrn(text: string): Reading {
  if (/^urn:epc:/i.test(text)) return readEpcUrn(text);
  return ownUrnOf(text)?.read(text) ?? readOpaque(text);
}

/** Like `parseIdentifier`, but a refusal keeps the scheme that was meant and the identity that was claimed. */
export function readUri(uri: string): Reading {
  const fast = readFast(uri);
  if (fast) return { ok: true, identifier: fast };
  if (uri.length > CODE_LENGTH_MAX) {
    return toRefusal(faultAt(CODE_LENGTH_MAX, words.tooLong(CODE_LENGTH_MAX)));
  }
  if (webRoot.test(uri)) return readWebAddress(uri);
  if (/^urn:/i.test(uri)) return readUrn(uri);
  return toRefusal(faultAt(0, words.notUri));
}

/**
 * Reads an identifier as EPCIS documents hold it: a GS1 Digital Link of any domain, an EPC URN, a party or person of
 * ours, or any other http, https or urn URI, which stays as it is. Never throws.
 */
export function parseIdentifier(uri: string): Parsed {
  const reading = readUri(uri);
  if (reading.ok) return reading;
  return { ok: false, reason: reading.reason, reasonZh: reading.reasonZh, at: reading.at };
}
