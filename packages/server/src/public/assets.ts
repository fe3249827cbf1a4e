import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A file of the window, served at a path that names its content, so that it may be kept for ever. */
export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly content: string;
}

function readAsset(name: string, extension: string, type: string): Asset {
  const content = readFileSync(new URL(`${name}.${extension}`, import.meta.url), 'utf8');
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { path: `/assets/${name}.${hash}.${extension}`, type, content };
}

const stylesheet = readAsset('public', 'css', 'text/css; charset=utf-8');
const mark = readAsset('mark', 'svg', 'image/svg+xml');

export const assets: readonly Asset[] = [stylesheet, mark];
export const stylesheetPath = stylesheet.path;
export const markPath = mark.path;
