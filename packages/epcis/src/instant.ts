import type { Instant } from './event.ts';

/** First and last year of a time, so that microseconds since 1970 stay exact in a double. */
export const YEAR_MIN = 1700;
export const YEAR_MAX = 2254;
/** Digits after the decimal point of a second. */
export const FRACTION_DIGITS_MAX = 18;

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const SECOND = 1_000_000;

/** Reads `xsd:dateTimeStamp` (EPCIS 2.0 §7.3): a date that exists, `T`, a time before 24:00:00 without a leap second, and
 * `Z` or an offset of at most 14:00. Databases accept "24:00", ":60" and "infinity" here, and each means something else. */
export function parseInstant(text: string): Instant | undefined {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const second = digits(text, 17, 2);
  if (text[4] !== '-' || text[7] !== '-' || text[10] !== 'T' || text[13] !== ':' || text[16] !== ':') {
    return undefined;
  }
  if (!isDate(year, month, day) || !isTimeOfDay(hour, minute, second)) return undefined;
  let at = 19;
  let fraction = 0;
  if (text[at] === '.') {
    const end = endOfDigits(text, at + 1);
    if (end === at + 1 || end - at - 1 > FRACTION_DIGITS_MAX) return undefined;
    fraction = Number(text.slice(at + 1, Math.min(end, at + 7)).padEnd(6, '0'));
    at = end;
  }
  const offset = offsetMinutes(text, at);
  if (offset === undefined) return undefined;
  const seconds =
    daysSince1970(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second - offset * 60;
  return { text, micros: seconds * SECOND + fraction };
}

/** The time in UTC with exactly three decimals, the third rounded half up (CBV 2.0 §8.9.2). */
export function toMillisecondText(instant: Instant): string {
  const whole = Math.floor(instant.micros / 1_000);
  const rest = instant.micros - whole * 1_000;
  return new Date(rest >= 500 ? whole + 1 : whole).toISOString();
}

/** The time in UTC with every digit that was given and no trailing zero: equal moments, equal text. */
export function toExactText(instant: Instant): string {
  const point = instant.text.indexOf('.');
  const fraction = point < 0 ? '' : instant.text.slice(point + 1, endOfDigits(instant.text, point + 1));
  const seconds = new Date(Math.floor(instant.micros / SECOND) * 1_000).toISOString().slice(0, 19);
  const digitsLeft = fraction.replace(/0+$/, '');
  return digitsLeft === '' ? `${seconds}Z` : `${seconds}.${digitsLeft}Z`;
}

/** Value of `count` decimal digits at a position; NaN where one is missing. */
function digits(text: string, at: number, count: number): number {
  let value = 0;
  for (let index = at; index < at + count; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function endOfDigits(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at += 1;
  return at;
}

function isDate(year: number, month: number, day: number): boolean {
  if (!(year >= YEAR_MIN && year <= YEAR_MAX && month >= 1 && month <= 12 && day >= 1)) return false;
  return day <= DAYS_OF_MONTH[month - 1]! + (month === 2 && isLeap(year) ? 1 : 0);
}

function isTimeOfDay(hour: number, minute: number, second: number): boolean {
  return hour <= 23 && minute <= 59 && second <= 59;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Minutes east of UTC from the rest of a text; undefined unless it is `Z` or ±hh:mm up to 14:00. */
function offsetMinutes(text: string, at: number): number | undefined {
  if (text[at] === 'Z') return text.length === at + 1 ? 0 : undefined;
  const sign = text[at] === '+' ? 1 : text[at] === '-' ? -1 : 0;
  if (sign === 0 || text.length !== at + 6 || text[at + 3] !== ':') return undefined;
  const hour = digits(text, at + 1, 2);
  const minute = digits(text, at + 4, 2);
  const total = hour * 60 + minute;
  return minute <= 59 && total <= 840 ? sign * total : undefined;
}

function daysSince1970(year: number, month: number, day: number): number {
  const past = year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  const thisLeap = month > 2 && isLeap(year) ? 1 : 0;
  return past * 365 + leapDays + DAYS_BEFORE_MONTH[month - 1]! + thisLeap + day - 1 - 719_162;
}
