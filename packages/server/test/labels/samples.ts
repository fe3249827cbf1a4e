import type { CertificateContent, LabelKind } from '@yunsu/api';
import { checkDigit, completeProvincial, identify } from '@yunsu/identifiers';
import fc from 'fast-check';
import { drawLabelOf } from '../../src/labels/draw.ts';
import type { Drawing } from '../../src/labels/drawing.ts';
import { type Subject, toSubject } from '../../src/labels/subject.ts';

export const ORIGIN = 'https://trace.example';

/** A code as somebody gives it, likeliest reading. */
export function subjectOf(code: string, origin = ORIGIN): Subject {
  const [identity] = identify(code);
  if (!identity) throw new Error(`${code} is no code`);
  return toSubject({ identity, written: code }, origin);
}

export const CERTIFICATE: CertificateContent = {
  product: '云南大叶种茶鲜叶',
  quantity: '120 千克',
  origin: '云南省普洱市墨江县示例镇示例村',
  issuedOn: '2026-03-05',
  promiser: '示例茶叶专业合作社',
  contact: '0871-00000000',
};

/** Codes of the examples, with the kinds that can hold them. */
export const samples: readonly (readonly [name: string, code: string, kinds: readonly LabelKind[]])[] = [
  ['a GTIN', '09521234045014', ['qr', 'datamatrix', 'gs1-128', 'certificate']],
  ['a lot with its date', '(01)09521234045014(17)261231(10)VX-0818', ['qr', 'datamatrix', 'gs1-128']],
  ['an item of a lot', '(01)09521234045014(10)VX-0818(21)000123', ['qr', 'datamatrix', 'gs1-128']],
  ['an SSCC', '(00)095212340400000019', ['qr', 'datamatrix', 'gs1-128', 'sscc']],
  ['an SSCC with its content', '(00)095212340400000019(02)09521234045014(37)48(10)VX-0818', ['sscc']],
  ['a returnable asset', '(8003)09521234045014A_1', ['qr', 'datamatrix', 'gs1-128']],
  ['a provincial code', '53B4-7K2M-9QXK', ['qr', 'datamatrix', 'certificate']],
  ['a drug code', '83857930000879766660', ['qr', 'datamatrix']],
];

/** A label of 100 × 150 mm: everything has room. */
export const labelOf = (kind: LabelKind, code: string, dpi: number, over: object = {}): Drawing =>
  drawLabelOf(kind, {
    subject: subjectOf(code),
    width: 100,
    height: 150,
    dpi,
    ...(kind === 'certificate' ? { certificate: CERTIFICATE } : {}),
    ...over,
  });

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(''));

/** CSET 82 (GS1 General Specifications figure 7.11-1), all of it. */
const CSET_82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
const text = (max: number) => fc.string({ unit: fc.constantFrom(...CSET_82), minLength: 1, maxLength: max });

export const gtins = digits(13).map((body) => body + checkDigit(body));
export const ssccs = digits(17).map((body) => body + checkDigit(body));
export const lots = text(20);
export const serials = text(20);
export const provincials = fc
  .tuple(
    fc.constantFrom('53', '11'),
    fc.constantFrom('B', 'E', 'C', 'A', 'P', 'Z'),
    fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), minLength: 8, maxLength: 8 }),
  )
  .map((parts) => completeProvincial(parts.join('')));
