import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Folder of the language-neutral cases of this room. */
export const fixtureFolder = resolve(import.meta.dirname, '../../../fixtures/identifiers');

/** The two columns of a fixture without its comments; `\x1d` in a column stands for FNC1, `\n` for the end of a line. */
export function fixtureLines(name: string): (readonly [string, string])[] {
  return readFileSync(resolve(fixtureFolder, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [left = '', right = ''] = line.replaceAll('\\x1d', '\u001d').replaceAll('\\n', '\n').split('\t');
      return [left, right] as const;
    });
}
