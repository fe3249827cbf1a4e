import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assets } from './assets.ts';

const css = readFileSync(new URL('public.css', import.meta.url), 'utf8');
const colours = new Map([...css.matchAll(/--(\w+): (#[0-9a-f]{3,6});/g)].map(([, name, hex]) => [name, hex]));

/** Relative luminance (WCAG 2.1). */
function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex;
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(full.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe('text can be read on its ground (WCAG 2.1, 1.4.3, level AA)', () => {
  const pairs = [
    ...['ink', 'soft', 'link', 'brand', 'good', 'calm', 'warn', 'stop', 'mute'].map((text) => [
      text,
      'paper',
    ]),
    ...['ink', 'soft', 'link'].map((text) => [text, 'ground']),
    ...['brand', 'ink'].map((text) => [text, 'tint']),
    ...['good', 'calm', 'warn', 'stop', 'mute', 'brand'].map((ground) => ['paper', ground]),
  ] as const;
  test.each(pairs)('%s on %s', (text = '', ground = '') => {
    expect(contrast(colours.get(text) ?? '#fff', colours.get(ground) ?? '#fff')).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ['names on the schematic', '#5a6863', '#e9efeb'],
    ['names of passed prefectures', '#15221e', '#9cc9b9'],
    ['a recall notice', '#15221e', '#fdefed'],
    ['its heading', '#b0241c', '#fdefed'],
  ])('%s', (_what, text, ground) => {
    expect(css).toContain(ground);
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });
});

test('no type is smaller than 16 px and no line closer than 1.25', () => {
  const sizes = [...css.matchAll(/font-size: ([\d.]+)rem/g)].map(([, size]) => Number(size));
  expect(sizes.length).toBeGreaterThan(5);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1);
  const heights = [...css.matchAll(/line-height: ([\d.]+)/g)].map(([, height]) => Number(height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(1.25);
  expect(css).toMatch(/font:\s+1rem \/ 1\.6/);
});

test('assets are named by their content and load nothing from elsewhere', () => {
  expect(assets.map(({ path }) => path)).toEqual([
    expect.stringMatching(/^\/assets\/public\.[0-9a-f]{12}\.css$/),
    expect.stringMatching(/^\/assets\/mark\.[0-9a-f]{12}\.svg$/),
  ]);
  expect(css).not.toMatch(/url\(|@import|@font-face/);
});
