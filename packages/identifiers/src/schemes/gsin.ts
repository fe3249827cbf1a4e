import { digitsValue } from '../gs1/gs1-key.ts';
import { gs1Issuer, gs1Names } from './gs1-names.ts';
import type { Scheme } from './scheme.ts';

/** (402) Global Shipment Identification Number: logistic units that a seller sends to a buyer under one notice. */
export const gsin: Scheme = {
  id: 'gsin',
  name: { en: 'GSIN, shipment', zh: '装运码（GSIN）' },
  verified: true,
  issuer: gs1Issuer,
  partNames: gs1Names('gsin'),
  keys: [
    {
      scheme: 'gsin',
      ai: '402',
      level: 'container',
      value: digitsValue({ name: 'GSIN', part: 'gsin', length: 17 }),
      qualifiers: [],
      orders: [],
      epc: [{ type: 'id', name: 'gsin', digits: 16 }],
    },
  ],
};
