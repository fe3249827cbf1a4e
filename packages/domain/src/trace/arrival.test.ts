import fc from 'fast-check';
import { expect, test } from 'vitest';
import { key, MemoryStore, readStory } from '../../test/support/memory-store.ts';
import { stockOf, type TraceGraph, traceUnit } from '../index.ts';

const roots = {
  S01: ['01/09521234015017/10/FL1', '01/09521234015031/21/C0117', '01/09521234015031/10/PE-2026-01'],
  S02: ['00/095212340200000011', '01/09521234025016/10/C1', '01/09521234025016/10/C3'],
  S03: ['01/09521234035046/10/CU1', '01/09521234035015/21/153012900000001'],
  S04: ['01/09521234045014/10/VX-0818', '00/095212340400000019'],
  S05: ['01/09521234055013/10/V1', '01/09521234055013/21/85905050000000000013'],
  S06: ['01/09521234065012/10/FR1', '01/09521234065043/21/Q0088'],
  S07: ['01/09521234075011/21/B0001', '01/09521234075011/10/CP-09'],
  S09: ['00/095212340900000038', '01/09521234095019/21/9260320A00147', '01/09521234095019/21/9260320A00188'],
  S12: ['01/09521234125013/10/CB-2026-01', '01/09521234125051/10/NM-2026-05'],
  S13: ['01/09521234135012/10/HS-0905-07', '01/09521234135029/10/KN-1'],
};

/** The graph with eventIDs in place of the numbers that an order of arrival gives. */
function named(store: MemoryStore, graph: TraceGraph): string {
  const id = (event: string) => store.eventIDByNumber.get(event) ?? '';
  return JSON.stringify({
    ...graph,
    nodes: graph.nodes.map((node) => ({
      ...node,
      ...(node.origin === undefined ? {} : { origin: id(node.origin) }),
      ends: node.ends.map((end) => ({ ...end, event: id(end.event) })),
    })),
    links: graph.links.map((link) => ({ ...link, event: id(link.event) })),
    gaps: graph.gaps.map((gap) => ({ ...gap, event: id(gap.event) })),
  });
}

async function answers(store: MemoryStore, uris: readonly string[]): Promise<string> {
  const parts: string[] = [];
  for (const uri of uris) {
    const root = key(`https://id.gs1.org/${uri}`);
    for (const direction of ['back', 'forward'] as const)
      parts.push(named(store, await traceUnit(store, { root, direction })));
    const { origin: _, ...stock } = await stockOf(store, root);
    parts.push(JSON.stringify({ ...stock, related: [...stock.related].sort() }));
  }
  return parts.join('\n');
}

/**
 * Never recordTime (design §5.7): a story gives the same bytes in whatever order its events arrive, who sends them for the
 * parties that act, and how often.
 */
test.each(Object.entries(roots))(
  '%s gives the same graphs and stocks in every order of arrival',
  async (id, uris) => {
    const { events, registers } = readStory(id);
    const expected = await answers(new MemoryStore(events, registers), uris);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(
          events.map((_, index) => index),
          { minLength: events.length },
        ),
        fc.constantFrom('urn:test:farmer', 'urn:test:platform', 'urn:test:auditor'),
        async (order, sender) => {
          const store = new MemoryStore([], registers);
          const twice = [...order, ...order.toReversed()];
          for (const [at, index] of twice.entries()) store.append(events[index]!, String(5000 + at), sender);
          expect(await answers(store, uris)).toBe(expected);
        },
      ),
      { numRuns: 100 },
    );
  },
  120_000,
);
