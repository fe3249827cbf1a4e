/**
 * Drawings as PDF: modules and lines as vectors, text as text of the one face, of which the file holds the characters that are
 * used. Pages are given away as soon as they are full, so that a thousand labels take no more memory than ten.
 */
import PDFDocument from 'pdfkit';
import type { Drawing, SymbolShape, Text } from './drawing.ts';
import { BOLD_STROKE, labelFace } from './face.ts';
import { runsOf } from './modules.ts';
import { plainText } from './plain-text.ts';
import { labelsOn, placeOf, type Sheet } from './sheets.ts';

type Document = InstanceType<typeof PDFDocument>;

/** A point is 1/72 inch. */
const POINTS = 72 / 25.4;
const FONT = 'label';

const number = (value: number): string => String(Math.round(value * 1e4) / 1e4);

/** What stands in the document beside the labels. */
export interface PdfOptions {
  readonly title: string;
  readonly createdAt: Date;
  /** First free label of the first sheet, counted from 0. */
  readonly startAt?: number;
}

/** Runs of modules in one path, filled at once: a viewer then draws no hairlines between them. */
function drawSymbol(document: Document, { modules, x, y, module, rowHeight }: SymbolShape): void {
  const path = runsOf(modules).map((run) => `${run.x} ${run.y} ${run.width} ${run.height} re`);
  const place = [module, 0, 0, rowHeight, x, y].map((value) => number(value * POINTS)).join(' ');
  document.addContent(`q ${place} cm ${path.join(' ')} f Q`);
}

function drawText(document: Document, { x, y, size, text, bold, anchor }: Text): void {
  const start = anchor === 'middle' ? x - labelFace().widthOf(text, size) / 2 : x;
  document.fontSize(size * POINTS);
  if (bold) document.lineWidth(size * POINTS * BOLD_STROKE);
  document.text(text, start * POINTS, y * POINTS, {
    lineBreak: false,
    baseline: 'alphabetic',
    fill: true,
    stroke: bold === true,
    features: plainText,
  });
}

function drawLabel(document: Document, { shapes }: Drawing, at: { x: number; y: number }): void {
  document.save();
  document.translate(at.x * POINTS, at.y * POINTS);
  for (const shape of shapes) {
    if (shape.kind === 'symbol') drawSymbol(document, shape);
    else if (shape.kind === 'text') drawText(document, shape);
    else {
      const sides = [shape.x, shape.y, shape.width, shape.height].map((value) => number(value * POINTS));
      document.addContent(`${sides.join(' ')} re f`);
    }
  }
  document.restore();
}

/** What the document has ready. */
function* readyPieces(document: Document): Generator<Buffer> {
  for (let piece = document.read(); piece !== null; piece = document.read()) yield piece as Buffer;
}

/** Prints labels on sheets, piece by piece. */
export async function* toPdf(
  drawings: Iterable<Drawing>,
  sheet: Sheet,
  { title, createdAt, startAt = 0 }: PdfOptions,
): AsyncGenerator<Buffer> {
  const document = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    size: [sheet.width * POINTS, sheet.height * POINTS],
    info: { Title: title, CreationDate: createdAt, Producer: 'Yunsu', Creator: 'Yunsu' },
    lang: 'zh-CN',
    displayTitle: true,
  });
  document.registerFont(FONT, labelFace().bytes);
  const perPage = labelsOn(sheet);
  let index = startAt;
  let isOpen = false;
  for (const drawing of drawings) {
    if (!isOpen || index % perPage === 0) {
      document.addPage().font(FONT);
      isOpen = true;
      yield* readyPieces(document);
      // Whoever else waits for the server is let in between two pages.
      await new Promise(setImmediate);
    }
    drawLabel(document, drawing, placeOf(sheet, index % perPage));
    index += 1;
  }
  document.end();
  yield* readyPieces(document);
}
