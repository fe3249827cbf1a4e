import { describe, expect, test } from 'vitest';
import type { ResolvedLink } from '../operations/resolve-code.ts';
import { type Form, fitting, formOf } from './negotiate.ts';

test.each<[string | undefined, Form]>([
  [undefined, 'none'],
  ['', 'none'],
  ['*/*', 'none'],
  ['text/html', 'html'],
  ['TEXT/HTML;level=1', 'html'],
  ['application/xhtml+xml', 'html'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'html'],
  ['application/json', 'json'],
  ['application/ld+json', 'ld'],
  ['application/linkset+json', 'linkset'],
  ['application/json;q=0.5,application/linkset+json;q=0.9', 'linkset'],
  ['text/html;q=0,application/json', 'json'],
  ['text/html;q=0', 'none'],
  [',,;;q=,', 'none'],
])('%s wishes for %s', (accept, form) => {
  expect(formOf(accept)).toBe(form);
});

const link = (href: string, hreflang: string[] = [], type?: string): ResolvedLink => ({
  linkType: 'gs1:pip',
  href,
  title: href,
  hreflang,
  ...(type === undefined ? {} : { type }),
});

describe('of several links', () => {
  const names = (links: readonly ResolvedLink[], language?: string, accept?: string) =>
    fitting(links, { language, accept }).map(({ href }) => href);
  const [zh, tw, en, any] = [link('zh', ['zh']), link('tw', ['zh-TW']), link('en', ['en']), link('any')];

  test.each<[string | undefined, string[]]>([
    ['zh-TW', ['zh', 'tw']],
    ['zh-CN', ['zh']],
    ['en;q=0.5, zh-CN', ['zh']],
    ['de', ['any']],
    [undefined, ['zh', 'tw', 'en', 'any']],
    ['en;q=0, de', ['any']],
  ])('the language %s fits %j', (language, expected) => {
    expect(names([zh, tw, en, any], language)).toEqual(expected);
  });

  test('where no language fits and all name one, all stay', () => {
    expect(names([zh, en], 'de')).toEqual(['zh', 'en']);
  });

  test('the media type decides among those of one language', () => {
    const [page, pdf] = [link('page', ['zh'], 'text/html'), link('pdf', ['zh'], 'application/pdf')];
    expect(names([page, pdf, en], 'zh', 'application/pdf')).toEqual(['pdf']);
    expect(names([page, pdf, en], 'zh', 'text/*, application/pdf;q=0.1')).toEqual(['page']);
    expect(names([page, pdf, en], 'zh', '*/*')).toEqual(['page', 'pdf']);
    expect(names([page, pdf], 'zh', 'image/png')).toEqual(['page', 'pdf']);
  });
});
