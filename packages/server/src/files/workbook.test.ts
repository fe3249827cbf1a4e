import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWorkbook } from '../../test/taken/read-workbook.ts';
import { CELL_LENGTH_MAX, type Cell, columnName, type Table, toWorkbook } from './workbook.ts';

async function sheetsOf(tables: readonly Table[], rowsMax?: number) {
  const pieces: Buffer[] = [];
  for await (const piece of toWorkbook(tables, rowsMax)) pieces.push(piece);
  return readWorkbook(Buffer.concat(pieces));
}

const table = (rows: readonly (readonly Cell[])[], name = '表'): Table => ({
  name,
  columns: (rows[0] ?? ['']).map((_, index) => ({ head: `c${index}`, width: 10 })),
  rows,
});

async function cellOf(cell: Cell) {
  const [sheet] = await sheetsOf([table([[cell]])]);
  return { value: sheet?.rows[1]?.A, xml: sheet?.xml ?? '' };
}

test('fifteen digits are a number and sixteen are text, to the last digit', async () => {
  expect((await cellOf({ decimal: '-123456789012.345' })).value).toBe(-123456789012.345);
  expect((await cellOf({ decimal: '0.0000123456789012345' })).value).toBe(0.0000123456789012345);
  expect((await cellOf({ decimal: '1234567890123.456' })).value).toBe('1234567890123.456');
});

test("a time is a date of China's zone", async () => {
  // Day 46,023 of the 1900 system is 2026-01-01; 04:00 UTC is noon there.
  expect((await cellOf({ time: '2026-01-01T04:00:00Z' })).value).toBe(46023.5);
  expect((await cellOf({ time: '1899-01-01T00:00:00Z' })).value).toBe('1899-01-01T00:00:00Z');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', "'=1"])(
  'text that a program would compute is marked as text: %j',
  async (text) => {
    const { value, xml } = await cellOf(text);
    expect(value).toBe(text);
    expect(xml).toContain('s="2" t="inlineStr"');
    expect(xml).not.toContain('<f>');
  },
);

test('a cell holds as much as a spreadsheet takes, and says where it was cut', async () => {
  expect((await cellOf('长'.repeat(CELL_LENGTH_MAX))).value).toHaveLength(CELL_LENGTH_MAX);
  const { value } = await cellOf('长'.repeat(CELL_LENGTH_MAX + 1));
  expect(value).toHaveLength(CELL_LENGTH_MAX);
  expect(String(value).endsWith('…')).toBe(true);
});

test('a table that fills its sheet stays in it, and one row more goes on in the next under the same head', async () => {
  expect(await sheetsOf([table([['a'], ['b']])], 3)).toHaveLength(1);
  const sheets = await sheetsOf([table([['a'], ['b'], ['c']])], 3);
  expect(sheets.map(({ name, rows }) => [name, rows.map(({ A }) => A)])).toEqual([
    ['表', ['c0', 'a', 'b']],
    ['表 2', ['c0', 'c']],
  ]);
});

test('the head is frozen and filtered, also over no rows', async () => {
  const [full, empty] = await sheetsOf([table([['a', 'b']]), table([], '[空]')]);
  expect(full?.xml).toContain('state="frozen"');
  expect(full?.xml).toContain('<autoFilter ref="A1:B2"/>');
  expect(empty).toMatchObject({ name: ' 空 ', rows: [{ A: 'c0' }] });
});

test('columns are named as spreadsheets name them', () => {
  expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});

test('any text comes back as it was, but for what XML cannot hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (text) => {
      const { value } = await cellOf(text);
      expect(value).toBe(text.toWellFormed().replace(/[^\t\n\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD'));
    }),
  );
});
