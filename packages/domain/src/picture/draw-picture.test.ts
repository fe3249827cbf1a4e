import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../trace/units.ts';
import { SIBLINGS_MIN, toBoxes } from './boxes.ts';
import { BOXES_MAX, drawPicture, type PictureOptions } from './draw-picture.ts';
import type { Picture, Shape } from './drawing.ts';
import type { PictureGraph, PictureLink, PictureNode } from './graph.ts';
import { cleanText, widthOf, wrap } from './measure.ts';
import { toPictureSvg } from './svg.ts';

const node = (id: string, more: Partial<PictureNode> = {}): PictureNode => ({
  id,
  level: 'lot',
  unit: id,
  kind: '1',
  holder: `Holder of ${id}`,
  prefecture: '昆明市',
  quantity: '1',
  uom: 'KGM',
  uomWord: '千克',
  share: '1',
  depth: 0,
  time: '2026-01-01T00:00:00Z',
  inTransit: false,
  inferred: false,
  ends: [],
  gaps: [],
  ...more,
});

const link = (from: string, to: string, more: Partial<PictureLink> = {}): PictureLink => ({
  from,
  to,
  kind: 'transfer',
  time: '2026-01-02T00:00:00Z',
  quantity: '1',
  uom: 'KGM',
  uomWord: '千克',
  ...more,
});

const options: PictureOptions = { language: 'zh', flow: 'right' };

/** Graphs with cycles, gaps, masks and twins; a link may lead to a node that is not there. */
const graphs: fc.Arbitrary<PictureGraph> = fc
  .record({
    nodes: fc.array(
      fc.record({
        depth: fc.nat({ max: 5 }),
        holder: fc.constantFrom('甲', '乙公司很长很长很长很长很长很长的名字', 'C', ''),
        level: fc.constantFrom('lot', 'item', 'container'),
        product: fc.option(fc.string({ maxLength: 40, unit: 'binary' }), { nil: undefined }),
        prefecture: fc.constantFrom('昆明市', '玉溪市', undefined),
        quantity: fc.constantFrom('1', '0.25', undefined),
        quantityMax: fc.constantFrom('7', undefined),
        share: fc.constantFrom('0.3', undefined),
        gaps: fc.constantFrom([], ['unknown-holder'], ['toString']),
        inferred: fc.boolean(),
        inTransit: fc.boolean(),
        ends: fc.constantFrom([], [{ kind: 'sold', quantity: '0.1', uom: 'KGM', uomWord: '千克' }]),
      }),
      { minLength: 1, maxLength: 40 },
    ),
    links: fc.array(
      fc.record({
        from: fc.nat({ max: 41 }),
        to: fc.nat({ max: 41 }),
        kind: fc.constantFrom('transfer', 'packing'),
      }),
      { maxLength: 80 },
    ),
    truncated: fc.option(fc.constant({ limit: 'unitsMax', max: 5000 }), { nil: undefined }),
  })
  .map(({ nodes, links, truncated }) => ({
    root: 'n0',
    nodes: nodes.map(
      (one, index) =>
        Object.fromEntries(
          Object.entries({ ...node(`n${index}`), ...one }).filter(([, value]) => value !== undefined),
        ) as unknown as PictureNode,
    ),
    links: links.map(({ from, to, kind }) => link(`n${from}`, `n${to}`, { kind })),
    ...(truncated ? { truncated } : {}),
  }));

const choices: fc.Arbitrary<PictureOptions> = fc.record({
  language: fc.constantFrom('zh', 'en'),
  flow: fc.constantFrom('right', 'down'),
  boxesMax: fc.integer({ min: 2, max: 30 }),
  acrossMax: fc.integer({ min: 2, max: 6 }),
});

const boxesOf = ({ parts }: Picture) => parts.flatMap(({ box }) => box ?? []);
const linksOf = ({ parts }: Picture) => parts.flatMap((part) => part.link ?? []);

/** The frame of a shape: text as wide as it is measured at most. */
function frameOf(shape: Shape): { left: number; right: number; top: number; bottom: number } {
  if (shape.kind === 'box')
    return { left: shape.x, right: shape.x + shape.width, top: shape.y, bottom: shape.y + shape.height };
  if (shape.kind === 'path') {
    const xs = shape.steps.map(({ x }) => x);
    const ys = shape.steps.map(({ y }) => y);
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  }
  const width = widthOf(shape.text, shape.size, shape.bold);
  const left = shape.anchor === 'middle' ? shape.x - width / 2 : shape.x;
  return { left, right: left + width, top: shape.y - shape.size, bottom: shape.y };
}

