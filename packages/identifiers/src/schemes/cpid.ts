import { textValue } from '../gs1/gs1-key.ts';
import { gs1Issuer, gs1Names } from './gs1-names.ts';
import type { Scheme } from './scheme.ts';

/** (8010) Component/Part Identifier, with (8011) one part (GS1 General Specifications §3.9.10 and §3.9.11). */
export const cpid: Scheme = {
  id: 'cpid',
  name: { en: 'CPID, component or part', zh: '零部件码（CPID）' },
  verified: true,
  issuer: gs1Issuer,
  partNames: gs1Names('cpid', 'serial'),
  keys: [
    {
      scheme: 'cpid',
      ai: '8010',
      level: 'class',
      value: textValue({ name: 'CPID', part: 'cpid', set: 'Y', max: 30 }),
      qualifiers: [{ ai: '8011', part: 'serial', set: 'N', max: 12, level: 'item', noLeadingZero: true }],
      orders: [['8011']],
      epc: [{ type: 'id', name: 'cpi', digits: 0, serial: 'serial', pattern: true }],
    },
  ],
};
