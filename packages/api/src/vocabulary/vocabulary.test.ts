import { wordsOf } from '@yunsu/epcis';
import { expect, test } from 'vitest';
import { bizSteps } from './biz-steps.ts';
import { dispositions } from './dispositions.ts';
import { rowOf } from './pair.ts';
import { prefectures } from './prefectures.ts';
import { processes } from './processes.ts';
import { units } from './units.ts';

test('every business step and disposition of CBV 2.0 has its words', () => {
  expect(Object.keys(bizSteps).sort()).toEqual([...wordsOf('bizStep').keys()].sort());
  expect(Object.keys(dispositions).sort()).toEqual([...wordsOf('disposition').keys()].sort());
});

test('every row is Chinese on the left and English on the right', () => {
  const rows = [bizSteps, dispositions, processes, prefectures].flatMap((table) => Object.entries(table));
  expect(rows.length).toBeGreaterThan(120);
  for (const [key, [zh, en]] of rows) {
    expect(zh, key).toMatch(/\p{Script=Han}/u);
    expect(en, key).toMatch(/^[^\p{Script=Han}]+$/u);
  }
});

test('a key that every object inherits is no row', () => {
  expect(rowOf(units, 'KGM')).toEqual(['千克', 'kg']);
  expect(rowOf(units, 'toString')).toBeUndefined();
  expect(rowOf(units, '__proto__')).toBeUndefined();
  expect(rowOf(units, undefined)).toBeUndefined();
});
