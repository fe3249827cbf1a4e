import { MOVEMENT_CODES_MAX } from '@yunsu/api';
import { expect, test } from 'vitest';
import { chosenOf, type Which } from './which.ts';

const order = { count: 100 };
const which = (part: Partial<Which>): Which => ({ by: 'positions', from: '', to: '', pasted: '', ...part });

test('positions are meant from the first to the last of them, one alone where only one is given', () => {
  expect(chosenOf(which({ from: '3', to: '4' }), order, 0)).toEqual({
    count: 2,
    part: { positions: { from: 3, to: 4 } },
  });
  expect(chosenOf(which({ from: '100' }), order, 0)).toEqual({
    count: 1,
    part: { positions: { from: 100, to: 100 } },
  });
});

test.each([
  ['0', '1'],
  ['5', '4'],
  ['1', '101'],
  ['', ''],
  ['one', '2'],
  ['-1', '2'],
])('positions from %j to %j are not of the order', (from, to) => {
  expect(chosenOf(which({ from, to }), order, 0)).toBeUndefined();
});

test('pasted codes are taken up to the limit and not one past it', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, index) => `C${index}`).join('\n');
  expect(chosenOf(which({ by: 'codes', pasted: lines(MOVEMENT_CODES_MAX) }), order, 0)?.count).toBe(
    MOVEMENT_CODES_MAX,
  );
  expect(chosenOf(which({ by: 'codes', pasted: lines(MOVEMENT_CODES_MAX + 1) }), order, 0)).toBeUndefined();
  expect(chosenOf(which({ by: 'codes' }), order, 0)).toBeUndefined();
});

test('all means those that may move, and nothing where none may', () => {
  expect(chosenOf(which({ by: 'all' }), order, 7)).toEqual({ count: 7, part: {} });
  expect(chosenOf(which({ by: 'all' }), order, 0)).toBeUndefined();
});
