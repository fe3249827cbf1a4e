import { checkPair } from '../check-digit.ts';
import { faultAt } from '../fault.ts';
import { type KeyValue, textValue } from '../gs1/gs1-key.ts';
import * as words from '../words.ts';
import { gs1Issuer, gs1Names } from './gs1-names.ts';
import type { Scheme } from './scheme.ts';

const text = textValue({ name: 'GMN', part: 'gmn', set: 'X', max: 25 });

/** A model reference that ends in a pair of check characters. */
const value: KeyValue = {
  part: 'gmn',
  read(given, parts) {
    const wrong = text.read(given, parts);
    if (wrong) return wrong;
    const wanted = checkPair(given.slice(0, -2));
    const got = given.slice(-2);
    if (wanted === undefined || wanted === got) return null;
    return faultAt(given.length - 2, words.wrongCheckDigit('GMN', wanted, got));
  },
  write: text.write,
};

/** (8013) Global Model Number (GS1 General Specifications §3.9.13); EPC URNs have no form for it. */
export const gmn: Scheme = {
  id: 'gmn',
  name: { en: 'GMN, model number', zh: '型号码（GMN）' },
  verified: true,
  issuer: gs1Issuer,
  partNames: gs1Names('gmn'),
  keys: [{ scheme: 'gmn', ai: '8013', level: 'class', value, qualifiers: [], orders: [], epc: [] }],
};
