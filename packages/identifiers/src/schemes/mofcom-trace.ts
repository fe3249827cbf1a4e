import { mofcomCode } from './mofcom.ts';

/** 追溯码 on the receipt of a scale: the sale of a part of a lot by an operator; operator and seven digits. */
export const mofcomTrace = mofcomCode({
  id: 'mofcom-trace',
  name: { en: 'Trace code of meat and vegetable circulation', zh: '肉菜流通追溯码' },
  level: 'lot',
  digits: [
    ['node', 3],
    ['operator', 4],
    ['serial', 7],
  ],
  confidence: 0.7,
});
