/** A trace and a history as tables; the report prints the same rows. */
import {
  bizSteps,
  type EventView,
  endKinds,
  gapKinds,
  levels,
  linkKinds,
  processes,
  type TraceGap,
  type TraceLink,
  type TraceNode,
} from '@yunsu/api';
import { type FileWord, type Language, termOf, wordIn } from './heads.ts';
import type { Cell, Table } from './workbook.ts';

/** How a row of some kind becomes the cells of a table. */
export type Columns<Row> = readonly (readonly [
  head: FileWord,
  width: number,
  cell: (row: Row, language: Language) => Cell,
])[];

const decimal = (text: string | undefined): Cell => (text === undefined ? undefined : { decimal: text });

/** Columns that hold volumes: secrets to the public, whose tables do without them. */
const VOLUMES: ReadonlySet<FileWord> = new Set(['quantity', 'quantityMax', 'uom', 'ends', 'amounts']);

/** The columns that a caller may read. */
export const openColumns = <Row>(columns: Columns<Row>, quantities: boolean): Columns<Row> =>
  quantities ? columns : columns.filter(([head]) => !VOLUMES.has(head));

export const nodeColumns: Columns<TraceNode> = [
  ['id', 9, ({ id }) => id],
  ['time', 20, ({ time }) => ({ time })],
  ['holder', 28, ({ holder }) => holder.name],
  ['holderCode', 30, ({ holder }) => holder.uri],
  ['place', 24, ({ place }) => place.name],
  ['placeCode', 30, ({ place }) => place.uri],
  ['prefecture', 12, ({ place }) => place.prefecture],
  ['division', 10, ({ place }) => place.division],
  ['level', 10, ({ level }, language) => termOf(levels, level, language)],
  ['code', 52, ({ uri }) => uri],
  ['product', 20, ({ product }) => product],
  ['quantity', 14, ({ quantity }) => decimal(quantity)],
  ['quantityMax', 14, ({ quantityMax }) => decimal(quantityMax)],
  ['uom', 8, ({ uom }) => uom],
  ['share', 14, ({ share }) => decimal(share)],
  ['shareMax', 14, ({ shareMax }) => decimal(shareMax)],
  ['depth', 8, ({ depth }) => ({ decimal: String(depth) })],
  ['direction', 10, ({ direction }, language) => direction && wordIn(language, direction)],
  ['inTransit', 8, ({ inTransit }) => inTransit],
  ['inferred', 8, ({ inferred }) => inferred],
  [
    'ends',
    30,
    ({ ends = [] }, language) =>
      ends
        .map(({ kind, quantity, uom }) => `${termOf(endKinds, kind, language)} ${quantity} ${uom}`)
        .join('; '),
  ],
];

export const linkColumns: Columns<TraceLink> = [
  ['time', 20, ({ time }) => ({ time })],
  ['kind', 14, ({ kind }, language) => termOf(linkKinds, kind, language)],
  ['from', 9, ({ from }) => from],
  ['to', 9, ({ to }) => to],
  ['quantity', 14, ({ quantity }) => decimal(quantity)],
  ['quantityMax', 14, ({ quantityMax }) => decimal(quantityMax)],
  ['uom', 8, ({ uom }) => uom],
  ['share', 14, ({ share }) => decimal(share)],
  ['shareMax', 14, ({ shareMax }) => decimal(shareMax)],
  ['eventID', 60, ({ eventID }) => eventID],
];

export const gapColumns: Columns<TraceGap> = [
  ['time', 20, ({ time }) => ({ time })],
  ['kind', 40, ({ kind }, language) => termOf(gapKinds, kind, language)],
  ['id', 9, ({ node }) => node],
  ['code', 52, ({ uri }) => uri],
  ['quantity', 14, ({ quantity }) => decimal(quantity)],
  ['uom', 8, ({ uom }) => uom],
  ['eventID', 60, ({ eventID }) => eventID],
];

/** What happened, in words: the process where CBV has none. */
export const stepOf = ({ process, bizStep }: EventView, language: Language): string =>
  process === undefined ? termOf(bizSteps, bizStep, language) : termOf(processes, process, language);

export const eventColumns: Columns<EventView> = [
  ['time', 20, ({ eventTime }) => ({ time: eventTime })],
  ['step', 16, stepOf],
  ['kind', 20, ({ type }) => type],
  ['action', 10, ({ action }) => action],
  ['actor', 28, ({ actor }) => actor?.name],
  ['place', 24, ({ place }) => place?.name],
  ['prefecture', 12, ({ place }) => place?.prefecture],
  ['division', 10, ({ place }) => place?.division],
  [
    'amounts',
    60,
    ({ quantities = [] }) =>
      quantities.map(({ uri, quantity, uom }) => `${uri} ${quantity} ${uom}`).join('\n'),
  ],
  ['documents', 40, ({ documents = [] }) => documents.map(({ id }) => id).join('\n')],
  ['voided', 8, ({ voided }) => voided],
  ['recordTime', 20, ({ recordTime }) => ({ time: recordTime })],
  ['eventID', 60, ({ eventID }) => eventID],
];

async function* cellsOf<Row>(
  columns: Columns<Row>,
  rows: AsyncIterable<Row> | Iterable<Row>,
  language: Language,
): AsyncGenerator<readonly Cell[]> {
  for await (const row of rows) yield columns.map(([, , cell]) => cell(row, language));
}

/** Rows as a table of a workbook. */
export const toTable = <Row>(
  name: FileWord,
  columns: Columns<Row>,
  rows: AsyncIterable<Row> | Iterable<Row>,
  language: Language,
): Table => ({
  name: wordIn(language, name),
  columns: columns.map(([head, width]) => ({ head: wordIn(language, head), width })),
  rows: cellsOf(columns, rows, language),
});

/** Facts by name, as the first table of a workbook. */
export const summaryTable = (
  facts: readonly (readonly [name: FileWord, value: Cell])[],
  language: Language,
): Table => ({
  name: wordIn(language, 'summary'),
  columns: [
    { head: wordIn(language, 'item'), width: 30 },
    { head: wordIn(language, 'value'), width: 80 },
  ],
  rows: facts.map(([name, value]) => [wordIn(language, name), value]),
});
