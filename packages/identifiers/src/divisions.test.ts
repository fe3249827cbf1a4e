import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { COUNTIES, PREFECTURES } from './division-names.ts';
import { divisionName, isDivision, provinceOf } from './divisions.ts';

interface Row {
  readonly code: string;
  readonly name: string;
  readonly level: string;
}

const yunnan: readonly Row[] = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../fixtures/divisions/yunnan.json'), 'utf8'),
).divisions;

test('every division of Yunnan that the platform loads has its name here, old ones included', () => {
  expect(yunnan.length).toBe(160);
  for (const { code, name } of yunnan) {
    expect(isDivision(code), code).toBe(true);
    expect(divisionName(code)?.zh.endsWith(name), code).toBe(true);
  }
});

test('there are 34 provinces', () => {
  const codes = Array.from({ length: 100 }, (_, index) => String(index).padStart(2, '0'));
  expect(codes.filter(isDivision)).toHaveLength(34);
});

test.each([
  ['53', '云南省', 'Yunnan'],
  ['5308', '云南省普洱市', "Pu'er, Yunnan"],
  ['530822', '云南省普洱市墨江哈尼族自治县', "Mojiang, Pu'er, Yunnan"],
  ['530000', '云南省', 'Yunnan'],
  ['530800', '云南省普洱市', "Pu'er, Yunnan"],
  ['530899', '云南省普洱市', "Pu'er, Yunnan"],
  ['532722', '云南省思茅地区', 'Simao, Yunnan'],
  ['370602', '山东省烟台市', '烟台市, Shandong'],
  ['110105', '北京市', 'Beijing'],
  ['429004', '湖北省', 'Hubei'],
  ['810000', '香港特别行政区', 'Hong Kong'],
])('%s is called %s', (code, zh, en) => {
  expect(divisionName(code)).toEqual({ zh, en });
});

test.each(['', '5', '530', '53082', '5308220', '99', '990000', '53 0', '５３', '00', '000000', '53082x'])(
  'of %j nothing is known',
  (code) => {
    expect(divisionName(code)).toBeUndefined();
    expect(isDivision(code)).toBe(false);
  },
);

test('a county that Yunnan does not have is unknown, one of another province is believed', () => {
  expect(isDivision('530899')).toBe(false);
  expect(isDivision('530200')).toBe(false);
  expect(isDivision('370699')).toBe(true);
  expect(isDivision('379901')).toBe(false);
  expect(isDivision('110105')).toBe(true);
});

test('a code says its province', () => {
  expect(provinceOf('530822')).toEqual({ code: '53', name: { zh: '云南省', en: 'Yunnan' } });
  expect(provinceOf('53B4')?.code).toBe('53');
  expect(provinceOf('99')).toBeUndefined();
  expect(provinceOf('')).toBeUndefined();
});

test('the table stays small enough for a phone', () => {
  const bytes = new TextEncoder().encode(JSON.stringify([PREFECTURES, COUNTIES])).length;
  expect(bytes).toBeLessThanOrEqual(15_000);
});
