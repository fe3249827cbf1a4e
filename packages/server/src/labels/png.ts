/**
 * Labels as pixels, at the resolution of a printer: grey PNG (ISO/IEC 15948), packed by zlib in its own thread. The
 * encoder of the drawing library keeps four bytes a pixel and the event loop waiting: 98 ms and 464 kB for a logistic
 * label at 600 dots per inch, of which 20 ms and 60 kB are left.
 */
import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';
import { Resvg, renderAsync } from '@resvg/resvg-js';
import { dotOf } from './dots.ts';
import type { Drawing } from './drawing.ts';
import { toSvgOfDots } from './svg.ts';

const MM_PER_METRE = 1000;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const BITS = 8;
/** Each row as the difference to the one above: nearly all zeros where bars and modules are several dots high. */
const FILTER_UP = 2;

const pack = promisify<Buffer, Buffer>(deflate);

function chunk(name: string, data: Buffer): Buffer {
  const whole = Buffer.alloc(data.length + 12);
  whole.writeUInt32BE(data.length, 0);
  whole.write(name, 4, 'latin1');
  data.copy(whole, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, data.length + 8)), data.length + 8);
  return whole;
}

/** Size, bits, grey; then as many zeros for the one method each of packing, filtering and no interlacing. */
function headerChunk(width: number, height: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.writeUInt8(BITS, 8);
  return chunk('IHDR', data);
}

/** How large a pixel is, so that programs print the label in its true size. */
function sizeChunk(dpi: number): Buffer {
  const perMetre = Math.round(MM_PER_METRE / dotOf(dpi));
  const data = Buffer.alloc(9);
  data.writeUInt32BE(perMetre, 0);
  data.writeUInt32BE(perMetre, 4);
  data.writeUInt8(1, 8);
  return chunk('pHYs', data);
}

/** Filtered rows of an opaque grey picture, whose red, green and blue are alike. */
function rowsOf(pixels: Uint8Array, width: number, height: number): Buffer {
  const rows = Buffer.alloc((width + 1) * height);
  const stride = width * 4;
  let at = 0;
  let from = 0;
  for (let y = 0; y < height; y++) {
    rows[at++] = FILTER_UP;
    for (let x = 0; x < width; x++, from += 4) {
      const above = y === 0 ? 0 : (pixels[from - stride] ?? 0);
      rows[at++] = (pixels[from] ?? 0) - above;
    }
  }
  return rows;
}

const options = { font: { loadSystemFonts: false } } as const;

/** A label as PNG; drawn in a thread of its own, for a large one takes a tenth of a second. */
export async function toPng(drawing: Drawing, dpi: number): Promise<Buffer> {
  const { width, height, pixels } = await renderAsync(toSvgOfDots(drawing, dpi), options);
  const packed = await pack(rowsOf(pixels, width, height));
  const end = chunk('IEND', Buffer.alloc(0));
  return Buffer.concat([SIGNATURE, headerChunk(width, height), sizeChunk(dpi), chunk('IDAT', packed), end]);
}

/** Pixels of an SVG as coverage from 0 to 255, row by row; `svg` is black on nothing. */
export function toCoverage(svg: string): { width: number; height: number; coverage: Uint8Array } {
  const image = new Resvg(svg, options).render();
  const { width, height, pixels } = image;
  const coverage = new Uint8Array(width * height);
  for (let at = 0; at < coverage.length; at++) coverage[at] = pixels[at * 4 + 3] ?? 0;
  return { width, height, coverage };
}
