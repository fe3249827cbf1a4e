/** Amounts, shares, times and names as a report prints them. */
import { type HolderView, type PlaceView, prefectures, rowOf, units } from '@yunsu/api';
import { percentOf } from '@yunsu/domain';
import { type Language, termOf } from '../heads.ts';
import { type ReportWord, sayIn } from './words.ts';

/** China keeps one zone, +08:00, without summer time. */
const CHINA_OFFSET_MS = 8 * 3_600_000;
const SECONDS_LENGTH = 19;

/** An instant in China's zone: `2026-03-05 09:00:00`; text that is no time stays as it is. */
export function timeText(time: string): string {
  const instant = Date.parse(time);
  if (Number.isNaN(instant)) return time;
  return new Date(instant + CHINA_OFFSET_MS).toISOString().slice(0, SECONDS_LENGTH).replace('T', ' ');
}

interface Amount {
  readonly quantity?: string;
  readonly quantityMax?: string;
  readonly uom?: string;
}

const trimmed = (decimal: string): string =>
  /^-?\d+\.\d+$/.test(decimal) ? decimal.replace(/\.?0+$/, '') : decimal;

/** A number with its unit, every digit of it. */
export const quantityText = (quantity: string, uom: string | undefined, language: Language): string =>
  [trimmed(quantity), termOf(units, uom, language)].filter(Boolean).join(' ');

/** An exact amount, or its bound called one; empty where there is neither. */
export function amountText({ quantity, quantityMax, uom }: Amount, language: Language): string {
  if (quantity !== undefined) return quantityText(quantity, uom, language);
  if (quantityMax === undefined) return '';
  return sayIn(language)('atMost', { text: quantityText(quantityMax, uom, language) });
}

/** A share in percent: what is rounded is called so, what is only bounded as well. */
export function shareText(
  { share, shareMax }: { readonly share?: string; readonly shareMax?: string },
  language: Language,
): string {
  const known = share ?? shareMax;
  if (known === undefined) return '';
  const say = sayIn(language);
  const { text, exact } = percentOf(known);
  if (share === undefined) return say('atMost', { text });
  return exact ? text : say('about', { text });
}

/** Names that masking gives to what the public may not read. */
const masks: Readonly<Record<string, ReportWord>> = {
  '自然人（已隐去姓名）': 'maskedPerson',
  '经营者（已隐去名称）': 'maskedTrader',
  未知: 'unknown',
};

/** A name in the language of the report where it is none of somebody. */
function nameText(name: string, language: Language): string {
  const word = rowOf(masks, name);
  return word === undefined ? name : sayIn(language)(word);
}

export const holderText = ({ name }: HolderView, language: Language): string => nameText(name, language);

/** The prefecture in the language of the report. */
export function prefectureText({ division, prefecture = '' }: PlaceView, language: Language): string {
  const row = rowOf(prefectures, division?.slice(0, 4));
  return row === undefined ? prefecture : row[language === 'zh' ? 0 : 1];
}

/** A place with its prefecture. */
export function placeText(place: PlaceView, language: Language): string {
  const name = nameText(place.name, language);
  const prefecture = prefectureText(place, language);
  return [...new Set([prefecture, name])].filter(Boolean).join(' · ');
}
