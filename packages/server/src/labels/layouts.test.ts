import { type LabelKind, Problem } from '@yunsu/api';
import { describe, expect, test } from 'vitest';
import { CERTIFICATE, samples, subjectOf } from '../../test/labels/samples.ts';
import { dotOf, moduleFrom, moduleWithin } from './dots.ts';
import { drawLabelOf } from './draw.ts';
import type { Drawing, Shape, SymbolShape } from './drawing.ts';
import { labelFace } from './face.ts';
import { labelsOn, placeOf, sheets } from './sheets.ts';

/** X-dimensions in millimetres (GS1 General Specifications §5.12.3). */
const ranges: Readonly<Record<LabelKind, readonly [number, number]>> = {
  qr: [0.375, 0.99],
  certificate: [0.375, 0.99],
  datamatrix: [0.375, 0.99],
  'gs1-128': [0.25, 1.016],
  sscc: [0.495, 0.94],
};

type Edges = readonly [left: number, top: number, right: number, bottom: number];

function edgesOf(shape: Shape): Edges {
  if (shape.kind === 'rule') return [shape.x, shape.y, shape.x + shape.width, shape.y + shape.height];
  if (shape.kind === 'text') {
    const width = labelFace().widthOf(shape.text, shape.size);
    const left = shape.anchor === 'middle' ? shape.x - width / 2 : shape.x;
    return [left, shape.y - shape.size * 0.75, left + width, shape.y + shape.size * 0.1];
  }
  const { modules, x, y, module, rowHeight } = shape;
  return [x, y, x + modules.columns * module, y + modules.rows * rowHeight];
}

/** The symbol with the quiet zone that its readers need: on all sides of a matrix, left and right of bars. */
function withQuiet(shape: Extract<Shape, { kind: 'symbol' }>): Edges {
  const [left, top, right, bottom] = edgesOf(shape);
  const free = shape.modules.quiet * shape.module;
  const above = shape.modules.symbology === 'gs1-128' ? 0 : free;
  return [left - free, top - above, right + free, bottom + above];
}

const isWithin = (inner: Edges, outer: Edges) =>
  inner[0] >= outer[0] - 1e-6 &&
  inner[1] >= outer[1] - 1e-6 &&
  inner[2] <= outer[2] + 1e-6 &&
  inner[3] <= outer[3] + 1e-6;
const meets = (a: Edges, b: Edges) =>
  a[0] < b[2] - 1e-6 && b[0] < a[2] - 1e-6 && a[1] < b[3] - 1e-6 && b[1] < a[3] - 1e-6;

function drawn(
  kind: LabelKind,
  code: string,
  paper: { width: number; height: number; dpi: number; title?: string },
): Drawing | undefined {
  try {
    const certificate = kind === 'certificate' ? { certificate: CERTIFICATE } : {};
    return drawLabelOf(kind, { subject: subjectOf(code), ...paper, ...certificate });
  } catch (error) {
    if (error instanceof Problem && error.code === 'unprintable-code') return undefined;
    throw error;
  }
}

const papers = Object.entries(sheets).map(
  ([name, { labelWidth, labelHeight }]) => [name, labelWidth, labelHeight] as const,
);
const cases = samples.flatMap(([name, code, kinds]) => kinds.map((kind) => [kind, name, code] as const));

const onLabel = (edges: Edges, { width, height }: Drawing, slack = 0) =>
  isWithin(edges, [-slack, -slack, width + slack, height + slack]);

/** Holds one symbol to the rules: its range, whole dots, a free quiet zone; a place is rounded to a dot. */
function checkSymbol(
  symbol: SymbolShape,
  drawing: Drawing,
  { kind, dpi }: { kind: LabelKind; dpi: number },
): void {
  const [min, max] = ranges[kind];
  expect(symbol.module).toBeGreaterThanOrEqual(min - 1e-6);
  expect(symbol.module).toBeLessThanOrEqual(max + 1e-6);
  for (const length of [symbol.module, symbol.x, symbol.y]) {
    const dots = length / dotOf(dpi);
    expect(Math.abs(dots - Math.round(dots))).toBeLessThan(1e-6);
  }
  const quiet = withQuiet(symbol);
  expect(onLabel(quiet, drawing, dotOf(dpi))).toBe(true);
  const others = drawing.shapes.filter((shape) => shape !== symbol);
  expect(others.filter((shape) => meets(quiet, edgesOf(shape)))).toEqual([]);
}

describe.each(cases)('%s of %s', (kind, _, code) => {
  test.each(papers)(
    'on %s keeps its quiet zone, its module whole and all on the label',
    (_name, width, height) => {
      const titles = kind === 'certificate' ? [{}] : [{}, { title: '云南普洱茶 示例熟茶饼' }];
      const papers = [203, 300, 600].flatMap((dpi) =>
        titles.map((title) => ({ width, height, dpi, ...title })),
      );
      for (const paper of papers) {
        const drawing = drawn(kind, code, paper);
        if (!drawing) continue;
        const symbols = drawing.shapes.filter((shape) => shape.kind === 'symbol');
        expect(symbols.length).toBeGreaterThan(0);
        expect(drawing.shapes.filter((shape) => !onLabel(edgesOf(shape), drawing))).toEqual([]);
        for (const symbol of symbols) checkSymbol(symbol, drawing, { kind, dpi: paper.dpi });
      }
    },
  );
});

test('every paper holds a provincial code with a title', () => {
  for (const [, width, height] of papers)
    expect(drawn('qr', '53B47K2M9QXK', { width, height, dpi: 600, title: '示例茶饼' })).toBeDefined();
});

test('bars of a logistic label are 31.75 mm high, and paper that is too narrow is refused', () => {
  const drawing = drawn('sscc', '(00)095212340400000019', { width: 100, height: 60, dpi: 600 });
  const symbol = drawing?.shapes.find((shape) => shape.kind === 'symbol');
  expect(symbol?.rowHeight).toBeCloseTo(31.75, 1);
  expect(drawn('sscc', '(00)095212340400000019', { width: 60, height: 40, dpi: 600 })).toBeUndefined();
});

test('a module is the largest of whole dots in its range, or none', () => {
  expect(moduleWithin(0.375, 0.99, 203)).toBeCloseTo(7 * dotOf(203), 9);
  expect(moduleWithin(0.375, 0.376, 203)).toBeCloseTo(3 * dotOf(203), 9);
  expect(moduleWithin(0.376, 0.49, 203)).toBeUndefined();
  expect(moduleFrom(0.375, 203)).toBeCloseTo(3 * dotOf(203), 9);
  expect(moduleFrom(0.376, 203)).toBeCloseTo(4 * dotOf(203), 9);
});

test('labels stand in the middle of their sheet and beside each other', () => {
  for (const sheet of Object.values(sheets)) {
    const first = placeOf(sheet, 0);
    const last = placeOf(sheet, labelsOn(sheet) - 1);
    expect(first.x).toBeCloseTo(sheet.width - last.x - sheet.labelWidth, 6);
    expect(first.y).toBeCloseTo(sheet.height - last.y - sheet.labelHeight, 6);
    expect(first.x).toBeGreaterThanOrEqual(0);
    expect(first.y).toBeGreaterThanOrEqual(0);
  }
  expect(labelsOn(sheets['a4-5x13'])).toBe(65);
});
