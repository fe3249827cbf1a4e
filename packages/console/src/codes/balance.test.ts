import { expect, test } from 'vitest';
import { balanceOf, mayMove, sumText, swept } from './balance.ts';

const counts = { reserved: 900, printed: 96, active: 2, void: 2 };

test('the parts of an order are all four states and add up to it', () => {
  const parts = balanceOf({ counts }, 'en');
  expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(1000);
  expect(sumText(parts)).toBe('900 reserved + 96 printed + 2 active + 2 void');
});

test('only reserved codes can be printed, and active ones are made void only by name', () => {
  expect(swept({ counts }, 'print')).toBe(900);
  expect(swept({ counts }, 'activate')).toBe(996);
  expect(swept({ counts }, 'void')).toBe(996);
  const active = { counts: { reserved: 0, printed: 0, active: 1, void: 0 } };
  expect([swept(active, 'void'), mayMove(active, 'void')]).toEqual([0, true]);
  expect([mayMove(active, 'print'), mayMove(active, 'activate')]).toEqual([false, false]);
});
