import { describe, expect, test } from 'vitest';
import { key } from '../../test/support/memory-store.ts';
import { type ShortEvent, Teller, timeOf, uriOf } from '../../test/support/notation.ts';
import { type FrontierUnit, type TraceSources, traceUnit } from '../index.ts';

const operators = { farm: 'A', mill: 'B' };
const at = { by: 'A', here: 'farm' } as const;
const harvest = (lot: string, day: number): ShortEvent => ({
  ...at,
  at: day,
  type: 'ObjectEvent',
  action: 'ADD',
  quantityList: [`${lot} 10 KGM`],
});
const turn = (from: string, to: string, day: number): ShortEvent => ({
  ...at,
  at: day,
  type: 'TransformationEvent',
  inputQuantityList: [`${from} 10 KGM`],
  outputQuantityList: [`${to} 10 KGM`],
});
/** A chain of lots, each made of the one before. */
const chain = (length: number): ShortEvent[] => [
  harvest('x/0', 0),
  ...Array.from({ length }, (_, index) => turn(`x/${index}`, `x/${index + 1}`, index + 1)),
];

describe('limits of a walk', () => {
  // Root, then for each of four transformations its node and its output: 9 units, reached at levels 0 to 8.
  const teller = new Teller({ operators, events: chain(4) });
  const units = 9;

  test('as many units as the limit says are walked, one more is said to be cut', async () => {
    const whole = await teller.trace('x/0', 'forward', { limits: { unitsMax: units, levelsMax: 99 } });
    expect(whole.truncated).toBeNull();
    expect(whole.nodes).toHaveLength(5);
    const cut = await teller.trace('x/0', 'forward', { limits: { unitsMax: units - 1, levelsMax: 99 } });
    expect(cut.truncated).toEqual({ limit: 'unitsMax', max: units - 1, at: key(uriOf('x/4')) });
  });

  test('as many levels as the limit says are walked, one more is said to be cut', async () => {
    const whole = await teller.trace('x/0', 'forward', { limits: { unitsMax: 99, levelsMax: units } });
    expect(whole.truncated).toBeNull();
    const cut = await teller.trace('x/0', 'forward', { limits: { unitsMax: 99, levelsMax: units - 1 } });
    expect(cut.truncated).toEqual({ limit: 'levelsMax', max: units - 1, at: key(uriOf('x/4')) });
  });

  test('as many links as the limit says are given, one more is said to be cut', async () => {
    const whole = await teller.trace('x/0', 'forward', { linksMax: 4 });
    expect(whole.truncated).toBeNull();
    const cut = await teller.trace('x/0', 'forward', { linksMax: 3 });
    expect(cut.truncated).toMatchObject({ limit: 'linksMax', max: 3 });
    expect(cut.links).toHaveLength(3);
    expect(cut.nodes).toHaveLength(4);
  });

  test('nodes deeper than depthMax are left out and said to be', async () => {
    expect((await teller.trace('x/0', 'forward', { depthMax: 4 })).truncated).toBeNull();
    const cut = await teller.trace('x/0', 'forward', { depthMax: 3 });
    expect(cut.nodes).toHaveLength(4);
    expect(cut.truncated).toEqual({ limit: 'depthMax', max: 3, at: key(uriOf('x/4')) });
  });

  test('links before `from` are left out, events after `to` are not looked at', async () => {
    expect((await teller.trace('x/4', 'back', { from: timeOf(3) })).links).toHaveLength(2);
    expect((await teller.trace('x/0', 'forward', { to: timeOf(2) })).nodes).toHaveLength(3);
  });

  test('a source that could not give all rows is named', async () => {
    const short: TraceSources = {
      ...teller.store,
      postings: async (frontier) => {
        const { postings } = await teller.store.postings(frontier);
        return { postings, truncatedUnits: [key(uriOf('x/0'))] };
      },
    };
    const graph = await traceUnit(short, { root: key(uriOf('x/0')), direction: 'forward' });
    expect(graph.truncated).toMatchObject({ limit: 'postingsPerUnitMax', at: key(uriOf('x/0')) });
  });
});

