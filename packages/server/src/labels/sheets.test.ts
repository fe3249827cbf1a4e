import { expect, test } from 'vitest';
import { EDGE_FREE, isRoll, labelsOn, placeOf, sheets } from './sheets.ts';

const grids = Object.entries(sheets).filter(([, sheet]) => !isRoll(sheet));
const rolls = Object.entries(sheets).filter(([, sheet]) => isRoll(sheet));

/** Papers as they are sold, in millimetres: size of a label, first left edge, first upper edge, from label to label. */
test.each([
  ['a4-2x5', 10, [99.1, 57], [4.65, 6], [101.6, 57]],
  ['a4-3x8', 24, [70, 37], [0, 0.5], [70, 37]],
  ['a4-5x13', 65, [38.1, 21.2], [4.75, 10.7], [40.6, 21.2]],
] as const)('%s has %d labels where its paper has them', (name, count, size, first, pitch) => {
  const sheet = sheets[name];
  expect([sheet.width, sheet.height, labelsOn(sheet)]).toEqual([210, 297, count]);
  // What is drawn stands in the middle of the label.
  const frame = [(size[0] - sheet.labelWidth) / 2, (size[1] - sheet.labelHeight) / 2] as const;
  for (let index = 0; index < count; index++) {
    const [column, row] = [index % sheet.columns, Math.floor(index / sheet.columns)];
    const { x, y } = placeOf(sheet, index);
    expect(x).toBeCloseTo(first[0] + column * pitch[0] + frame[0], 9);
    expect(y).toBeCloseTo(first[1] + row * pitch[1] + frame[1], 9);
  }
});

test.each(grids)('%s keeps from the edge that printers leave white, and labels do not meet', (_, sheet) => {
  const last = placeOf(sheet, labelsOn(sheet) - 1);
  const { x, y } = placeOf(sheet, 0);
  expect(Math.min(x, y)).toBeGreaterThanOrEqual(EDGE_FREE);
  expect(last.x + sheet.labelWidth).toBeLessThanOrEqual(sheet.width - EDGE_FREE + 1e-9);
  expect(last.y + sheet.labelHeight).toBeLessThanOrEqual(sheet.height - EDGE_FREE + 1e-9);
  expect(placeOf(sheet, 1).x).toBeGreaterThanOrEqual(x + sheet.labelWidth);
  expect(placeOf(sheet, sheet.columns).y).toBeGreaterThanOrEqual(y + sheet.labelHeight - 1e-9);
});

test.each(rolls)('%s is one label, drawn from edge to edge', (name, sheet) => {
  expect(`roll-${sheet.labelWidth}x${sheet.labelHeight}`).toBe(name);
  expect(placeOf(sheet, 0)).toEqual({ x: 0, y: 0 });
  expect([sheet.width, sheet.height]).toEqual([sheet.labelWidth, sheet.labelHeight]);
});
