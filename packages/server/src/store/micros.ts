/** Most microseconds since 1970 that a number holds exactly: 2255-06-05. */
export const MICROS_MAX = Number.MAX_SAFE_INTEGER;

/** Microseconds since 1970 as the text of a timestamptz; `Date` alone would lose the last three digits. */
export function toTimestamp(micros: number): string {
  const millis = Math.floor(micros / 1000);
  const rest = String(micros - millis * 1000).padStart(3, '0');
  return new Date(millis).toISOString().replace('Z', `${rest}Z`);
}

const TIMESTAMP = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?\+00$/;

/** The text of a timestamptz, as PostgreSQL writes it in a session in UTC, as microseconds since 1970. */
export function parseTimestamp(text: string): number {
  const match = TIMESTAMP.exec(text);
  if (!match) throw new Error(`not a timestamp of our range in UTC: ${text}`);
  const [, year, month, day, hour, minute, second, fraction = ''] = match;
  const millis = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  return millis * 1000 + Number(fraction.padEnd(6, '0'));
}
