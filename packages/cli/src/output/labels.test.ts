import { expect, test } from 'vitest';
import { labelOf, placeText, quantityText, shareText, timeText } from './labels.ts';

test.each([
  ['https://id.gs1.org/00/095212340400000019', '(00)095212340400000019'],
  ['https://id.gs1.org/01/09521234045014/10/VX-0818', '(01)09521234045014(10)VX-0818'],
  ['https://id.gs1.org/01/09521234045014/21/a%2Fb', '(01)09521234045014(21)a/b'],
  ['https://id.gs1.org/01/09521234045014/21/%E4%', '(01)09521234045014(21)%E4%'],
  ['urn:yunsu:party:91530111MAY010055X', 'urn:yunsu:party:91530111MAY010055X'],
])('%s is printed as %s', (uri, label) => {
  expect(labelOf(uri)).toBe(label);
});

test.each([
  ['0.3', '30.0 %'],
  ['1', '100.0 %'],
  ['0.30482', '30.482 %'],
  ['0.333333333333', '33.3333 %'],
  ['0', '0.0 %'],
  ['0.999999999999', '> 99.9999 %'],
  ['0.000000000001', '< 0.0001 %'],
  ['0.9999', '99.99 %'],
])('the share %s reads %s', (share, text) => {
  expect(shareText(share)).toBe(text);
});

test('units are told in the language, unknown ones by their code', () => {
  expect(quantityText('zh', '58.65', 'KGM')).toBe('58.65 千克');
  expect(quantityText('en', '42', undefined)).toBe('42 pcs');
  expect(quantityText('en', '1.5', 'MTQ')).toBe('1.5 MTQ');
});

test('times are told in the zone of China to the minute', () => {
  expect(timeText('2026-08-17T23:30:00.000Z')).toBe('2026-08-18 07:30');
  expect(timeText('2026-08-18T07:30:00+08:00')).toBe('2026-08-18 07:30');
  expect(timeText('some day')).toBe('some day');
});

test('a place is told with its prefecture, once', () => {
  expect(placeText({ name: '呈贡批发市场', prefecture: '昆明市', masked: false })).toBe(
    '呈贡批发市场 (昆明市)',
  );
  expect(placeText({ name: '玉溪市', prefecture: '玉溪市', masked: true })).toBe('玉溪市');
});
