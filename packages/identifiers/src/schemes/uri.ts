import { faultAt, type Reading, toRefusal } from '../fault.ts';
import type { Identifier } from '../identifier.ts';
import * as words from '../words.ts';
import type { Scheme } from './scheme.ts';

const urnShape = /^urn:[0-9a-z][0-9a-z-]{0,30}[0-9a-z]:[^\s]/i;
const forbidden = '"<>\\^`{|}';

/** The identity of a URI that no scheme reads: itself, to the letter. */
export function toOpaque(uri: string): Identifier {
  return { scheme: 'uri', uri, level: 'other', parts: {} };
}

/** Place of the first character that neither a URI (RFC 3986) nor an IRI (RFC 3987) holds, or -1. */
function firstForbidden(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= 0x20 || (code >= 0x7f && code <= 0xa0) || forbidden.includes(text.charAt(i))) return i;
    const spaceLike = code === 0x2028 || code === 0x2029 || code === 0x3000 || code === 0xfeff;
    if (spaceLike || code === 0xfffe || code === 0xffff) return i;
    if (code >= 0xd800 && code <= 0xdfff) {
      const next = text.charCodeAt(i + 1);
      if (code > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return i;
      i++;
    }
  }
  return -1;
}

/** Reads a web address or a URN that no other scheme claims. */
export function readOpaque(text: string): Reading {
  const wrong = firstForbidden(text);
  if (wrong !== -1) return toRefusal(faultAt(wrong, words.notInUri), 'uri');
  if (/^urn:/i.test(text)) {
    if (!urnShape.test(text)) return toRefusal(faultAt(4, words.notUrn), 'uri');
  } else {
    const host = text.indexOf('://') + 3;
    if (host === text.length || '/?#:'.includes(text.charAt(host))) {
      return toRefusal(faultAt(host, words.noHost), 'uri');
    }
  }
  return { ok: true, identifier: toOpaque(text) };
}

/** Any other http, https or urn URI: taken as it is, level `other`. */
export const uri: Scheme = {
  id: 'uri',
  name: { en: 'Web address or other URI', zh: '网址或其他 URI' },
  verified: true,
  partNames: {},
};
