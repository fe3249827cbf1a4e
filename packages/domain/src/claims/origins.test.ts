import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Teller } from '../../test/support/notation.ts';
import { layers } from '../../test/support/random-stories.ts';
import type { TraceGraph } from '../index.ts';
import { type ClaimLink, type ClaimNode, originsOf, percentOf } from './origins.ts';

const node = (id: string, share: string | undefined, changes: Partial<ClaimNode> = {}): ClaimNode => ({
  id,
  began: true,
  ...(share === undefined ? {} : { share }),
  ...changes,
});
const poured = (from: string, to: string, share: string): ClaimLink => ({
  from,
  to,
  kind: 'transformation',
  eventID: `into ${to}`,
  share,
});

/** What the server makes of a graph in keys. */
const toClaims = ({ nodes, links }: TraceGraph) => ({
  nodes: nodes.map((each) => ({ ...each, began: each.origin !== undefined && !each.inferred })),
  links: links.map((link) => ({ ...link, eventID: link.event })),
});

describe('origins', () => {
  // 30 kg from G1, 20 kg and 50 kg from G2 make the tea: 0.3, and 0.2 + 0.5 = 0.7.
  const nodes = [node('tea', '1'), node('a', '0.3'), node('b', '0.2'), node('c', '0.5')];
  const links = [poured('a', 'tea', '0.3'), poured('b', 'tea', '0.2'), poured('c', 'tea', '0.5')];
  const gardens: Readonly<Record<string, string>> = { a: 'G1', b: 'G2', c: 'G2' };

  test('shares of one place are added up, the greatest comes first, and the working says how', () => {
    const { origins, explained, mixtures } = originsOf({ nodes, links }, ({ id }) => gardens[id] ?? '');
    expect(origins.map(({ share, nodes: [{ id }] }) => [id, share])).toEqual([
      ['b', '0.7'],
      ['a', '0.3'],
    ]);
    expect(explained).toEqual({ share: '1' });
    expect(mixtures.map(({ output, inputs }) => [output.id, inputs.map(([{ id }]) => id)])).toEqual([
      ['tea', ['a', 'b', 'c']],
    ]);
  });

  test('what merely begins in the record is named and not explained', () => {
    const bought = nodes.map((each) => (each.id === 'a' ? { ...each, began: false } : each));
    const { origins, explained } = originsOf({ nodes: bought, links }, () => 'one place');
    expect(origins.map(({ began, share }) => [began, share])).toEqual([
      [true, '0.7'],
      [false, '0.3'],
    ]);
    expect(explained).toEqual({ share: '0.7' });
  });

  test('one bound makes the sum a bound, one unmeasured part makes it unknown', () => {
    const [tea, , b, c] = nodes as [ClaimNode, ClaimNode, ClaimNode, ClaimNode];
    const bounded = [tea, node('a', undefined, { shareMax: '0.4' }), b, c];
    expect(originsOf({ nodes: bounded, links }, () => '').explained).toEqual({ shareMax: '1' });
    const unmeasured = [tea, node('a', undefined), b, c];
    expect(originsOf({ nodes: unmeasured, links }, () => '').explained).toEqual({});
  });

  test('a root that nothing leads to is its own origin', () => {
    expect(originsOf({ nodes: [node('leaf', '1')], links: [] }, () => '').origins).toEqual([
      { began: true, nodes: [node('leaf', '1')], share: '1' },
    ]);
    expect(originsOf({ nodes: [], links: [] }, () => '')).toEqual({
      origins: [],
      explained: { share: '0' },
      mixtures: [],
    });
  });

  test('thirds that were printed with twelve digits make a whole', () => {
    const thirds = ['a', 'b', 'c'].map((id) => node(id, '0.333333333333'));
    expect(originsOf({ nodes: thirds, links: [] }, () => '').explained).toEqual({ share: '1' });
  });
});

test('the working gives the claims again: shares multiplied along every way and added up', async () => {
  await fc.assert(
    fc.asyncProperty(layers, async ({ told, last }) => {
      const graph = toClaims(await new Teller(told).trace(last, 'back'));
      const { origins, explained, mixtures } = originsOf(graph, ({ id }) => id);
      expect(Number(explained.share)).toBeCloseTo(1, 9);
      const into = Map.groupBy(graph.links, ({ to }) => to);
      const outputs = new Map(mixtures.map(({ output, inputs }) => [output.id, inputs]));
      const parts = new Map<string, number>();
      const descend = (id: string, part: number): void => {
        const inputs = outputs.get(id);
        const links = into.get(id) ?? [];
        if (inputs) for (const [each, { share }] of inputs) descend(each.id, part * Number(share));
        else if (links.length > 0) for (const { from } of links) descend(from, part / links.length);
        else parts.set(id, (parts.get(id) ?? 0) + part);
      };
      descend(graph.nodes[0]?.id ?? '', 1);
      for (const { nodes, share } of origins) {
        expect(parts.get(nodes[0].id)).toBeCloseTo(Number(share), 9);
      }
    }),
    { numRuns: 100 },
  );
});

test.each([
  ['0.3', '30.0 %', true],
  ['1', '100.0 %', true],
  ['0.333333333333', '33.3 %', false],
  ['0.6665', '66.7 %', false],
  ['0', '0.0 %', true],
])('%s is %s', (share, text, exact) => {
  expect(percentOf(share)).toEqual({ text, exact });
});
