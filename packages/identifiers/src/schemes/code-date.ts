import type { Words } from '../fault.ts';

/** Says whether a year, a month and a day, all digits, are a day of the calendar. */
export function isDay(year: string, month: string, day: string): boolean {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** Says whether eight digits are a day written YYYYMMDD. */
export const isLongDate = (text: string): boolean =>
  /^\d{8}$/.test(text) && isDay(text.slice(0, 4), text.slice(4, 6), text.slice(6));

/** A day written YYYYMMDD as people write it. */
export function dayInWords(text: string): Words {
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)];
  return { en: `${year}-${month}-${day}`, zh: `${year}年${Number(month)}月${Number(day)}日` };
}
