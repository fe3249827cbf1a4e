import { expect, test } from 'vitest';
import { labelFace } from './face.ts';
import { breakLines, setText } from './fit.ts';

const box = { x: 2, y: 3, width: 30, height: 12 };

test('a line is broken at its spaces, and a Chinese one anywhere but before a comma and behind a bracket', () => {
  expect(breakLines('云南普洱茶 示例熟茶饼', 4, 30)).toEqual(['云南普洱茶', '示例熟茶饼']);
  expect(breakLines('示例示例，示例', 4, 16.1)).toEqual(['示例示例，', '示例']);
  expect(breakLines('示例示（例）', 4, 16.1)).toEqual(['示例示', '（例）']);
  expect(breakLines('a\nb', 4, 30)).toEqual(['a', 'b']);
});

test('text keeps its size where there is room, and becomes smaller where there is none', () => {
  const short = setText([{ text: '示例', size: 4, sizeMin: 2 }], box);
  expect(short?.map(({ size, text }) => [size, text])).toEqual([[4, '示例']]);
  const long = setText([{ text: '示例'.repeat(12), size: 4, sizeMin: 2 }], box) ?? [];
  expect(long.map(({ text }) => text).join('')).toBe('示例'.repeat(12));
  expect(long[0]?.size).toBeLessThan(4);
  for (const { y, size, text } of long) {
    expect(labelFace().widthOf(text, size)).toBeLessThanOrEqual(30.05);
    expect(y).toBeLessThanOrEqual(15);
  }
});

test('text at its least size that still does not fit is not set, and never cut', () => {
  const fits = (length: number) =>
    setText([{ text: '示'.repeat(length), size: 2, sizeMin: 2 }], box) !== undefined;
  // Lines of 15 characters, 2.56 mm each: four of them.
  expect(fits(60)).toBe(true);
  expect(fits(61)).toBe(false);
});

test('a code is set smaller rather than broken, down to its least size', () => {
  const [whole, more] =
    setText([{ text: '(01)09521234045014', size: 4, sizeMin: 1.5, whole: true }], box) ?? [];
  expect(whole?.text).toBe('(01)09521234045014');
  expect(more).toBeUndefined();
  const broken = setText([{ text: '(01)09521234045014', size: 4, sizeMin: 3.5, whole: true }], box) ?? [];
  expect(broken.map(({ text }) => text).join('')).toBe('(01)09521234045014');
  expect(broken).toHaveLength(2);
});

test('a face says which character it does not have', () => {
  expect(labelFace().missingIn('普洱茶 Pu’er (01)')).toBeUndefined();
  expect(labelFace().missingIn('茶🍵')).toBe('🍵');
  expect(labelFace().missingIn('茶\n')).toBe('\n');
});
