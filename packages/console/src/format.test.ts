import { expect, test } from 'vitest';
import {
  amountText,
  formatEventTime,
  formatTime,
  holderText,
  placeText,
  shareText,
  shortCode,
  unitText,
} from './format.ts';
import { sayIn } from './words.ts';

const zh = sayIn('zh');
const en = sayIn('en');

test('an instant is shown in Beijing, and an event in its own zone', () => {
  expect(formatTime('2026-08-18T01:40:00.000Z')).toBe('2026-08-18 09:40');
  expect(formatTime('2026-12-31T16:30:00Z')).toBe('2027-01-01 00:30');
  expect(formatEventTime('2026-08-18T01:40:00Z', '+08:00')).toBe('2026-08-18 09:40');
  expect(formatEventTime('2026-08-18T01:40:00Z', '-03:30')).toBe('2026-08-17 22:10 -03:30');
  expect(formatTime('soon')).toBe('soon');
});

test('an amount is exact, or a bound that is called one', () => {
  expect(amountText({ quantity: '10.50', uom: 'KGM' }, 'zh', zh)).toBe('10.5 千克');
  expect(amountText({ quantityMax: '3', uom: 'H87' }, 'en', en)).toBe('at most 3 pcs');
  expect(amountText({}, 'en', en)).toBe('');
  expect(amountText({ quantity: '1', uom: 'XBX' }, 'en', en)).toBe('1 XBX');
  expect(shareText({ share: '0.3' }, zh)).toBe('30 %');
  expect(shareText({ shareMax: '0.3' }, zh)).toBe('至多 30 %');
});

test('a code is short where people compare it', () => {
  expect(shortCode('https://id.gs1.org/01/09521234045014/10/VX-0818')).toBe('VX-0818');
  expect(shortCode('https://id.gs1.org/01/09521234045014/10/A%2FB')).toBe('A/B');
  expect(shortCode('urn:yunsu:party:91530423MAY0400274')).toBe('91530423MAY0400274');
  expect(shortCode('https://id.gs1.org/01/1/10/%E0%A4%A')).toBe('%E0%A4%A');
  expect(unitText('lot', 'https://id.gs1.org/01/09521234045014/10/VX-0818', 'zh')).toBe('批次 VX-0818');
});

test('nobody and nowhere are said in the reader’s language', () => {
  expect(holderText({ name: '未知', kind: 'unknown', masked: false }, en)).toBe('unknown');
  expect(placeText({ name: '未知', masked: false }, en)).toBe('unknown');
  expect(placeText({ name: '通海收购点', prefecture: '玉溪市', masked: false }, zh)).toBe(
    '通海收购点 · 玉溪市',
  );
  expect(placeText({ name: '玉溪市', prefecture: '玉溪市', masked: true }, zh)).toBe('玉溪市');
  expect(placeText(null, zh)).toBe('—');
});
