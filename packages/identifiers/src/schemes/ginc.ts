import { textValue } from '../gs1-key.ts';
import type { Scheme } from './scheme.ts';

/** (401) Global Identification Number for Consignment: logistic units that a carrier moves together. */
export const ginc: Scheme = {
  id: 'ginc',
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
