import type { TraceAnswer, TraceLink, TraceNode } from '@yunsu/api';
import { expect, test } from 'vitest';
import { traceText } from './trace-text.ts';
import { ALIKE_SHOWN_MAX, treeLines } from './trace-tree.ts';

const time = '2026-08-18T07:30:00+08:00';

const node = (id: string, over: Partial<TraceNode> = {}): TraceNode => ({
  id,
  uri: `https://id.gs1.org/01/09521234045014/10/${id}`,
  level: 'lot',
  holder: { name: `holder ${id}`, kind: 'company', masked: false },
  place: { name: `place ${id}`, masked: false },
  inferred: false,
  time,
  depth: id === 'root' ? 0 : 1,
  inTransit: false,
  ...over,
});

const link = (from: string, to: string): TraceLink => ({
  from,
  to,
  kind: 'transfer',
  eventID: 'urn:e',
  time,
});

const trace = (nodes: TraceNode[], links: TraceLink[], over: Partial<TraceAnswer> = {}): TraceAnswer => ({
  root: 'root',
  asKnownAt: { number: '7', time },
  nodes,
  links,
  gaps: [],
  truncated: null,
  ...over,
});

/** A root that became `count` equal crates at one market. */
function crates(count: number): TraceAnswer {
  const names = Array.from({ length: count }, (_, index) => `crate${index}`);
  const market = { place: { name: 'market', masked: false }, holder: node('root').holder };
  return trace(
    [
      node('root'),
      ...names.map((name) =>
        node(name, { ...market, uri: `https://id.gs1.org/00/${name}`, level: 'container', quantity: '10' }),
      ),
    ],
    names.map((name) => link('root', name)),
  );
}

test('a tree goes back along the links and lines up its columns', () => {
  const answer = trace(
    [
      node('root', { product: '辣椒', quantity: '10', uom: 'KGM', share: '1' }),
      node('field', { quantity: '3', uom: 'KGM', share: '0.3' }),
    ],
    [link('field', 'root')],
  );
  expect(traceText('en', answer, 'back')).toEqual([
    'Came from',
    '辣椒 (01)09521234045014(10)root  10 kg  100.0 %  holder root   place root   2026-08-18 07:30',
    '└─ (01)09521234045014(10)field    3 kg   30.0 %  holder field  place field  2026-08-18 07:30',
    '',
    'As known at 2026-08-18 07:30',
  ]);
});

test('both directions are two trees, and Chinese is Chinese', () => {
  const answer = trace(
    [node('root'), node('before'), node('after')],
    [link('before', 'root'), link('root', 'after')],
  );
  const lines = traceText('zh', answer, 'both');
  expect(lines[0]).toBe('来源');
  expect(lines).toContain('去向');
  expect(lines.filter((line) => line.includes('before'))).toHaveLength(1);
  expect(lines.filter((line) => line.includes('after'))).toHaveLength(1);
});

test.each([
  [ALIKE_SHOWN_MAX, 1 + ALIKE_SHOWN_MAX],
  [ALIKE_SHOWN_MAX + 1, 1 + ALIKE_SHOWN_MAX + 1],
  [40, 1 + ALIKE_SHOWN_MAX + 1],
])('%i crates that went the same way take %i lines', (count, lines) => {
  expect(treeLines(crates(count), 'forward').lines).toHaveLength(lines);
});

test('what is folded is summed', () => {
  const crate = { ...crates(41), gaps: [] };
  const kilograms = { ...crate, nodes: crate.nodes.map((each) => ({ ...each, uom: 'KGM' })) };
  const lines = traceText('en', kilograms, 'forward');
  expect(lines.filter((line) => line.includes('more alike'))).toEqual([
    expect.stringMatching(/40 more alike +400 kg$/),
  ]);
});

test('a crate that went another way is never folded away', () => {
  const answer = crates(10);
  const other = node('shop', { holder: { name: '不明', kind: 'unknown', masked: false } });
  const lines = treeLines(
    { ...answer, nodes: [...answer.nodes, other], links: [...answer.links, link('crate9', 'shop')] },
    'forward',
  ).lines;
  expect(lines.map((line) => line.node?.id ?? `+${line.more?.length}`)).toEqual([
    'root',
    'crate0',
    '+8',
    'crate9',
    'shop',
  ]);
});