describe('geometry', () => {
  test('no two boxes overlap, whatever the graph', () => {
    fc.assert(
      fc.property(graphs, choices, (graph, chosen) => {
        const boxes = boxesOf(drawPicture(graph, chosen));
        for (const [at, a] of boxes.entries())
          for (const b of boxes.slice(at + 1)) {
            const apart =
              a.x + a.width <= b.x + 0.01 ||
              b.x + b.width <= a.x + 0.01 ||
              a.y + a.height <= b.y + 0.01 ||
              b.y + b.height <= a.y + 0.01;
            expect(apart).toBe(true);
          }
      }),
    );
  });

  test('every link begins and ends on the edge of its boxes', () => {
    fc.assert(
      fc.property(graphs, choices, (graph, chosen) => {
        const picture = drawPicture(graph, chosen);
        const boxes = new Map(boxesOf(picture).map((box) => [box.id, box]));
        for (const { from, to, start, end } of linksOf(picture)) {
          const [a, b] = [boxes.get(from)!, boxes.get(to)!];
          if (chosen.flow === 'right') {
            expect(start.x).toBeCloseTo(a.x + a.width, 3);
            expect(end.x).toBeCloseTo(b.x, 3);
            expect(start.y).toBeGreaterThanOrEqual(a.y);
            expect(end.y).toBeLessThanOrEqual(b.y + b.height);
          } else {
            expect(start.y).toBeCloseTo(a.y + a.height, 3);
            expect(end.y).toBeCloseTo(b.y, 3);
            expect(start.x).toBeGreaterThanOrEqual(a.x);
            expect(end.x).toBeLessThanOrEqual(b.x + b.width);
          }
        }
      }),
    );
  });

  test('everything is inside the picture, and every word inside its box', () => {
    fc.assert(
      fc.property(graphs, choices, (graph, chosen) => {
        const picture = drawPicture(graph, chosen);
        for (const part of picture.parts)
          for (const shape of part.shapes) {
            const { left, right, top, bottom } = frameOf(shape);
            expect(left).toBeGreaterThanOrEqual(-0.01);
            expect(top).toBeGreaterThanOrEqual(-0.01);
            expect(right).toBeLessThanOrEqual(picture.width + 0.01);
            expect(bottom).toBeLessThanOrEqual(picture.height + 0.01);
            if (part.box && shape.kind === 'text') {
              expect(left).toBeGreaterThanOrEqual(part.box.x);
              expect(right).toBeLessThanOrEqual(part.box.x + part.box.width);
              expect(bottom).toBeLessThanOrEqual(part.box.y + part.box.height);
            }
          }
      }),
    );
  });
});

