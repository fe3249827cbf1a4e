import { describe, expect, test } from 'vitest';
import { languageOf, linkTo, linkToCode, otherLanguage, otherSize, plainView } from './view.ts';

describe('the language of a request', () => {
  test.each([
    [undefined, undefined, 'zh'],
    [undefined, '', 'zh'],
    [undefined, 'zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    [undefined, 'en-GB,en;q=0.9,zh;q=0.1', 'zh'],
    [undefined, 'en-US,en;q=0.9', 'en'],
    [undefined, 'fr', 'en'],
    [undefined, 'en,zh;q=0', 'en'],
    [undefined, '*', 'zh'],
    ['en', 'zh-CN', 'en'],
    ['zh', 'en', 'zh'],
    ['fr', 'en', 'en'],
    [['en'], 'zh', 'zh'],
  ])('chosen %j with header %j is %s', (chosen, header, language) => {
    expect(languageOf(chosen, header)).toBe(language);
  });

  test('a header of any length is read no further than its first ranges', () => {
    const ranges = (before: number) => `${'fr,'.repeat(before)}zh`;
    expect(languageOf(undefined, ranges(29))).toBe('zh');
    expect(languageOf(undefined, ranges(30))).toBe('en');
  });
});

test('links carry the choices of the visitor and nothing else', () => {
  const plain = plainView('zh', '/q?code=1');
  expect(linkTo(plain, '/about')).toBe('/about');
  const english = otherLanguage(plain);
  expect(linkTo(english, english.here)).toBe('/q?code=1&lang=en');
  expect(linkTo(otherSize(english), '/')).toBe('/?lang=en&type=large');
  expect(linkTo(otherSize(otherSize(plain)), '/')).toBe('/');
});

test('a code in a link is encoded, even one that is no well-formed text', () => {
  expect(linkToCode(plainView('zh'), '(01)1&lang=en#x')).toBe('/q?code=(01)1%26lang%3Den%23x');
  expect(linkToCode(plainView('zh'), '\ud800')).toBe('/q?code=%EF%BF%BD');
});
