import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GAP_ALONG, layOut } from './layout.ts';
import { settle } from './settle.ts';

const size = { along: 216, across: 96 };
const links = (...pairs: [string, string][]) =>
  pairs.map(([from, to], index) => ({ id: `${index}`, from, to }));

/** Corners of a drawing in whole ranks. */
function ranksOf(ids: string[], ...pairs: [string, string][]): Record<string, number> {
  const { corners } = layOut(ids, links(...pairs), size);
  const step = size.along + GAP_ALONG;
  return Object.fromEntries([...corners].map(([id, { along }]) => [id, along / step]));
}

test('every link leads on, and a short branch stands beside its end', () => {
  expect(ranksOf(['a', 'b', 'c', 'd'], ['a', 'b'], ['b', 'c'], ['a', 'c'])).toEqual({
    a: 0,
    b: 1,
    c: 2,
    d: 0,
  });
  expect(ranksOf(['a', 'b', 'c', 'd'], ['a', 'b'], ['b', 'c'], ['d', 'c'])).toEqual({
    a: 0,
    b: 1,
    c: 2,
    d: 1,
  });
});

test('goods that come back do not stop the drawing', () => {
  const ranks = ranksOf(['a', 'b', 'c'], ['a', 'b'], ['b', 'c'], ['c', 'a'], ['b', 'b']);
  expect(ranks).toEqual({ a: 0, b: 1, c: 2 });
});

test('a long link passes beside the cards between its ends', () => {
  const { corners, routes } = layOut(['a', 'b', 'c'], links(['a', 'b'], ['b', 'c'], ['a', 'c']), size);
  const [enter, leave] = routes.get('2') ?? [];
  const top = corners.get('b')?.across ?? 0;
  expect(enter?.along).toBe(corners.get('b')?.along);
  expect(leave?.along).toBe((enter?.along ?? 0) + size.along);
  const across = enter?.across ?? 0;
  expect(across < top || across > top + size.across).toBe(true);
});

test('a chain is a straight line', () => {
  const { corners } = layOut(['a', 'b', 'c'], links(['a', 'b'], ['b', 'c']), size);
  expect(new Set([...corners.values()].map(({ across }) => across)).size).toBe(1);
});

test('an empty answer has an empty drawing', () => {
  expect(layOut([], [], size)).toMatchObject({ along: 0, across: 0 });
});

const graphs = fc.integer({ min: 1, max: 40 }).chain((count) =>
  fc.record({
    ids: fc.constant(Array.from({ length: count }, (_, index) => `n${index}`)),
    edges: fc
      .array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 80 })
      .map((pairs) => links(...pairs.map(([a, b]): [string, string] => [`n${a}`, `n${b}`]))),
  }),
);

test('no two cards overlap, whatever the graph', () => {
  fc.assert(
    fc.property(graphs, ({ ids, edges }) => {
      const corners = [...layOut(ids, edges, size).corners.values()];
      expect(corners.length).toBe(ids.length);
      for (const [index, a] of corners.entries()) {
        expect(a.across).toBeGreaterThanOrEqual(0);
        for (const b of corners.slice(index + 1)) {
          const apart =
            Math.abs(a.along - b.along) >= size.along || Math.abs(a.across - b.across) >= size.across;
          expect(apart).toBe(true);
        }
      }
    }),
  );
});

test('the same graph is drawn the same way', () => {
  fc.assert(
    fc.property(graphs, ({ ids, edges }) => {
      expect(layOut(ids, edges, size)).toEqual(layOut([...ids], [...edges], size));
    }),
  );
});

test('two thousand cards are drawn', () => {
  const ids = Array.from({ length: 2000 }, (_, index) => `n${index}`);
  const pairs = ids.slice(1).map((id, index): [string, string] => [`n${Math.floor(index / 3)}`, id]);
  expect(layOut(ids, links(...pairs), size).corners.size).toBe(2000);
});

test('things on a line keep their order and come as near as they can to their wishes', () => {
  expect(settle([0, 100], [10, 10], 2)).toEqual([0, 100]);
  expect(settle([50, 50], [10, 10], 2)).toEqual([44, 56]);
  expect(settle([], [], 2)).toEqual([]);
});
