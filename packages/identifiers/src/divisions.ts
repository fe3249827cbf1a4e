import { COUNTIES, PREFECTURES, PROVINCES } from './division-names.ts';
import type { Words } from './identifier.ts';

/** Names by code of two, four or six digits. */
const nameByCode = new Map<string, Words>();

function add(root: string, lines: string | undefined): void {
  for (const line of lines?.split('|') ?? []) {
    const space = line.indexOf(' ');
    const zh = space === -1 ? line.slice(2) : line.slice(2, space);
    nameByCode.set(root + line.slice(0, 2), { en: space === -1 ? zh : line.slice(space + 1), zh });
  }
}

add('', PROVINCES);
for (const [province, lines] of Object.entries(PREFECTURES)) add(province, lines);
for (const [prefecture, lines] of Object.entries(COUNTIES)) add(prefecture, lines);

/** The codes of a division and of those that it lies in, the largest first; trailing pairs of zeros name nothing. */
function levelsOf(code: string): string[] {
  if (!/^\d{2}(\d{2}){0,2}$/.test(code)) return [];
  const own = code.replace(/(00){1,2}$/, '');
  return [own.slice(0, 2), own.slice(0, 4), own.slice(0, 6)].slice(0, own.length / 2);
}

/**
 * What a division code of GB/T 2260 (two, four or six digits) is called, with the divisions it lies in: 云南省普洱市墨江…;
 * as far as it is known, so that a code of another province gets at least the name of the prefecture.
 */
export function divisionName(code: string): Words | undefined {
  const names = levelsOf(code).flatMap((level) => nameByCode.get(level) ?? []);
  if (names.length === 0) return undefined;
  return {
    en: names
      .map(({ en }) => en)
      .reverse()
      .join(', '),
    zh: names.map(({ zh }) => zh).join(''),
  };
}

/** The province that a code begins with, e.g. `530822` with 53, Yunnan. */
export function provinceOf(code: string): { readonly code: string; readonly name: Words } | undefined {
  const province = code.slice(0, 2);
  const name = nameByCode.get(province);
  return name && { code: province, name };
}

/** Prefectures that hold counties without being a place of their own: cities under the state, counties under a province. */
const isUnnamedPrefecture = (code: string) =>
  /^(11|12|31|50)0[1-3]/.test(code) || /^(41|42|46|65)90/.test(code) || /^(71|81|82)/.test(code);

/**
 * Says whether a code of two, four or six digits is a division, as far as this table reaches: counties are known for
 * Yunnan, elsewhere the prefecture decides. An unknown one is a doubt and no fault, for old codes stay inside old codes.
 */
export function isDivision(code: string): boolean {
  const levels = levelsOf(code);
  const own = levels.at(-1);
  if (own === undefined || !nameByCode.has(own.slice(0, 2))) return false;
  if (own.length === 2 || nameByCode.has(own)) return true;
  const prefecture = own.slice(0, 4);
  if (isUnnamedPrefecture(prefecture)) return true;
  return own.length === 6 && nameByCode.has(prefecture) && COUNTIES[prefecture] === undefined;
}
