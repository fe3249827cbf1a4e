import { describe, expect, test } from 'vitest';
import { inks, pictureCss } from './svg.ts';

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const writing = [
  'text',
  'soft',
  'warn',
  'end',
  ...Array.from({ length: 8 }, (_, at) => `area${at}`),
] as const;

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('%s', (_name, at) => {
  const colour = (ink: string) => inks[ink as keyof typeof inks][at];

  test.each(writing.flatMap((ink) => ['paper', 'tint', 'ground'].map((ground) => [ink, ground] as const)))(
    '%s can be read on %s (WCAG 2.2, 1.4.3, level AA)',
    (ink, ground) => expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5),
  );

  test('the chip of the root can be read', () => {
    expect(contrast(colour('onAccent'), colour('accent'))).toBeGreaterThanOrEqual(4.5);
  });
});

test('pages that know no dark get no dark rules', () => {
  expect(pictureCss(true)).toContain('prefers-color-scheme:dark');
  expect(pictureCss(false)).not.toContain('prefers-color-scheme');
});
