/**
 * Setting text into a box: lines are broken, and where they are too many everything is set smaller, step by step, down to
 * the least size that can be read. Nothing is ever cut.
 */
import type { Text } from './drawing.ts';
import { labelFace } from './face.ts';

/** A paragraph; U+000A ends a line. */
export interface Block {
  readonly text: string;
  /** Size where there is room, and the least, in millimetres. */
  readonly size: number;
  readonly sizeMin: number;
  readonly bold?: boolean;
  /** Set smaller rather than broken, where the least size allows it: a code, which people copy line by line. */
  readonly whole?: boolean;
  /** Set smaller rather than in more lines, where the least size allows it. */
  readonly linesMax?: number;
  /** Space above it, in parts of its size; none above the first. */
  readonly gap?: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Setting {
  readonly anchor?: 'start' | 'middle';
  /** Where the paragraphs stand in a box that they do not fill. */
  readonly vertical?: 'top' | 'middle' | 'bottom';
}

/** From one baseline to the next, and from the top of a line to its baseline, in parts of the size. */
const LEADING = 1.28;
const ASCENT = 0.98;
const SMALLER = 0.95;
/** After so many steps everything has its least size: 0.95 to the power of 60 is a twentieth. */
const STEPS_MAX = 60;

/**
 * Where a line may be broken: after a space, around a Chinese character, but not behind an opening bracket (GB/T 15834 §5.1); a
 * word that is longer than a line, anywhere.
 */
const PIECES = /[（《「『“‘]?(?:[!-~]+ *|[^!-~])/gu;

/** Marks that never begin a line (GB/T 15834 §5.1). */
const NEVER_FIRST = /^[，。、；：？！）》」』”’…]/u;

/** Breaks a line wherever it may be broken. */
function breakAnywhere(text: string, size: number, width: number): string[] {
  const face = labelFace();
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECES) ?? []) {
    const fits = face.widthOf((line + piece).trimEnd(), size) <= width;
    if (fits || NEVER_FIRST.test(piece)) {
      line += piece;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    line = '';
    for (const character of piece) {
      if (line !== '' && face.widthOf(line + character, size) > width) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  }
  if (line !== '') lines.push(line.trimEnd());
  return lines;
}

/** Breaks a line at its spaces; undefined where a word is longer than the line. */
function breakAtSpaces(text: string, size: number, width: number): string[] | undefined {
  const face = labelFace();
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    if (face.widthOf(word, size) > width) return undefined;
    const longer = `${lines.at(-1) ?? ''} ${word}`.trimStart();
    if (lines.length > 0 && face.widthOf(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Breaks a paragraph into lines: at spaces where that takes no more of them. */
export function breakLines(text: string, size: number, width: number): string[] {
  return text.split('\n').flatMap((line) => {
    const anywhere = breakAnywhere(line, size, width);
    const atSpaces = breakAtSpaces(line, size, width);
    return atSpaces && atSpaces.length <= anywhere.length ? atSpaces : anywhere;
  });
}

interface SetBlock {
  readonly block: Block;
  readonly size: number;
  readonly lines: readonly string[];
}

/** The largest size up to one that keeps what the paragraph wants kept: whole lines, few lines. */
function sizeOf({ text, sizeMin, whole, linesMax }: Block, size: number, width: number): number {
  const face = labelFace();
  const widest = whole ? Math.max(...text.split('\n').map((line) => face.widthOf(line, 1))) : 0;
  let best = widest === 0 ? size : Math.min(size, width / widest);
  while (linesMax !== undefined && best > sizeMin && breakLines(text, best, width).length > linesMax)
    best *= SMALLER;
  return Math.max(sizeMin, best);
}

function setAll(blocks: readonly Block[], width: number, scale: number): SetBlock[] {
  return blocks.map((block) => {
    const size = sizeOf(block, block.size * scale, width);
    return { block, size, lines: breakLines(block.text, size, width) };
  });
}

const heightOf = (set: readonly SetBlock[]): number =>
  set.reduce(
    (height, { block, size, lines }, index) =>
      height + lines.length * LEADING * size + (index === 0 ? 0 : (block.gap ?? 0) * size),
    0,
  );

const isWithin = (set: readonly SetBlock[], { width, height }: Box): boolean => {
  const face = labelFace();
  const widest = Math.max(
    0,
    ...set.flatMap(({ size, lines }) => lines.map((line) => face.widthOf(line, size))),
  );
  return heightOf(set) <= height && widest <= width * 1.001;
};

/** Paragraphs one below the other, as large as the box allows; undefined where it is too small for their least sizes. */
export function setText(blocks: readonly Block[], box: Box, setting: Setting = {}): Text[] | undefined {
  let scale = 1;
  for (let step = 0; step < STEPS_MAX; step++, scale *= SMALLER) {
    const set = setAll(blocks, box.width, scale);
    if (isWithin(set, box)) return place(set, box, setting);
  }
  return undefined;
}

function place(set: readonly SetBlock[], box: Box, { anchor = 'start', vertical = 'top' }: Setting): Text[] {
  const free = box.height - heightOf(set);
  let y = box.y + (vertical === 'middle' ? free / 2 : vertical === 'bottom' ? free : 0);
  const x = anchor === 'middle' ? box.x + box.width / 2 : box.x;
  return set.flatMap(({ block, size, lines }, index) => {
    if (index > 0) y += (block.gap ?? 0) * size;
    return lines.map((text): Text => {
      const baseline = y + ASCENT * size;
      y += LEADING * size;
      const bold = block.bold ? { bold: true } : {};
      return { kind: 'text', x, y: baseline, size, text, anchor, ...bold };
    });
  });
}
