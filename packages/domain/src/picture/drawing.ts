/**
 * A picture as shapes in units of one pixel at a desk, the same for every printer: SVG here, PDF on the server. The origin
 * is the upper left corner, what comes later lies above. Shapes name what they are for (`Ink`), printers choose the colour.
 */

/** `area0` to `area7` tell prefectures apart; each also says its name. */
export type Ink =
  | 'text'
  | 'soft'
  | 'line'
  | 'paper'
  | 'ground'
  | 'accent'
  | 'tint'
  | 'onAccent'
  | 'warn'
  | 'end'
  | `area${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7}`;

export type Stroke = 'solid' | 'dashed' | 'dotted';

/** A rectangle with round corners. */
export interface BoxShape {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly fill?: Ink;
  readonly line?: Ink;
  readonly lineWidth?: number;
  readonly stroke?: Stroke;
}

/** A step of a path: to a point straight, or by a cubic curve over two control points. */
export type PathStep =
  | { readonly to: 'start' | 'line'; readonly x: number; readonly y: number }
  | {
      readonly to: 'curve';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly x: number;
      readonly y: number;
    };

/** A line, or a filled outline where it has a `fill`. */
export interface PathShape {
  readonly kind: 'path';
  readonly steps: readonly PathStep[];
  readonly fill?: Ink;
  readonly line?: Ink;
  readonly lineWidth?: number;
  readonly stroke?: Stroke;
}

/** One line of text; `y` is its baseline, `width` the most that it takes. */
export interface TextShape {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly width: number;
  readonly text: string;
  readonly ink: Ink;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
}

export type Shape = BoxShape | PathShape | TextShape;

/** What belongs together, with what it says in one sentence. */
export interface Part {
  readonly role: 'box' | 'link' | 'note';
  readonly label: string;
  readonly shapes: readonly Shape[];
  /** Of a box: its id, where it is, how many nodes it stands for. */
  readonly box?: {
    readonly id: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly count: number;
  };
  /** Of a link: the boxes that it joins, and its ends. */
  readonly link?: {
    readonly from: string;
    readonly to: string;
    readonly start: { readonly x: number; readonly y: number };
    readonly end: { readonly x: number; readonly y: number };
  };
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly language: 'zh' | 'en';
  readonly title: string;
  readonly description: string;
  readonly parts: readonly Part[];
}
