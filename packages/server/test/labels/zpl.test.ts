import { toElementString } from '@yunsu/identifiers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDark } from '../../src/labels/bitmap.ts';
import { toDots } from '../../src/labels/dots.ts';
import { toCoverage } from '../../src/labels/png.ts';
import { toSvgOfDots } from '../../src/labels/svg.ts';
import { code128Data, dataMatrixData, qrData, zplPrinter } from '../../src/labels/zpl.ts';
import { readSymbols, toPicture } from './read-symbols.ts';
import { code128Content, dataMatrixContent, readZpl, unhex } from './read-zpl.ts';
import { labelOf, lots, ORIGIN, samples, serials } from './samples.ts';

const item = '(01)09521234045014(10)VX_0818(21)A>1';

test('a Data Matrix is field data of ^BX with FNC1 as _1', () => {
  const [label] = readZpl(zplPrinter(203)(labelOf('datamatrix', item, 203)));
  const [symbol] = label?.symbols ?? [];
  expect(symbol?.command).toMatch(/^\^BXN,\d+,200,,,,_,1\^FH\\$/);
  expect(symbol?.data).toBe('_1010952123404501410VX__0818_121A>1');
});

test('GS1-128 is field data of ^BC in its plain mode, with FNC1 as >8', () => {
  const [label] = readZpl(zplPrinter(203)(labelOf('gs1-128', '(00)095212340400000019', 203)));
  const [symbol] = label?.symbols ?? [];
  expect(symbol?.command).toMatch(/^\^BY\d+,2,\d+\^BCN,\d+,N,N,N,N$/);
  expect(symbol?.data).toBe('>;>800095212340400000019');
  expect(code128Data('10A>\u001d21b')).toBe('>;>810>6A>0>821b');
});

test('a QR is field data of ^BQ with its error correction, command signs as hexadecimal', () => {
  const [label] = readZpl(zplPrinter(203)(labelOf('qr', '53B47K2M9QXK', 203)));
  const [symbol] = label?.symbols ?? [];
  expect(symbol?.command).toMatch(/^\^BY\d+,2,1\^BQN,2,\d+,M\^FH\\$/);
  expect(symbol?.data).toBe(`MA,${ORIGIN}/c/53B47K2M9QXK`);
  expect(qrData('a^b~c\\d茶')).toBe('MA,a\\5Eb\\7Ec\\5Cd\\E8\\8C\\B6');
  expect(dataMatrixData('a_b', false)).toBe('a__b');
});

test('whatever a code says, field data says it and nothing else', () => {
  const values = fc.tuple(lots, serials);
  fc.assert(
    fc.property(values, ([lot, serial]) => {
      const printed = toElementString(
        [
          ['01', '09521234045014'],
          ['10', lot],
          ['21', serial],
        ],
        'raw',
      );
      if (!printed.ok) throw new Error(printed.reason);
      const matrix = dataMatrixData(printed.text, true);
      for (const data of [matrix, code128Data(printed.text)]) expect(data).not.toMatch(/[\^~]/);
      expect(dataMatrixContent(matrix)).toEqual({ isGs1: true, content: printed.text });
      expect(code128Content(code128Data(printed.text))).toBe(printed.text);
      expect(unhex(qrData(printed.text))).toBe(`MA,${printed.text}`);
    }),
    { numRuns: 500 },
  );
});

const kinds = samples.flatMap(([name, code, all]) => all.map((kind) => [kind, name, code] as const));

test.each(kinds)('%s of %s: the fields stand where the drawing has them', (kind, _, code) => {
  for (const dpi of [203, 300] as const) {
    const drawing = labelOf(kind, code, dpi);
    const [label] = readZpl(zplPrinter(dpi)(drawing));
    expect([label?.width, label?.height]).toEqual([toDots(100, dpi), toDots(150, dpi)]);
    const wanted = drawing.shapes.flatMap((shape) =>
      shape.kind === 'symbol' && (kind === 'datamatrix' || toDots(shape.module, dpi) <= 10)
        ? [[toDots(shape.x, dpi), toDots(shape.y, dpi)]]
        : [],
    );
    expect(label?.symbols.map(({ x, y }) => [x, y])).toEqual(wanted);
  }
});

test.each([203, 300, 600])('text and lines are the dots of the drawing at %d dots per inch', (dpi) => {
  const drawing = labelOf('certificate', '53B47K2M9QXK', dpi);
  const text = { ...drawing, shapes: drawing.shapes.filter(({ kind }) => kind !== 'symbol') };
  const [label] = readZpl(zplPrinter(dpi)(text));
  if (!label) throw new Error('no label');
  const svg = toSvgOfDots(text, dpi).replace('fill="#fff"', 'fill="none"');
  const { width, coverage } = toCoverage(svg);
  let black = 0;
  let missed = 0;
  for (let at = 0; at < coverage.length; at++) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const near = [-1, 0, 1].some((dy) => [-1, 0, 1].some((dx) => isDark(label.dots, x + dx, y + dy)));
    if ((coverage[at] ?? 0) < 128) continue;
    black++;
    if (!near) missed++;
  }
  expect(black).toBeGreaterThan(5_000);
  // Characters stand at whole dots, so an edge may be one dot off; nothing may be missing.
  expect(missed / black).toBeLessThan(0.002);
  const printed = label.dots.bytes.reduce(
    (sum, byte) => sum + byte.toString(2).replaceAll('0', '').length,
    0,
  );
  expect(Math.abs(printed / black - 1)).toBeLessThan(0.05);
});

test('a symbol with modules beyond ten dots goes as a picture, to the dot', async () => {
  const dpi = 600;
  const [label] = readZpl(zplPrinter(dpi)(labelOf('sscc', '(00)095212340400000019', dpi)));
  if (!label) throw new Error('no label');
  expect(label.symbols).toEqual([]);
  const [scanned] = await readSymbols(toPicture(label.dots));
  expect(scanned).toMatchObject({ identifier: ']C1', content: '00095212340400000019' });
});
