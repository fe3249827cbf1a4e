import { textValue } from '../gs1/gs1-key.ts';
import { gs1Issuer, gs1Names } from './gs1-names.ts';
import type { Scheme } from './scheme.ts';

/** (8004) Global Individual Asset Identifier (GS1 General Specifications §3.9.4). */
export const giai: Scheme = {
  id: 'giai',
  name: { en: 'GIAI, individual asset', zh: '资产码（GIAI）' },
  verified: true,
  issuer: gs1Issuer,
  partNames: gs1Names('giai', 'importerIndex'),
  keys: [
    {
      scheme: 'giai',
      ai: '8004',
      level: 'asset',
      value: textValue({ name: 'GIAI', part: 'giai', set: 'X', max: 30 }),
      qualifiers: [{ ai: '7040', part: 'importerIndex', set: 'X', max: 4, level: null }],
      orders: [['7040']],
      epc: [{ type: 'id', name: 'giai', digits: 0 }],
    },
  ],
};
