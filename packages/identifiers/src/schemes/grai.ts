import { digitsValue } from '../gs1/gs1-key.ts';
import { gs1Issuer, gs1Names } from './gs1-names.ts';
import type { Scheme } from './scheme.ts';

/** (8003) Global Returnable Asset Identifier: a crate, a keg, a cylinder; without serial a class of them. */
export const grai: Scheme = {
  id: 'grai',
  name: { en: 'GRAI, returnable asset', zh: '周转器具码（GRAI）' },
  verified: true,
  issuer: gs1Issuer,
  partNames: gs1Names('grai', 'serial'),
  keys: [
    {
      scheme: 'grai',
      ai: '8003',
      level: 'class',
      value: digitsValue({
        name: 'GRAI',
        part: 'grai',
        length: 13,
        lead: '0',
        tail: { part: 'serial', set: 'X', max: 16, level: 'asset' },
      }),
      qualifiers: [],
      orders: [],
      epc: [{ type: 'id', name: 'grai', digits: 12, serial: 'serial', pattern: true }],
    },
  ],
};
