import { expect, test } from 'vitest';
import { readPdf } from '../../test/labels/read-pdf.ts';
import { labelOf } from '../../test/labels/samples.ts';
import type { Drawing } from './drawing.ts';
import { toPdf } from './pdf.ts';
import { sheets } from './sheets.ts';

const options = { title: '示例标签', createdAt: new Date('2026-03-05T00:00:00Z') };

test('pages are given away while later labels are still to be drawn', async () => {
  const drawing = labelOf('qr', '53B47K2M9QXK', 600, { width: 64, height: 31 });
  let taken = 0;
  function* drawings(): Generator<Drawing> {
    for (; taken < 240; taken++) yield drawing;
  }
  const takenAt: number[] = [];
  for await (const piece of toPdf(drawings(), sheets['a4-3x8'], options)) {
    expect(piece.length).toBeLessThan(200_000);
    takenAt.push(taken);
  }
  // One piece or more a page of 24 labels, the first before the second page begins.
  expect(new Set(takenAt).size).toBeGreaterThanOrEqual(10);
  expect(takenAt[0]).toBeLessThanOrEqual(24);
});

test('a file holds the characters that it uses and no whole font, and says what it is', async () => {
  const pieces: Buffer[] = [];
  const drawing = labelOf('certificate', '53B47K2M9QXK', 600);
  for await (const piece of toPdf([drawing], sheets['roll-100x150'], options)) pieces.push(piece);
  const file = Buffer.concat(pieces);
  expect(file.length).toBeLessThan(100_000);
  expect(file.toString('latin1')).toMatch(/\/BaseFont \/[A-Z]{6}\+NotoSansSC-Medium/);
  expect(file.toString('latin1')).toContain('D:20260305000000Z');
  expect(readPdf(file)[0]?.texts).toBe(drawing.shapes.filter(({ kind }) => kind === 'text').length);
});

const fileOf = async (drawings: Iterable<Drawing>, sheet = sheets['a4-3x8']) => {
  const pieces: Buffer[] = [];
  for await (const piece of toPdf(drawings, sheet, options)) pieces.push(piece);
  return Buffer.concat(pieces);
};

test('the same labels are the same bytes, and a file runs nothing', async () => {
  const drawings = ['53B47K2M9QXK', '(01)09521234045014(10)VX-0818'].map((code) =>
    labelOf('qr', code, 600, { width: 64, height: 31, title: '示例茶饼' }),
  );
  const file = await fileOf(drawings);
  expect(await fileOf(drawings)).toEqual(file);
  expect(file.toString('latin1')).toContain('/Lang (zh-CN)');
  expect(file.toString('latin1')).not.toMatch(/JavaScript|OpenAction|\/AA\b|\/URI\b|Launch|EmbeddedFile/);
});

test('text is as wide as it was measured, so that it stands in its middle', async () => {
  const text = 'VX-0818 AVATo. (01) 茶';
  const label: Drawing = {
    width: 100,
    height: 60,
    title: text,
    shapes: [{ kind: 'text', x: 50, y: 30, size: 5, text, anchor: 'middle' }],
  };
  const [page] = readPdf(await fileOf([label], sheets['roll-100x60']));
  // Adjustments between characters of one show operator are thousandths of the size; none means nothing was kerned.
  expect(page?.adjustments).toEqual([]);
});

test('nothing to print is a file without pages', async () => {
  const pieces: Buffer[] = [];
  for await (const piece of toPdf([], sheets['a4-3x8'], options)) pieces.push(piece);
  expect(readPdf(Buffer.concat(pieces))).toEqual([]);
});
