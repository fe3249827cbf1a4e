import { expect, test } from 'vitest';
import { sayIn } from '../words.ts';
import { rowsOf, toInstant } from './terms.ts';

test('a line is read from what came in to what is left', () => {
  const events = [{ eventID: 'e', time: '2026-08-18T00:00:00Z' }];
  const line = {
    uom: 'KGM',
    cameIn: [{ kind: 'commissioned' as const, quantity: '10', events, count: 1 }],
    wentOut: [{ kind: 'used' as const, quantity: '3', events, count: 1 }],
    leftMax: '7',
  };
  expect(rowsOf(line, 'en', sayIn('en')).map(({ side, word, tone }) => [side, word, tone])).toEqual([
    ['cameIn', 'began', 'good'],
    ['wentOut', 'used in making', 'calm'],
    ['left', 'left', 'good'],
  ]);
  expect(rowsOf(line, 'zh', sayIn('zh')).at(-1)).toMatchObject({ word: '结存', quantityMax: '7', count: 0 });
});

test.each([
  ['2026-08-18T08:00', '2026-08-18T08:00:00+08:00'],
  ['2026-08-18T08:00:30', '2026-08-18T08:00:30+08:00'],
  ['', undefined],
  ['2026-08-18', undefined],
  [null, undefined],
])('a picked time %s is the instant %s', (picked, instant) => {
  expect(toInstant(picked)).toBe(instant);
});
