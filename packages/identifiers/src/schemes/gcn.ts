import { digitsValue } from '../gs1/gs1-key.ts';
import { gs1Issuer, gs1Names } from './gs1-names.ts';
import type { Scheme } from './scheme.ts';

/** (255) Global Coupon Number; without serial a class of coupons (GS1 General Specifications §3.5.9). */
export const gcn: Scheme = {
  id: 'gcn',
  name: { en: 'GCN, coupon', zh: '优惠券码（GCN）' },
  verified: true,
  issuer: gs1Issuer,
  partNames: gs1Names('gcn', 'serial'),
  keys: [
    {
      scheme: 'gcn',
      ai: '255',
      level: 'class',
      value: digitsValue({
        name: 'GCN',
        part: 'gcn',
        length: 13,
        tail: { part: 'serial', set: 'N', max: 12, level: 'document' },
      }),
      qualifiers: [],
      orders: [],
      epc: [{ type: 'id', name: 'sgcn', digits: 12, serial: 'serial', pattern: true }],
    },
  ],
};
