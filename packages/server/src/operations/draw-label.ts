import { type LabelForm, type LabelQuery, Problem } from '@yunsu/api';
import type { Context } from '../context.ts';
import { DOTS_PER_INCH_FINE } from '../labels/dots.ts';
import { drawLabelOf } from '../labels/draw.ts';
import type { Drawing } from '../labels/drawing.ts';
import { toPdf } from '../labels/pdf.ts';
import { toPng } from '../labels/png.ts';
import { sheetOf, sizesOf } from '../labels/sheets.ts';
import { type Subject, toSubject } from '../labels/subject.ts';
import { toSvg } from '../labels/svg.ts';
import { zplPrinter } from '../labels/zpl.ts';
import { readCode } from './find-unit.ts';

/** Resolution of pixels where nobody names one: that of office and better label printers. */
const DPI_DEFAULT = 300;

/** Draws the label of one code in the usual size of its kind, in one of the four forms. */
export async function drawLabel(
  context: Context,
  { code, kind = 'qr', form = 'svg', dpi = DPI_DEFAULT }: LabelQuery,
): Promise<Buffer> {
  const { config, now } = context;
  const subject = toSubject({ identity: await readCode(context, code), written: code }, config.publicOrigin);
  const isOfDots = form === 'png' || form === 'zpl';
  const drawing = inUsualSize(subject, kind, isOfDots ? dpi : DOTS_PER_INCH_FINE);
  return await printed(drawing, form, dpi, now());
}

/** The usual size that holds the code; where none does, what the largest lacks is the reason. */
function inUsualSize(subject: Subject, kind: NonNullable<LabelQuery['kind']>, dpi: number): Drawing {
  let refusal: unknown;
  for (const [width, height] of sizesOf[kind]) {
    try {
      return drawLabelOf(kind, { subject, width, height, dpi });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refusal = error;
    }
  }
  throw refusal;
}

async function printed(drawing: Drawing, form: LabelForm, dpi: number, createdAt: Date): Promise<Buffer> {
  switch (form) {
    case 'svg':
      return Buffer.from(toSvg(drawing));
    case 'png':
      return await toPng(drawing, dpi);
    case 'zpl':
      return Buffer.from(zplPrinter(dpi)(drawing));
    case 'pdf': {
      const { title, width, height } = drawing;
      const pieces: Buffer[] = [];
      const pages = toPdf([drawing], sheetOf(width, height), { title, createdAt });
      for await (const piece of pages) pieces.push(piece);
      return Buffer.concat(pieces);
    }
  }
}
