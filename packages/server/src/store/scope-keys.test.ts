import { expect, test } from 'vitest';
import { scopeKeys, toDivisionPrefix, toScopeKey } from './scope-keys.ts';

test('zeros that only fill a division code up are no part of its prefix', () => {
  expect(['530000', '530100', '530111', '110000', '53', '*', '530111001'].map(toDivisionPrefix)).toEqual([
    '53',
    '5301',
    '530111',
    '11',
    '53',
    '*',
    '530111001',
  ]);
});

test('a scope is reached by its own department and class or any, and by every level of its division', () => {
  expect(scopeKeys('agri:530111:vegetable').length).toBe(2 * 4 * 2);
  const reached = ['agri:53:*', 'agri:5301:vegetable', '*:*:*', 'agri:530100:*', '*:530111:vegetable'];
  for (const scope of reached) expect(scopeKeys('agri:530111:vegetable')).toContain(toScopeKey(scope));
  const not = ['agri:5303:*', 'drug:53:*', 'agri:53:meat', 'agri:530111001:vegetable', 'agri:5:vegetable'];
  for (const scope of not) expect(scopeKeys('agri:530111:vegetable')).not.toContain(toScopeKey(scope));
});

test('an event of no known division is reached by those who see all divisions', () => {
  expect(scopeKeys('agri:*:vegetable')).toContain('agri:*:*');
  expect(scopeKeys('agri:*:vegetable')).not.toContain('agri:53:*');
});
