/**
 * Labels with a matrix symbol, QR or Data Matrix: the symbol at the left and the text beside it, or above it on upright
 * paper. A provincial code stands beneath, large and in groups of four, so that it can be read out and written by hand.
 */

import { Problem } from '@yunsu/api';
import { moduleWithin, snap } from './dots.ts';
import type { Drawing, SymbolShape, Text } from './drawing.ts';
import { type Block, type Box, setText } from './fit.ts';
import type { LabelRequest } from './label-request.ts';
import { bothWords, labelWords, refusals, unprintable } from './label-words.ts';
import type { Modules } from './modules.ts';

/**
 * X-dimension of QR and Data Matrix in millimetres (GS1 General Specifications §5.12.3, symbol specification tables for
 * two-dimensional symbols that phones and imagers read).
 */
export const MATRIX_MODULE_MIN = 0.375;
export const MATRIX_MODULE_MAX = 0.99;

/** What a printer may be off by; quiet zones are kept within it. */
const EDGE = 0.5;
const PADDING = 1.5;
/** Parts of the width that the symbol takes where text stands beside it, the largest first. */
const SYMBOL_SHARES = [0.6, 0.54, 0.48, 0.42];
/** Type that can be read with ease, in millimetres: a code of this size is copied without a lens. */
const READABLE = 1.7;
const SYMBOL_SHARE_UPRIGHT = 0.62;
/** Least sizes of type, in millimetres: 1.2 mm is the smallest that a printer of 203 dots per inch makes readable. */
const CODE_SIZE_MIN = 1.2;
const WRITTEN_SIZE_MIN = 2;
const WRITTEN_SIZE_MAX = 6;

/** The symbol as large as the square allows. */
export function placeSymbol(
  modules: Modules,
  square: { readonly x: number; readonly y: number; readonly side: number },
  { dpi, width, height }: LabelRequest,
): SymbolShape {
  const across = modules.columns + 2 * modules.quiet;
  const module = moduleWithin(MATRIX_MODULE_MIN, Math.min(MATRIX_MODULE_MAX, square.side / across), dpi);
  if (module === undefined) {
    const needed = Math.ceil(across * MATRIX_MODULE_MIN * 10) / 10;
    throw unprintable(refusals.symbolTooLarge(width, height, needed));
  }
  const free = (square.side - across * module) / 2 + modules.quiet * module;
  const place = (from: number) => snap(from + free, dpi);
  return { kind: 'symbol', modules, x: place(square.x), y: place(square.y), module, rowHeight: module };
}

const isWritten = ({ subject }: LabelRequest) => subject.scheme === 'provincial';

function blocksOf(request: LabelRequest, modules: Modules): Block[] {
  const { subject, title, width, height } = request;
  const base = Math.min(width < height ? 5.5 : 4, Math.max(2.2, height / 11));
  const blocks: Block[] = [];
  if (title) blocks.push({ text: title, size: base * 1.35, sizeMin: 1.6, bold: true, linesMax: 2 });
  else blocks.push({ text: subject.name.zh, size: base, sizeMin: 1.3, bold: true, whole: true });
  if (!isWritten(request)) {
    const text = subject.lines.join('\n');
    blocks.push({ text, size: base * 0.9, sizeMin: CODE_SIZE_MIN, whole: true, gap: 0.5 });
  }
  if (modules.symbology === 'qr')
    blocks.push({
      text: bothWords(labelWords.scan),
      size: base * 0.72,
      sizeMin: CODE_SIZE_MIN,
      whole: true,
      gap: 0.7,
    });
  return blocks;
}

/** The code beneath, in one line. */
function writtenCode({ subject, width, height }: LabelRequest): { texts: readonly Text[]; height: number } {
  const [text = ''] = subject.lines;
  const box: Box = { x: PADDING, y: 0, width: width - 2 * PADDING, height: WRITTEN_SIZE_MAX * 1.3 };
  const size = Math.min(WRITTEN_SIZE_MAX, height * 0.15);
  const set = setText([{ text, size, sizeMin: WRITTEN_SIZE_MIN }], box, { anchor: 'middle' });
  const [line] = set ?? [];
  if (!set || !line || set.length !== 1) throw unprintable(refusals.textTooLong(width, height));
  const band = line.size * 1.3;
  return {
    height: band + PADDING,
    texts: set.map((one) => ({ ...one, y: height - PADDING - band + one.y })),
  };
}

interface Composed {
  readonly symbol: SymbolShape;
  readonly texts: readonly Text[] | undefined;
}

/** The symbol at the left within a part of the width, the text beside it. */
function beside(modules: Modules, request: LabelRequest, free: number, share: number): Composed {
  const { width } = request;
  const across = modules.columns + 2 * modules.quiet;
  const side = Math.min(free - 2 * EDGE, width * share, across * MATRIX_MODULE_MAX);
  const symbol = placeSymbol(modules, { x: EDGE, y: Math.max(EDGE, (free - side) / 2), side }, request);
  const bars = modules.columns + modules.quiet;
  const x = symbol.x + bars * symbol.module + (modules.quiet < 2 ? PADDING : 0);
  const box = { x, y: PADDING, width: width - PADDING - x, height: free - 2 * PADDING };
  return { symbol, texts: setText(blocksOf(request, modules), box, { vertical: 'middle' }) };
}

/** The symbol above, the text below, both in the middle of the label. */
function upright(modules: Modules, request: LabelRequest, free: number): Composed {
  const { width } = request;
  const across = modules.columns + 2 * modules.quiet;
  const side = Math.min(width - 2 * EDGE, free * SYMBOL_SHARE_UPRIGHT, across * MATRIX_MODULE_MAX);
  const box = { x: PADDING, y: 0, width: width - 2 * PADDING, height: free - side - 2 * PADDING };
  const texts = setText(blocksOf(request, modules), box, { anchor: 'middle' });
  const bottom = Math.max(0, ...(texts ?? []).map((text) => text.y + text.size * 0.3));
  const y = Math.max(EDGE, (free - side - bottom) / 2);
  const symbol = placeSymbol(modules, { x: (width - side) / 2, y, side }, request);
  return { symbol, texts: texts?.map((text) => ({ ...text, y: text.y + y + side + PADDING / 2 })) };
}

const smallestOf = ({ texts }: Composed) => Math.min(...(texts ?? []).map(({ size }) => size), READABLE);

/** The largest symbol whose text can be read with ease; where there is none, the one with the largest text. */
function composed(modules: Modules, request: LabelRequest, free: number): Composed {
  if (request.height > request.width) return upright(modules, request, free);
  const [share = 1, ...smaller] = SYMBOL_SHARES;
  let best = beside(modules, request, free, share);
  for (const next of smaller) {
    if (best.texts && smallestOf(best) >= READABLE) break;
    try {
      const other = beside(modules, request, free, next);
      if (other.texts && (!best.texts || smallestOf(other) > smallestOf(best))) best = other;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      break;
    }
  }
  return best;
}

/** Draws a label around a matrix symbol. */
export function matrixLabel(modules: Modules, request: LabelRequest): Drawing {
  const { width, height, subject } = request;
  const written = isWritten(request) ? writtenCode(request) : { texts: [], height: 0 };
  const { symbol, texts } = composed(modules, request, height - written.height);
  if (!texts) throw unprintable(refusals.textTooLong(width, height));
  return { width, height, title: subject.lines.join(' '), shapes: [symbol, ...texts, ...written.texts] };
}
