/** Papers: grids of labels on A4 as they are sold, and rolls. All lengths in millimetres. */
import type { LabelKind, SheetLayout } from '@yunsu/api';

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  /** What is drawn of a label. */
  readonly labelWidth: number;
  readonly labelHeight: number;
  /** Between what is drawn of two neighbours. */
  readonly columnGap: number;
  readonly rowGap: number;
}

const A4 = { width: 210, height: 297 } as const;

/**
 * Nothing is drawn nearer to the edge of A4 than this. Office printers leave 4.2 mm of the paper white (25 dots of 150 to the inch);
 * layouts begin 1.5 mm within the label or farther in.
 */
export const EDGE_FREE = 3;

/** A grid in the middle of the sheet, as all of these sheets have it, with labels apart from each other side by side. */
const grid = (columns: number, rows: number, labelWidth: number, labelHeight: number): Sheet => ({
  ...A4,
  columns,
  rows,
  labelWidth,
  labelHeight,
  columnGap: 2.5,
  rowGap: 0,
});

/** A grid whose labels touch each other and the edges of the sheet: a frame of each stays white, for no printer reaches the edge. */
const fullGrid = (columns: number, rows: number, labelWidth: number, labelHeight: number): Sheet => ({
  ...A4,
  columns,
  rows,
  labelWidth: labelWidth - 2 * EDGE_FREE,
  labelHeight: labelHeight - 2 * EDGE_FREE,
  columnGap: 2 * EDGE_FREE,
  rowGap: 2 * EDGE_FREE,
});

const roll = (width: number, height: number): Sheet => ({
  width,
  height,
  columns: 1,
  rows: 1,
  labelWidth: width,
  labelHeight: height,
  columnGap: 0,
  rowGap: 0,
});

/** The papers by their names. */
export const sheets: Readonly<Record<SheetLayout, Sheet>> = {
  'a4-2x5': grid(2, 5, 99.1, 57),
  'a4-3x8': fullGrid(3, 8, 70, 37),
  'a4-5x13': grid(5, 13, 38.1, 21.2),
  'roll-100x150': roll(100, 150),
  'roll-100x60': roll(100, 60),
  'roll-60x40': roll(60, 40),
  'roll-40x30': roll(40, 30),
};

/** Labels on one sheet; 1 on a roll. */
export const labelsOn = ({ columns, rows }: Sheet): number => columns * rows;

export const isRoll = (sheet: Sheet): boolean => labelsOn(sheet) === 1;

/** A single label, for those who want no sheet. */
export const sheetOf = (width: number, height: number): Sheet => roll(width, height);

/** Upper left corner of a label, counted from 0, row by row. */
export function placeOf(sheet: Sheet, index: number): { readonly x: number; readonly y: number } {
  const { width, height, columns, rows, labelWidth, labelHeight, columnGap, rowGap } = sheet;
  const [across, down] = [labelWidth + columnGap, labelHeight + rowGap];
  const left = (width - columns * across + columnGap) / 2;
  const top = (height - rows * down + rowGap) / 2;
  return { x: left + (index % columns) * across, y: top + Math.floor(index / columns) * down };
}

/** Sizes in which a single label is drawn, the usual one of its kind first; a code that it cannot hold is given the next. */
export const sizesOf: Readonly<Record<LabelKind, readonly (readonly [width: number, height: number])[]>> = {
  qr: [
    [60, 40],
    [100, 60],
    [100, 150],
  ],
  datamatrix: [
    [60, 40],
    [100, 60],
    [100, 150],
  ],
  'gs1-128': [
    [100, 60],
    [150, 60],
  ],
  sscc: [
    [100, 150],
    [105, 210],
  ],
  certificate: [
    [100, 60],
    [100, 150],
  ],
};
