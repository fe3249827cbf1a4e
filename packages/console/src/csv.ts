/** A table as comma-separated values (RFC 4180): UTF-8 with BOM, CRLF, so that spreadsheets read Chinese. */
const BOM = '\uFEFF';

/** A cell that a spreadsheet would take for a formula. A plain number may begin with a sign. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** A cell as text that no spreadsheet runs: a leading formula character is put behind an apostrophe (OWASP, CSV injection). */
export const neutralise = (cell: string): string =>
  FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;

const quoted = (cell: string): string => `"${neutralise(cell).replace(/"/g, '""')}"`;

/** Rows of cells as one file; the first row is the head. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  BOM + rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');

const NAME_LENGTH_MAX = 80;

/** A file name that every system takes, from parts such as a word and a code. */
export const fileName = (parts: readonly string[], extension: string): string =>
  `${parts
    .join('-')
    .replace(/^https:\/\/id\.gs1\.org\//, '')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .slice(0, NAME_LENGTH_MAX)
    .replace(/^[-.]+|[-.]+$/g, '')}.${extension}`;