test('a node with two ways to it is printed once and pointed at once', () => {
  const answer = trace(
    [node('root'), node('a'), node('b'), node('source')],
    [link('a', 'root'), link('b', 'root'), link('source', 'a'), link('source', 'b')],
  );
  const lines = treeLines(answer, 'back').lines.filter((line) => line.node?.id === 'source');
  expect(lines.map((line) => line.seenAbove ?? false).sort()).toEqual([false, true]);
});

test('a unit in several hands is several trees, each way with its own', () => {
  const answer = trace(
    [
      node('b0', { depth: 0, direction: 'back' }),
      node('b1', { depth: 0, direction: 'back' }),
      node('b2', { depth: 1, direction: 'back' }),
      node('f0', { depth: 0, direction: 'forward' }),
    ],
    [link('b2', 'b1')],
    { root: 'b0' },
  );
  const ids = (way: 'back' | 'forward') => treeLines(answer, way).lines.map((line) => line.node?.id);
  expect(ids('back')).toEqual(['b0', 'b1', 'b2']);
  expect(ids('forward')).toEqual(['f0']);
});

test('in an answer for both ways a node that tells only the way back begins the way forward too', () => {
  const answer = trace(
    [
      node('root', { direction: 'back' }),
      node('before', { direction: 'back' }),
      node('after', { direction: 'forward' }),
    ],
    [link('before', 'root'), link('root', 'after')],
  );
  const ids = (way: 'back' | 'forward') => treeLines(answer, way).lines.map((line) => line.node?.id);
  expect(ids('back')).toEqual(['root', 'before']);
  expect(ids('forward')).toEqual(['root', 'after']);
});

test('where nothing follows, the beginning itself is told', () => {
  const answer = trace([node('root', { direction: 'back' })], []);
  expect(treeLines(answer, 'forward').lines.map((line) => line.node?.id)).toEqual(['root']);
});

test('a cycle ends', () => {
  const answer = trace([node('root'), node('a')], [link('root', 'a'), link('a', 'root')]);
  expect(treeLines(answer, 'forward').lines.map((line) => [line.node?.id, line.seenAbove])).toEqual([
    ['root', undefined],
    ['a', undefined],
    ['root', true],
  ]);
});

test('lines beyond the limit are counted', () => {
  const chain = ['root', 'n1', 'n2', 'n3'];
  const answer = trace(
    chain.map((id) => node(id)),
    chain.slice(1).map((id, index) => link(chain[index] ?? '', id)),
  );
  expect(treeLines(answer, 'forward', 4).hidden).toBe(0);
  expect(treeLines(answer, 'forward', 3)).toMatchObject({ hidden: 1, lines: { length: 3 } });
});

test('bounds, transit, ends, gaps and truncation are said', () => {
  const answer = trace(
    [
      node('root', {
        quantityMax: '5',
        uom: 'KGM',
        shareMax: '0.5',
        inTransit: true,
        ends: [
          { kind: 'sold', quantity: '1.5', uom: 'KGM', eventID: 'urn:e', time },
          { kind: 'sold', quantity: '0.5', uom: 'KGM', eventID: 'urn:f', time },
        ],
      }),
    ],
    [],
    {
      gaps: [
        {
          kind: 'unknown-holder',
          uri: 'https://id.gs1.org/00/1',
          quantity: '70',
          uom: 'KGM',
          eventID: 'urn:e',
          time,
        },
      ],
      truncated: { limit: 'nodesMax', max: 1000, at: 'x' },
    },
  );
  const text = traceText('en', answer, 'forward').join('\n');
  for (const part of [
    'up to 5 kg',
    'up to 50.0 %',
    'in transit; sold 2 kg',
    'holder unknown',
    '70 kg',
    'nodesMax (1000)',
  ])
    expect(text).toContain(part);
});
