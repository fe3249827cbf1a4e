import type { HolderView, PlaceView } from '@yunsu/api';
import { rowOf } from '@yunsu/api';
import type { Candidate } from '@yunsu/identifiers';
import { formatPrefecture } from './format.ts';
import { clip, html, type Markup } from './markup.ts';
import { asOnLabel } from './render-fault.ts';
import { roles } from './roles.ts';
import { isUnknownPlace } from './stations.ts';
import { type Language, pick, say, type Word } from './words.ts';

/** Longest registered name that is printed, in characters; the rest is cut with an ellipsis. */
export const NAME_LENGTH_MAX = 40;
/** Longest name of a kind of code. */
const KIND_LENGTH_MAX = 60;
/** Longest words of a scheme that are printed: its issuer, what a part means. */
export const WORDS_LENGTH_MAX = 120;
/** Longest code that is printed, in characters. */
export const CODE_SHOWN_MAX = 160;

/** A registered name, kept apart from the text around it and marked as Chinese where an English page holds it. */
export function nameMarkup(name: string, language: Language, lengthMax = NAME_LENGTH_MAX): Markup {
  const text = clip(name, lengthMax);
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

/** What kind of code it is, in words. */
export const kindText = (candidate: Candidate, language: Language): string =>
  clip(candidate.name[language], KIND_LENGTH_MAX);

const levelWords: Partial<Record<Candidate['level'], Word>> = {
  class: 'levelClass',
  lot: 'levelLot',
  item: 'levelItem',
  container: 'levelContainer',
  asset: 'levelAsset',
  party: 'levelParty',
  place: 'levelPlace',
  document: 'levelDocument',
  certificate: 'levelCertificate',
};

/** What a code of this kind stands for, e.g. one item; undefined where it can not be said. */
export function levelText(candidate: Candidate, language: Language): string | undefined {
  const word = levelWords[candidate.level];
  return word && say(language, word);
}

/** The same as a row. */
export function levelRow(candidate: Candidate, language: Language): Markup | '' {
  const level = levelText(candidate, language);
  return level === undefined ? '' : html`<div><dt>${say(language, 'standsFor')}</dt><dd>${level}</dd></div>`;
}

/** Least confidence of each word, the surest first. Numbers would look more exact than they are. */
const sureWords = [
  [0.9, 'sureAlmost'],
  [0.6, 'sureLikely'],
  [0.3, 'surePossible'],
] as const;

/** How sure a reading is, in words. */
export function sureText(candidate: Candidate, language: Language): string {
  const row = sureWords.find(([least]) => candidate.confidence >= least);
  return say(language, row ? row[1] : 'sureHardly');
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
    return clip(asOnLabel(written).text, CODE_SHOWN_MAX);
  const aiOf = (ai: string) => (ai === '414' && candidate.level === 'party' ? '417' : ai);
  return clip(
    named.map(([name, ai]) => `(${aiOf(ai)}) ${candidate.parts[name] ?? ''}`).join(' '),
    CODE_SHOWN_MAX,
  );
}

/** Most parts of a code that are printed. */
const PARTS_MAX = 8;

/** The parts of a code with their names and what they mean, as rows. */
export function partsMarkup(candidate: Candidate, language: Language): Markup[] {
  return candidate.inWords.slice(0, PARTS_MAX).map(({ name, value, meaning }) => {
    const means =
      meaning && html` <span class="dim">${nameMarkup(meaning[language], language, WORDS_LENGTH_MAX)}</span>`;
    return html`<div><dt>${clip(name[language], NAME_LENGTH_MAX)}</dt><dd><span class="code">${clip(value, NAME_LENGTH_MAX)}</span>${means}</dd></div>`;
  });
}

/** What kind of code it is and what it stands for, as rows. */
export const kindRows = (candidate: Candidate, language: Language): Markup =>
  html`<div><dt>${say(language, 'kind')}</dt><dd>${kindText(candidate, language)}</dd></div>${levelRow(candidate, language)}`;
