import { textValue } from '../gs1-key.ts';
import type { Scheme } from './scheme.ts';

/** (8004) Global Individual Asset Identifier (GS1 General Specifications §3.9.4). */
export const giai: Scheme = {
  id: 'giai',
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
