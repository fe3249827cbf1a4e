import type { CodeOrder } from '@yunsu/api';
import { expect, test } from 'vitest';
import { balanceOf, movable, printedOf, sumText, unexplainedOf } from './balance.ts';

const counts = { reserved: 900, printed: 96, active: 2, void: 2 };
const movement = (act: CodeOrder['movements'][number]['act'], count: number) => ({
  act,
  count,
  at: '2026-01-01T00:00:00.000Z',
  by: 'urn:yunsu:uscc:x',
});

test('the parts of an order are all four states and add up to it', () => {
  const parts = balanceOf({ counts }, 'en');
  expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(1000);
  expect(sumText(parts)).toBe('900 reserved + 96 printed + 2 active + 2 void');
});

test('what was printed stays printed when codes move on', () => {
  const movements = [
    movement('reserve', 1000),
    movement('print', 60),
    movement('void', 2),
    movement('print', 40),
  ];
  expect(printedOf({ movements })).toBe(100);
});

test('only reserved codes can be printed, and printed ones still activated or made void', () => {
  expect(movable({ counts }, 'print')).toBe(900);
  expect(movable({ counts }, 'activate')).toBe(996);
  expect(movable({ counts }, 'void')).toBe(996);
});

test('what nobody counted is unexplained, and a count above what was printed is negative', () => {
  expect(unexplainedOf(100, { applied: 90, spoiled: 2, left: 5 })).toBe(3);
  expect(unexplainedOf(100, { applied: 100, spoiled: 1, left: 0 })).toBe(-1);
});
