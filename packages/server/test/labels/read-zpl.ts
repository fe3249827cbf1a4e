import { addBitmap, type Bitmap, blankBitmap, fillDark, setDark } from '../../src/labels/bitmap.ts';

/** One symbol that a format asks the printer to draw. */
export interface ZplSymbol {
  readonly command: string;
  readonly x: number;
  readonly y: number;
  readonly data: string;
}

export interface ZplLabel {
  readonly width: number;
  readonly height: number;
  readonly symbols: readonly ZplSymbol[];
  /** Lines and pictures, as the printer sets them. */
  readonly dots: Bitmap;
  readonly pictures: number;
}

/** Unpacks the data of ^GF (ZPL II Programming Guide, alternative data compression scheme), written from the guide and not from the packer. */
export function unpack(data: string, stride: number): string[] {
  const rows: string[] = [];
  let row = '';
  let count = 0;
  const end = () => {
    rows.push(row);
    row = '';
  };
  for (const sign of data) {
    if (/[G-Y]/.test(sign)) count += sign.charCodeAt(0) - 70;
    else if (/[g-z]/.test(sign)) count += (sign.charCodeAt(0) - 102) * 20;
    else if (sign === ':') rows.push(rows.at(-1) ?? '');
    else if (sign === ',' || sign === '!') {
      row = row.padEnd(stride * 2, sign === ',' ? '0' : 'F');
      end();
    } else if (/^[0-9A-F]$/.test(sign)) {
      row += sign.repeat(Math.max(1, count));
      count = 0;
      if (row.length === stride * 2) end();
      if (row.length > stride * 2) throw new Error('a row is too long');
    } else throw new Error(`${sign} is no sign of the scheme`);
  }
  if (row !== '') throw new Error('the last row is not complete');
  return rows;
}

function picture(fields: string): Bitmap {
  const [total = 0, , stride = 1] = fields.split(',').slice(1, 4).map(Number);
  const data = fields.split(',').slice(4).join(',');
  const rows = unpack(data, stride);
  if (rows.length * stride !== total) throw new Error('the picture has another size than it says');
  const bitmap = blankBitmap(stride * 8, rows.length);
  for (const [y, row] of rows.entries())
    for (let x = 0; x < stride * 8; x++) {
      if ((Number.parseInt(row.charAt(x >> 2), 16) & (8 >> (x & 3))) !== 0) setDark(bitmap, x, y);
    }
  return bitmap;
}

/** Reads formats as a printer does, as far as ours go; anything else is a mistake. */
export function readZpl(text: string): ZplLabel[] {
  return [...text.matchAll(/\^XA([\s\S]*?)\^XZ\n/g)].map(([, format = '']) => {
    const numberOf = (command: string) => Number(new RegExp(`\\^${command}(\\d+)`).exec(format)?.[1]);
    const [width, height] = [numberOf('PW'), numberOf('LL')];
    const dots = blankBitmap(width, height);
    const symbols: ZplSymbol[] = [];
    let pictures = 0;
    for (const [, left = '', top = '', field = ''] of format.matchAll(/\^FO(\d+),(\d+)(.*?)\^FS/g)) {
      const [x, y] = [Number(left), Number(top)];
      if (field.startsWith('^GB')) {
        const [across = 0, down = 0] = field.slice(3).split(',').map(Number);
        fillDark(dots, { x, y, width: across, height: down });
      } else if (field.startsWith('^GFA,')) {
        addBitmap(dots, picture(field.slice(3)), x, y);
        pictures++;
      } else {
        const [, command = '', data = ''] = /^(.*?)\^FD(.*)$/.exec(field) ?? [];
        if (!/\^B[XCQ]/.test(command)) throw new Error(`${field} is no field of ours`);
        symbols.push({ command, x, y, data });
      }
    }
    return { width, height, symbols, dots, pictures };
  });
}

/** Field data after ^FH\: two hexadecimal digits are a byte. */
export const unhex = (data: string): string =>
  Buffer.from(
    data.replace(/\\([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

/** Content of ^BX with `_` as its escape: `_1` is FNC1, `__` the sign itself. */
export function dataMatrixContent(data: string): { isGs1: boolean; content: string } {
  const isGs1 = data.startsWith('_1');
  const content = unhex(data)
    .slice(isGs1 ? 2 : 0)
    .replace(/_(.)/g, (_, sign: string) => {
      if (sign === '1') return '\u001d';
      if (sign === '_') return '_';
      throw new Error(`_${sign} is no escape of ours`);
    });
  return { isGs1, content };
}

/** Content of ^BC in its mode without automatics, read by the invocation codes of the guide. */
export function code128Content(data: string): string {
  let set = '';
  let content = '';
  let isFirst = true;
  for (let at = 0; at < data.length; ) {
    const two = data.slice(at, at + 2);
    if (two.startsWith('>')) {
      at += 2;
      if (two === '>;' || two === '>5') set = 'C';
      else if (two === '>:' || two === '>6') set = 'B';
      else if (two === '>8') {
        if (!isFirst) content += '\u001d';
        isFirst = false;
      } else if (two === '>0') content += '>';
      else throw new Error(`${two} is no invocation of ours`);
      continue;
    }
    if (isFirst) throw new Error('no FNC1 in the first place');
    const length = set === 'C' ? 2 : 1;
    content += data.slice(at, at + length);
    at += length;
  }
  return content;
}
