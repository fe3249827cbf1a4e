/** The last instant printed: rows of a trace come in the order of time, hundreds at one instant. */
let last = { micros: Number.NaN, text: '' };

/** Microseconds since 1970 as RFC 3339 in UTC, milliseconds at least. */
export function toInstant(micros: number): string {
  if (micros === last.micros) return last.text;
  const millis = Math.floor(micros / 1000);
  const rest = micros - millis * 1000;
  const whole = new Date(millis).toISOString();
  const text = rest === 0 ? whole : whole.replace('Z', `${String(rest).padStart(3, '0')}Z`);
  last = { micros, text };
  return text;
}
