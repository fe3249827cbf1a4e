import { readdirSync, readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { type Asset, hashOf, readAsset } from './assets.ts';

/**
 * What the page that scans runs: our scripts in `scan/`, and the reader of symbols out of the package `zxing-wasm`, all
 * served by us. Our scripts are TypeScript that only needs its types taken away, which is done once, at the start.
 */
const SCRIPT = 'text/javascript; charset=utf-8';
/** A worker brings its own policy: it runs our scripts and the wasm, and fetches nothing but those. */
const WORKER_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

const reader = dirname(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
const { version } = JSON.parse(readFileSync(join(reader, '../../package.json'), 'utf8')) as {
  version: string;
};
/** The folders below are those of the package, for its scripts name each other by them. */
const readerRoot = `/assets/zxing-wasm.${version}`;

const readerAssets: readonly Asset[] = [
  {
    path: `${readerRoot}/reader/index.js`,
    type: SCRIPT,
    content: readFileSync(join(reader, '../es/reader/index.js'), 'utf8'),
  },
  {
    path: `${readerRoot}/share.js`,
    type: SCRIPT,
    content: readFileSync(join(reader, '../es/share.js'), 'utf8'),
  },
  {
    path: `${readerRoot}/reader/zxing_reader.wasm`,
    type: 'application/wasm',
    content: readFileSync(join(reader, 'zxing_reader.wasm')),
  },
];

/** A script as a browser runs it: without types, its imports at the addresses where they are served. */
const toScript = (source: string): string =>
  stripTypeScriptTypes(source)
    .replace(/(from\s+'\.\/[\w-]+)\.ts'/g, "$1.js'")
    .replace("'zxing-wasm/reader'", `'${readerRoot}/reader/index.js'`);

const folder = new URL('scan/', import.meta.url);
const scripts = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .sort()
  .map((name) => ({
    name: name.replace(/\.ts$/, '.js'),
    content: toScript(readFileSync(new URL(name, folder), 'utf8')),
  }));
/** One hash for all of them, because they name each other. */
const scriptRoot = `/assets/scan.${hashOf(scripts.map(({ content }) => content).join())}`;

const stylesheet = readAsset('scan', 'css', 'text/css; charset=utf-8');

export const scanAssets: readonly Asset[] = [
  stylesheet,
  ...scripts.map(({ name, content }) => ({
    path: `${scriptRoot}/${name}`,
    type: SCRIPT,
    content,
    policy: WORKER_POLICY,
  })),
  ...readerAssets,
];
export const scanStylesheetPath = stylesheet.path;
export const scanScriptPath = `${scriptRoot}/main.js`;
export const scanWorkerPath = `${scriptRoot}/worker.js`;
export const scanWasmPath = `${readerRoot}/reader/zxing_reader.wasm`;
