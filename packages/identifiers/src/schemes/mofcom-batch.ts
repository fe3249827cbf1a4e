import { mofcomCode } from './mofcom.ts';

/** 批次码: the lot that a node opened in the electronic ledger; node and a serial number of seven digits. */
export const mofcomBatch = mofcomCode({
  id: 'mofcom-batch',
  name: { en: 'Lot of meat and vegetable circulation', zh: '肉菜流通批次码' },
  level: 'lot',
  digits: [
    ['node', 3],
    ['serial', 7],
  ],
  confidence: 0.6,
});
