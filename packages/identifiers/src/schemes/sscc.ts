import { isDigits } from '../charset.ts';
import { digitsValue, type Gs1Key } from '../gs1/gs1-key.ts';
import { guessKey } from './bare-key.ts';
import { gs1Issuer, gs1Names } from './gs1-names.ts';
import type { Scheme } from './scheme.ts';

const key: Gs1Key = {
  scheme: 'sscc',
  ai: '00',
  level: 'container',
  value: digitsValue({ name: 'SSCC', part: 'sscc', length: 18 }),
  qualifiers: [],
  orders: [],
  epc: [{ type: 'id', name: 'sscc', digits: 17, leads: true }],
};

/** (00) Serial Shipping Container Code: cases, pallets, any logistic unit (GS1 General Specifications §3.3.1). */
export const sscc: Scheme = {
  id: 'sscc',
  name: { en: 'SSCC, code of a case or pallet', zh: '箱码（SSCC，物流单元）' },
  verified: true,
  issuer: gs1Issuer,
  partNames: gs1Names('sscc'),
  keys: [key],
  guess: (text) => (text.length === 18 && isDigits(text) ? guessKey(key, text, 0.8) : []),
};