describe('what is drawn is what was answered', () => {
  test('every node is in one box, within the limits', () => {
    fc.assert(
      fc.property(graphs, choices, (graph, chosen) => {
        const boxes = boxesOf(drawPicture(graph, chosen));
        expect(boxes.reduce((sum, { count }) => sum + count, 0)).toBe(graph.nodes.length);
        expect(boxes.length).toBeLessThanOrEqual(chosen.boxesMax!);
      }),
    );
  });

  test('the same for the same nodes and links in any order', () => {
    fc.assert(
      fc.property(graphs, choices, fc.infiniteStream(fc.nat()), (graph, chosen, numbers) => {
        const shuffle = <T>(list: readonly T[]): T[] =>
          list
            .map((value) => ({ value, order: numbers.next().value as number }))
            .sort((a, b) => a.order - b.order)
            .map(({ value }) => value);
        const other = { ...graph, nodes: shuffle(graph.nodes), links: shuffle(graph.links) };
        expect(toPictureSvg(drawPicture(other, chosen))).toBe(toPictureSvg(drawPicture(graph, chosen)));
      }),
    );
  });

  test('joined siblings say the sum of their amounts and the range of their shares', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: SIBLINGS_MIN, maxLength: 40 }),
        (grams) => {
          const quantities = grams.map((gram) => new Decimal(gram).div(1000).toFixed());
          const graph: PictureGraph = {
            root: 'r',
            nodes: [
              node('r'),
              ...quantities.map((quantity, index) =>
                node(`n${index}`, {
                  depth: 1,
                  holder: '某店',
                  quantity,
                  share: index === 0 ? '0.1' : '0.25',
                }),
              ),
            ],
            links: quantities.map((quantity, index) => link('r', `n${index}`, { quantity })),
          };
          const { parts } = drawPicture(graph, options);
          const sum = quantities.reduce((all, one) => all.plus(one), new Decimal(0)).toFixed();
          const label = parts.find(({ box }) => box?.count === grams.length)!.label.replaceAll(',', '');
          expect(label).toContain(`${sum} 千克`);
          expect(label).toContain('10%–25%');
        },
      ),
    );
  });

  test('two siblings stay apart, three are one', () => {
    const graphOf = (count: number): PictureGraph => {
      const ids = Array.from({ length: count }, (_, index) => `n${index}`);
      return {
        root: 'r',
        nodes: [node('r'), ...ids.map((id) => node(id, { depth: 1, holder: '某店' }))],
        links: ids.map((id) => link('r', id)),
      };
    };
    const limits = { boxesMax: 99, acrossMax: 99 };
    expect(toBoxes(graphOf(SIBLINGS_MIN - 1), limits).boxes).toHaveLength(SIBLINGS_MIN);
    expect(toBoxes(graphOf(SIBLINGS_MIN), limits).boxes).toHaveLength(2);
  });

  test('at the limit of boxes every one is drawn, beyond it the rest is one that counts them', () => {
    const chain = (count: number): PictureGraph => ({
      root: 'n0',
      nodes: Array.from({ length: count }, (_, index) => node(`n${index}`, { depth: index })),
      links: Array.from({ length: count - 1 }, (_, index) => link(`n${index}`, `n${index + 1}`)),
    });
    const counts = (count: number, boxesMax: number) =>
      boxesOf(drawPicture(chain(count), { ...options, boxesMax })).map((box) => box.count);
    expect(counts(10, 10)).toEqual(Array(10).fill(1));
    expect(counts(11, 10)).toEqual([...Array(9).fill(1), 2]);
    expect(counts(BOXES_MAX + 1, 9999)).toEqual([...Array(BOXES_MAX - 1).fill(1), 2]);
  });

  test('gaps, unknown hands, what is inferred and what ended are said in words, not in colour alone', () => {
    const graph: PictureGraph = {
      root: 'a',
      nodes: [
        node('a'),
        node('b', { depth: 1, gaps: ['shipment-without-receipt'] }),
        node('c', { depth: 1, holderUnknown: true, holder: '未知' }),
        node('d', { depth: 1, inferred: true, ends: [{ kind: 'sold', quantity: '1', uomWord: '千克' }] }),
      ],
      links: [link('a', 'b'), link('a', 'c'), link('a', 'd')],
      truncated: { limit: 'unitsMax', max: 5000 },
    };
    const svg = toPictureSvg(drawPicture(graph, options));
    for (const word of ['已发货，无收货记录', '持有人不明', '推定', '售出 1 千克', '图未画全', '5000'])
      expect(svg.replace(/<\/text><text[^>]*>/g, '')).toContain(word);
    expect(svg).toContain('stroke-dasharray="7 4"');
    expect(svg).toContain('stroke-dasharray="2 3"');
  });

  test('a trace without nodes says that nothing is recorded', () => {
    expect(toPictureSvg(drawPicture({ root: '', nodes: [], links: [] }, options))).toContain(
      '没有记录</text>',
    );
  });
});

describe('text', () => {
  test('names from outside are text: no markup, no controls, no half characters, nothing that turns lines round', () => {
    const names = [
      '<script>alert(1)</script>',
      '\u0000\u0007\u009f',
      '\ud800',
      '\u202eevil',
      ']]>',
      '"\'&',
      '\uffff',
    ];
    for (const name of names) {
      const graph = { root: 'a', nodes: [node('a', { holder: name, product: name, unit: name })], links: [] };
      const svg = toPictureSvg(drawPicture(graph, options));
      expect(svg).not.toContain('<script');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
      expect(svg).not.toMatch(/[\u0000-\u0008\u202a-\u202e\u2066-\u2069\uffff]|&(?!amp;|lt;|gt;|quot;|#39;)/);
      expect(svg.isWellFormed()).toBe(true);
    }
  });

  test('right-to-left names stay within their line', () => {
    expect(cleanText('\u202bشركة\u202c')).toBe('شركة');
  });

  test('lines are no wider than their room and lose nothing but to an ellipsis', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 40, max: 300 }), (text, width) => {
        const clean = cleanText(text);
        const lines = wrap(clean, { width, size: 12, linesMax: 3 });
        for (const line of lines) expect(widthOf(line, 12)).toBeLessThanOrEqual(width);
        expect(lines.length).toBeLessThanOrEqual(3);
        if (!lines.at(-1)?.endsWith('…'))
          expect(lines.join('').replaceAll(' ', '')).toBe(clean.replaceAll(' ', ''));
      }),
    );
  });
});
