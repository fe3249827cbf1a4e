/**
 * The certificate of compliance (承诺达标合格证; 农产品质量安全承诺达标合格证管理办法, 农业农村部令2025年第4号, in force since 2026-02-01): the
 * name in plain sight, product, quantity, origin, date of issue, promiser, contact, the promise, and a QR symbol, which
 * the measure encourages. It is a Chinese form in every language. Fields without content are lines to be filled in by
 * hand, which is as good as print.
 *
 * The promise follows what 农产品质量安全法 (2022) asks its issuer to promise, in the customary words. No text of the law or of the
 * measure was at hand to compare them with, so the label names no article.
 */
import type { CertificateContent } from '@yunsu/api';
import { moduleFrom } from './dots.ts';
import type { Drawing, Rule, Shape, Text } from './drawing.ts';
import { labelFace } from './face.ts';
import { type Box, breakLines, setText } from './fit.ts';
import type { LabelRequest } from './label-request.ts';
import { refusals, unprintable } from './label-words.ts';
import { MATRIX_MODULE_MAX, MATRIX_MODULE_MIN, placeSymbol } from './matrix-label.ts';
import { qrOf } from './qr.ts';

/** What stands at the head of every certificate. */
export const CERTIFICATE_HEADING = '承诺达标合格证';
/** What its issuer promises. */
export const CERTIFICATE_PROMISE =
  '我承诺：不使用禁用的农药、兽药及其他化合物，使用的常规农药、兽药残留不超标，对承诺的真实性负责。';

/** The fields in the order of the form. */
const fields: readonly (readonly [keyof CertificateContent, string])[] = [
  ['product', '产品名称'],
  ['quantity', '数量（重量）'],
  ['origin', '产地'],
  ['promiser', '承诺主体'],
  ['contact', '联系方式'],
  ['issuedOn', '开具日期'],
];

const PADDING = 1.5;
const RULE = 0.3;
/** Between fields and promise, in parts of the size of the fields. */
const GAP = 0.5;
/** Part of the height that the QR symbol takes where there is room. */
const QR_SHARE = 0.45;
const LEADING = 1.32;
/** Type of the fields: as large as fits between these, in millimetres. Handwriting wants the larger one at least. */
const SIZE_MAX = 5;
const SIZE_MIN = 1.5;
const SMALLER = 0.96;
/** The heading is this much larger than the fields. */
const HEADING = 1.75;

const written = (field: keyof CertificateContent, text: string): string => {
  if (field !== 'issuedOn') return text;
  const [year = '', month = '', day = ''] = text.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
};

interface Line {
  readonly name: string;
  readonly value: readonly string[];
}

/** Names are as wide as the longest of them, so that values stand in one column. */
const nameWidth = (size: number) =>
  Math.max(...fields.map(([, name]) => labelFace().widthOf(`${name}：`, size)));

function linesOf(content: CertificateContent | undefined, size: number, width: number): Line[] {
  return fields.map(([field, name]) => {
    const value = content === undefined ? [] : breakLines(written(field, content[field]), size, width);
    return { name: `${name}：`, value };
  });
}

interface Sizes {
  readonly size: number;
  readonly heading: number;
  readonly promise: Box;
  readonly lines: readonly Line[];
  readonly fieldsTop: number;
  readonly fieldsBottom: number;
  readonly fieldsWidth: number;
}

