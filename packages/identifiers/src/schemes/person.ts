import { faultAt, type Reading, toRefusal } from '../fault.ts';
import * as words from '../words.ts';
import type { Scheme } from './scheme.ts';

const prefix = 'urn:yunsu:person:';
const tokenShape = /^pt_[0-9a-f]{16}$/;

function read(token: string, at: number): Reading {
  const lower = token.toLowerCase();
  if (!tokenShape.test(lower)) return toRefusal(faultAt(at, words.wrongPersonToken), 'person');
  return {
    ok: true,
    identifier: { scheme: 'person', uri: prefix + lower, level: 'party', parts: { token: lower } },
  };
}

/** A natural person under a token of the platform, which says nothing about the person. */
export const person: Scheme = {
  id: 'person',
  name: { en: 'Token of a natural person', zh: '自然人标识' },
  verified: true,
  partNames: { token: { en: 'Token', zh: '标识' } },
  urn: { prefix, read: (uri) => read(uri.slice(prefix.length), prefix.length) },
  guess: (text) =>
    tokenShape.test(text.toLowerCase()) ? [{ reading: read(text, 0), confidence: 0.95 }] : [],
};
