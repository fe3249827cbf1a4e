/**
 * Drawings as SVG. Text is drawn as outlines: a label must look the same on a machine without Chinese fonts, in an `img`
 * (which may load none) and at the printer's, and it must be as wide as it was measured. What it says stands in `title`
 * for those who do not see it. An outline is written once for each character and used as often as it occurs.
 */
import { DOTS_PER_INCH_FINE, dotOf } from './dots.ts';
import type { Drawing, Rule, SymbolShape, Text } from './drawing.ts';
import { BOLD_STROKE, type Face, type Glyph, labelFace } from './face.ts';
import { runsOf } from './modules.ts';

/** Four digits after the point are a ten-thousandth of a millimetre. */
const number = (value: number): string => String(Math.round(value * 1e4) / 1e4);

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeText = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

const ruleMarkup = ({ x, y, width, height }: Rule) =>
  `<path shape-rendering="crispEdges" d="M${number(x)} ${number(y)}h${number(width)}v${number(height)}h${number(-width)}z"/>`;

function symbolMarkup({ modules, x, y, module, rowHeight }: SymbolShape): string {
  const path = runsOf(modules)
    .map((run) => `M${run.x} ${run.y}h${run.width}v${run.height}h${-run.width}z`)
    .join('');
  const place = `translate(${number(x)} ${number(y)}) scale(${module} ${rowHeight})`;
  return `<path shape-rendering="crispEdges" transform="${place}" d="${path}"/>`;
}

function textMarkup({ x, y, size, text, bold, anchor }: Text, face: Face, used: Map<number, Glyph>): string {
  const start = anchor === 'middle' ? x - face.widthOf(text, size) / 2 : x;
  let at = 0;
  let marks = '';
  for (const character of text) {
    const glyph = face.glyphOf(character);
    if (glyph.path !== '') {
      used.set(glyph.id, glyph);
      marks += `<use href="#g${glyph.id}"${at === 0 ? '' : ` x="${at}"`}/>`;
    }
    at += glyph.advance;
  }
  const scale = size / face.unitsPerEm;
  const stroke = bold ? ` stroke="#000" stroke-width="${BOLD_STROKE * face.unitsPerEm}"` : '';
  const place = `translate(${number(start)} ${number(y)}) scale(${scale.toPrecision(8)} ${(-scale).toPrecision(8)})`;
  return `<g transform="${place}"${stroke}>${marks}</g>`;
}

function markupOf({ title, shapes }: Drawing, head: string): string {
  const face = labelFace();
  const used = new Map<number, Glyph>();
  const body = shapes
    .map((shape) => {
      if (shape.kind === 'rule') return ruleMarkup(shape);
      return shape.kind === 'symbol' ? symbolMarkup(shape) : textMarkup(shape, face, used);
    })
    .join('');
  const outlines = Array.from(used.values(), ({ id, path }) => `<path id="g${id}" d="${path}"/>`).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" ${head} role="img"><title>${escapeText(title)}</title>` +
    `<defs>${outlines}</defs><rect fill="#fff" width="100%" height="100%"/>${body}</svg>`
  );
}

/** A label as an SVG document of its size in millimetres. */
export function toSvg(drawing: Drawing): string {
  const [width, height] = [number(drawing.width), number(drawing.height)];
  return markupOf(drawing, `width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}"`);
}

/** The same for a grid of dots: as many pixels as the label has dots, so that every module is of whole pixels. */
export function toSvgOfDots(drawing: Drawing, dpi: number = DOTS_PER_INCH_FINE): string {
  const dot = dotOf(dpi);
  const [columns, rows] = [Math.round(drawing.width / dot), Math.round(drawing.height / dot)];
  const box = `0 0 ${(columns * dot).toFixed(6)} ${(rows * dot).toFixed(6)}`;
  return markupOf(drawing, `width="${columns}" height="${rows}" viewBox="${box}"`);
}
