import Type, { type Static } from 'typebox';
import { Code, closed } from './common.ts';

/** Most labels on one sheet order. */
export const SHEET_LABELS_MAX = 2_000;

/** What is printed: a symbol with its text, or a whole label of a kind. */
export const LabelKind = Type.Union([
  Type.Literal('qr'),
  Type.Literal('datamatrix'),
  Type.Literal('gs1-128'),
  Type.Literal('sscc'),
  Type.Literal('certificate'),
]);
export type LabelKind = Static<typeof LabelKind>;

export const LabelForm = Type.Union([
  Type.Literal('svg'),
  Type.Literal('png'),
  Type.Literal('pdf'),
  Type.Literal('zpl'),
]);
export type LabelForm = Static<typeof LabelForm>;

export const LabelQuery = closed({
  code: Code,
  kind: Type.Optional(LabelKind),
  form: Type.Optional(LabelForm),
  /** Printer resolution for PNG and ZPL, dots per inch. */
  dpi: Type.Optional(Type.Union([Type.Literal(203), Type.Literal(300), Type.Literal(600)])),
});
export type LabelQuery = Static<typeof LabelQuery>;

/** The content of a certificate of compliance (承诺达标合格证; 农业农村部令2025年第4号). */
export const CertificateContent = closed({
  product: Type.String({ minLength: 1, maxLength: 40 }),
  quantity: Type.String({ minLength: 1, maxLength: 20 }),
  origin: Type.String({ minLength: 1, maxLength: 60 }),
  issuedOn: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }),
  promiser: Type.String({ minLength: 1, maxLength: 40 }),
  contact: Type.String({ minLength: 1, maxLength: 30 }),
});
export type CertificateContent = Static<typeof CertificateContent>;

/** Paper: grids of labels on A4, or one label after another on a roll. */
export const SheetLayout = Type.Union([
  Type.Literal('a4-2x5'),
  Type.Literal('a4-3x8'),
  Type.Literal('a4-5x13'),
  Type.Literal('roll-100x150'),
  Type.Literal('roll-100x60'),
  Type.Literal('roll-60x40'),
  Type.Literal('roll-40x30'),
]);
export type SheetLayout = Static<typeof SheetLayout>;

export const SheetRequest = closed({
  kind: LabelKind,
  layout: SheetLayout,
  form: Type.Union([Type.Literal('pdf'), Type.Literal('zpl')]),
  codes: Type.Optional(Type.Array(Code, { minItems: 1, maxItems: SHEET_LABELS_MAX })),
  /** Instead of codes: positions of an order of the caller. */
  order: Type.Optional(
    closed({
      id: Type.String({ pattern: '^[0-9]{1,19}$' }),
      from: Type.Integer({ minimum: 1 }),
      to: Type.Integer({ minimum: 1 }),
    }),
  ),
  /** First free label of a sheet that has been used in part, counted from 1. */
  startAt: Type.Optional(Type.Integer({ minimum: 1, maximum: 65 })),
  /** Printed beside the symbol, e.g. the name of the product. */
  title: Type.Optional(Type.String({ maxLength: 40 })),
  certificate: Type.Optional(CertificateContent),
  dpi: Type.Optional(Type.Union([Type.Literal(203), Type.Literal(300), Type.Literal(600)])),
});
export type SheetRequest = Static<typeof SheetRequest>;
