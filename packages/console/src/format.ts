import { type HolderView, type PlaceView, type UnitAnswer, units } from '@yunsu/api';
import { percentOf, trimDecimal } from './decimal.ts';
import { levels, shortLevels, wordOf } from './vocabulary.ts';
import type { Language, Say } from './words.ts';

/** China keeps one zone, without summer time since 1992. */
export const BEIJING = '+08:00';
const MINUTE_MS = 60_000;
const two = (number: number): string => String(number).padStart(2, '0');

function offsetMs(offset: string): number {
  const match = /^([+-])(\d{2}):(\d{2})$/.exec(offset);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -minutes : minutes) * MINUTE_MS;
}

/** An instant as `2026-08-18 09:40` in the zone; text that is no instant stays as it is. */
export function formatTime(text: string, offset: string = BEIJING): string {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) return text;
  const date = new Date(instant + offsetMs(offset));
  if (Number.isNaN(date.getTime())) return text;
  const day = `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  return `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}

/** The time of an event where it happened; the zone is named where it is not Beijing. */
export const formatEventTime = (time: string, offset: string): string =>
  offset === BEIJING ? formatTime(time) : `${formatTime(time, offset)} ${offset}`;

/** "195.636 千克". */
export const quantityText = (quantity: string, uom: string, language: Language): string =>
  `${trimDecimal(quantity)} ${wordOf(units, uom, language)}`;

type Amount = {
  quantity?: string;
  uom?: string;
  share?: string;
  quantityMax?: string;
  shareMax?: string;
};

/** The amount of a node or link, or its bound where there are only bounds. */
export function amountText(amount: Amount, language: Language, t: Say): string {
  const { quantity, quantityMax, uom = '' } = amount;
  if (quantity !== undefined) return quantityText(quantity, uom, language);
  return quantityMax === undefined ? '' : t('atMost', { quantity: quantityText(quantityMax, uom, language) });
}

/** The share of a node or link, or its bound. */
export function shareText(amount: Amount, t: Say): string {
  if (amount.share !== undefined) return percentOf(amount.share);
  return amount.shareMax === undefined ? '' : t('atMost', { quantity: percentOf(amount.shareMax) });
}

/** The part of a canonical URI that people compare: serial, lot, SSCC, credit code. */
export function shortCode(uri: string): string {
  const last = uri.startsWith('http') ? uri.split('/').pop() : uri.split(':').pop();
  try {
    return decodeURIComponent(last || uri);
  } catch {
    return last || uri;
  }
}

/** "批次 VX-0818". */
export const unitText = (level: UnitAnswer['level'], uri: string, language: Language): string =>
  `${wordOf(levels, level, language)} ${shortCode(uri)}`;

/** "批 VX-0818", for cards. */
export const cardUnitText = (level: UnitAnswer['level'], uri: string, language: Language): string =>
  `${wordOf(shortLevels, level, language)} ${shortCode(uri)}`;

/** Name of a holder as far as it is known. */
export const holderText = (holder: HolderView | null, t: Say): string =>
  holder === null || holder.kind === 'unknown' ? t('unknown') : holder.name;

/** A place with its prefecture, which is said once. */
export function placeText(place: PlaceView | null, t: Say): string {
  if (place === null) return t('none');
  if (place.name === '未知' || place.name === '') return t('unknown');
  const { prefecture } = place;
  return prefecture === undefined || place.name.includes(prefecture)
    ? place.name
    : `${place.name} · ${prefecture}`;
}
