/** The tables of a report. */
import {
  endKinds,
  gapKinds,
  levels,
  linkKinds,
  type TraceGap,
  type TraceLink,
  type TraceNode,
} from '@yunsu/api';
import { type FileWord, termOf, wordIn } from '../heads.ts';
import type { Report, ReportLimits } from './report.ts';
import { amountText, holderText, placeText, quantityText, shareText, timeText } from './say-values.ts';
import type { ReportColumn, ReportTable } from './table.ts';
import { sayIn } from './words.ts';

const words = ({ language }: Report) => ({
  say: sayIn(language),
  word: (name: FileWord) => wordIn(language, name),
});

/** The first rows of all, with columns that hold amounts left out for who may not read them. */
function tableOf<Row>(
  columns: readonly (ReportColumn<Row> | false)[],
  all: readonly Row[],
  rowsMax: number,
): ReportTable<Row> {
  return {
    columns: columns.filter((column) => column !== false),
    rows: all.slice(0, rowsMax),
    total: all.length,
  };
}

function remarksOf(report: Report, node: TraceNode, answers: boolean): string {
  const { language } = report;
  const { say } = words(report);
  const ends = (node.ends ?? []).map(
    ({ kind, quantity, uom }) =>
      `${termOf(endKinds, kind, language)} ${quantityText(quantity, uom, language)}`,
  );
  return [
    ...(answers ? [say('answersFor')] : []),
    ...(node.inTransit ? [say('inTransit')] : []),
    ...(node.inferred ? [say('inferred')] : []),
    ...ends,
  ].join(say('comma'));
}

const productAndCode = ({ product, uri }: { product?: string; uri: string }): string =>
  [product, uri].filter(Boolean).join(' ');

/** A row for each holding, the nearest to the code first. */
export function nodeTable(report: Report, { nodesMax }: ReportLimits): ReportTable<TraceNode> {
  const { language, quantities, trace } = report;
  const { say, word } = words(report);
  const answering = new Set(report.responsible.map(({ uri }) => uri));
  const answers = ({ holder }: TraceNode) => holder.uri !== undefined && answering.has(holder.uri);
  const warn = ({ holder }: TraceNode) =>
    holder.kind === 'unknown' && !holder.masked ? ('warn' as const) : undefined;
  const rows = [...trace.nodes].sort((a, b) => a.depth - b.depth);
  return tableOf<TraceNode>(
    [
      { head: word('id'), share: 4.5, cell: ({ id }) => id },
      { head: word('time'), share: 10, cell: ({ time }) => timeText(time) },
      { head: word('level'), share: 5, cell: ({ level }) => termOf(levels, level, language) },
      { head: say('what'), share: 27, cell: productAndCode },
      {
        head: word('holder'),
        share: 16,
        cell: ({ holder }) => holderText(holder, language),
        ink: warn,
      },
      { head: say('whoWhere'), share: 16, cell: ({ place }) => placeText(place, language) },
      quantities && {
        head: say('amount'),
        share: 9,
        right: true,
        cell: (node) => amountText(node, language),
      },
      { head: word('share'), share: 8, right: true, cell: (node) => shareText(node, language) },
      { head: say('remarks'), share: 13, cell: (node) => remarksOf(report, node, answers(node)) },
    ],
    rows,
    nodesMax,
  );
}

/** A row for each movement, in the order of the answer. */
export function linkTable(report: Report, { linksMax }: ReportLimits): ReportTable<TraceLink> {
  const { language, quantities, trace } = report;
  const { say, word } = words(report);
  return tableOf<TraceLink>(
    [
      { head: word('time'), share: 12, cell: ({ time }) => timeText(time) },
      { head: word('kind'), share: 8, cell: ({ kind }) => termOf(linkKinds, kind, language) },
      { head: word('from'), share: 6, cell: ({ from }) => from },
      { head: word('to'), share: 6, cell: ({ to }) => to },
      quantities && {
        head: say('amount'),
        share: 12,
        right: true,
        cell: (link) => amountText(link, language),
      },
      { head: word('share'), share: 9, right: true, cell: (link) => shareText(link, language) },
      { head: word('eventID'), share: 47, cell: ({ eventID }) => eventID },
    ],
    trace.links,
    linksMax,
  );
}

