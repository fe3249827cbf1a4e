import { expect, test } from 'vitest';
import { BoundedMap } from './bounded-map.ts';

test('a full map forgets its oldest entry, and only for a new key', () => {
  const map = new BoundedMap<number>(2);
  map.remember('a', 1);
  map.remember('b', 2);
  map.remember('b', 3);
  expect([map.find('a'), map.find('b')]).toEqual([1, 3]);
  map.remember('c', 4);
  expect([map.find('a'), map.find('b'), map.find('c')]).toEqual([undefined, 3, 4]);
});
