/** One box: what stands in it and how high that makes it. */
import type { BoxText } from './box-text.ts';
import type { Ink, Shape, Stroke, TextShape } from './drawing.ts';
import { widthOf, wrap } from './measure.ts';
import type { SayWord } from './words.ts';

const PADDING = 12;
const LINE = 17;
const SMALL = 11;
const SIZE = 12.5;
const BIG = 14;
const STRIPE = 5;
/** How far the sheets behind a box of many look out of it, into the gap. */
export const SHEETS = 6;

interface Line {
  readonly text: string;
  readonly size: number;
  readonly ink: Ink;
  readonly bold?: boolean;
  readonly mark?: 'end' | 'gap' | 'bar';
}

/** A box before it has a place: `draw` gives its shapes for an upper left corner. */
export interface DrawnBox {
  readonly width: number;
  readonly height: number;
  readonly draw: (x: number, y: number) => Shape[];
}

function linesOf(text: BoxText, width: number): Line[] {
  const room = width - 2 * PADDING - STRIPE;
  const lines: Line[] = [];
  const add = (words: string, linesMax: number, line: Omit<Line, 'text'>) => {
    if (words === '') return;
    const inner = line.mark === 'end' || line.mark === 'gap' ? room - MARK : room;
    for (const [at, each] of wrap(words, { width: inner, linesMax, ...line }).entries()) {
      lines.push({ ...line, ...(at > 0 && line.mark ? { mark: undefined } : {}), text: each } as Line);
    }
  };
  add(text.holder, 2, { size: BIG, ink: 'text', bold: true });
  if (text.place !== text.holder && text.place !== text.prefecture)
    add(text.place, 1, { size: SIZE, ink: 'soft' });
  // Two facts share a line where both fit, and are broken apart only there.
  const addPair = (pair: readonly string[], linesMax: number, line: Omit<Line, 'text'>) => {
    const both = pair.filter(Boolean).join(' · ');
    const isShort = widthOf(both, line.size, line.bold) <= room;
    for (const one of isShort ? [both] : pair) add(one, linesMax, line);
  };
  addPair([text.product, text.unit], 2, { size: SIZE, ink: 'text' });
  addPair([text.amount, text.share], 2, { size: SIZE, ink: 'text', bold: true });
  if (text.portion !== undefined && text.share !== '')
    lines.push({ text: '', size: 4, ink: 'accent', mark: 'bar' });
  if (text.states.length > 0) add(text.states.join(' · '), 1, { size: SIZE, ink: 'soft' });
  for (const gap of text.gaps) add(gap, 2, { size: SIZE, ink: 'warn', bold: true, mark: 'gap' });
  for (const end of text.ends) add(end, 2, { size: SIZE, ink: 'end', bold: true, mark: 'end' });
  return lines;
}

const HEAD = PADDING + LINE + 3;
const FOOT = PADDING - 4;
const MARK = 15;
const BAR = 4;
const heightOf = ({ mark, size }: Line): number =>
  mark === 'bar' ? BAR + 7 : size === BIG ? LINE + 2 : LINE;

/** A chip with a word, its right edge at `right`. */
function chip(text: string, right: number, y: number, filled: boolean): Shape[] {
  const width = widthOf(text, SMALL, true) + 12;
  const words: TextShape = {
    kind: 'text',
    x: right - width / 2,
    y: y + 12.5,
    size: SMALL,
    width: width - 8,
    text,
    ink: filled ? 'onAccent' : 'text',
    bold: true,
    anchor: 'middle',
  };
  const plate = { kind: 'box', x: right - width, y, width, height: 17, radius: 8.5 } as const;
  return [filled ? { ...plate, fill: 'accent' } : { ...plate, fill: 'tint', line: 'line' }, words];
}

function markOf(mark: Line['mark'], x: number, y: number): Shape[] {
  if (mark === 'end') return [{ kind: 'box', x, y: y - 9, width: 9, height: 9, radius: 1.5, fill: 'end' }];
  if (mark !== 'gap') return [];
  return [
    {
      kind: 'path',
      fill: 'warn',
      steps: [
        { to: 'start', x: x + 5, y: y - 10.5 },
        { to: 'line', x: x + 10.5, y },
        { to: 'line', x: x - 0.5, y },
      ],
    },
  ];
}

