import { expect, test } from 'vitest';
import { parseStoriesOptions } from './options.ts';

test('without a word every story is played on a fresh server', () => {
  expect(parseStoriesOptions([])).toEqual({
    ok: true,
    language: 'zh',
    json: false,
    help: false,
    ids: ['S01', 'S02', 'S03', 'S04', 'S05', 'S06', 'S07', 'S09', 'S12', 'S13'],
  });
});

test('a server elsewhere is named with its key, and stories are chosen by id', () => {
  expect(
    parseStoriesOptions(['--url', 'http://x', '--key', 'k', 'S04', '--json', '--lang', 'en']),
  ).toMatchObject({
    server: { url: 'http://x', key: 'k' },
    json: true,
    language: 'en',
    ids: ['S04'],
  });
});

test.each([
  [['--url', 'http://x'], '--url and --key belong together'],
  [['--key', 'k'], '--url and --key belong together'],
  [['S77'], 'There is no such story: S77'],
  [['--wat'], "Wrong option: Unknown option '--wat'"],
])('%j is refused with a sentence', (argv, reason) => {
  expect(parseStoriesOptions([...argv, '--lang', 'en'])).toEqual({ ok: false, language: 'en', reason });
});
