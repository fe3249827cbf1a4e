import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pictureCss } from '@yunsu/domain';

/** A file of the window, served at a path that names its content, so that it may be kept for ever. */
export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly content: string | Buffer;
  /** What the file may do where it runs by itself, as a worker does. */
  readonly policy?: string;
}

/** The first digits of the SHA-256 of a content, enough to tell versions apart. */
export const hashOf = (content: string): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 12);

/** A file beside this one, with more at its end, at a path that holds its hash. */
export function readAsset(name: string, extension: string, type: string, more = ''): Asset {
  const content = readFileSync(new URL(`${name}.${extension}`, import.meta.url), 'utf8') + more;
  return { path: `/assets/${name}.${hashOf(content)}.${extension}`, type, content };
}

const stylesheet = readAsset('public', 'css', 'text/css; charset=utf-8', pictureCss(false));
const mark = readAsset('mark', 'svg', 'image/svg+xml');

export const assets: readonly Asset[] = [stylesheet, mark];
export const stylesheetPath = stylesheet.path;
export const markPath = mark.path;
