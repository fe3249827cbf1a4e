/** Most microseconds since 1970 that a number holds exactly: 2255-06-05. */
export const MICROS_MAX = Number.MAX_SAFE_INTEGER;
/** 1900-01-01T00:00:00Z in microseconds since 1970: nothing that is traced happened before. */
export const EVENT_TIME_MIN = -2_208_988_800_000_000;

/** Microseconds since 1970 as the text of a timestamptz; `Date` alone would lose the last three digits. */
export function toTimestamp(micros: number): string {
  const millis = Math.floor(micros / 1000);
  const rest = String(micros - millis * 1000).padStart(3, '0');
  return new Date(millis).toISOString().replace('Z', `${rest}Z`);
}

const DATE = /^\d{4}-\d\d-\d\d$/;
/** The last day read: rows come in the order of time, and a hop reads hundreds of thousands. */
let lastDate = '';
let lastDayMicros = 0;

/** The text of a timestamptz, as PostgreSQL writes it in a session in UTC, as microseconds since 1970. */
export function parseTimestamp(text: string): number {
  const end = text.length - 3;
  const sound =
    text.charCodeAt(10) === 32 && text.endsWith('+00') && (end === 19 || text.charCodeAt(19) === 46);
  if (!sound || end > 26) throw new Error(`not a timestamp of our range in UTC: ${text}`);
  const date = text.slice(0, 10);
  if (date !== lastDate) {
    if (!DATE.test(date)) throw new Error(`not a timestamp of our range in UTC: ${text}`);
    lastDayMicros = Date.parse(`${date}T00:00:00Z`) * 1000;
    lastDate = date;
  }
  const seconds = twoDigits(text, 11) * 3600 + twoDigits(text, 14) * 60 + twoDigits(text, 17);
  let fraction = 0;
  for (let at = 20; at < 26; at += 1) fraction = fraction * 10 + (at < end ? text.charCodeAt(at) - 48 : 0);
  return lastDayMicros + seconds * 1_000_000 + fraction;
}

const twoDigits = (text: string, at: number) =>
  (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
