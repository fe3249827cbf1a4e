import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unpack } from '../../test/labels/read-zpl.ts';
import { blankBitmap, fillDark, setDark } from './bitmap.ts';
import { graphicField, packBitmap } from './zpl-graphic.ts';

test('a picture is a field with its size and its rows', () => {
  const bitmap = blankBitmap(20, 4);
  fillDark(bitmap, { x: 0, y: 0, width: 8, height: 2 });
  setDark(bitmap, 19, 3);
  expect(graphicField(7, 9, bitmap)).toBe('^FO7,9^GFA,12,12,3,HF,:,J010^FS');
});

test('whatever the dots, the printer unpacks the same', () => {
  const sizes = fc.record({
    width: fc.constantFrom(1, 8, 9, 64, 1000, 4000),
    rows: fc.array(
      fc.array(fc.constantFrom(0, 0, 0, 255, 255, 15, 240, 1), { minLength: 1, maxLength: 40 }),
      {
        minLength: 1,
        maxLength: 12,
      },
    ),
  });
  fc.assert(
    fc.property(sizes, ({ width, rows }) => {
      const bitmap = blankBitmap(width, rows.length);
      const { stride, bytes } = bitmap;
      for (const [y, row] of rows.entries())
        for (let x = 0; x < stride; x++)
          bytes[y * stride + x] = row[Math.floor((x * row.length) / stride)] ?? 0;
      const hex = rows.map((_, y) =>
        Buffer.from(bytes.slice(y * stride, (y + 1) * stride))
          .toString('hex')
          .toUpperCase(),
      );
      expect(unpack(packBitmap(bitmap), stride)).toEqual(hex);
    }),
    { numRuns: 500 },
  );
});
