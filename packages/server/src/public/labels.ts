import type { HolderView, PlaceView } from '@yunsu/api';
import type { Candidate } from '@yunsu/identifiers';
import { formatPrefecture } from './format.ts';
import { clip, html, type Markup } from './markup.ts';
import { roles } from './roles.ts';
import { isUnknownPlace } from './stations.ts';
import { type Pair, rowOf } from './vocabulary.ts';
import { type Language, pick, say } from './words.ts';

/** Longest registered name that is printed, in characters; the rest is cut with an ellipsis. */
export const NAME_LENGTH_MAX = 40;
/** Longest code that is printed, in characters. */
export const CODE_SHOWN_MAX = 160;

/** A registered name, kept apart from the text around it and marked as Chinese where an English page holds it. */
export function nameMarkup(name: string, language: Language): Markup {
  const text = clip(name, NAME_LENGTH_MAX);
  const foreign = language === 'en' && /\p{Script=Han}/u.test(text);
  return html`<bdi${foreign && html` lang="zh-CN"`}>${text}</bdi>`;
}

/** A role in words; undefined for one that has none. */
export function roleText(role: string | undefined, language: Language): string | undefined {
  const row = rowOf(roles, role);
  return row && pick(language, [row[0], row[1]]);
}

/** Who, as the public may read it. A masked name is never printed, whatever it holds. */
export function holderMarkup(holder: HolderView, language: Language): Markup {
  const role = roleText(holder.role, language);
  if (holder.masked) {
    const person = holder.kind === 'person';
    const who = role ?? say(language, person ? 'somebody' : 'someTrader');
    return html`<span class="masked">${say(language, person ? 'maskedPerson' : 'maskedTrader', { role: who })}</span>`;
  }
  if (holder.kind === 'unknown' || holder.name === '')
    return html`<span class="masked">${say(language, 'nobody')}</span>`;
  return nameMarkup(holder.name, language);
}

/** Where, to the prefecture, with the name of the place where it may be read. */
export function placeMarkup(place: PlaceView, language: Language): Markup {
  if (isUnknownPlace(place)) return html`<span class="masked">${say(language, 'placeUnknown')}</span>`;
  const prefecture = formatPrefecture(place, language);
  const name = place.masked ? '' : place.name;
  const between = prefecture && name && html`<span class="dim"> · </span>`;
  return html`${prefecture && nameMarkup(prefecture, language)}${between}${name && nameMarkup(name, language)}`;
}

const schemeKinds: Readonly<Record<string, Pair>> = {
  sscc: ['箱码（SSCC）', 'Case or pallet code (SSCC)'],
  giai: ['资产码（GIAI）', 'Asset code (GIAI)'],
  grai: ['周转器具码（GRAI）', 'Returnable asset code (GRAI)'],
  uscc: ['统一社会信用代码', 'Unified social credit code'],
};

const levelKinds: Readonly<Record<string, Pair>> = {
  class: ['商品条码（只说明是哪种商品）', 'Product barcode (names a kind of product)'],
  lot: ['批号码', 'Lot code'],
  item: ['单件码（一物一码）', 'Item code (one code, one item)'],
  container: ['箱码', 'Case code'],
  asset: ['器具或设备码', 'Asset code'],
  party: ['单位代码', 'Code of a firm'],
  place: ['地点码（GLN）', 'Place code (GLN)'],
  document: ['单证编号', 'Document number'],
  other: ['其他编码', 'Other code'],
};

/** What kind of code it is, in words. */
export function kindText(candidate: Candidate, language: Language): string {
  const pair = rowOf(schemeKinds, candidate.scheme) ?? rowOf(levelKinds, candidate.level);
  return pair ? pick(language, pair) : clip(candidate.scheme, NAME_LENGTH_MAX);
}

/** GS1 application identifiers of the parts that make a code, in the order in which they are written. */
const applicationIdentifiers = [
  ['sscc', '00'],
  ['gtin', '01'],
  ['lot', '10'],
  ['serial', '21'],
  ['gln', '414'],
  ['giai', '8004'],
] as const;

/** The code as a label prints it: with GS1 identifiers in brackets where all its parts have one, else as it was written. */
export function codeText(candidate: Candidate, written: string): string {
  const named = applicationIdentifiers.filter(([name]) => candidate.parts[name] !== undefined);
  if (named.length === 0 || named.length < Object.keys(candidate.parts).length)
    return clip(written, CODE_SHOWN_MAX);
  const aiOf = (ai: string) => (ai === '414' && candidate.level === 'party' ? '417' : ai);
  return clip(
    named.map(([name, ai]) => `(${aiOf(ai)}) ${candidate.parts[name] ?? ''}`).join(' '),
    CODE_SHOWN_MAX,
  );
}

const partNames: Readonly<Record<string, Pair>> = {
  gtin: ['商品条码 GTIN', 'GTIN'],
  lot: ['批号', 'Lot'],
  serial: ['序列号', 'Serial number'],
  sscc: ['SSCC', 'SSCC'],
  gln: ['GLN', 'GLN'],
  giai: ['GIAI', 'GIAI'],
  extension: ['扩展号', 'Extension'],
  uscc: ['信用代码', 'Credit code'],
};

/** Most parts of a code that are printed. */
const PARTS_MAX = 6;

/** The parts of a code with their names, as rows. */
export function partsMarkup(candidate: Candidate, language: Language): Markup[] {
  const parts = Object.entries(candidate.parts).slice(0, PARTS_MAX);
  return parts.map(([name, value]) => {
    const pair = rowOf(partNames, name);
    return html`<div><dt>${pair ? pick(language, pair) : clip(name, NAME_LENGTH_MAX)}</dt><dd class="code">${clip(value, NAME_LENGTH_MAX)}</dd></div>`;
  });
}
