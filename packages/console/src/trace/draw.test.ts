import { expect, test } from 'vitest';
import { CARD, draw, firstView, viewHeight, zoomMin } from './draw.ts';

const cards = ['a', 'b', 'c'].map((id) => ({ id, members: [] }));
const link = (from: string, to: string) => ({
  id: from + to,
  from,
  to,
  kind: 'transfer' as const,
  members: [],
});
const chain = { cards, links: [link('a', 'b'), link('b', 'c'), link('a', 'c')] };

test('goods flow to the right at a desk and downward on a phone', () => {
  const [a, b] = draw(chain, false).cards;
  expect(b && a && b.x - a.x).toBeGreaterThan(CARD.width);
  const [up, down] = draw(chain, true).cards;
  expect(down && up && down.y - up.y).toBeGreaterThan(CARD.height);
});

test('a link begins at the edge of its card and ends at the edge of the next', () => {
  const { cards: drawn, links } = draw(chain, false);
  const [a, b] = drawn;
  const path = links[0]?.path ?? '';
  expect(path).toMatch(/^M \S+ \S+ C/);
  expect(path.startsWith(`M ${(a?.x ?? 0) + CARD.width} `)).toBe(true);
  expect(path.endsWith(`${b?.x} ${(b?.y ?? 0) + CARD.height / 2}`)).toBe(true);
  expect(links[2]?.path).toContain(' L ');
});

test('a small drawing is shown whole, a large one from its start at a readable size', () => {
  const view = { width: 1000, height: 600, zoomMin: zoomMin(false) };
  expect(firstView({ width: 500, height: 200 }, view, { x: 0, y: 0 })).toEqual({ x: 250, y: 200, zoom: 1 });
  const large = firstView({ width: 9000, height: 9000 }, view, { x: 4000, y: 8900 });
  expect(large.zoom).toBe(0.8);
  expect(large.x + (4000 + CARD.width / 2) * 0.8).toBeCloseTo(500);
  expect(large.y + 9000 * 0.8).toBeCloseTo(600 - 24);
});

test('the view is as high as the drawing, within the window', () => {
  const room = { width: 1000, heightMax: 600, zoomMin: zoomMin(false) };
  expect(viewHeight({ width: 800, height: 400 }, room)).toBe(448);
  expect(viewHeight({ width: 800, height: 4000 }, room)).toBe(600);
  expect(viewHeight({ width: 224, height: 104 }, room)).toBe(200);
});
