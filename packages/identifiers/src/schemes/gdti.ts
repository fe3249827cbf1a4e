import { digitsValue } from '../gs1/gs1-key.ts';
import { gs1Issuer, gs1Names } from './gs1-names.ts';
import type { Scheme } from './scheme.ts';

/** (253) Global Document Type Identifier; without serial a class of documents (GS1 General Specifications §3.5.7). */
export const gdti: Scheme = {
  id: 'gdti',
  name: { en: 'GDTI, document type', zh: '单证码（GDTI）' },
  verified: true,
  issuer: gs1Issuer,
  partNames: gs1Names('gdti', 'serial'),
  keys: [
    {
      scheme: 'gdti',
      ai: '253',
      level: 'class',
      value: digitsValue({
        name: 'GDTI',
        part: 'gdti',
        length: 13,
        tail: { part: 'serial', set: 'X', max: 17, level: 'document' },
      }),
      qualifiers: [],
      orders: [],
      epc: [{ type: 'id', name: 'gdti', digits: 12, serial: 'serial', pattern: true }],
    },
  ],
};
