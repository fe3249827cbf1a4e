import { isDigits } from '../charset.ts';
import { digitsValue, type Gs1Key } from '../gs1/gs1-key.ts';
import { guessKey } from './bare-key.ts';
import { gs1Issuer, gs1Names } from './gs1-names.ts';
import type { Scheme } from './scheme.ts';

const value = digitsValue({ name: 'GLN', part: 'gln', length: 13 });
const importerIndex = { ai: '7040', part: 'importerIndex', set: 'X', max: 4, level: null } as const;

const place: Gs1Key = {
  scheme: 'gln',
  ai: '414',
  level: 'place',
  value,
  // The extension 0 of an SGLN says that there is none (EPC Tag Data Standard §6.3.3).
  qualifiers: [{ ai: '254', part: 'extension', set: 'X', max: 20, level: 'place', none: '0' }, importerIndex],
  orders: [['254'], ['7040']],
  epc: [{ type: 'id', name: 'sgln', digits: 12, serial: 'extension' }],
};

const party: Gs1Key = {
  scheme: 'gln',
  ai: '417',
  level: 'party',
  value,
  qualifiers: [importerIndex],
  orders: [['7040']],
  epc: [{ type: 'id', name: 'pgln', digits: 12 }],
};

/** Global Location Number: a place (414) with or without extension (254), or a party (417). */
export const gln: Scheme = {
  id: 'gln',
  name: { en: 'GLN, party or place', zh: '参与方与位置码（GLN）' },
  verified: true,
  issuer: gs1Issuer,
  partNames: gs1Names('gln', 'extension', 'importerIndex'),
  keys: [place, party],
  guess: (text) =>
    text.length === 13 && isDigits(text)
      ? [...guessKey(place, text, 0.4), ...guessKey(party, text, 0.2)]
      : [],
};
