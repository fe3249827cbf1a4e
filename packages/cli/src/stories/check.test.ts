import { describe, expect, test } from 'vitest';
import { type Check, evaluate, valuesAt } from './check.ts';

const answer = {
  state: 'recalled',
  truncated: null,
  nodes: [
    {
      uri: 'u:crate',
      level: 'container',
      quantity: '10',
      depth: 2,
      place: { uri: 'p:market' },
      inTransit: false,
    },
    {
      uri: 'u:lot',
      level: 'lot',
      quantity: '10.0',
      depth: 3,
      place: { uri: 'p:field' },
      inTransit: false,
      ends: [],
    },
    {
      uri: 'u:lot',
      level: 'lot',
      quantity: '0.5',
      depth: 1,
      place: { uri: 'p:market' },
      inTransit: true,
      ends: [
        { kind: 'sold', quantity: '0.2' },
        { kind: 'consumed', quantity: '0.1' },
      ],
    },
  ],
};

const holding: [string, Check][] = [
  ['a single value', { of: 'state', is: 'recalled' }],
  ['null is a value', { of: 'truncated', is: null }],
  ['one of several', { of: 'state', is: { oneOf: ['used', 'recalled'] } }],
  ['a count under a condition', { of: 'nodes', where: { inTransit: false }, count: 2 }],
  ['a condition on a nested value', { of: 'nodes', where: { 'place.uri': 'p:market' }, count: 2 }],
  [
    'a condition on a list holds if one member meets it',
    { of: 'nodes', where: { 'ends.kind': 'sold' }, count: 1 },
  ],
  ['a condition on the beginning', { of: 'nodes', where: { uri: { startsWith: 'u:l' } }, count: 2 }],
  ['a condition on another value', { of: 'nodes', where: { level: { not: 'lot' } }, count: 1 }],
  ['a condition on absence', { of: 'nodes', where: { ends: { absent: true } }, count: 2 }],
  ['an exact sum', { of: 'nodes', take: 'quantity', sum: '20.5' }],
  ['a sum over lists in lists', { of: 'nodes.ends', take: 'quantity', sum: '0.30' }],
  ['a sum of nothing', { of: 'gaps', take: 'quantity', sum: '0' }],
  ['a set in any order', { of: 'nodes', take: 'place.uri', set: ['p:market', 'p:field'] }],
  ['different values', { of: 'nodes', take: 'uri', different: 2 }],
  ['decimals are equal as numbers', { of: 'nodes', where: { quantity: '10.00' }, count: 2 }],
  [
    'a sequence in the order of a path',
    { of: 'nodes', by: 'depth', take: 'place.uri', sequence: ['p:market', 'p:field'] },
  ],
  ['texts inside and outside', { of: '', contains: ['u:crate'], lacks: ['u:secret'] }],
];

describe('a check holds for', () => {
  test.each(holding)('%s', (_, check) => {
    expect(evaluate(answer, check)).toMatchObject({ holds: true });
  });
});

const failing: [string, Check][] = [
  ['a wrong value', { of: 'state', is: 'sold' }],
  ['a value that is not there', { of: 'nowhere', is: 'sold' }],
  ['a value that only some items have', { of: 'nodes', take: 'level', is: 'lot' }],
  ['a wrong count', { of: 'nodes', count: 2 }],
  ['a wrong sum', { of: 'nodes', take: 'quantity', sum: '20.51' }],
  ['a sum over words', { of: 'nodes', take: 'level', sum: '0' }],
  ['a smaller set', { of: 'nodes', take: 'place.uri', set: ['p:market'] }],
  ['a larger set', { of: 'nodes', take: 'place.uri', set: ['p:market', 'p:field', 'p:shop'] }],
  ['the wrong order', { of: 'nodes', by: 'depth', take: 'place.uri', sequence: ['p:field', 'p:market'] }],
  ['a text that is missing', { of: '', contains: ['u:secret'] }],
  ['a text that should not be there', { of: '', lacks: ['p:field'] }],
];

describe('a check does not hold for', () => {
  test.each(failing)('%s', (_, check) => {
    expect(evaluate(answer, check)).toMatchObject({ holds: false });
  });
});

test('a failed check says what was expected and what came', () => {
  expect(evaluate(answer, { of: 'nodes', take: 'quantity', sum: '600' }).detail).toBe('"600" / "20.5"');
});

test('a check that says nothing is a mistake of the file, not a pass', () => {
  expect(() => evaluate(answer, { of: 'nodes' })).toThrow('says nothing');
});

test('a path does not reach into prototypes or texts', () => {
  expect(valuesAt(answer, 'state.length')).toEqual([]);
  expect(valuesAt(answer, 'constructor')).toEqual([]);
});
