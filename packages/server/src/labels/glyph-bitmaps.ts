/**
 * Text as dots. Each character is drawn once for a size and put together at whole dots, as fonts of printers are: 2,000 labels
 * need a hundred small pictures instead of ten thousand lines of text.
 */
import { addBitmap, type Bitmap, blankBitmap, cropRows, setDark } from './bitmap.ts';
import { toDots } from './dots.ts';
import type { Text } from './drawing.ts';
import { BOLD_STROKE, labelFace } from './face.ts';
import { toCoverage } from './png.ts';

/** What the face needs above and below the baseline, in parts of the size. */
const ABOVE = 1.2;
const BELOW = 0.35;
/** Half covered is black. */
const DARK_FROM = 128;
/** Dots left and right of a character for what reaches beyond its advance. */
const MARGIN = 2;
/** Pictures that are kept, the oldest goes first; a picture of 40 dots has 200 bytes. */
const PICTURES_MAX = 20_000;

/** Text as a picture and where its upper left dot is on the label. */
export interface TextPicture {
  readonly x: number;
  readonly y: number;
  readonly bitmap: Bitmap;
}

interface Type {
  readonly size: number;
  readonly bold: boolean;
  readonly dpi: number;
}

const pictures = new Map<string, Bitmap>();

/** The picture of one character; its baseline is `ABOVE` down, its origin `MARGIN` from the left. */
function pictureOf(character: string, { size, bold, dpi }: Type): Bitmap {
  const face = labelFace();
  const glyph = face.glyphOf(character);
  const dots = toDots(size * 1000, dpi) / 1000;
  const key = `${glyph.id} ${dots} ${bold}`;
  const known = pictures.get(key);
  if (known) return known;
  const scale = dots / face.unitsPerEm;
  const width = Math.ceil(glyph.advance * scale) + 2 * MARGIN;
  const height = Math.ceil(dots * (ABOVE + BELOW));
  const stroke = bold ? ` stroke="#000" stroke-width="${BOLD_STROKE * face.unitsPerEm}"` : '';
  const baseline = Math.round(dots * ABOVE);
  const { coverage } = toCoverage(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
      `<path transform="translate(${MARGIN} ${baseline}) scale(${scale} ${-scale})"${stroke} d="${glyph.path}"/></svg>`,
  );
  const bitmap = blankBitmap(width, height);
  for (let at = 0; at < coverage.length; at++)
    if ((coverage[at] ?? 0) >= DARK_FROM) setDark(bitmap, at % width, Math.floor(at / width));
  if (pictures.size >= PICTURES_MAX) pictures.delete(pictures.keys().next().value ?? '');
  pictures.set(key, bitmap);
  return bitmap;
}

/** A line of text as a picture. */
export function toTextPicture({ x, y, size, text, bold = false, anchor }: Text, dpi: number): TextPicture {
  const face = labelFace();
  const type: Type = { size, bold, dpi };
  const dots = toDots(size * 1000, dpi) / 1000;
  const length = (face.widthOf(text, 1) * dots) as number;
  const left = Math.round(anchor === 'middle' ? toDots(x, dpi) - length / 2 : toDots(x, dpi));
  const line = blankBitmap(Math.ceil(length) + 2 * MARGIN + 1, Math.ceil(dots * (ABOVE + BELOW)));
  let pen = 0;
  for (const character of text) {
    if (character !== ' ') addBitmap(line, pictureOf(character, type), Math.round(pen), 0);
    pen += face.widthOf(character, 1) * dots;
  }
  const { bitmap, above } = cropRows(line);
  return { x: left - MARGIN, y: toDots(y, dpi) - Math.round(dots * ABOVE) + above, bitmap };
}
