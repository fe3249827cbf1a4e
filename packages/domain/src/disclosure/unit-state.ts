/** What is true of a unit, worst first: a recall outweighs a sale, and what is gone outweighs what is due. */
export type UnitState =
  | 'unknown'
  | 'elsewhere'
  | 'not_issued'
  | 'not_activated'
  | 'code_void'
  | 'active'
  | 'sold'
  | 'used'
  | 'destroyed'
  | 'recalled'
  | 'expired'
  | 'held'
  | 'voided';

/** One event as the state of a unit depends on it. */
export interface StateFact {
  /** Microseconds. */
  readonly time: number;
  readonly action?: string;
  readonly bizStep?: string;
  readonly disposition?: string;
  readonly persistentSet: readonly string[];
  readonly persistentUnset: readonly string[];
  readonly voided: boolean;
  /** About the unit itself; else about its lot, or a lot inside it. */
  readonly own: boolean;
}

export interface StateQuestion {
  readonly facts: readonly StateFact[];
  /** Nothing of the unit is left anywhere. */
  readonly ended: boolean;
  /** `YYYY-MM-DD`, from ILMD; absent where none is stated. */
  readonly expiresOn?: string;
  /** `YYYY-MM-DD` in Chinese time. */
  readonly today: string;
}

/**
 * The state of a unit from what the records say (design §6, "Honest states"). A persistent disposition stays until it is
 * unset (EPCIS 2.0 §7.4.2); of the others the last event counts.
 */
export function stateOf({ facts, ended, expiresOn, today }: StateQuestion): UnitState {
  const own = facts.filter((fact) => fact.own);
  const live = facts.filter((fact) => !fact.voided).sort((a, b) => a.time - b.time);
  const liveOwn = live.filter((fact) => fact.own);
  if (own.length === 0 && live.length === 0) return 'unknown';
  if (own.length > 0 && liveOwn.length === 0) return 'voided';
  const standing = standingOf(live);
  const last = liveOwn.findLast((fact) => fact.action === 'DELETE' || fact.disposition !== undefined);
  if (ended && isDestroyed(last)) return 'destroyed';
  if (standing.has('recalled')) return 'recalled';
  if (ended) return isSold(last) ? 'sold' : 'used';
  if (standing.has('stolen') || standing.has('non_sellable_other') || isHeld(last)) return 'held';
  if (expiresOn !== undefined && expiresOn < today) return 'expired';
  return 'active';
}

function standingOf(live: readonly StateFact[]): Set<string> {
  const standing = new Set<string>();
  for (const { persistentSet, persistentUnset } of live) {
    for (const one of persistentUnset) standing.delete(one);
    for (const one of persistentSet) standing.add(one);
  }
  return standing;
}

const isDestroyed = (fact: StateFact | undefined): boolean =>
  fact !== undefined && (fact.disposition === 'destroyed' || fact.bizStep === 'destroying');
const isSold = (fact: StateFact | undefined): boolean =>
  fact?.disposition === 'retail_sold' || fact?.bizStep === 'retail_selling';
const heldDispositions = new Set(['non_sellable_other', 'non_conformant', 'quarantined', 'unavailable']);
const isHeld = (fact: StateFact | undefined): boolean => heldDispositions.has(fact?.disposition ?? '');
