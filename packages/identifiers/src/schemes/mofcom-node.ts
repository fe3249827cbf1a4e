import { mofcomCode } from './mofcom.ts';

/** 流通节点主体码: a slaughterhouse, wholesale market, market hall or shop; division and three digits. */
export const mofcomNode = mofcomCode({
  id: 'mofcom-node',
  name: { en: 'Node of meat and vegetable circulation', zh: '流通节点主体码' },
  level: 'place',
  digits: [['node', 3]],
  confidence: 0.3,
});
