/** Tables of a report: cells are broken into lines, a row is never parted, and every page begins with the head. */
import type { Ink } from '@yunsu/domain';
import { LEADING, MARGIN, type Paper } from './paper.ts';
import type { Say } from './words.ts';

/** Most lines of one cell; a longer text ends in `…`. A page of the turned paper has room for four times as many. */
export const CELL_LINES_MAX = 12;

const SIZE = 7;
const PADDING = 3;
const GAP = 6;

export interface ReportColumn<Row> {
  readonly head: string;
  /** Parts of the width of the page. */
  readonly share: number;
  readonly right?: boolean;
  cell(row: Row): string;
  ink?(row: Row): Ink | undefined;
}

export interface ReportTable<Row> {
  readonly columns: readonly ReportColumn<Row>[];
  /** The rows that are printed, and how many there are. */
  readonly rows: readonly Row[];
  readonly total: number;
}

interface Cell {
  readonly x: number;
  readonly width: number;
  readonly lines: readonly string[];
  readonly right: boolean;
  readonly ink: Ink;
}

const heightOf = (cells: readonly Cell[]): number =>
  Math.max(1, ...cells.map(({ lines }) => lines.length)) * SIZE * LEADING + 2 * PADDING;

function cut(lines: readonly string[]): readonly string[] {
  if (lines.length <= CELL_LINES_MAX) return lines;
  const kept = lines.slice(0, CELL_LINES_MAX);
  return [...kept.slice(0, -1), `${[...(kept.at(-1) ?? '')].slice(0, -1).join('')}…`];
}

function print(paper: Paper, cells: readonly Cell[], bold: boolean): void {
  for (const { x, width, lines, right, ink } of cells) {
    const anchor = right ? 'end' : 'start';
    for (const [at, line] of lines.entries()) {
      const baseline = paper.y + PADDING + SIZE + at * SIZE * LEADING;
      paper.line(line, right ? x + width : x, baseline, { size: SIZE, ink, bold, anchor });
    }
  }
  paper.y += heightOf(cells);
}

/** Prints a table where the paper is; says how many rows there are where not all are printed. */
export async function printTable<Row>(
  paper: Paper,
  { columns, rows, total }: ReportTable<Row>,
  say: Say,
): Promise<void> {
  if (total === 0) {
    paper.paragraph(say('rowsNone'), { size: 8, ink: 'soft' });
    return;
  }
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const room = paper.width - GAP * (columns.length - 1);
  let x = MARGIN;
  const places = columns.map(({ share }) => {
    const width = (room * share) / all;
    const place = { x, width };
    x += width + GAP;
    return place;
  });
  const cellsOf = (texts: readonly string[], inkOf: (at: number) => Ink): Cell[] =>
    texts.map((text, at) => {
      const place = places[at]!;
      const lines = cut(paper.lines(text, SIZE, place.width));
      return { ...place, lines, right: columns[at]?.right === true, ink: inkOf(at) };
    });
  const head = cellsOf(
    columns.map((column) => column.head),
    () => 'soft',
  );
  const printHead = () => {
    print(paper, head, true);
    paper.rule(paper.y, 'soft', 0.6);
  };
  let pages = paper.document.bufferedPageRange().count;
  const [first] = rows;
  if (first !== undefined) paper.need(heightOf(head) * 3);
  printHead();
  for (const row of rows) {
    const cells = cellsOf(
      columns.map((column) => column.cell(row)),
      (at) => columns[at]?.ink?.(row) ?? 'text',
    );
    if (paper.need(heightOf(cells))) printHead();
    print(paper, cells, false);
    paper.rule(paper.y, 'line', 0.3);
    // Whoever else waits for the server is let in between two pages.
    const { count } = paper.document.bufferedPageRange();
    if (count !== pages) await new Promise(setImmediate);
    pages = count;
  }
  if (rows.length >= total) return;
  paper.y += PADDING;
  paper.paragraph(say('rowsLeft', { total, shown: rows.length }), { size: 8, ink: 'warn', bold: true });
}
