import { expect, test } from 'vitest';
import { parsePageToken, toPageToken } from './page-token.ts';

const patterns = [/^-?\d{1,16}$/, /^\d{1,19}$/];

test('a token gives its parts back', () => {
  expect(parsePageToken(toPageToken([-17, '42']), patterns)).toEqual(['-17', '42']);
});

test.each([
  '',
  'x',
  toPageToken(['17']),
  toPageToken([17, '4x2']),
  `${toPageToken([17, '42'])}=`,
  toPageToken([1, 2, 3]),
])('%j is none of our tokens', (token) => {
  expect(parsePageToken(token, patterns)).toBeUndefined();
});
