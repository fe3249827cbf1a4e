import type { Caller } from '@yunsu/domain';
import { toDivisionPrefix } from './scope-keys.ts';

/**
 * The condition for rows that belong to one party, over the column that holds it: a party reads its own, a regulator those
 * of the parties in its divisions, the system all, the public none. Parameters are appended to `values`.
 */
export function heldBy(caller: Caller, column: string, values: unknown[]): string {
  switch (caller.plane) {
    case 'system':
      return 'true';
    case 'public':
      return 'false';
    case 'enterprise': {
      if (caller.party === undefined) throw new Error('an enterprise caller without a party');
      return `${column} = $${values.push(caller.party)}`;
    }
    case 'regulator': {
      const divisions = caller.scopes.map((scope) => toDivisionPrefix(scope.split(':', 3)[1] ?? ''));
      if (divisions.includes('*')) return 'true';
      const patterns = divisions.filter((division) => /^\d+$/.test(division)).map((prefix) => `${prefix}%`);
      const n = values.push(patterns);
      return `exists (select from party held where held.uri = ${column} and held.division like any($${n}::text[]))`;
    }
  }
}

/** True where a caller's scopes reach a division, in some department and class. */
export function reachesDivision(caller: Caller, division: string): boolean {
  if (caller.plane === 'system') return true;
  const prefixes = caller.scopes.map((scope) => toDivisionPrefix(scope.split(':', 3)[1] ?? ''));
  return prefixes.some((prefix) => prefix === '*' || (/^\d+$/.test(prefix) && division.startsWith(prefix)));
}
