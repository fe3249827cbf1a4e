/**
 * Tables as an Excel workbook (ECMA-376 SpreadsheetML), written row by row with strings in their cells, so that a table of any
 * length takes the memory of some rows. Text is never a formula: it is written as text, in the text format, and with the mark
 * of a leading apostrophe where a program would compute it when somebody edits the cell.
 */
import type { Buffer } from 'node:buffer';
import { toZip, type ZipEntry } from './zip.ts';

/** A cell: text, a truth, an exact decimal, a time, or nothing. */
export type Cell =
  | string
  | boolean
  | { readonly decimal: string }
  /** RFC 3339; written as a date of China's time, UTC+8. */
  | { readonly time: string }
  | undefined;

export interface Column {
  readonly head: string;
  /** Width in characters of the standard size. */
  readonly width: number;
}

/** One table. A table with more rows than a sheet holds goes on in a next sheet under the same head. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
}

/** Rows of one sheet with its head (Excel specifications and limits). */
export const SHEET_ROWS_MAX = 1_048_576;
/** Characters of one cell (the same). Longer text is cut, and ends in `…`. */
export const CELL_LENGTH_MAX = 32_767;
/** Digits that a number of a spreadsheet keeps: IEEE 754 double. What has more stays text, exact. */
export const NUMBER_DIGITS_MAX = 15;

const CHINA_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
/** Day 0 of the 1900 date system, with its leap day that never was. */
const EPOCH_MS = Date.UTC(1899, 11, 30);
/** First day from which that system counts right. */
const FIRST_MS = Date.UTC(1900, 2, 1);
/** Bytes of XML given to the packer at once. */
const PIECE = 65_536;

/** Style numbers of `STYLES`. */
const Style = { text: 1, quoted: 2, time: 3, head: 4, number: 5 } as const;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text of XML 1.0; characters that XML does not know are replaced, and `_x0041_` is not read as an escape. */
const xml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)
    .replace(/[^\t\n\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');

const COMPUTED = /^[=+\-@\t\r\n'\uFF1D\uFF0B\uFF0D\uFF20]/;

/** `A`, `Z`, `AA`: the letters of a column, counted from 0. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

function textCell(at: string, text: string, style?: number): string {
  const cut = text.length > CELL_LENGTH_MAX ? `${text.slice(0, CELL_LENGTH_MAX - 1)}…` : text;
  const kind = style ?? (COMPUTED.test(cut) ? Style.quoted : Style.text);
  return `<c r="${at}" s="${kind}" t="inlineStr"><is><t xml:space="preserve">${xml(cut)}</t></is></c>`;
}

/** The digits of a decimal that count. */
const digitsOf = (decimal: string): number => decimal.replace(/^-?0*\.?0*/, '').replace('.', '').length;

function timeCell(at: string, time: string): string {
  const millis = Date.parse(time) + CHINA_OFFSET_MS;
  if (!Number.isFinite(millis) || millis < FIRST_MS) return textCell(at, time);
  return `<c r="${at}" s="${Style.time}"><v>${(millis - EPOCH_MS) / DAY_MS}</v></c>`;
}

function cellXml(at: string, cell: Cell): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'string') return textCell(at, cell);
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if ('time' in cell) return timeCell(at, cell.time);
  return /^-?\d+(\.\d+)?$/.test(cell.decimal) && digitsOf(cell.decimal) <= NUMBER_DIGITS_MAX
    ? `<c r="${at}" s="${Style.number}"><v>${cell.decimal}</v></c>`
    : textCell(at, cell.decimal);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EFEA"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf xfId="0"/><xf xfId="0" numFmtId="49" applyNumberFormat="1"/><xf xfId="0" numFmtId="49" applyNumberFormat="1" quotePrefix="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment wrapText="1" vertical="center"/></xf><xf xfId="0" numFmtId="0"/></cellXfs></styleSheet>`;

/** The next sheets of one table: rows are taken from one source until it ends. */
async function* sheetXml(
  table: Table,
  rows: AsyncIterator<readonly Cell[]>,
  state: { pending: readonly Cell[] | undefined },
  rowsMax: number,
): AsyncGenerator<string> {
  const { columns } = table;
  const names = columns.map((_, index) => columnName(index));
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const head = columns.map((column, index) => textCell(`${names[index]}1`, column.head, Style.head));
  let text = `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${head.join('')}</row>`;
  let row = 1;
  while (state.pending !== undefined && row < rowsMax) {
    row += 1;
    text += `<row r="${row}">${state.pending.map((cell, index) => cellXml(`${names[index]}${row}`, cell)).join('')}</row>`;
    if (text.length > PIECE) {
      yield text;
      text = '';
    }
    const next = await rows.next();
    state.pending = next.done ? undefined : next.value;
  }
  yield `${text}</sheetData><autoFilter ref="A1:${names.at(-1)}${row}"/></worksheet>`;
}

async function* iterate<T>(all: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
  yield* all;
}

/** Names of sheets may not hold these, nor more than 31 characters. */
const sheetName = (name: string, part: number): string => {
  const suffix = part === 1 ? '' : ` ${part}`;
  return name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31 - suffix.length) + suffix;
};

async function* entriesOf(tables: readonly Table[], rowsMax: number): AsyncGenerator<ZipEntry> {
  const sheets: string[] = [];
  for (const table of tables) {
    const rows = iterate(table.rows);
    const first = await rows.next();
    const state = { pending: first.done ? undefined : first.value };
    for (let part = 1; part === 1 || state.pending !== undefined; part += 1) {
      sheets.push(sheetName(table.name, part));
      yield {
        name: `xl/worksheets/sheet${sheets.length}.xml`,
        content: sheetXml(table, rows, state, rowsMax),
      };
    }
  }
  const each = (write: (number: number, name: string) => string) =>
    sheets.map((name, index) => write(index + 1, name)).join('');
  yield { name: 'xl/styles.xml', content: [STYLES] };
  yield {
    name: 'xl/workbook.xml',
    content: [
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each((n, name) => `<sheet name="${xml(name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    ],
  };
  yield {
    name: 'xl/_rels/workbook.xml.rels',
    content: [
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each((n) => `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rIdStyles" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ],
  };
  yield {
    name: '_rels/.rels',
    content: [
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
  };
  yield {
    name: '[Content_Types].xml',
    content: [
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${OFFICE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${OFFICE}.styles+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${OFFICE}.worksheet+xml"/>`)}</Types>`,
    ],
  };
}

/** Writes tables as a workbook, piece by piece; `rowsMax` is less than a sheet's limit only in tests. */
export const toWorkbook = (tables: readonly Table[], rowsMax = SHEET_ROWS_MAX): AsyncGenerator<Buffer> =>
  toZip(entriesOf(tables, rowsMax));
