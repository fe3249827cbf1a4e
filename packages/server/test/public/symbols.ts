import { writeFileSync } from 'node:fs';
import bwip from 'bwip-js/node';

/** Symbols drawn by a library that has nothing to do with the one that reads them. */
export type SymbolKind = 'gs1datamatrix' | 'gs1qrcode' | 'qrcode' | 'gs1-128' | 'ean13';

/** A symbol as SVG; GS1 kinds take bracketed element strings. */
export const svgOf = (bcid: SymbolKind, text: string, scale = 4): string =>
  bwip.toSVG({
    bcid,
    text,
    scale,
    paddingwidth: 8,
    paddingheight: 8,
    backgroundcolor: 'ffffff',
    ...(bcid === 'gs1-128' ? { height: 14 } : {}),
  });

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES = 20;
const PAPER = 235;
const INK = 16;

/** One picture of a symbol in the middle of a white field, as the luminance of BT.601. */
function luminanceOf(bcid: SymbolKind, text: string, pixels: number): Buffer {
  const [symbol] = bwip.raw({ bcid, text });
  if (!symbol || !('pixs' in symbol)) throw new Error(`${bcid} has no modules`);
  const plane = Buffer.alloc(WIDTH * HEIGHT, PAPER);
  const left = Math.round((WIDTH - symbol.pixx * pixels) / 2);
  const top = Math.round((HEIGHT - symbol.pixy * pixels) / 2);
  for (const [index, ink] of symbol.pixs.entries()) {
    if (ink !== 1) continue;
    const x = left + (index % symbol.pixx) * pixels;
    const y = top + Math.floor(index / symbol.pixx) * pixels;
    for (let row = 0; row < pixels; row++)
      plane.fill(INK, (y + row) * WIDTH + x, (y + row) * WIDTH + x + pixels);
  }
  return plane;
}

/** A film for Chromium's false camera (YUV4MPEG2): a symbol held still. */
export function writeFilm(path: string, bcid: SymbolKind, text: string): void {
  const frame = Buffer.concat([
    Buffer.from('FRAME\n'),
    luminanceOf(bcid, text, 8),
    Buffer.alloc((WIDTH * HEIGHT) / 2, 128),
  ]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(path, Buffer.concat([head, ...Array.from({ length: FRAMES }, () => frame)]));
}
