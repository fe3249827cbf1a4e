/**
 * Paper of A4 on which a report is set from top to bottom: pages upright or turned, text of the one face, and page numbers once it is
 * known how many there are. The origin is the upper left corner, all lengths are points (1/72 inch).
 */
import type { Buffer } from 'node:buffer';
import { type Ink, inks } from '@yunsu/domain';
import PDFDocument from 'pdfkit';
import { BOLD_STROKE, labelFace } from '../../labels/face.ts';
import { breakLines } from '../../labels/fit.ts';
import { plainText } from '../../labels/plain-text.ts';

/** A4 (ISO 216) in points. */
export const A4 = { short: 595.28, long: 841.89 } as const;
export const MARGIN = 40;
/** Room at the foot of a page for its number. */
const FOOT = 18;
/** From one baseline to the next, and from the top of a line to its baseline, in parts of the size. */
export const LEADING = 1.35;
const ASCENT = 1;
const FONT = 'report';
const FOOT_SIZE = 7;

export interface TextStyle {
  readonly size: number;
  readonly ink?: Ink;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
}

export interface PaperOptions {
  readonly title: string;
  readonly language: 'zh' | 'en';
  /** Also the time of the document, so that the same answer at the same time is the same bytes. */
  readonly createdAt: Date;
}

/** Stands for what the face cannot print. */
export const MISSING = '□';
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** A document that is being written. */
export class Paper {
  readonly document: InstanceType<typeof PDFDocument>;
  /** Where the next thing goes. */
  y = 0;
  /** True once a character was met that the face does not have. */
  hasMissing = false;
  #footer: string;

  constructor({ title, language, createdAt }: PaperOptions) {
    this.#footer = title;
    this.document = new PDFDocument({
      autoFirstPage: false,
      bufferPages: true,
      margin: 0,
      info: { Title: title, CreationDate: createdAt, Producer: 'Yunsu', Creator: 'Yunsu' },
      lang: language === 'zh' ? 'zh-CN' : 'en',
      displayTitle: true,
    });
    this.document.registerFont(FONT, labelFace().bytes);
  }

  /** Width between the margins of the page. */
  get width(): number {
    return this.document.page.width - 2 * MARGIN;
  }

  get bottom(): number {
    return this.document.page.height - MARGIN - FOOT;
  }

  get isTurned(): boolean {
    return this.document.page.width > this.document.page.height;
  }

  newPage(turned = this.isTurned): void {
    const size: [number, number] = turned ? [A4.long, A4.short] : [A4.short, A4.long];
    this.document.addPage({ size, margin: 0 }).font(FONT);
    this.y = MARGIN;
  }

  /** A new page where less than so much is left of this one; true where there is one. */
  need(height: number): boolean {
    if (this.y + height <= this.bottom) return false;
    this.newPage();
    return true;
  }

  /** Text as it can be printed: one line for one, and a box for a character that the face lacks. */
  printable(text: string): string {
    const face = labelFace();
    const clean = text.toWellFormed().replace(/\s/gu, ' ').replace(UNSEEN, '');
    if (face.missingIn(clean) === undefined) return clean;
    this.hasMissing = true;
    return [...clean].map((one) => (face.missingIn(one) === undefined ? one : MISSING)).join('');
  }

  /** One line with its baseline at `y`. */
  line(text: string, x: number, y: number, { size, ink = 'text', bold = false, anchor }: TextStyle): void {
    const shown = this.printable(text);
    if (shown.trim() === '') return;
    const width = anchor === undefined || anchor === 'start' ? 0 : labelFace().widthOf(shown, size);
    const start = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
    const [colour] = inks[ink];
    this.document.fontSize(size).fillColor(colour);
    if (bold) this.document.lineWidth(size * BOLD_STROKE).strokeColor(colour);
    this.document.text(shown, start, y, {
      lineBreak: false,
      baseline: 'alphabetic',
      fill: true,
      stroke: bold,
      features: plainText,
    });
  }

  /** A text in lines that fit the width; none for an empty one. */
  lines(text: string, size: number, width: number): string[] {
    const shown = this.printable(text);
    return shown.trim() === '' ? [] : breakLines(shown, size, width);
  }

  /** A paragraph where the paper is, on as many pages as it takes. */
  paragraph(text: string, style: TextStyle & { readonly indent?: number; readonly width?: number }): void {
    const { indent = 0, width = this.width - indent, size } = style;
    for (const line of this.lines(text, size, width)) {
      this.need(size * LEADING);
      this.line(line, MARGIN + indent, this.y + size * ASCENT, style);
      this.y += size * LEADING;
    }
  }

  /** The head of a section, with at least `keep` points below it on its page. */
  heading(text: string, keep = 60): void {
    this.y += 12;
    this.need(keep + 20);
    this.document.outline.addItem(this.printable(text));
    this.paragraph(text, { size: 11.5, ink: 'accent', bold: true });
    this.rule(this.y + 1, 'accent', 0.8);
    this.y += 6;
  }

  /** A level line over the width of the page. */
  rule(y: number, ink: Ink, thickness = 0.4): void {
    this.document.rect(MARGIN, y, this.width, thickness).fill(inks[ink][0]);
  }

  /** What is ready, and how many pages are being kept until their numbers are known. */
  *end(pageWords: (page: number, pages: number) => string): Generator<Buffer> {
    const { start, count } = this.document.bufferedPageRange();
    for (let index = 0; index < count; index++) {
      this.document.switchToPage(start + index);
      const y = this.document.page.height - MARGIN + 4;
      const style = { size: FOOT_SIZE, ink: 'soft' } as const;
      const number = pageWords(index + 1, count);
      const [footer = ''] = this.lines(this.#footer, FOOT_SIZE, this.width - 60);
      this.line(footer, MARGIN, y, style);
      this.line(number, MARGIN + this.width, y, { ...style, anchor: 'end' });
    }
    this.document.end();
    for (let piece = this.document.read(); piece !== null; piece = this.document.read())
      yield piece as Buffer;
  }
}
