import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Scan } from './scan.ts';

/** Reads pictures beside the page, so that it stays smooth. The first message names the wasm, each later one is a picture. */
const SYMBOLS_MAX = 12;

async function readSymbols(picture: ImageData): Promise<Scan[]> {
  const results = await readBarcodes(picture, {
    maxNumberOfSymbols: SYMBOLS_MAX,
    // Separators of GS1 stay what they are (U+001D); the reader's own form writes brackets.
    textMode: 'Plain',
    tryHarder: true,
    tryRotate: true,
    tryInvert: true,
    tryDownscale: true,
  });
  return results
    .filter(({ isValid, text }) => isValid && text !== '')
    .map(({ text, symbologyIdentifier }) => ({ text, identifier: symbologyIdentifier }));
}

let ready: Promise<unknown> | undefined;

addEventListener(
  'message',
  async ({ data }: MessageEvent<{ wasm: string } | { id: number; picture: ImageData }>) => {
    if ('wasm' in data) {
      const locateFile = () => data.wasm;
      ready = prepareZXingModule({ overrides: { locateFile }, fireImmediately: true });
      ready.then(
        () => postMessage({ ready: true }),
        () => postMessage({ lost: true }),
      );
      return;
    }
    await ready;
    postMessage({ id: data.id, symbols: await readSymbols(data.picture) });
  },
);
