import type { Caller } from '@yunsu/domain';
import { toScopeKey } from './scope-keys.ts';

/**
 * The condition that every read of `event` and `epc_event` carries, as SQL over the column that holds the number of the
 * rights; its parameters are appended to `values`. The set of rights is read once per statement and hashed: `is true`
 * keeps the planner from turning it into a join that is made again for every unit.
 */
export function visibleTo(caller: Caller, column: string, values: unknown[]): string {
  const which = rightsOf(caller, values);
  return which === 'true' ? 'true' : `(${column} in (select id from rights where ${which})) is true`;
}

function rightsOf(caller: Caller, values: unknown[]): string {
  switch (caller.plane) {
    case 'system':
      return 'true';
    case 'public':
      return 'published';
    case 'enterprise': {
      if (caller.party === undefined) throw new Error('an enterprise caller without a party');
      const n = values.push(caller.party);
      return `(owner = $${n}::text or parties @> array[$${n}::text])`;
    }
    case 'regulator':
      return `scope_keys && $${values.push(caller.scopes.map(toScopeKey))}::text[]`;
  }
}
