import type { PairTable } from './pair.ts';

/** Units of UN/ECE Recommendation 20. */
export const units: PairTable = {
  C62: ['件', 'pcs'],
  CEL: ['°C', '°C'],
  CMT: ['厘米', 'cm'],
  EA: ['件', 'pcs'],
  GRM: ['克', 'g'],
  H87: ['件', 'pcs'],
  HUR: ['小时', 'h'],
  KGM: ['千克', 'kg'],
  LTR: ['升', 'L'],
  MGM: ['毫克', 'mg'],
  MLT: ['毫升', 'mL'],
  MTK: ['平方米', 'm²'],
  MTQ: ['立方米', 'm³'],
  MTR: ['米', 'm'],
  P1: ['%', '%'],
  TNE: ['吨', 't'],
};
