import { expect, test } from 'vitest';
import { ledgers } from './ledgers.ts';
import { transitDays } from './transit.ts';

const source = 'house rule';
const rules = [
  { validFrom: '2026-02-01', days: 20, source },
  { validFrom: '2026-01-01', validUntil: '2026-03-31', days: 10, source },
];

test('the days are those of the latest rule in force when the goods left; both ends of a rule are included', () => {
  const days = ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01', '2026-04-01'];
  expect(days.map((day) => transitDays(rules, day))).toEqual([undefined, 10, 10, 20, 20]);
  expect(['2026-03-31', '2026-04-01'].map((day) => transitDays(rules.slice(1), day))).toEqual([
    10,
    undefined,
  ]);
  expect(transitDays(undefined, '2026-01-01')).toBeUndefined();
});

test('every ledger says how long its goods may be on their way, and on whose word', () => {
  for (const { transit } of ledgers.values()) {
    expect(transit).not.toHaveLength(0);
    for (const { days, source: word } of transit ?? []) {
      expect(Number.isSafeInteger(days) && days > 0).toBe(true);
      expect(word).not.toBe('');
    }
  }
});
