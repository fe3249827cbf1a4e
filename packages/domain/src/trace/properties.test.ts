import fc from 'fast-check';
import { expect, test } from 'vitest';
import { key } from '../../test/support/memory-store.ts';
import { Teller, uriOf } from '../../test/support/notation.ts';
import { anything, containers, items, layers, lots, lotsMove } from '../../test/support/random-stories.ts';
import { stockOf, type TraceGraph } from '../index.ts';

const sum = (texts: readonly (string | undefined)[]): number =>
  texts.reduce((total, text) => total + Number(text ?? 0), 0);

test('what came into being of a lot is what ended, what was used and what is left', async () => {
  await fc.assert(
    fc.asyncProperty(lotsMove, async (told) => {
      const teller = new Teller(told);
      const [root] = lots as [string];
      const { nodes, gaps } = await teller.trace(root, 'forward');
      const { holdings } = await stockOf(teller.store, key(uriOf(root)));
      const stated = (list: readonly string[] | undefined) =>
        sum((list ?? []).filter((text) => text.startsWith(`${root} `)).map((text) => text.split(' ')[1]));
      const made = sum(
        told.events.map(({ action, type, quantityList }) =>
          type === 'ObjectEvent' && action === 'ADD' ? String(stated(quantityList)) : '0',
        ),
      );
      const used = sum(told.events.map(({ inputQuantityList }) => String(stated(inputQuantityList))));
      const unexplained = sum(
        gaps
          .filter(({ kind, unit: of }) => kind !== 'shipment-without-receipt' && teller.name(of) === root)
          .filter(({ kind }) => kind !== 'unknown-holder')
          .map((gap) => gap.quantity),
      );
      const ended = sum(
        nodes
          .filter((node) => !teller.name(node.unit).startsWith('soup'))
          .flatMap(({ ends }) => ends.map((end) => end.quantity)),
      );
      const left = sum(holdings.map((holding) => holding.quantity));
      expect(made + unexplained).toBeCloseTo(ended + used + left, 9);
    }),
    { numRuns: 300 },
  );
});

function checkShape(graph: TraceGraph): void {
  const ids = new Set(graph.nodes.map(({ id }) => id));
  expect(ids.size).toBe(graph.nodes.length);
  for (const { from, to, share, quantity: amount } of graph.links) {
    expect(ids.has(from) && ids.has(to)).toBe(true);
    expect(Number(share ?? 0)).toBeLessThanOrEqual(1);
    expect(Number(amount ?? 0)).toBeGreaterThanOrEqual(0);
  }
  for (const { share, shareMax, quantity: amount } of graph.nodes) {
    for (const each of [share, shareMax]) {
      expect(Number(each ?? 0)).toBeLessThanOrEqual(1);
      expect(Number(each ?? 0)).toBeGreaterThanOrEqual(0);
    }
    expect(Number(amount ?? 0)).toBeGreaterThanOrEqual(0);
  }
}

test('any events at all give an answer, and the same one from every order of arrival', async () => {
  await fc.assert(
    fc.asyncProperty(
      anything,
      fc.constantFrom(...lots, ...items, ...containers),
      fc.integer({ min: 1, max: 1e6 }),
      async (told, root, seed) => {
        const teller = new Teller(told);
        const other = new Teller({ ...told, seed });
        for (const direction of ['back', 'forward'] as const) {
          const graph = await teller.trace(root, direction);
          checkShape(graph);
          expect(graph.truncated).toBeNull();
          const again = await other.trace(root, direction);
          expect(other.nodes(again)).toEqual(teller.nodes(graph));
          expect(other.links(again)).toEqual(teller.links(graph));
          expect(other.gaps(again)).toEqual(teller.gaps(graph));
        }
        const stock = await teller.stock(root);
        expect(await other.stock(root)).toEqual(stock);
        expect(stock.every((line) => !line.includes('-'))).toBe(true);
      },
    ),
    { numRuns: 400 },
  );
});

test('nothing reaches a holding that was left before the root came there', async () => {
  const withoutID = anything.filter(({ events }) => events.every((e) => e.transformationID === undefined));
  await fc.assert(
    fc.asyncProperty(withoutID, fc.constantFrom(...lots, ...items), async (told, root) => {
      const { nodes, links } = await new Teller(told).trace(root, 'forward');
      const at = new Map(nodes.map((node) => [node.id, node]));
      const into = Map.groupBy(links, ({ to }) => to);
      for (const { from, time } of links) expect(at.get(from)!.time).toBeLessThanOrEqual(time);
      for (const node of nodes.filter(({ depth }) => depth > 0)) {
        expect(into.get(node.id)!.some(({ time }) => time <= node.time)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('the shares of all origins make one where everything is explained', async () => {
  await fc.assert(
    fc.asyncProperty(layers, async ({ told, last, origins }) => {
      const teller = new Teller(told);
      const { nodes, gaps } = await teller.trace(last, 'back');
      expect(gaps).toEqual([]);
      const shares = nodes
        .filter((node) => origins.includes(teller.name(node.unit)))
        .map(({ share }) => share);
      expect(sum(shares)).toBeCloseTo(1, 10);
    }),
    { numRuns: 200 },
  );
});

test('forward and back agree: the part of an output that an origin makes up', async () => {
  await fc.assert(
    fc.asyncProperty(layers, async ({ told, last, origins }) => {
      const teller = new Teller(told);
      const back = await teller.trace(last, 'back');
      for (const origin of origins) {
        const forward = await teller.trace(origin, 'forward');
        const share = (graph: TraceGraph, name: string) =>
          graph.nodes.find((node) => teller.name(node.unit) === name && teller.name(node.place) === 'farm')
            ?.share;
        expect(Number(share(forward, last) ?? 0)).toBeCloseTo(Number(share(back, origin) ?? 0), 9);
      }
    }),
    { numRuns: 100 },
  );
});
