import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatDate,
  formatPrefecture,
  formatShare,
  formatSpan,
  formatTime,
  permille,
  prefectureKeyOf,
  trimDecimal,
} from './format.ts';

describe('times', () => {
  test('an instant is told in Beijing time whatever its offset', () => {
    expect(formatTime('2026-08-17T23:30:00Z', 'zh')).toBe('2026年8月18日 07:30');
    expect(formatTime('2026-08-18T07:30:00+08:00', 'en')).toBe('18 Aug 2026 07:30');
    expect(formatTime('2026-08-17T23:30:00.123456Z', 'zh')).toBe('2026年8月18日 07:30');
  });

  test('a date alone stays that date', () => {
    expect(formatDate('2028-04-30', 'zh')).toBe('2028年4月30日');
    expect(formatDate('2028-04-30', 'en')).toBe('30 Apr 2028');
  });

  test.each(['PE-2026-01', '', '古树', '2026-13-45', '1', 'May 1'])(
    '%j is no date and stays as it is',
    (text) => {
      expect(formatDate(text, 'zh')).toBe(text);
    },
  );

  test('a span says date and year once', () => {
    const [morning, noon, next, later] = [
      '2026-08-18T09:00:00+08:00',
      '2026-08-18T12:00:00+08:00',
      '2026-08-19T12:00:00+08:00',
      '2027-01-02T12:00:00+08:00',
    ] as const;
    expect(formatSpan(morning, morning, 'zh')).toBe('2026年8月18日 09:00');
    expect(formatSpan(morning, noon, 'zh')).toBe('2026年8月18日 09:00 – 12:00');
    expect(formatSpan(morning, next, 'zh')).toBe('2026年8月18日 09:00 – 8月19日 12:00');
    expect(formatSpan(morning, next, 'en')).toBe('18 Aug 2026 09:00 – 19 Aug 12:00');
    expect(formatSpan(morning, later, 'zh')).toBe('2026年8月18日 09:00 – 2027年1月2日 12:00');
    expect(formatSpan(morning, noon, 'zh', false)).toBe('8月18日 09:00 – 12:00');
  });
});

describe('shares', () => {
  test.each([
    ['0.3', '30.0 %'],
    ['0.7', '70.0 %'],
    ['1', '100.0 %'],
    ['0', '0.0 %'],
    ['0.0005', '0.1 %'],
    ['0.00049999', '0.0 %'],
    ['0.33333333333333333333', '33.3 %'],
    ['0.9995', '100.0 %'],
  ])('%s is %s', (share, text) => expect(formatShare(share)).toBe(text));

  test('what is no plain decimal stays as it is', () => expect(formatShare('1e-3')).toBe('1e-3'));

  test('rounding never moves a share by more than half a tenth of a percent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (millionths) => {
        const share = (millionths / 1_000_000).toFixed(6);
        expect(Math.abs(Number.parseFloat(formatShare(share)) - millionths / 10_000)).toBeLessThanOrEqual(
          0.0500001,
        );
        expect(permille(share)).toBeGreaterThanOrEqual(0);
        expect(permille(share)).toBeLessThanOrEqual(1000);
      }),
    );
  });
});

test('zeros that say nothing are left out', () => {
  expect(['10.000', '10.50', '100', '0.0'].map(trimDecimal)).toEqual(['10', '10.5', '100', '0']);
});

test('a prefecture is known by its division code or its name, and others keep the name they came with', () => {
  expect(formatPrefecture({ division: '530423' }, 'zh')).toBe('玉溪市');
  expect(formatPrefecture({ prefecture: '西双版纳傣族自治州' }, 'en')).toBe('Xishuangbanna');
  expect(formatPrefecture({ division: '440100', prefecture: '广州市' }, 'en')).toBe('广州市');
  expect(formatPrefecture({}, 'zh')).toBe('');
  expect(prefectureKeyOf({ prefecture: 'constructor' })).toBeUndefined();
});
