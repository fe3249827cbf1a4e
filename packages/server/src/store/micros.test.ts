import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVENT_TIME_MIN, MICROS_MAX, parseTimestamp, toTimestamp } from './micros.ts';

test('a timestamp keeps its microseconds, before 1970 too', () => {
  expect(toTimestamp(1_714_521_600_123_456)).toBe('2024-05-01T00:00:00.123456Z');
  expect(toTimestamp(-1)).toBe('1969-12-31T23:59:59.999999Z');
  expect(parseTimestamp('1969-12-31 23:59:59.999999+00')).toBe(-1);
  expect(parseTimestamp('2024-05-01 00:00:00.12+00')).toBe(1_714_521_600_120_000);
});

test('every instant from 1900 to 2255 comes back', () => {
  const asPostgres = (text: string) => text.replace('T', ' ').replace('Z', '+00');
  fc.assert(
    fc.property(fc.integer({ min: EVENT_TIME_MIN, max: MICROS_MAX }), (micros) => {
      expect(parseTimestamp(asPostgres(toTimestamp(micros)))).toBe(micros);
    }),
  );
});

test.each([
  'infinity',
  '-infinity',
  '2024-05-01 00:00:00+08',
  '0044-03-15 00:00:00+00 BC',
  '12024-05-01 00:00:00+00',
])('%s is not read as a time', (text) => {
  expect(() => parseTimestamp(text)).toThrow('not a timestamp');
});
