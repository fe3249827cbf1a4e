import { toRefusal } from '../fault.ts';
import type { Identifier } from '../identifier.ts';
import { USCC_ALPHABET, usccFault } from '../uscc.ts';
import type { Guess, Scheme } from './scheme.ts';

const prefix = 'urn:yunsu:party:';

function toIdentifier(uscc: string): Identifier {
  return { scheme: 'uscc', uri: prefix + uscc, level: 'party', parts: { uscc } };
}

function read(code: string, at: number) {
  const capitals = code.length === 18 ? code.toUpperCase() : code;
  const wrong = usccFault(capitals);
  if (!wrong) return { ok: true, identifier: toIdentifier(capitals) } as const;
  const claim = wrong.readable ? toIdentifier(capitals) : undefined;
  return toRefusal({ ...wrong.fault, at: wrong.fault.at + at }, 'uscc', claim);
}

function guess(text: string): readonly Guess[] {
  if (text.length !== 18) return [];
  let letters = 0;
  for (const character of text.toUpperCase()) {
    if (!USCC_ALPHABET.includes(character)) return [];
    if (character > '9') letters++;
  }
  const reading = read(text, 0);
  return reading.ok || reading.claim ? [{ reading, confidence: letters > 0 ? 0.95 : 0.6 }] : [];
}

/** 统一社会信用代码 of a party (GB 32100-2015); its URI is `urn:yunsu:party:` and the code. */
export const uscc: Scheme = {
  id: 'uscc',
  name: { en: 'Unified social credit code', zh: '统一社会信用代码' },
  verified: true,
  partNames: { uscc: { en: 'Credit code', zh: '信用代码' } },
  urn: { prefix, read: (uri) => read(uri.slice(prefix.length), prefix.length) },
  guess,
};
