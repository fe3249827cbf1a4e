import { describe, expect, test } from 'vitest';
import { addressOf, distinct, shown, toCode } from './scan.ts';

const scan = (text: string, identifier = ']d2') => ({ text, identifier });
const LENGTH_MAX = 2048;

test('a scan is sent with its symbology identifier and its separators', () => {
  expect(toCode(scan('0109521234015031\u001d21A'))).toBe(']d20109521234015031\u001d21A');
  expect(addressOf(scan('10A\u001d21B&x=1', ']C1'), '/q', LENGTH_MAX)).toBe('/q?code=%5DC110A%1D21B%26x%3D1');
  expect(addressOf(scan('1'), '/q?lang=en', LENGTH_MAX)).toBe('/q?lang=en&code=%5Dd21');
});

describe('a content that is no code', () => {
  test('is sent at the bound, and not one character past it', () => {
    expect(addressOf(scan('1'.repeat(LENGTH_MAX - 3)), '/q', LENGTH_MAX)).toBeDefined();
    expect(addressOf(scan('1'.repeat(LENGTH_MAX - 2)), '/q', LENGTH_MAX)).toBeUndefined();
  });

  test('is not sent where its address would be longer than the server takes', () => {
    expect(addressOf(scan('茶'.repeat(880)), '/q', LENGTH_MAX)).toBeDefined();
    expect(addressOf(scan('茶'.repeat(900)), '/q', LENGTH_MAX)).toBeUndefined();
  });

  test('is sent even where it is no well-formed text', () => {
    expect(addressOf(scan('\ud800'), '/q', LENGTH_MAX)).toContain('%EF%BF%BD');
  });
});

test('the same symbol seen twice is one, the same text in another symbol is not', () => {
  const twice = distinct([scan('1'), scan('1'), scan('1', ']E0')]);
  expect(twice.map(toCode)).toEqual([']d21', ']E01']);
});

test('a content is shown without controls and at most eighty characters long', () => {
  expect(shown(scan('10A\u001d21B'))).toBe('10A 21B');
  expect(shown(scan('a'.repeat(80)))).toBe('a'.repeat(80));
  expect(shown(scan('a'.repeat(81)))).toBe(`${'a'.repeat(80)}…`);
});
