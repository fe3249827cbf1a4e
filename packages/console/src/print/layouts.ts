import type { SheetLayout } from '@yunsu/api';

/** A grid of labels on A4, or one label of a roll in millimetres. */
export type Layout =
  | { readonly paper: 'a4'; readonly columns: number; readonly rows: number }
  | { readonly paper: 'roll'; readonly width: number; readonly height: number };

/** The layouts of the API, in the order in which they are offered. */
export const layouts: Readonly<Record<SheetLayout, Layout>> = {
  'a4-2x5': { paper: 'a4', columns: 2, rows: 5 },
  'a4-3x8': { paper: 'a4', columns: 3, rows: 8 },
  'a4-5x13': { paper: 'a4', columns: 5, rows: 13 },
  'roll-100x150': { paper: 'roll', width: 100, height: 150 },
  'roll-100x60': { paper: 'roll', width: 100, height: 60 },
  'roll-60x40': { paper: 'roll', width: 60, height: 40 },
  'roll-40x30': { paper: 'roll', width: 40, height: 30 },
};

/** Labels on one page. */
export const perPageOf = (layout: SheetLayout): number => {
  const of = layouts[layout];
  return of.paper === 'a4' ? of.columns * of.rows : 1;
};
