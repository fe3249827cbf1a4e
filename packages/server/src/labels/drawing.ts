/**
 * A label as a drawing in millimetres, the same for every printer: SVG, PNG, PDF and ZPL. Black on white, for thermal
 * printers know nothing else. The origin is the upper left corner.
 */
import type { Modules } from './modules.ts';

/** A line of one thickness along an edge of the label or between its zones; level or upright. */
export interface Rule {
  readonly kind: 'rule';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One line of text; `y` is its baseline, `size` the height of the type, both in millimetres. */
export interface Text {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
  readonly bold?: boolean;
  /** Where `x` is in the text; the start where it is absent. */
  readonly anchor?: 'start' | 'middle';
}

/** A symbol and what it holds, for printers that draw it themselves. The layout leaves its quiet zone free. */
export interface SymbolShape {
  readonly kind: 'symbol';
  readonly modules: Modules;
  readonly x: number;
  readonly y: number;
  /** Width of one module. */
  readonly module: number;
  /** Height of one row of modules: the module in a matrix, the bars in a row of bars. */
  readonly rowHeight: number;
}

export type Shape = Rule | Text | SymbolShape;

/** A label, ready for any printer. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** What the label says in words, for those who do not see it. */
  readonly title: string;
  readonly shapes: readonly Shape[];
}
