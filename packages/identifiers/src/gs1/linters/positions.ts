import { firstOutside } from '../../charset.ts';
import { csetNumeric } from './character-sets.ts';
import { type Linter, mark, markAll } from './linter.ts';

const coordinateDigits = 10;
const isZero = (text: string) => !/[^0]/.test(text);

/** Piece number and number of pieces, each half of the digits (AI 8006). */
export const pieceOfTotal: Linter = (value) => {
  const half = value.length / 2;
  if (half < 1 || !Number.isInteger(half)) return markAll('invalid_length_for_piece_of_total', value);
  const wrong = csetNumeric(value);
  if (wrong) return wrong;
  const piece = value.slice(0, half);
  const total = value.slice(half);
  if (isZero(piece)) return mark('zero_piece_number', 0, half);
  if (isZero(total)) return mark('zero_total_pieces', half, half);
  return piece > total ? markAll('piece_number_exceeds_total', value) : null;
};

const isGreater = (a: string, b: string) => (a.length === b.length ? a > b : a.length > b.length);

/** The place of a birth among several, `1/3` (AI 7258). */
export const posInSeqSlash: Linter = (value) => {
  const slash = value.indexOf('/');
  const end = value.length;
  const wellFormed =
    slash > 0 &&
    slash < end - 1 &&
    firstOutside(value, 'N', 0, slash) === -1 &&
    firstOutside(value, 'N', slash + 1) === -1;
  if (!wellFormed) return markAll('position_in_sequence_malformed', value);
  if (value.startsWith('0')) return mark('illegal_zero_prefix', 0, slash);
  if (value.charAt(slash + 1) === '0') return mark('illegal_zero_prefix', slash + 1, end - slash - 1);
  const exceeds = isGreater(value.slice(0, slash), value.slice(slash + 1));
  return exceeds ? markAll('position_exceeds_end', value) : null;
};

/** Degrees times ten million, counted from the south pole (GS1 General Specifications, AI 4309). */
export const latitude: Linter = (value) => {
  if (value.length !== coordinateDigits) return markAll('latitude_invalid_length', value);
  return csetNumeric(value) ?? (value > '1800000000' ? markAll('invalid_latitude', value) : null);
};

export const longitude: Linter = (value) => {
  if (value.length !== coordinateDigits) return markAll('longitude_invalid_length', value);
  return csetNumeric(value) ?? (value > '3600000000' ? markAll('invalid_longitude', value) : null);
};
