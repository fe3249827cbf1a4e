import { describe, expect, test } from 'vitest';
import { type StateFact, type StateQuestion, stateOf, type UnitState } from './unit-state.ts';

const fact = (of: Partial<StateFact> = {}): StateFact => ({
  time: 1,
  persistentSet: [],
  persistentUnset: [],
  voided: false,
  own: true,
  ...of,
});
const state = (facts: readonly StateFact[], more: Partial<StateQuestion> = {}): UnitState =>
  stateOf({ facts, ended: false, today: '2026-06-01', ...more });

const begun = fact({ time: 0, action: 'ADD', disposition: 'active' });
const recalled = fact({ time: 5, persistentSet: ['recalled'] });
const sold = fact({ time: 3, action: 'DELETE', bizStep: 'retail_selling', disposition: 'retail_sold' });
const used = fact({ time: 3, action: 'DELETE', bizStep: 'dispensing', disposition: 'dispensed' });
const destroyed = fact({ time: 7, action: 'DELETE', bizStep: 'destroying', disposition: 'destroyed' });

describe('the state of a unit', () => {
  test.each<[string, UnitState, readonly StateFact[], Partial<StateQuestion>]>([
    ['nothing is known', 'unknown', [], {}],
    ['it began', 'active', [begun], {}],
    ['all that was said of it is voided', 'voided', [fact({ voided: true })], {}],
    ['one event of two is voided', 'active', [begun, fact({ voided: true })], {}],
    ['it was sold', 'sold', [begun, sold], { ended: true }],
    ['it was used', 'used', [begun, used], { ended: true }],
    ['it was destroyed', 'destroyed', [begun, destroyed], { ended: true }],
    ['it is recalled', 'recalled', [begun, recalled], {}],
    ['its lot is recalled', 'recalled', [begun, { ...recalled, own: false }], {}],
    ['a recall outweighs a sale', 'recalled', [begun, sold, recalled], { ended: true }],
    ['destruction outweighs a recall', 'destroyed', [begun, recalled, destroyed], { ended: true }],
    ['a recall outweighs expiry', 'recalled', [begun, recalled], { expiresOn: '2026-01-01' }],
    ['it expired yesterday', 'expired', [begun], { expiresOn: '2026-05-31' }],
    ['it expires today, so it is good today', 'active', [begun], { expiresOn: '2026-06-01' }],
    ['a sale outweighs expiry', 'sold', [begun, sold], { ended: true, expiresOn: '2026-01-01' }],
    ['it is held', 'held', [begun, fact({ time: 2, disposition: 'non_conformant' })], {}],
    [
      'a hold outweighs expiry',
      'held',
      [begun, fact({ persistentSet: ['stolen'] })],
      { expiresOn: '2026-01-01' },
    ],
    [
      'a later word lifts what an earlier one said',
      'active',
      [begun, fact({ time: 2, disposition: 'non_conformant' }), fact({ time: 3, disposition: 'conformant' })],
      {},
    ],
    [
      'a persistent disposition stays until it is unset',
      'active',
      [begun, recalled, fact({ time: 6, persistentUnset: ['recalled'] })],
      {},
    ],
    [
      'what is unset before it is set stays set',
      'recalled',
      [begun, fact({ time: 4, persistentUnset: ['recalled'] }), recalled],
      {},
    ],
    ['a voided recall is none', 'active', [begun, { ...recalled, voided: true }], {}],
    ['only its lot is spoken of', 'active', [fact({ own: false })], {}],
  ])('%s', (_, expected, facts, more) => {
    expect(state(facts, more)).toBe(expected);
    expect(state([...facts].reverse(), more)).toBe(expected);
  });
});

describe('the state of a code that the platform gives out', () => {
  const lotBegun = { ...begun, own: false };
  const lotRecalled = { ...recalled, own: false };
  test.each<
    [string, UnitState, NonNullable<StateQuestion['code']>, readonly StateFact[], Partial<StateQuestion>]
  >([
    ['was never reserved in a range that has an owner', 'not_issued', 'unreserved', [], {}],
    ['is reserved', 'not_activated', 'reserved', [], {}],
    ['is printed', 'not_activated', 'printed', [], {}],
    ['is active by its owner’s word', 'active', 'active', [], {}],
    ['is void', 'code_void', 'void', [], {}],
    ['is named by an event before its activation has followed', 'active', 'printed', [begun], {}],
    ['was never reserved, but is on a thing', 'active', 'unreserved', [begun], {}],
    ['was sold', 'sold', 'active', [begun, sold], { ended: true }],
    ['is void and an event names it all the same', 'code_void', 'void', [begun], {}],
    ['is void and was sold all the same', 'code_void', 'void', [begun, sold], { ended: true }],
    ['is void and on a thing that is recalled', 'recalled', 'void', [begun, recalled], {}],
    ['is named by events that are all voided', 'voided', 'printed', [fact({ voided: true })], {}],
    ['is void after its events were voided', 'code_void', 'void', [fact({ voided: true })], {}],
    ['is active and its lot is on its way', 'active', 'active', [lotBegun], {}],
    ['is active and its lot is recalled', 'recalled', 'active', [lotBegun, lotRecalled], {}],
    ['is active and its lot has expired', 'expired', 'active', [lotBegun], { expiresOn: '2026-05-31' }],
    ['is printed and its lot is on its way', 'not_activated', 'printed', [lotBegun], {}],
    ['is printed and its lot is recalled', 'recalled', 'printed', [lotBegun, lotRecalled], {}],
  ])('that %s', (_, expected, code, facts, more) => {
    expect(state(facts, { code, ...more })).toBe(expected);
    expect(state([...facts].reverse(), { code, ...more })).toBe(expected);
  });
});