describe('hostile graphs', () => {
  test('a transformation of 400 inputs and 400 outputs stops at the limit of links', async () => {
    const inputs = Array.from({ length: 400 }, (_, n) => `x.${n}`);
    const outputs = Array.from({ length: 400 }, (_, n) => `y.${n}`);
    const teller = new Teller({
      operators,
      events: [
        { ...at, at: 1, type: 'ObjectEvent', action: 'ADD', lot: 'L', epcList: inputs },
        { ...at, at: 2, type: 'TransformationEvent', inputEPCList: inputs, outputEPCList: outputs },
      ],
    });
    const forward = await teller.trace('x/L', 'forward', { linksMax: 5_000 });
    expect(forward.truncated).toMatchObject({ limit: 'linksMax', max: 5_000 });
    expect(forward.links.length).toBeLessThanOrEqual(5_000);
    const back = await teller.trace('y.0', 'back');
    expect(back.truncated).toBeNull();
    expect(back.links).toHaveLength(400);
  });

  test('a lot that is made of itself, and two that are made of each other', async () => {
    const teller = new Teller({
      operators,
      events: [harvest('x/1', 0), turn('x/1', 'x/2', 1), turn('x/2', 'x/1', 2), turn('x/1', 'x/1', 3)],
    });
    for (const direction of ['back', 'forward'] as const) {
      const { nodes, truncated } = await teller.trace('x/1', direction);
      expect(nodes.length).toBeGreaterThan(0);
      expect(truncated).toBeNull();
    }
  });

  test('containers packed into each other in a circle, also one longer than any nesting that is followed', async () => {
    for (const length of [2, 3, 40]) {
      const events: ShortEvent[] = [
        { ...at, at: 0, type: 'ObjectEvent', action: 'ADD', epcList: ['x.1'] },
        { ...at, at: 0.5, type: 'AggregationEvent', action: 'ADD', parentID: '#0', childEPCs: ['x.1'] },
        ...Array.from(
          { length },
          (_, n): ShortEvent => ({
            ...at,
            at: n + 1,
            type: 'AggregationEvent',
            action: 'ADD',
            parentID: `#${(n + 1) % length}`,
            childEPCs: [`#${n}`],
          }),
        ),
        { ...at, at: 99, type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'shipping', epcList: ['#0'] },
        { ...at, at: 100, type: 'ObjectEvent', action: 'DELETE', epcList: ['#1'] },
      ];
      const teller = new Teller({ operators, events });
      for (const root of ['x.1', '#0', '#1']) {
        for (const direction of ['back', 'forward'] as const) {
          expect((await teller.trace(root, direction)).truncated).toBeNull();
        }
        await teller.stock(root);
      }
    }
  });

  test('an unknown code has no node', async () => {
    const { root, nodes } = await new Teller({ events: [] }).trace('x.1', 'back');
    expect([root, nodes]).toEqual(['', []]);
  });
});

describe('what is asked of the source', () => {
  test('one question for each level, and rows of before the walk only for the packing window', async () => {
    const packed = (day: number, item: string): ShortEvent => ({
      ...at,
      at: day,
      type: 'AggregationEvent',
      action: 'ADD',
      parentID: '#7',
      childEPCs: [item],
    });
    const teller = new Teller({
      operators,
      events: [
        { ...at, at: 100, type: 'ObjectEvent', action: 'ADD', epcList: ['x.1', 'x.2'] },
        packed(0, 'x.9'),
        packed(101, 'x.1'),
      ],
    });
    const asked: (readonly FrontierUnit[])[] = [];
    const counting: TraceSources = {
      ...teller.store,
      postings: (frontier) => {
        asked.push(frontier);
        return teller.store.postings(frontier);
      },
    };
    await traceUnit(counting, { root: key(uriOf('x.1')), direction: 'forward' });
    expect(asked.map((level) => level.map(({ unit }) => teller.name(unit)))).toEqual([['x.1'], ['#7']]);
    expect(asked[1]![0]!.from).toBe(timeOf(71));
  });

  test('a unit that is reached again at an earlier time is read again from there', async () => {
    // The long way to the crate comes first (level 2, day 90), the short time by a longer way (level 4, day 10).
    const pack = (day: number, item: string): ShortEvent => ({
      ...at,
      at: day,
      type: 'AggregationEvent',
      action: 'ADD',
      parentID: '#7',
      childEPCs: [item],
    });
    const teller = new Teller({
      operators,
      events: [
        harvest('x/1', 0),
        { ...turn('x/1', 'x/2', 1), inputQuantityList: ['x/1 5 KGM'] },
        {
          ...at,
          at: 2,
          type: 'TransformationEvent',
          inputQuantityList: ['x/2 5 KGM'],
          outputEPCList: ['y.1'],
        },
        {
          ...at,
          at: 3,
          type: 'TransformationEvent',
          inputQuantityList: ['x/1 5 KGM'],
          outputEPCList: ['y.2'],
        },
        pack(10, 'y.1'),
        {
          ...at,
          at: 11,
          type: 'ObjectEvent',
          action: 'OBSERVE',
          bizStep: 'shipping',
          epcList: ['#7'],
          to: 'B@mill',
        },
        {
          by: 'B',
          here: 'mill',
          at: 12,
          type: 'ObjectEvent',
          action: 'OBSERVE',
          bizStep: 'receiving',
          epcList: ['#7'],
        },
        { by: 'B', here: 'mill', at: 13, type: 'AggregationEvent', action: 'DELETE', parentID: '#7' },
        pack(90, 'y.2'),
      ],
    });
    const { nodes } = await teller.trace('x/1', 'forward');
    const where = nodes.map((node) => teller.where(node));
    expect(where).toContain('#7 B@mill');
    expect(where).toContain('y.1 B@mill');
  });
});
