import { expect, test } from 'vitest';
import { codeWords } from './words/codes.ts';
import { completenessWords } from './words/completeness.ts';
import { linkWords } from './words/links.ts';
import { printWords } from './words/print.ts';
import { readingWords } from './words/readings.ts';
import { stockWords } from './words/stock.ts';
import { languageOf, sayIn, words } from './words.ts';

const holesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

test('every sentence is there in both languages, with the same holes', () => {
  const rows = Object.entries(words);
  expect(rows.length).toBeGreaterThan(100);
  for (const [name, [zh, en]] of rows) {
    expect(zh.trim(), name).not.toBe('');
    expect(en.trim(), name).not.toBe('');
    expect(holesOf(en), name).toEqual(holesOf(zh));
  }
});

test('Chinese sentences are Chinese and English ones are English', () => {
  const elsewhere = ['switchLanguage', 'none'];
  for (const [name, [zh, en]] of Object.entries(words)) {
    if (elsewhere.includes(name)) continue;
    expect(zh, name).toMatch(/\p{Script=Han}/u);
    expect(en, name).not.toMatch(/\p{Script=Han}/u);
  }
});

test('a sentence is filled in with what it asks for', () => {
  expect(sayIn('en')('more', { count: 100 })).toBe('Show 100 more rows');
  expect(sayIn('zh')('asKnownAt', { number: '82', time: '今天' })).toBe('截至第 82 号记录（今天）');
  expect(sayIn('zh')('close')).toBe('关闭');
});

test('the choice decides the language, then the browser, and Chinese wherever a reader knows it', () => {
  expect(languageOf('en', ['zh-CN'])).toBe('en');
  expect(languageOf(null, ['en-GB', 'zh-Hans'])).toBe('zh');
  expect(languageOf(null, ['en-GB', 'fr'])).toBe('en');
  expect(languageOf('klingon', [])).toBe('zh');
});

test('no two tables have a sentence of the same name', () => {
  const tables = [readingWords, linkWords, codeWords, printWords, stockWords, completenessWords];
  const names = tables.flatMap((table) => Object.keys(table));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  for (const table of tables) expect(words).toMatchObject(table);
});
