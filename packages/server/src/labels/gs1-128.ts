import { elementStringOf } from './datamatrix.ts';
import { moduleWithin, snap } from './dots.ts';
import type { Drawing, SymbolShape } from './drawing.ts';
import { setText } from './fit.ts';
import type { LabelRequest } from './label-request.ts';
import { refusals, unprintable } from './label-words.ts';
import { GS1_128_LENGTH_MAX, gs1128Modules, type Modules } from './modules.ts';

/**
 * X-dimension of GS1-128 in millimetres: the symbology has 0.25 to 1.016 (GS1 General Specifications §5.4); what is scanned in
 * general distribution wants 0.495 or more (§5.12.3, table 2), which labels of 100 mm give to a GTIN with a short serial.
 */
export const BARS_MODULE_MIN = 0.25;
export const BARS_MODULE_MAX = 1.016;
/** Height of the bars: 31.75 mm in general distribution (§5.12.3, table 2), and 12.7 mm elsewhere. */
export const BARS_HEIGHT = 31.75;
export const BARS_HEIGHT_MIN = 12.7;

const EDGE = 0.5;
const PADDING = 1.5;
const TEXT_SIZE_MIN = 1.5;

/** The GS1-128 symbol of an element string. */
export function bars(content: string | undefined): Modules {
  if (content === undefined) throw unprintable(refusals.noElements);
  if (content.length > GS1_128_LENGTH_MAX)
    throw unprintable(refusals.tooLong(GS1_128_LENGTH_MAX, content.length));
  return gs1128Modules(content);
}

interface Room {
  readonly y: number;
  readonly height: number;
  readonly moduleMin: number;
  readonly moduleMax: number;
}

/** Bars in the middle of the label, as wide as the range and the label allow. */
export function placeBars(modules: Modules, room: Room, { width, height, dpi }: LabelRequest): SymbolShape {
  const across = modules.columns + 2 * modules.quiet;
  const widest = Math.min(room.moduleMax, (width - 2 * EDGE) / across);
  const module = moduleWithin(room.moduleMin, widest, dpi);
  if (module === undefined) {
    const needed = Math.ceil(across * room.moduleMin + 2 * EDGE);
    throw unprintable(refusals.symbolTooLarge(width, height, needed));
  }
  const x = snap((width - modules.columns * module) / 2, dpi);
  return {
    kind: 'symbol',
    modules,
    x,
    y: snap(room.y, dpi),
    module,
    rowHeight: snap(room.height, dpi),
  };
}

/** A label with a GS1-128 symbol and its elements beneath (GS1 General Specifications §5.4, human readable interpretation §4.15). */
export function gs1128Label(request: LabelRequest): Drawing {
  const { subject, title, width, height } = request;
  const modules = bars(elementStringOf(subject));
  const inner = { x: PADDING, width: width - 2 * PADDING };
  const base = Math.min(4, Math.max(2, height / 11));
  const above = title
    ? setText(
        [{ text: title, size: base * 1.2, sizeMin: TEXT_SIZE_MIN, bold: true }],
        {
          ...inner,
          y: PADDING,
          height: height * 0.26,
        },
        { anchor: 'middle' },
      )
    : [];
  const beneath = setText(
    [{ text: subject.lines.join(' '), size: base, sizeMin: TEXT_SIZE_MIN }],
    {
      ...inner,
      y: 0,
      height: height * 0.3,
    },
    { anchor: 'middle' },
  );
  if (!above || !beneath) throw unprintable(refusals.textTooLong(width, height));
  const gap = base * 0.4;
  const end = (texts: typeof beneath) => Math.max(0, ...texts.map((text) => text.y + text.size * 0.3));
  const top = above.length === 0 ? PADDING : end(above) + gap;
  const room = height - PADDING - top - end(beneath) - gap;
  if (room < BARS_HEIGHT_MIN) throw unprintable(refusals.textTooLong(width, height));
  const barHeight = Math.min(BARS_HEIGHT, room);
  const free = (room - barHeight) / 2;
  const y = top + free;
  const symbol = placeBars(
    modules,
    { y, height: barHeight, moduleMin: BARS_MODULE_MIN, moduleMax: BARS_MODULE_MAX },
    request,
  );
  const texts = [
    ...above.map((text) => ({ ...text, y: text.y + free / 2 })),
    ...beneath.map((text) => ({ ...text, y: text.y + y + barHeight + gap })),
  ];
  return { width, height, title: subject.lines.join(' '), shapes: [symbol, ...texts] };
}
