import type { Context } from '../context.ts';
import type { MayDeclare } from '../store/declarations.ts';
import { readLicences, readParties } from '../store/registers.ts';
import { DELEGATION } from './delegation.ts';

/**
 * Who but the actor may declare an event to be wrong (design §5.6): a party that the actor lets speak for it, or an
 * authority of the register.
 */
export function mayDeclare(context: Context): MayDeclare {
  return async (declarer, actor) => {
    const today = context.now().toISOString().slice(0, 10);
    const parties = await readParties(context.db, [declarer], today);
    if (parties.get(declarer)?.kind === 'authority') return true;
    const licences = await readLicences(context.db, [declarer], today);
    return licences.some(({ type, scope }) => type === DELEGATION && scope === actor);
  };
}
