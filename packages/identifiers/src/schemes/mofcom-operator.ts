import { mofcomCode } from './mofcom.ts';

/** 经营者主体码: an operator at a node; node and four digits. */
export const mofcomOperator = mofcomCode({
  id: 'mofcom-operator',
  name: { en: 'Operator of meat and vegetable circulation', zh: '经营者主体码' },
  level: 'party',
  digits: [
    ['node', 3],
    ['operator', 4],
  ],
  confidence: 0.3,
});
