import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  differences,
  type ExpectedStock,
  type ExpectedTrace,
  expand,
  holds,
  NamedStory,
} from '../../test/support/story-graphs.ts';

const folder = resolve(import.meta.dirname, '../../../../fixtures/stories');
const told = readdirSync(folder).filter((id) => existsSync(join(folder, id, 'graphs.json')));
const same = { missing: [], tooMuch: [] };
const titleOf = ({ trace, direction, stock, at }: Partial<ExpectedTrace & ExpectedStock>): string =>
  [trace, direction, stock && `stock of ${stock}`, at && `at ${at}`].filter(Boolean).join(' ');
const all = (lines: readonly string[] = []) => lines.flatMap(expand);

describe.each(told)('%s', (id) => {
  const story = new NamedStory(id);
  const { traces, stocks } = story.graphs;

  test('its sums hold', () => {
    for (const { arithmetic } of [...traces, ...stocks]) {
      expect(arithmetic.length).toBeGreaterThan(0);
      for (const line of arithmetic) expect([line, holds(line.split(':')[0]!)]).toEqual([line, true]);
    }
  });

  test.each(traces.map((asked) => [titleOf(asked), asked] as const))('%s', async (_, asked) => {
    const graph = await story.trace(asked);
    expect(differences(all(asked.nodes), story.nodes(graph))).toEqual(same);
    expect(differences(all(asked.links), story.links(graph))).toEqual(same);
    expect(differences(all(asked.gaps), story.gaps(graph))).toEqual(same);
    expect(graph.truncated).toBeNull();
  });

  test.each(stocks.map((asked) => [titleOf(asked), asked] as const))('%s', async (_, asked) => {
    expect(differences(all(asked.lines), await story.stock(asked))).toEqual(same);
  });
});

test('at least one story has its graphs', () => {
  expect(told.length).toBeGreaterThan(0);
});

test('ranges run in step, and a wrong count or sum is found', () => {
  expect(expand('C{08..11} -> case{1..2 each 2} × 4')).toEqual([
    'C08 -> case1',
    'C09 -> case1',
    'C10 -> case2',
    'C11 -> case2',
  ]);
  expect(() => expand('C{1..3} × 4')).toThrow('3 members');
  expect(holds('600 = 398 + 37 + 94 + 70 + 1')).toBe(true);
  expect(holds('600 = 398 + 37 + 94 + 70')).toBe(false);
  expect(holds('2 + 3 × 4 = 14')).toBe(true);
  expect(holds('600')).toBe(false);
  expect(differences(['a', 'a'], ['a', 'b'])).toEqual({ missing: ['a'], tooMuch: ['b'] });
});
