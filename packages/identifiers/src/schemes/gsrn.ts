import { digitsValue, type Gs1Key } from '../gs1/gs1-key.ts';
import { gs1Issuer, gs1Names } from './gs1-names.ts';
import type { Scheme } from './scheme.ts';

function relation(ai: string, name: string): Gs1Key {
  return {
    scheme: 'gsrn',
    ai,
    level: 'party',
    value: digitsValue({ name: 'GSRN', part: 'gsrn', length: 18 }),
    qualifiers: [{ ai: '8019', part: 'instance', set: 'N', max: 10, level: null }],
    orders: [['8019']],
    epc: [{ type: 'id', name, digits: 17 }],
  };
}

/** Global Service Relation Number: of a provider (8017) or of a recipient (8018). */
export const gsrn: Scheme = {
  id: 'gsrn',
  name: { en: 'GSRN, service relation', zh: '服务关系码（GSRN）' },
  verified: true,
  issuer: gs1Issuer,
  partNames: gs1Names('gsrn', 'instance'),
  keys: [relation('8017', 'gsrnp'), relation('8018', 'gsrn')],
};
