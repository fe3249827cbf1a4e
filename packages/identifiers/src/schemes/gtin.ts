import { isDigits } from '../charset.ts';
import { digitsValue, type Gs1Key } from '../gs1/gs1-key.ts';
import { guessKey } from './bare-key.ts';
import { gs1Names, gs1ProductIssuer } from './gs1-names.ts';
import type { Guess, Scheme } from './scheme.ts';

/** Confidence by length: eight digits are often a date, thirteen are as often a GLN as only the context tells. */
const confidenceByLength: Readonly<Record<number, number>> = { 8: 0.6, 12: 0.8, 13: 0.7, 14: 0.9 };

/** (01) Global Trade Item Number; the class of a product, its lots and its items (GS1 General Specifications §3.2). */
export const gtinKey: Gs1Key = {
  scheme: 'gtin',
  ai: '01',
  level: 'class',
  value: digitsValue({ name: 'GTIN', part: 'gtin', length: 14, shorter: [8, 12, 13] }),
  qualifiers: [
    { ai: '21', part: 'serial', set: 'X', max: 20, level: 'item' },
    { ai: '235', part: 'tpx', set: 'X', max: 28, level: 'item' },
    { ai: '10', part: 'lot', set: 'X', max: 20, level: 'lot' },
    { ai: '22', part: 'variant', set: 'X', max: 20, level: null },
  ],
  orders: [['22', '10', '21'], ['235']],
  epc: [
    { type: 'id', name: 'sgtin', digits: 13, leads: true, serial: 'serial', pattern: true },
    { type: 'id', name: 'upui', digits: 13, leads: true, serial: 'tpx', pattern: true },
    { type: 'class', name: 'lgtin', digits: 13, leads: true, serial: 'lot' },
  ],
};

function guess(text: string): readonly Guess[] {
  const confidence = confidenceByLength[text.length];
  return confidence !== undefined && isDigits(text) ? guessKey(gtinKey, text, confidence) : [];
}

/** Trade items: GTIN with lot or serial. */
export const gtin: Scheme = {
  id: 'gtin',
  name: { en: 'GTIN, product barcode', zh: '商品条码（GTIN）' },
  verified: true,
  issuer: gs1ProductIssuer,
  partNames: gs1Names('gtin', 'lot', 'serial', 'tpx', 'variant'),
  keys: [gtinKey],
  guess,
};
