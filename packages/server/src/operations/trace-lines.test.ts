import type { GraphLink, GraphNode } from '@yunsu/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Sayer, sayLink, sayNode } from './name-trace.ts';
import { linesOfLinks, linesOfNodes } from './trace-lines.ts';

const levels = { a: 'item', b: 'lot', c: 'item' } as const;
const say = {
  names: {
    uri: (key: string) => `https://id.gs1.org/01/"${key}"`,
    level: (key: keyof typeof levels) => levels[key],
    holder: (party?: string) => ({ name: party ?? '—', masked: false }),
    place: (place?: string) => ({ name: place ?? '—', masked: false }),
  },
  products: {
    of: (unit: string) => (unit === 'c' ? undefined : { name: `茶 ${unit}`, class: 'food' }),
    ledgers: [],
  },
  events: new Map([['1', { eventID: 'urn:uuid:1' }]]),
  facts: new Map([['7', { 'urn:epcglobal:cbv:mda:lotNumber': 'L1' }]]),
  quantities: true,
  both: true,
} as unknown as Sayer;

const end = [{ event: '1', time: 5, quantity: '1', uom: 'H87' }];
const measured = {
  quantity: fc.option(fc.constantFrom('1', '2'), { nil: undefined }),
  quantityMax: fc.option(fc.constant('3'), { nil: undefined }),
  uom: fc.constantFrom('KGM', 'H87'),
  share: fc.option(fc.constantFrom('0.5', '1'), { nil: undefined }),
  shareMax: fc.option(fc.constant('1'), { nil: undefined }),
};
const nodes = fc.array(
  fc.record({
    id: fc.constantFrom('f0', 'f1'),
    unit: fc.constantFrom('a', 'b', 'c'),
    party: fc.option(fc.constantFrom('p', 'q'), { nil: undefined }),
    place: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
    inTransit: fc.boolean(),
    inferred: fc.boolean(),
    time: fc.constantFrom(0, 1_000_000),
    depth: fc.constantFrom(1, 2),
    direction: fc.constantFrom('back', 'forward'),
    origin: fc.option(fc.constantFrom('7', '8'), { nil: undefined }),
    ends: fc.constantFrom([], end),
    ...measured,
  }),
  { maxLength: 6 },
) as fc.Arbitrary<GraphNode[]>;
const links = fc.array(
  fc.record({
    from: fc.constantFrom('f0', 'f1'),
    to: fc.constantFrom('f2', 'f3'),
    kind: fc.constantFrom('packing', 'membership'),
    event: fc.constantFrom('1', '2'),
    time: fc.constantFrom(0, 1_000_000),
    ...measured,
  }),
  { maxLength: 6 },
) as fc.Arbitrary<GraphLink[]>;

/** One member changed in a neighbour is what a run must notice: each is followed by itself with another name and one change. */
const repeated = <T extends object>(list: fc.Arbitrary<T[]>) =>
  fc.tuple(list, list).map(([some, others]) => [
    ...some.flatMap((one, at) => {
      const other = others[at];
      if (other === undefined) return [one, one];
      const names = Object.keys(one) as (keyof T)[];
      return [one, ...names.map((name) => ({ ...one, [name]: other[name] })), one];
    }),
  ]);

test('lines are the same as if each were put into text alone', () => {
  fc.assert(
    fc.property(repeated(nodes), repeated(links), (someNodes, someLinks) => {
      expect(linesOfNodes(say, someNodes)).toBe(
        someNodes.map((node) => `${JSON.stringify({ node: sayNode(say, node) })}\n`).join(''),
      );
      expect(linesOfLinks(say, someLinks)).toBe(
        someLinks.map((link) => `${JSON.stringify({ link: sayLink(say, link) })}\n`).join(''),
      );
    }),
  );
});
