import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

interface Division {
  code: string;
  name: string;
  nameEn: string;
  level: 'province' | 'prefecture' | 'county';
  parent?: string;
  validFrom: string;
  validTo?: string;
  successor?: string;
}

const path = resolve(import.meta.dirname, '../../../../fixtures/divisions/yunnan.json');
const { divisions } = JSON.parse(readFileSync(path, 'utf8')) as { divisions: Division[] };
const byCode = new Map(divisions.map((division) => [division.code, division]));
const validOn = (day: string) =>
  divisions.filter((division) => division.validFrom <= day && day <= (division.validTo ?? '9999-12-31'));

test('Yunnan has one province, 16 prefectures and 129 counties today', () => {
  const today = validOn(new Date().toISOString().slice(0, 10));
  const count = (level: Division['level']) => today.filter((division) => division.level === level).length;
  expect([count('province'), count('prefecture'), count('county')]).toEqual([1, 16, 129]);
});

test('codes are unique, six digits, and stand under their parent', () => {
  expect(byCode.size).toBe(divisions.length);
  for (const { code, level, parent, nameEn } of divisions) {
    expect(code).toMatch(/^53\d{4}$/);
    expect(nameEn).not.toBe('');
    if (level === 'province') expect([code, parent]).toEqual(['530000', undefined]);
    if (level === 'prefecture') expect(parent).toBe('530000');
    if (level === 'county')
      expect([parent, byCode.get(parent ?? '')?.level]).toEqual([`${code.slice(0, 4)}00`, 'prefecture']);
  }
});

test.each([
  ['530321', '530304', 2018],
  ['530422', '530481', 2020],
  ['532331', '532302', 2021],
  ['530630', '530681', 2018],
])('the old code %s leads to %s since %i', (old, successor, year) => {
  const division = byCode.get(old);
  expect(division?.successor).toBe(successor);
  expect(division?.validTo).toBe(`${year}-12-31`);
  expect(byCode.get(successor)?.validFrom).toBe(`${year}-01-01`);
});

test('every ended code has a successor of the same prefecture that is valid today, and there is no year without a code', () => {
  for (const division of divisions.filter((entry) => entry.validTo !== undefined)) {
    const successor = byCode.get(division.successor ?? '');
    expect(successor?.parent).toBe(division.parent);
    expect(successor?.validTo).toBeUndefined();
    expect((successor?.validFrom ?? '9999') <= (division.validTo ?? '')).toBe(true);
  }
});
