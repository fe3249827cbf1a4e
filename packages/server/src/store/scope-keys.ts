/** Lengths of a division code that name a level: province, prefecture, county, township, village (GB/T 2260, GB/T 10114). */
const DIVISION_LENGTHS = [2, 4, 6, 9, 12];

/** A division code without the zeros that only fill it up: 530000 and 53 are the same province. */
export function toDivisionPrefix(division: string): string {
  if (!/^\d{6}$/.test(division)) return division;
  return division.replace(
    /^(\d\d)(?:0000|(\d\d)00)$/,
    (_, province: string, prefecture = '') => `${province}${prefecture}`,
  );
}

/** A scope `department:division:class` as it is compared, the division as a prefix. */
export function toScopeKey(scope: string): string {
  const [department = '', division = '', kind = ''] = scope.split(':', 3);
  return `${department}:${toDivisionPrefix(division)}:${kind}`;
}

/**
 * Every scope that reaches this one: each part as it is or `*`, the division also by each level above it. So "a
 * regulator's scopes overlap an event's" is one look-up in an inverted index.
 */
export function scopeKeys(scope: string): string[] {
  const [department = '', division = '', kind = ''] = toScopeKey(scope).split(':', 3);
  const divisions = new Set(['*', division]);
  for (const length of DIVISION_LENGTHS)
    if (division.length > length) divisions.add(division.slice(0, length));
  const departments = new Set(['*', department]);
  const kinds = new Set(['*', kind]);
  return [...departments].flatMap((d) =>
    [...divisions].flatMap((v) => [...kinds].map((k) => `${d}:${v}:${k}`)),
  );
}