const strokeOf = ({ broken, inferred }: BoxText): Stroke =>
  broken ? 'dashed' : inferred ? 'dotted' : 'solid';

function frame(
  text: BoxText,
  area: Ink,
  at: { x: number; y: number; width: number; height: number },
): Shape[] {
  const line: Ink = text.broken ? 'warn' : text.isRoot ? 'accent' : 'line';
  const lineWidth = text.isRoot ? 2.5 : text.broken || text.inferred ? 1.6 : 1.1;
  const sheets = text.count === '' ? [] : [SHEETS, SHEETS / 2];
  return [
    ...sheets.map(
      (by): Shape => ({
        kind: 'box',
        x: at.x + by,
        y: at.y + by,
        width: at.width,
        height: at.height,
        radius: 9,
        fill: 'paper',
        line: 'line',
        lineWidth: 1.1,
      }),
    ),
    {
      kind: 'box',
      x: at.x,
      y: at.y,
      width: at.width,
      height: at.height,
      radius: 9,
      fill: text.isRoot ? 'tint' : 'paper',
      line,
      lineWidth,
      stroke: strokeOf(text),
    },
    {
      kind: 'box',
      x: at.x + 6,
      y: at.y + 10,
      width: STRIPE - 1,
      height: at.height - 20,
      radius: 2,
      fill: area,
    },
  ];
}

/** The line of a share as a bar, as long as the part it is. */
function barShapes(left: number, y: number, full: number, portion: number): Shape[] {
  const bar = { kind: 'box', x: left, y: y + 3, height: BAR, radius: 2 } as const;
  return [
    { ...bar, width: full, fill: 'line' },
    { ...bar, width: Math.max(BAR, full * portion), fill: 'accent' },
  ];
}

function lineShapes(line: Line, left: number, top: number, full: number, portion: number): Shape[] {
  if (line.mark === 'bar') return barShapes(left, top, full, portion);
  const base = top + line.size;
  const inset = line.ink === 'end' || line.ink === 'warn' ? MARK : 0;
  return [
    ...markOf(line.mark, left, base),
    {
      kind: 'text',
      x: left + inset,
      y: base,
      size: line.size,
      width: full - inset,
      text: line.text,
      ink: line.ink,
      ...(line.bold ? { bold: true } : {}),
    },
  ];
}

const chipWidth = (word: string): number => widthOf(word, SMALL, true) + 16;

/** Composes a box of a given width. The prefecture is its head line, beside the count and the mark of the root. */
export function composeBox(text: BoxText, area: Ink, width: number, say: SayWord): DrawnBox {
  const full = width - 2 * PADDING - STRIPE;
  const lines = linesOf(text, width);
  const chips = [text.count, text.isRoot ? say('root') : ''].filter(Boolean);
  const beside = full - chips.reduce((sum, word) => sum + chipWidth(word), 0);
  // Where the name of the prefecture finds no room beside the chips it stands below them.
  const below = chips.length > 0 && widthOf(text.prefecture, SMALL, true) > beside ? LINE : 0;
  const room = below > 0 ? full : beside;
  const words = { width: room, size: SMALL, bold: true, linesMax: 1 };
  const [prefecture = ''] = wrap(text.prefecture || say('placeUnknown'), words);
  const height = HEAD + below + lines.reduce((sum, line) => sum + heightOf(line), 0) + FOOT;
  const head = (x: number, y: number): Shape[] => {
    let right = x + width - PADDING + 2;
    const drawn = chips.flatMap((word) => {
      const shapes = chip(word, right, y + PADDING - 3, word !== text.count);
      right -= chipWidth(word);
      return shapes;
    });
    const ink = text.prefecture === '' ? 'soft' : area;
    const place = { x: x + PADDING + STRIPE, y: y + PADDING + 9.5 + below };
    return [
      ...drawn,
      { kind: 'text', ...place, size: SMALL, width: room, text: prefecture, ink, bold: true },
    ];
  };
  const draw = (x: number, y: number): Shape[] => {
    const shapes = [...frame(text, area, { x, y, width, height }), ...head(x, y)];
    let top = y + HEAD + below;
    for (const line of lines) {
      shapes.push(...lineShapes(line, x + PADDING + STRIPE, top, full, text.portion ?? 0));
      top += heightOf(line);
    }
    return shapes;
  };
  return { width, height, draw };
}
