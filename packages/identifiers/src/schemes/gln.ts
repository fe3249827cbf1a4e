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

/** The payee of a payment slip; with the reference number that the payee gave it, the slip itself. */
const payee: Gs1Key = {
  scheme: 'gln',
  ai: '415',
  level: 'party',
  value,
  qualifiers: [{ ai: '8020', part: 'paymentReference', set: 'X', max: 25, level: 'document' }],
  orders: [['8020']],
  // EPC has no form for payment slips.
  epc: [],
};

/** Global Location Number: a place (414) with or without extension (254), a party (417), a payee (415). */
export const gln: Scheme = {
  id: 'gln',
  name: { en: 'GLN, party or place', zh: '参与方与位置码（GLN）' },
  verified: true,
  issuer: gs1Issuer,
  partNames: gs1Names('gln', 'extension', 'importerIndex', 'paymentReference'),
  keys: [place, party, payee],
  guess: (text) =>
    text.length === 13 && isDigits(text)
      ? [...guessKey(place, text, 0.4), ...guessKey(party, text, 0.2)]
      : [],
};
