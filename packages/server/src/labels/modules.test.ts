import fc from 'fast-check';
import { expect, test } from 'vitest';
import { subjectOf } from '../../test/labels/samples.ts';
import { dataMatrixOf } from './datamatrix.ts';
import { bars } from './gs1-128.ts';
import {
  DATAMATRIX_BYTES_MAX,
  dataMatrixModules,
  GS1_128_LENGTH_MAX,
  gs1128Modules,
  type Modules,
  QR_BYTES_MAX,
  qrModules,
  runsOf,
} from './modules.ts';
import { qrOf } from './qr.ts';

/** An address in characters that need a byte each. */
const address = (length: number) => `https://trace.example/q?code=${'a'.repeat(length - 29)}`;
const subject = (length: number) => ({ ...subjectOf('53B47K2M9QXK'), address: address(length) });

test('a QR symbol holds 2,331 bytes and not one more', () => {
  expect(qrOf(subject(QR_BYTES_MAX))).toMatchObject({ columns: 177, content: address(QR_BYTES_MAX) });
  expect(() => qrOf(subject(QR_BYTES_MAX + 1))).toThrow(/unprintable-code/);
});

test('a Data Matrix holds 1,555 bytes and not one more', () => {
  expect(dataMatrixOf(subject(DATAMATRIX_BYTES_MAX)).columns).toBeLessThanOrEqual(144);
  expect(() => dataMatrixOf(subject(DATAMATRIX_BYTES_MAX + 1))).toThrow(/unprintable-code/);
  // The most that any bytes can want: none of them shortened.
  expect(dataMatrixModules('~\u007f'.repeat(778).slice(0, DATAMATRIX_BYTES_MAX), false).columns).toBe(144);
});

test('GS1-128 holds 48 characters and not one more', () => {
  expect(bars(`10${'A'.repeat(GS1_128_LENGTH_MAX - 2)}`).content).toHaveLength(48);
  expect(() => bars(`10${'A'.repeat(GS1_128_LENGTH_MAX - 1)}`)).toThrow(/unprintable-code/);
  expect(() => bars(undefined)).toThrow(/unprintable-code/);
});

test('a usual Digital Link needs 33 modules a side, a provincial code 29', () => {
  expect(qrModules('https://trace.example/01/09521234045014/10/VX-0818/21/000123').columns).toBe(33);
  expect(qrModules('https://trace.example/c/53B47K2M9QXK').columns).toBe(29);
});

test('an SSCC has 156 modules in code set C, bars at both ends', () => {
  // Start, FNC1, ten pairs, check character: 11 modules each; the stop has 13 (ISO/IEC 15417 §4.3).
  const { columns, dark } = gs1128Modules('00095212340400000019');
  expect(columns).toBe(13 * 11 + 13);
  expect([dark[0], dark.at(-1)]).toEqual([1, 1]);
});

test('a host in Chinese is written in ASCII', () => {
  expect(subjectOf('53B47K2M9QXK', 'https://追溯.example').address).toMatch(
    /^https:\/\/xn--[a-z0-9]+\.example\/c\//,
  );
});

const matrices = fc
  .integer({ min: 1, max: 12 })
  .chain((columns) =>
    fc
      .array(fc.constantFrom(0, 1), { minLength: columns, maxLength: columns * 10 })
      .map((bits) => ({ columns, bits: bits.slice(0, Math.floor(bits.length / columns) * columns) })),
  );

test('runs cover every dark module once and no light one', () => {
  fc.assert(
    fc.property(matrices, ({ columns, bits }) => {
      const modules: Modules = {
        symbology: 'qr',
        content: '',
        isGs1: false,
        quiet: 0,
        columns,
        rows: bits.length / columns,
        dark: Uint8Array.from(bits),
      };
      const painted = new Uint8Array(bits.length);
      for (const { x, y, width, height } of runsOf(modules))
        for (let row = y; row < y + height; row++)
          for (let column = x; column < x + width; column++) {
            const at = row * columns + column;
            painted[at] = (painted[at] ?? 0) + 1;
          }
      expect([...painted]).toEqual(bits);
    }),
  );
});
