import { textValue } from '../gs1/gs1-key.ts';
import { gs1Issuer, gs1Names } from './gs1-names.ts';
import type { Scheme } from './scheme.ts';

/** (401) Global Identification Number for Consignment: logistic units that a carrier moves together. */
export const ginc: Scheme = {
  id: 'ginc',
  name: { en: 'GINC, consignment', zh: '托运码（GINC）' },
  verified: true,
  issuer: gs1Issuer,
  partNames: gs1Names('ginc'),
  keys: [
    {
      scheme: 'ginc',
      ai: '401',
      level: 'container',
      value: textValue({ name: 'GINC', part: 'ginc', set: 'X', max: 30 }),
      qualifiers: [],
      orders: [],
      epc: [{ type: 'id', name: 'ginc', digits: 0 }],
    },
  ],
};
