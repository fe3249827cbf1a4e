/** Order of two RFC 3339 texts of any offset; texts that are no time are ordered as text. */
export const compareTimes = (a: string, b: string): number =>
  Date.parse(a) - Date.parse(b) || (a < b ? -1 : a > b ? 1 : 0);

/** The first of some times. */
export const earliest = (times: readonly string[]): string | undefined => times.toSorted(compareTimes)[0];

/** The last of some times. */
export const latest = (times: readonly string[]): string | undefined => times.toSorted(compareTimes).at(-1);
