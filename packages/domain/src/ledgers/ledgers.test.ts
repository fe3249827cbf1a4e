import { expect, test } from 'vitest';
import { departmentsOf, isPublished, ledgerOf, ledgers, secretNames } from './ledgers.ts';

test('every ledger is complete, named in two languages and found by its id', () => {
  expect(ledgers.size).toBeGreaterThanOrEqual(3);
  for (const [id, ledger] of ledgers) {
    expect(ledgerOf(id)).toBe(ledger);
    expect(ledger.name.zh).not.toBe('');
    expect(ledger.name.en).not.toBe('');
    expect(ledger.departments.length).toBeGreaterThan(0);
    for (const fact of ledger.publishedFacts) expect([fact.zh, fact.en].every(Boolean)).toBe(true);
  }
});

test('nothing is both published and secret, and every claim is published', () => {
  for (const { publishedFacts, claimFacts } of ledgers.values()) {
    const published = publishedFacts.map(({ name }) => name);
    expect(published.filter((name) => secretNames.has(name))).toEqual([]);
    expect(claimFacts.every((name) => published.includes(name))).toBe(true);
  }
});

test('an event is read by the departments of all its classes', () => {
  expect(departmentsOf(['food'])).toEqual(['agriculture', 'market']);
  expect(departmentsOf(['no such class'])).toEqual(['commerce']);
  expect(departmentsOf([])).toEqual([]);
});

test('the public window speaks of classes that are all published; classes without a ledger are', () => {
  expect(isPublished(['food', 'agri'])).toBe(true);
  expect(isPublished(['no such class'])).toBe(true);
  expect(ledgerOf(undefined)).toBeUndefined();
});
