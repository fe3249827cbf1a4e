import { faultAt } from '../fault.ts';
import { digitsValue, type KeyValue } from '../gs1/gs1-key.ts';
import * as words from '../words.ts';
import { gs1Names, gs1ProductIssuer } from './gs1-names.ts';
import type { Scheme } from './scheme.ts';

const gtin = digitsValue({ name: 'ITIP', part: 'gtin', length: 14 });
/** Digits of the piece number and the number of pieces together. */
const PIECE_DIGITS = 4;

/** GTIN, two digits piece number, two digits number of pieces. */
const value: KeyValue = {
  part: 'gtin',
  read(text, parts) {
    const pieces = text.slice(14);
    if (pieces.length !== PIECE_DIGITS) {
      return faultAt(Math.min(text.length, 18), words.wrongLength('ITIP', '18', text.length));
    }
    const piece = Number(pieces.slice(0, 2));
    const total = Number(pieces.slice(2));
    if (!(piece >= 1 && total >= piece)) return faultAt(14, words.wrongPieces);
    const wrong = gtin.read(text.slice(0, 14), parts);
    parts.piece = pieces.slice(0, 2);
    parts.total = pieces.slice(2);
    return wrong;
  },
  write: (parts) => `${parts.gtin}${parts.piece}${parts.total}`,
};

/** (8006) Individual Trade Item Piece: one piece of an item that is delivered in several. */
export const itip: Scheme = {
  id: 'itip',
  name: { en: 'ITIP, piece of a trade item', zh: '组件码（ITIP）' },
  verified: true,
  issuer: gs1ProductIssuer,
  partNames: gs1Names('gtin', 'piece', 'total', 'lot', 'serial', 'variant'),
  keys: [
    {
      scheme: 'itip',
      ai: '8006',
      level: 'class',
      value,
      qualifiers: [
        { ai: '21', part: 'serial', set: 'X', max: 20, level: 'item' },
        { ai: '10', part: 'lot', set: 'X', max: 20, level: 'lot' },
        { ai: '22', part: 'variant', set: 'X', max: 20, level: null },
      ],
      orders: [['22', '10', '21']],
      epc: [
        { type: 'id', name: 'itip', digits: 13, leads: true, pieces: true, serial: 'serial', pattern: true },
      ],
    },
  ],
};
