import type { CodeState } from '../issuing/code-life.ts';

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
  /** The code that was asked for, where the platform gave it out, or gave its range to somebody. */
  readonly code?: CodeState | 'unreserved';
}

/** What a code says of itself while no record says more. */
const stateOfCode: Readonly<Record<CodeState | 'unreserved', UnitState>> = {
  unreserved: 'not_issued',
  reserved: 'not_activated',
  printed: 'not_activated',
  active: 'active',
  void: 'code_void',
};

/**
 * The state of a unit from what the records say (design §6, "Honest states"). A persistent disposition stays until it is
 * unset (EPCIS 2.0 §7.4.2); of the others the last event counts.
 *
 * Events of the unit win over the state of the code that was asked for: they are about the thing itself, and activation
 * follows them a moment later. They do not win over a void code. A label that its owner made void does not come back by an
 * event, however late it says to be: whoever found the lost labels could tell one. That an event names a void code is a
 * finding for a person to look at. Only a recall, which says more, stands above the code, also that of its lot.
 */
export function stateOf(question: StateQuestion): UnitState {
  const recorded = stateOfRecords(question);
  const { code, facts } = question;
  if (code === undefined || recorded === 'recalled') return recorded;
  const named = facts.some(({ own }) => own);
  const told = recorded !== 'unknown' && (named || code === 'active');
  return told && code !== 'void' ? recorded : stateOfCode[code];
}

function stateOfRecords({ facts, ended, expiresOn, today }: StateQuestion): UnitState {
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