/** Everything at one size of type, the symbol beside the fields or, on upright paper, beneath; undefined where it is too much. */
function sizesAt(size: number, request: LabelRequest, side: number): Sizes | undefined {
  const { width, height, certificate } = request;
  const inner = width - 2 * PADDING;
  const heading = Math.min(size * HEADING, inner / (CERTIFICATE_HEADING.length + 0.5));
  const fieldsTop = PADDING + heading * 1.6;
  const isUpright = height > width;
  const fieldsWidth = isUpright ? inner : inner - side;
  const lines = linesOf(certificate, size, fieldsWidth - nameWidth(size));
  const rows = lines.reduce((count, { value }) => count + Math.max(1, value.length), 0);
  const promiseSize = Math.max(SIZE_MIN, size * 0.72);
  const promised = breakLines(CERTIFICATE_PROMISE, promiseSize, inner).length;
  const promiseHeight = promised * promiseSize * LEADING;
  const field = rows * size * LEADING;
  const middle = isUpright ? field + side : Math.max(field, side);
  if (fieldsTop + middle + GAP * size + promiseHeight + PADDING > height) return undefined;
  if (fieldsWidth - nameWidth(size) < size * 6) return undefined;
  const promise = { x: PADDING, y: height - PADDING - promiseHeight, width: inner, height: promiseHeight };
  const fieldsBottom = promise.y - GAP * size - (isUpright ? side : 0);
  return { size, heading, promise, lines, fieldsTop, fieldsBottom, fieldsWidth };
}

function bestSizes(request: LabelRequest, side: number): Sizes | undefined {
  for (let size = SIZE_MAX; size >= SIZE_MIN; size *= SMALLER) {
    const sizes = sizesAt(size, request, side);
    if (sizes) return sizes;
  }
  return undefined;
}

function fieldShapes({ size, lines, fieldsTop, fieldsBottom, fieldsWidth }: Sizes): Shape[] {
  const rows = lines.reduce((count, { value }) => count + Math.max(1, value.length), 0);
  const leading = Math.min(size * 1.75, (fieldsBottom - fieldsTop) / rows);
  const left = PADDING + nameWidth(size);
  let y = fieldsTop + (leading - size) / 2 + size * 0.88;
  return lines.flatMap(({ name, value }): Shape[] => {
    const head: Text = { kind: 'text', x: PADDING, y, size, text: name };
    const values = value.map(
      (text, at): Text => ({ kind: 'text', x: left, y: y + at * leading, size, text }),
    );
    const blank: Rule = {
      kind: 'rule',
      x: left,
      y: y + size * 0.2,
      width: fieldsWidth - left + PADDING - 1,
      height: 0.15,
    };
    y += leading * Math.max(1, value.length);
    return value.length === 0 ? [head, blank] : [head, ...values];
  });
}

/** Draws a certificate; refused where the label is too small for all that it has to say. */
export function certificateLabel(request: LabelRequest): Drawing {
  const { width, height, dpi } = request;
  const modules = qrOf(request.subject);
  const across = modules.columns + 2 * modules.quiet;
  const smallest = across * moduleFrom(MATRIX_MODULE_MIN, dpi);
  const wanted = Math.min(across * MATRIX_MODULE_MAX, Math.max(smallest, height * QR_SHARE));
  const side = [wanted, smallest].find((one) => bestSizes(request, one));
  const sizes = side === undefined ? undefined : bestSizes(request, side);
  if (side === undefined || !sizes) throw unprintable(refusals.textTooLong(width, height));
  const square =
    height > width
      ? { x: (width - side) / 2, y: sizes.fieldsBottom, side }
      : { x: width - PADDING - side, y: (sizes.fieldsTop + sizes.fieldsBottom - side) / 2, side };
  const promise = setText(
    [{ text: CERTIFICATE_PROMISE, size: sizes.size * 0.72, sizeMin: SIZE_MIN }],
    sizes.promise,
    {
      vertical: 'bottom',
    },
  );
  if (!promise) throw unprintable(refusals.textTooLong(width, height));
  const heading: Text = {
    kind: 'text',
    x: width / 2,
    y: PADDING + sizes.heading * 0.95,
    size: sizes.heading,
    text: CERTIFICATE_HEADING,
    bold: true,
    anchor: 'middle',
  };
  const under: Rule = {
    kind: 'rule',
    x: PADDING,
    y: PADDING + sizes.heading * 1.35,
    width: width - 2 * PADDING,
    height: RULE,
  };
  return {
    width,
    height,
    title: `${CERTIFICATE_HEADING} ${request.subject.lines.join(' ')}`,
    shapes: [heading, under, ...fieldShapes(sizes), placeSymbol(modules, square, request), ...promise],
  };
}
