/**
 * Drawings as ZPL II, the language of Zebra's label printers and of many that follow it. The printer draws the symbols itself, sharp
 * to the dot; text goes as pictures, because no printer can be trusted to have Chinese fonts, and so that every printer
 * gives the label that was looked at.
 */
import { blankBitmap, fillDark } from './bitmap.ts';
import { CODE_128, toCode128 } from './code128.ts';
import { toDots } from './dots.ts';
import type { Drawing, Rule, SymbolShape, Text } from './drawing.ts';
import { toTextPicture } from './glyph-bitmaps.ts';
import { QR_ERROR_CORRECTION, runsOf } from './modules.ts';
import { graphicField } from './zpl-graphic.ts';

/** Largest module of ^BQ and of ^BY, in dots; a larger one goes as a picture. */
const NATIVE_DOTS_MAX = 10;
const FNC1 = '\u001d';
/** The sign that ^BX takes for its escapes, and the one that ^FH takes before hexadecimal digits. */
const ESCAPE = '_';
const HEX = '\\';

/** Field data in which command signs and everything beyond ASCII are hexadecimal. */
export const fieldData = (text: string): string =>
  text.replace(/[^ -~]|[\\^~]/gu, (sign) =>
    Array.from(Buffer.from(sign), (byte) => HEX + byte.toString(16).toUpperCase().padStart(2, '0')).join(''),
  );

/** Codewords of Code 128 by the letters that ^BC has for them in its mode without automatics. */
const invocations: ReadonlyMap<number, string> = new Map([
  [CODE_128.startB, '>:'],
  [CODE_128.startC, '>;'],
  [CODE_128.toC, '>5'],
  [CODE_128.toB, '>6'],
  [CODE_128.fnc1, '>8'],
]);

/** Field data of ^BC. Code set C writes pairs of digits; of set B only `>` would be taken for a command. */
export function code128Data(content: string): string {
  let set = '';
  return toCode128(content)
    .map((codeword) => {
      const invocation = invocations.get(codeword);
      const isPair = set === 'C' && codeword < 100 && codeword !== CODE_128.toB;
      if (isPair) return String(codeword).padStart(2, '0');
      if (invocation === undefined) {
        const character = String.fromCharCode(codeword + 32);
        return character === '>' ? '>0' : character;
      }
      if (codeword === CODE_128.startB || codeword === CODE_128.toB) set = 'B';
      if (codeword === CODE_128.startC || codeword === CODE_128.toC) set = 'C';
      return invocation;
    })
    .join('');
}

/** Field data of ^BX: FNC1 is `_1`, the escape itself is doubled. */
export function dataMatrixData(content: string, isGs1: boolean): string {
  const escaped = content.replaceAll(ESCAPE, ESCAPE + ESCAPE).replaceAll(FNC1, `${ESCAPE}1`);
  return fieldData(isGs1 ? `${ESCAPE}1${escaped}` : escaped);
}

/** Field data of ^BQ: error correction, automatic choice of the mode, then the content. */
export const qrData = (content: string): string => fieldData(`${QR_ERROR_CORRECTION}A,${content}`);

function symbolField(symbol: SymbolShape, dpi: number): string {
  const { modules, module, rowHeight } = symbol;
  const [x, y] = [toDots(symbol.x, dpi), toDots(symbol.y, dpi)];
  const [dots, rowDots] = [toDots(module, dpi), toDots(rowHeight, dpi)];
  if (modules.symbology === 'datamatrix')
    return `^FO${x},${y}^BXN,${dots},200,,,,${ESCAPE},1^FH${HEX}^FD${dataMatrixData(modules.content, modules.isGs1)}^FS`;
  if (dots > NATIVE_DOTS_MAX) {
    const bitmap = blankBitmap(modules.columns * dots, modules.rows * rowDots);
    for (const run of runsOf(modules)) {
      const box = {
        x: run.x * dots,
        y: run.y * rowDots,
        width: run.width * dots,
        height: run.height * rowDots,
      };
      fillDark(bitmap, box);
    }
    return graphicField(x, y, bitmap);
  }
  if (modules.symbology === 'gs1-128')
    return `^FO${x},${y}^BY${dots},2,${rowDots}^BCN,${rowDots},N,N,N,N^FD${code128Data(modules.content)}^FS`;
  // Some firmware puts a QR symbol lower by the height of bars, as users report; one dot of it does no harm.
  return `^FO${x},${y}^BY${dots},2,1^BQN,2,${dots},${QR_ERROR_CORRECTION}^FH${HEX}^FD${qrData(modules.content)}^FS`;
}

function ruleField({ x, y, width, height }: Rule, dpi: number): string {
  const [across, down] = [Math.max(1, toDots(width, dpi)), Math.max(1, toDots(height, dpi))];
  return `^FO${toDots(x, dpi)},${toDots(y, dpi)}^GB${across},${down},${Math.min(across, down)}^FS`;
}

/** Fields of text that come again on the next label: a title, the names of the parts. The first ones are kept. */
const FIELDS_KEPT_MAX = 500;

function textField(text: Text, dpi: number): string {
  const { x, y, bitmap } = toTextPicture(text, dpi);
  return bitmap.height === 0 ? '' : graphicField(Math.max(0, x), Math.max(0, y), bitmap);
}

/** Gives the printer of one job: a label becomes a format of ZPL, printed once. */
export function zplPrinter(dpi: number): (drawing: Drawing) => string {
  const kept = new Map<string, string>();
  const textOnce = (text: Text): string => {
    const key = JSON.stringify(text);
    const field = kept.get(key) ?? textField(text, dpi);
    if (kept.size < FIELDS_KEPT_MAX) kept.set(key, field);
    return field;
  };
  return ({ width, height, shapes }) => {
    const fields = shapes.map((shape) => {
      if (shape.kind === 'symbol') return symbolField(shape, dpi);
      return shape.kind === 'rule' ? ruleField(shape, dpi) : textOnce(shape);
    });
    const size = `^PW${toDots(width, dpi)}^LL${toDots(height, dpi)}^LH0,0`;
    return `^XA${size}\n${fields.filter(Boolean).join('\n')}\n^PQ1^XZ\n`;
  };
}
