import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOf, plain, toTable } from './cells.ts';

test('a Chinese character takes two cells, a Latin letter one', () => {
  expect(cellsOf('辣椒 10 kg')).toBe(10);
  expect(cellsOf('（示例）')).toBe(8);
});

test('columns line up in Chinese and Latin alike', () => {
  expect(
    toTable(
      [
        ['辣椒', '600 千克', '菜地'],
        ['pepper', '5 千克', 'field'],
      ],
      ['left', 'right'],
    ),
  ).toEqual(['辣椒    600 千克  菜地', 'pepper    5 千克  field']);
});

test('a short row and an empty table are fine', () => {
  expect(toTable([])).toEqual([]);
  expect(toTable([['a'], ['b', 'c']])).toEqual(['a', 'b  c']);
});

test('no captured text can move the cursor, colour the screen or turn the direction of reading', () => {
  expect(plain('\u001b[2Jlot\r\n\u202eA\u2066')).toBe(' [2Jlot   A ');
  expect(toTable([['\u001b]0;title\u0007']]).join('')).not.toContain('\u001b');
});

test('every row of a table has the cells of its columns', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '中', '・', '1') });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const wide = Math.max(...rows.map(([first]) => cellsOf(first)));
      const lines = toTable(rows.map(([first, second]) => [first, `${second}|`]));
      lines.forEach((line, index) => {
        expect(cellsOf(line)).toBe(wide + 2 + cellsOf(rows[index]?.[1] ?? '') + 1);
      });
    }),
  );
});
