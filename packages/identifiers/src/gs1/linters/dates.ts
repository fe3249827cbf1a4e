import { csetNumeric } from './character-sets.ts';
import { type Linter, type LintFault, mark, markAll } from './linter.ts';

const zero = 48;
const twoDigits = (text: string, at: number) =>
  (text.charCodeAt(at) - zero) * 10 + text.charCodeAt(at + 1) - zero;

const daysByMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** In a year of two digits every fourth is a leap year: the century that GS1 means (§7.12) never holds 1900 or 2100. */
function isLeap(text: string, yearDigits: number): boolean {
  const last = twoDigits(text, yearDigits - 2);
  if (yearDigits === 2 || last !== 0) return last % 4 === 0;
  return twoDigits(text, 0) % 4 === 0;
}

function dateFault(value: string, yearDigits: number, dayMin: number): LintFault | null {
  const length = yearDigits + 4;
  if (value.length < length) return markAll('date_too_short', value);
  if (value.length > length) return markAll('date_too_long', value);
  const wrong = csetNumeric(value);
  if (wrong) return wrong;
  const month = twoDigits(value, yearDigits);
  let days = daysByMonth[month - 1];
  if (days === undefined) return mark('illegal_month', yearDigits, 2);
  if (month === 2 && !isLeap(value, yearDigits)) days = 28;
  const day = twoDigits(value, yearDigits + 2);
  return day < dayMin || day > days ? mark('illegal_day', yearDigits + 2, 2) : null;
}

export const yymmdd: Linter = (value) => dateFault(value, 2, 1);
/** Day 00 is the whole month (GS1 General Specifications §3.4). */
export const yymmd0: Linter = (value) => dateFault(value, 2, 0);
export const yyyymmdd: Linter = (value) => dateFault(value, 4, 1);
export const yyyymmd0: Linter = (value) => dateFault(value, 4, 0);

type Unit = 'hour' | 'minute' | 'second';
const most = { hour: 23, minute: 59, second: 59 } as const;

function timeFault(value: string, unit: Unit): LintFault | null {
  if (value.length < 2) return markAll(`${unit}_too_short`, value);
  if (value.length > 2) return markAll(`${unit}_too_long`, value);
  const wrong = csetNumeric(value);
  if (wrong) return wrong;
  return twoDigits(value, 0) > most[unit] ? mark(`illegal_${unit}`, 0, 2) : null;
}

export const hh: Linter = (value) => timeFault(value, 'hour');
export const mi: Linter = (value) => timeFault(value, 'minute');
export const ss: Linter = (value) => timeFault(value, 'second');

/** Hours and minutes. */
export const hhmi: Linter = (value) => {
  if (value.length < 4) return markAll('hour_with_minute_too_short', value);
  if (value.length > 4) return markAll('hour_with_minute_too_long', value);
  const wrong = csetNumeric(value);
  if (wrong) return wrong;
  if (twoDigits(value, 0) > most.hour) return mark('illegal_hour', 0, 2);
  return twoDigits(value, 2) > most.minute ? mark('illegal_minute', 2, 2) : null;
};