/** A row for each thing that the records do not explain. */
export function gapTable(report: Report, { gapsMax }: ReportLimits): ReportTable<TraceGap> {
  const { language, quantities, trace } = report;
  const { say, word } = words(report);
  return tableOf<TraceGap>(
    [
      { head: word('time'), share: 11, cell: ({ time }) => timeText(time) },
      {
        head: word('kind'),
        share: 20,
        cell: ({ kind }) => termOf(gapKinds, kind, language),
        ink: () => 'warn',
      },
      { head: word('id'), share: 5, cell: ({ node = '' }) => node },
      { head: word('code'), share: 26, cell: ({ uri }) => uri },
      quantities && { head: say('amount'), share: 10, right: true, cell: (gap) => amountText(gap, language) },
      { head: word('eventID'), share: 28, cell: ({ eventID }) => eventID },
    ],
    trace.gaps,
    gapsMax,
  );
}

type Holder = NonNullable<Report['stock']>['holders'][number];

/** Where the rest is. */
export function holderTable(report: Report, { holdersMax }: ReportLimits): ReportTable<Holder> {
  const { language, stock } = report;
  const { say, word } = words(report);
  const holders = stock?.holders ?? [];
  const hasAmounts = holders.some(({ quantity, quantityMax }) => (quantity ?? quantityMax) !== undefined);
  return tableOf<Holder>(
    [
      { head: word('holder'), share: 40, cell: ({ holder }) => holderText(holder, language) },
      { head: say('whoWhere'), share: 36, cell: ({ place }) => placeText(place, language) },
      hasAmounts && {
        head: say('amount'),
        share: 14,
        right: true,
        cell: (holder) => amountText(holder, language),
      },
      {
        head: say('remarks'),
        share: 10,
        cell: ({ inTransit }) => (inTransit ? say('inTransit') : ''),
      },
    ],
    holders,
    holdersMax,
  );
}

type Origin = NonNullable<Report['claims']>['origins'][number];

/** Where it came from, with the part of each. */
export function originTable(report: Report, { originsMax }: ReportLimits): ReportTable<Origin> {
  const { language, claims } = report;
  const { say, word } = words(report);
  return tableOf<Origin>(
    [
      { head: word('share'), share: 12, right: true, cell: (origin) => shareText(origin, language) },
      { head: say('origin'), share: 30, cell: (origin) => origin.words[language] },
      { head: word('holder'), share: 20, cell: ({ holder }) => holderText(holder, language) },
      {
        head: say('units'),
        share: 38,
        cell: ({ units: [first = ''], count }) => (count > 1 ? say('unitsMore', { first, count }) : first),
      },
    ],
    claims?.origins ?? [],
    originsMax,
  );
}

type Party = Report['responsible'][number];

/** Who answers for the product, with what they are licensed to do. */
export function responsibleTable(report: Report, { responsibleMax }: ReportLimits): ReportTable<Party> {
  const { say, word } = words(report);
  const licence = ({ type, number, validTo: date }: Party['licences'][number]) =>
    date === undefined ? say('licence', { type, number }) : say('licenceUntil', { type, number, date });
  return tableOf<Party>(
    [
      { head: say('responsible'), share: 30, cell: ({ name }) => name },
      { head: word('holderCode'), share: 32, cell: ({ uri }) => uri },
      {
        head: say('licences'),
        share: 38,
        cell: ({ licences }) => licences.map(licence).join(say('comma')),
      },
    ],
    report.responsible,
    responsibleMax,
  );
}
