import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../../fixtures/gs1');

/** The columns of a fixture of GS1 cases without its comments; `\x1d` in a column stands for FNC1. */
export function gs1Cases(name: string): string[][] {
  return readFileSync(resolve(folder, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.replaceAll('\\x1d', '\u001d').split('\t'));
}
