import { prefectures, rowOf } from '@yunsu/api';
import { clip } from './markup.ts';
import type { Language } from './words.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** China keeps one zone, +08:00, without summer time since 1992. */
const BEIJING_MS = 8 * 3600 * 1000;
const DATE_LENGTH = 10;
/** Longest text that is printed where a time, a share or a prefecture was expected. */
const TEXT_LENGTH_MAX = 24;
const two = (number: number): string => String(number).padStart(2, '0');

/** RFC 3339 date, or date and time with an offset. `Date.parse` alone would take a lot number for a date. */
const RFC3339 = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/;

/** The parts of a point in time in Beijing; undefined where the text is no time. */
function beijing(time: string): { date: Date; clock: string } | undefined {
  if (!RFC3339.test(time)) return undefined;
  const instant = Date.parse(time.length === DATE_LENGTH ? `${time}T00:00:00+08:00` : time);
  if (Number.isNaN(instant)) return undefined;
  const date = new Date(instant + BEIJING_MS);
  return Number.isNaN(date.getTime())
    ? undefined
    : { date, clock: `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}` };
}

function dateText(date: Date, language: Language, withYear = true): string {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (language === 'zh') return `${withYear ? `${year}年` : ''}${month + 1}月${day}日`;
  return `${day} ${MONTHS[month] ?? ''}${withYear ? ` ${year}` : ''}`;
}

/** A date of `YYYY-MM-DD` or an instant as a date in Beijing; other text stays as it is. */
export function formatDate(text: string, language: Language): string {
  const at = beijing(text);
  return at ? dateText(at.date, language) : clip(text, TEXT_LENGTH_MAX);
}

/** An instant as date and clock in Beijing. */
export function formatTime(text: string, language: Language): string {
  const at = beijing(text);
  return at ? `${dateText(at.date, language)} ${at.clock}` : clip(text, TEXT_LENGTH_MAX);
}

/** Two instants as one span that does not say the same date or year twice; without the first year by choice. */
export function formatSpan(from: string, to: string, language: Language, withYear = true): string {
  const start = beijing(from);
  const end = beijing(to);
  if (!start || !end) return formatTime(from, language);
  const first = `${dateText(start.date, language, withYear)} ${start.clock}`;
  if (start.date.getTime() === end.date.getTime()) return first;
  if (dateText(start.date, language) === dateText(end.date, language)) return `${first} – ${end.clock}`;
  const sameYear = start.date.getUTCFullYear() === end.date.getUTCFullYear();
  return `${first} – ${dateText(end.date, language, !sameYear)} ${end.clock}`;
}

/** An exact decimal from 0 to 1 as percent with one digit, rounded half up: "0.3" is "30.0 %". Computed on digits, never in floats. */
export function formatShare(share: string): string {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(share);
  if (!match) return clip(share, TEXT_LENGTH_MAX);
  const digits = (match[2] ?? '').padEnd(4, '0');
  const tenths = BigInt(`${match[1]}${digits.slice(0, 3)}`) + (digits.charAt(3) >= '5' ? 1n : 0n);
  return `${tenths / 10n}.${tenths % 10n} %`;
}

/** A share in thousandths, for drawing. */
export const permille = (share: string): number =>
  Math.max(0, Math.min(1000, Math.round(Number(share) * 1000) || 0));

/** Digits of a decimal without the zeros that say nothing: "600.000" is "600". */
export const trimDecimal = (decimal: string): string =>
  /^-?\d+\.\d+$/.test(decimal) ? decimal.replace(/\.?0+$/, '') : decimal;

/** Name of a prefecture in the language, by division code where there is one, else as the answer gives it. */
export function formatPrefecture(
  place: { division?: string | undefined; prefecture?: string | undefined },
  language: Language,
): string {
  const row = rowOf(prefectures, prefectureKeyOf(place));
  return row ? row[language === 'zh' ? 0 : 1] : clip(place.prefecture ?? '', TEXT_LENGTH_MAX);
}

const keyByName = new Map(Object.entries(prefectures).map(([key, [name]]) => [name, key]));

/** First four digits of the division code of a prefecture of Yunnan; undefined for any other place. */
export function prefectureKeyOf(place: {
  division?: string | undefined;
  prefecture?: string | undefined;
}): string | undefined {
  const key = place.division?.slice(0, 4) ?? keyByName.get(place.prefecture ?? '');
  return rowOf(prefectures, key) ? key : undefined;
}
