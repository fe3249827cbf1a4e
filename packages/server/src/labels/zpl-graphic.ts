/**
 * Pictures in ZPL: hexadecimal with the alternative data compression scheme of ~DG and ^GF (ZPL II Programming Guide): G to Y say
 * that the next digit comes 1 to 19 times, g to z that it comes 20 to 400 times; a comma fills the rest of a row with 0, an
 * exclamation mark with 1, a colon repeats the row above.
 */
import type { Bitmap } from './bitmap.ts';

/** How often a digit comes, as letters; nothing for once. */
function countLetters(count: number): string {
  let rest = count;
  let letters = '';
  for (; rest > 419; rest -= 400) letters += 'z';
  if (rest >= 20) letters += String.fromCharCode('g'.charCodeAt(0) + Math.floor(rest / 20) - 1);
  rest %= 20;
  if (rest > 0 && count > 1) letters += String.fromCharCode('G'.charCodeAt(0) + rest - 1);
  return letters;
}

/** The white or black digits that a row ends in. */
function tailOf(hex: string): string {
  const last = hex.charAt(hex.length - 1);
  if (last !== '0' && last !== 'F') return '';
  let from = hex.length - 1;
  while (from > 0 && hex.charAt(from - 1) === last) from--;
  return hex.slice(from);
}

function packRow(hex: string): string {
  const tail = tailOf(hex);
  const body = tail.length > 1 ? hex.slice(0, -tail.length) : hex;
  const packed = body.replace(/(.)\1*/g, (run: string, digit: string) => countLetters(run.length) + digit);
  if (body === hex) return packed;
  return packed + (tail.startsWith('0') ? ',' : '!');
}

/** The data of a ^GF field. */
export function packBitmap({ height, stride, bytes }: Bitmap): string {
  let above = '';
  let packed = '';
  for (let y = 0; y < height; y++) {
    const row = Buffer.from(bytes.buffer, bytes.byteOffset + y * stride, stride);
    const hex = row.toString('hex').toUpperCase();
    packed += hex === above ? ':' : packRow(hex);
    above = hex;
  }
  return packed;
}

/** A picture at a place of the label, both in dots. */
export function graphicField(x: number, y: number, bitmap: Bitmap): string {
  const total = bitmap.stride * bitmap.height;
  return `^FO${x},${y}^GFA,${total},${total},${bitmap.stride},${packBitmap(bitmap)}^FS`;
}
