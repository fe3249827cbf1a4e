import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseInstant, toExactText, toMillisecondText } from './instant.ts';

test.each([
  '2026-06-18',
  '2026-06-18T08:00:00',
  '2026-06-18 08:00:00Z',
  '2026-06-18t08:00:00z',
  '2026-06-18T08:00Z',
  '2026-06-18T24:00:00Z',
  '2026-06-18T23:60:00Z',
  '2016-12-31T23:59:60Z',
  '2026-02-29T08:00:00Z',
  '2026-02-30T08:00:00Z',
  '1900-02-29T08:00:00Z',
  '2026-13-01T08:00:00Z',
  '2026-00-10T08:00:00Z',
  '2026-06-18T08:00:00+14:01',
  '2026-06-18T08:00:00+0800',
  '2026-06-18T08:00:00+08',
  '2026-06-18T08:00:00.Z',
  '2026-06-18T08:00:00.1234567890123456789Z',
  '2026-06-18T08:00:00Z ',
  '1699-12-31T23:59:59Z',
  '2255-01-01T00:00:00Z',
  '+2026-06-18T08:00:00Z',
  'infinity',
  'yesterday',
  '',
])('%j is no time', (text) => {
  expect(parseInstant(text)).toBeUndefined();
});

test.each([
  ['1970-01-01T00:00:00Z', 0],
  ['1970-01-01T00:00:00.000001Z', 1],
  ['1969-12-31T23:59:59.999999Z', -1],
  ['2000-02-29T00:00:00Z', 951_782_400_000_000],
  ['2026-06-18T08:00:00.1234567+08:00', 1_781_740_800_123_456],
  ['1700-01-01T00:00:00-14:00', -8_520_285_600_000_000],
  ['2254-12-31T23:59:59.999999Z', 8_993_721_599_999_999],
])('%s is %d microseconds after 1970', (text, micros) => {
  expect(parseInstant(text)).toEqual({ text, micros });
  expect(Number.isSafeInteger(micros)).toBe(true);
});

test.each([
  ['2026-06-18T08:00:00+08:00', '2026-06-18T00:00:00.000Z'],
  ['2026-06-18T08:00:00.1415Z', '2026-06-18T08:00:00.142Z'],
  ['2026-06-18T08:00:00.1414999Z', '2026-06-18T08:00:00.141Z'],
  ['2026-06-18T08:00:00.0005Z', '2026-06-18T08:00:00.001Z'],
  ['2026-06-18T08:00:00.9995Z', '2026-06-18T08:00:01.000Z'],
  ['2026-12-31T23:59:59.9996Z', '2027-01-01T00:00:00.000Z'],
  ['1969-12-31T23:59:59.9995Z', '1970-01-01T00:00:00.000Z'],
])('%s is hashed as %s', (text, rounded) => {
  expect(toMillisecondText(parseInstant(text)!)).toBe(rounded);
});

test('the exact text keeps every digit and drops trailing zeros', () => {
  expect(toExactText(parseInstant('2026-06-18T08:00:00.123456789000+08:00')!)).toBe(
    '2026-06-18T00:00:00.123456789Z',
  );
  expect(toExactText(parseInstant('2026-06-18T08:00:00.000Z')!)).toBe('2026-06-18T08:00:00Z');
});

test('every moment of the supported years is read back to the microsecond', () => {
  const moments = fc.date({
    min: new Date('1700-01-02T00:00:00Z'),
    max: new Date('2254-12-30T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(moments, fc.integer({ min: 0, max: 999 }), (date, micro) => {
      const text = `${date.toISOString().slice(0, -1)}${String(micro).padStart(3, '0')}Z`;
      expect(parseInstant(text)?.micros).toBe(date.getTime() * 1_000 + micro);
    }),
  );
});
