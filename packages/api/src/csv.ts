/** A table as comma-separated values (RFC 4180): UTF-8 with BOM, CRLF, so that spreadsheets read Chinese. */
export const CSV_BOM = '\uFEFF';

/** A cell that a spreadsheet would take for a formula. A plain number may begin with a sign. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** A cell of a table; nothing is an empty cell. */
export type CsvCell = string | number | boolean | undefined;

/** A cell as text that no spreadsheet runs: a leading formula character is put behind an apostrophe (OWASP, CSV injection). */
export const neutralise = (cell: string): string =>
  FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;

const quoted = (cell: CsvCell): string =>
  `"${cell === undefined ? '' : neutralise(String(cell)).replace(/"/g, '""')}"`;

/** One row with its line end: what a long answer is streamed in, after `CSV_BOM`. */
export const toCsvRow = (cells: readonly CsvCell[]): string => `${cells.map(quoted).join(',')}\r\n`;

/** Rows of cells as one file; the first row is the head. */
export const toCsv = (rows: readonly (readonly CsvCell[])[]): string => CSV_BOM + rows.map(toCsvRow).join('');
