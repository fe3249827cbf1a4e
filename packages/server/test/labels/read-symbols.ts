import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { type Bitmap, isDark } from '../../src/labels/bitmap.ts';

/** What a scanner sends: the symbology identifier, then the content. */
export interface Scanned {
  readonly identifier: string;
  readonly content: string;
  readonly errorCorrection: string;
}

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
const { buffer, byteOffset, byteLength } = readFileSync(wasm);
prepareZXingModule({
  overrides: { wasmBinary: (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength) },
});

/** Reads every symbol of a picture with a library that has nothing to do with the one that drew it; from top to bottom. */
export async function readSymbols(picture: Uint8Array | ImageData): Promise<Scanned[]> {
  const found = await readBarcodes(picture, {
    formats: ['QRCode', 'DataMatrix', 'Code128'],
    textMode: 'Plain',
    maxNumberOfSymbols: 8,
    tryHarder: true,
  });
  return found
    .filter(({ isValid }) => isValid)
    .toSorted((a, b) => a.position.topLeft.y - b.position.topLeft.y)
    .map(({ symbologyIdentifier, text, ecLevel }) => ({
      identifier: symbologyIdentifier,
      content: text,
      errorCorrection: ecLevel,
    }));
}

/** An SVG as pixels of a printer, drawn without any knowledge of its modules. */
export const toPixels = (svg: string, dpi: number): Uint8Array => {
  const width = Number(/width="([\d.]+)mm"/.exec(svg)?.[1]);
  return new Resvg(svg, {
    font: { loadSystemFonts: false },
    fitTo: { mode: 'width', value: Math.round((width * dpi) / 25.4) },
  })
    .render()
    .asPng();
};

/** Dots as a picture for the reader, with a white margin as the paper around them has. */
export function toPicture(bitmap: Bitmap, margin = 20): ImageData {
  const [width, height] = [bitmap.width + 2 * margin, bitmap.height + 2 * margin];
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < bitmap.height; y++)
    for (let x = 0; x < bitmap.width; x++) {
      if (isDark(bitmap, x, y))
        data.fill(0, ((y + margin) * width + x + margin) * 4, ((y + margin) * width + x + margin) * 4 + 3);
    }
  return { width, height, data, colorSpace: 'srgb' } as ImageData;
}
