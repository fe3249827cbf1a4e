import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adjacencyOf, cyclesOf, depthsFrom } from './adjacency.ts';

const arcs = (list: readonly (readonly [number, number])[], size: number) =>
  adjacencyOf(size, Int32Array.from(list.map(([from]) => from)), Int32Array.from(list.map(([, to]) => to)));

test('depth is the fewest arcs from a root, -1 where none leads', () => {
  const graph = arcs(
    [
      [0, 1],
      [1, 2],
      [0, 2],
      [2, 3],
      [5, 4],
    ],
    6,
  );
  expect([...depthsFrom([0], graph)]).toEqual([0, 1, 1, 2, -1, -1]);
  expect([...depthsFrom([0, 5], graph)]).toEqual([0, 1, 1, 2, 1, 0]);
});

test('a set of ids that reach each other is a cycle, one alone is not', () => {
  const sets = (list: [number, number][], size: number) =>
    cyclesOf(arcs(list, size))
      .map((members) => [...members].sort())
      .sort();
  expect(
    sets(
      [
        [0, 1],
        [1, 2],
      ],
      3,
    ),
  ).toEqual([]);
  expect(sets([[0, 0]], 1)).toEqual([]);
  expect(
    sets(
      [
        [0, 1],
        [1, 0],
        [1, 2],
        [2, 3],
        [3, 2],
      ],
      4,
    ),
  ).toEqual([
    [0, 1],
    [2, 3],
  ]);
  expect(
    sets(
      [
        [0, 1],
        [1, 2],
        [2, 0],
        [2, 3],
      ],
      4,
    ),
  ).toEqual([[0, 1, 2]]);
});

test('cycles are what mutual reachability says', () => {
  const size = 7;
  const id = fc.nat(size - 1);
  fc.assert(
    fc.property(fc.array(fc.tuple(id, id), { maxLength: 20 }), (list) => {
      const graph = arcs(list, size);
      const reaches = Array.from({ length: size }, (_, from) => depthsFrom([from], graph));
      const found = new Map(cyclesOf(graph).flatMap((members, at) => members.map((member) => [member, at])));
      for (let a = 0; a < size; a++) {
        for (let b = 0; b < size; b++) {
          const mutual = a !== b && reaches[a]![b]! > 0 && reaches[b]![a]! > 0;
          const together = a !== b && found.has(a) && found.get(a) === found.get(b);
          expect(together).toBe(mutual);
        }
      }
    }),
  );
});

test('a chain of 200,000 does not overflow the stack', () => {
  const size = 200_000;
  const chain = Array.from({ length: size }, (_, at) => [at, (at + 1) % size] as const);
  expect(cyclesOf(arcs(chain, size))[0]).toHaveLength(size);
});
