import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neutralise, toCsv } from './csv.ts';

test('a table is UTF-8 with BOM, quoted, with CRLF', () => {
  const text = toCsv([
    ['持有人', '数量'],
    ['示例 "茶厂", 勐海', '58.6908'],
  ]);
  expect(text).toBe('\uFEFF"持有人","数量"\r\n"示例 ""茶厂"", 勐海","58.6908"\r\n');
});

test('a cell that a spreadsheet would run is neutralised', () => {
  for (const cell of [
    '=1+1',
    '+cmd|calc',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
  ]) {
    expect(neutralise(cell)).toBe(`'${cell}`);
  }
  expect(toCsv([['=HYPERLINK("http://x")']])).toBe(`\uFEFF"'=HYPERLINK(""http://x"")"\r\n`);
});

test('numbers, plain words and codes stay as they are', () => {
  for (const cell of [
    '',
    '-12.5',
    '+3',
    '10',
    'VX-0818',
    '云南',
    'https://id.gs1.org/00/095212340400000019',
  ]) {
    expect(neutralise(cell)).toBe(cell);
  }
});

test('no cell of any text begins with a formula character or ends its quotes early', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (cell) => {
      const [line = ''] = toCsv([[cell]])
        .slice(1)
        .split(/\r\n$/);
      const inner = line.slice(1, -1);
      expect(inner.replace(/""/g, '')).not.toContain('"');
      if (!/^[+-]?\d+(\.\d+)?$/.test(cell)) expect(inner).not.toMatch(/^[=+\-@\t\r\n]/);
    }),
  );
});

test('nothing is an empty cell, and a negative number stays a number', () => {
  expect(toCsv([[undefined, -2.5, true]])).toBe('\uFEFF"","-2.5","true"\r\n');
});
