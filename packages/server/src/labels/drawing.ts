/**
 * A label as a drawing in millimetres, the same for every printer: SVG, PNG, PDF and ZPL. Black on white, for thermal
 * printers know nothing else. The origin is the upper left corner.
 */

/** A filled rectangle; the bars and modules of symbols are such. */
export interface Box {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line of one thickness, around a label or between its zones. */
export interface Rule {
  readonly kind: 'rule';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly thickness: number;
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
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** A symbol: its modules as boxes, and what it holds, for printers that draw it themselves. */
export interface Symbol {
  readonly kind: 'symbol';
  readonly symbology: 'qr' | 'datamatrix' | 'gs1-128';
  /** What a reader gives back without its symbology identifier, FNC1 as U+001D. */
  readonly content: string;
  readonly x: number;
  readonly y: number;
  /** Without the quiet zone, which the layout leaves free. */
  readonly width: number;
  readonly height: number;
  /** Width of one module. */
  readonly module: number;
  /** Dark modules joined to runs, in places of the label. */
  readonly boxes: readonly Box[];
}

export type Shape = Box | Rule | Text | Symbol;

/** A label, ready for any printer. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}
