import { inflateSync } from 'node:zlib';
import { type Bitmap, blankBitmap, fillDark } from '../../src/labels/bitmap.ts';

/** A filled rectangle of a page in points, y downwards from the top. */
export interface Filled {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly filled: readonly Filled[];
  /** How many pieces of text are shown. */
  readonly texts: number;
  /** By how much characters are moved within a piece of text, in thousandths of the size. */
  readonly adjustments: readonly number[];
}

type Matrix = readonly [number, number, number, number, number, number];

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
];

/** Runs the operators of a page that fill rectangles (ISO 32000-1 §8.4.4, §8.5); anything but turning is understood. */
function run(content: string, height: number): { filled: Filled[]; texts: number } {
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const saved: Matrix[] = [];
  let open: Filled[] = [];
  const filled: Filled[] = [];
  let texts = 0;
  let operands: number[] = [];
  for (const token of content.replace(/<[^>]*>|\([^)]*\)/g, ' 0 ').split(/\s+/)) {
    if (/^[-+.\d]/.test(token)) {
      operands.push(Number(token));
      continue;
    }
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = operands;
    if (token === 'q') saved.push(matrix);
    else if (token === 'Q') matrix = saved.pop() ?? matrix;
    else if (token === 'cm') matrix = times([a, b, c, d, e, f], matrix);
    else if (token === 're') {
      const [x0, y0] = [a * matrix[0] + matrix[4], b * matrix[3] + matrix[5]];
      const [x1, y1] = [(a + c) * matrix[0] + matrix[4], (b + d) * matrix[3] + matrix[5]];
      open.push({
        x: Math.min(x0, x1),
        y: height - Math.max(y0, y1),
        width: Math.abs(x1 - x0),
        height: Math.abs(y1 - y0),
      });
    } else if (token === 'f') {
      filled.push(...open);
      open = [];
    } else if (token === 'n' || token === 'S') open = [];
    else if (token === 'TJ' || token === 'Tj' || token.endsWith(']TJ')) texts++;
    if (token !== '[' && token !== ']') operands = [];
  }
  return { filled, texts };
}

function adjustmentsOf(content: string): number[] {
  const pieces = [...content.matchAll(/\[([^\]]*)\] TJ/g)].map(([, piece = '']) => piece);
  const numbers = pieces.flatMap((piece) => piece.replace(/<[^>]*>/g, ' ').match(/-?[\d.]+/g) ?? []);
  return numbers.map(Number).filter((number) => number !== 0);
}

/** Pages of a PDF that pdfkit wrote: one stream each, objects in clear. */
export function readPdf(bytes: Buffer): PdfPage[] {
  const text = bytes.toString('latin1');
  const streamOf = (id: string): string => {
    const at = text.search(new RegExp(`(^|\\n)${id} 0 obj\\n`));
    const from = text.indexOf('stream\n', at) + 'stream\n'.length;
    const head = text.slice(at, from);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
    const piece = bytes.subarray(from, from + length);
    return (head.includes('/FlateDecode') ? inflateSync(piece) : piece).toString('latin1');
  };
  return [...text.matchAll(/\/Type \/Page\n[\s\S]*?endobj/g)].map(([page]) => {
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page) ?? [];
    const id = /\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '';
    const content = streamOf(id);
    const size = { width: Number(width), height: Number(height) };
    return { ...size, ...run(content, size.height), adjustments: adjustmentsOf(content) };
  });
}

/** A page as dots: lines and symbols, as a printer of the resolution sets them. */
export function toDotsOfPage({ width, height, filled }: PdfPage, dpi: number): Bitmap {
  const dots = (points: number) => Math.round((points / 72) * dpi);
  const bitmap = blankBitmap(dots(width), dots(height));
  for (const one of filled) {
    const [x, y] = [dots(one.x), dots(one.y)];
    fillDark(bitmap, { x, y, width: dots(one.x + one.width) - x, height: dots(one.y + one.height) - y });
  }
  return bitmap;
}
