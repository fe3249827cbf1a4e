import type { TraceGap, TraceLink, TraceNode } from '@yunsu/api';
import { endKinds, gapKinds, levels, linkKinds, wordOf } from '../vocabulary.ts';
import type { Language, Say } from '../words.ts';

/** Rows for a spreadsheet: the same rows as the tables, with exact decimals, whole codes and times in UTC. */
type Sheet = string[][];

const sheet = <Row>(
  rows: readonly Row[],
  columns: readonly (readonly [string, (row: Row) => string])[],
): Sheet => [columns.map(([head]) => head), ...rows.map((row) => columns.map(([, cell]) => cell(row)))];

/** Nodes of a trace. */
export const toNodeSheet = (nodes: readonly TraceNode[], language: Language, t: Say): Sheet =>
  sheet(nodes, [
    [t('identity'), ({ id }) => id],
    [t('time'), ({ time }) => time],
    [t('holder'), ({ holder }) => holder.name],
    [t('holderCode'), ({ holder }) => holder.uri ?? ''],
    [t('place'), ({ place }) => place.name],
    [t('placeCode'), ({ place }) => place.uri ?? ''],
    [t('prefecture'), ({ place }) => place.prefecture ?? ''],
    [t('level'), ({ level }) => wordOf(levels, level, language)],
    [t('code'), ({ uri }) => uri],
    [t('product'), ({ product }) => product ?? ''],
    [t('quantity'), ({ quantity }) => quantity ?? ''],
    [t('quantityMax'), ({ quantityMax }) => quantityMax ?? ''],
    [t('uom'), ({ uom }) => uom ?? ''],
    [t('share'), ({ share }) => share ?? ''],
    [t('shareMax'), ({ shareMax }) => shareMax ?? ''],
    [t('inTransit'), ({ inTransit }) => t(inTransit ? 'yes' : 'no')],
    [t('inferred'), ({ inferred }) => t(inferred ? 'yes' : 'no')],
    [t('depthColumn'), ({ depth }) => String(depth)],
    [
      t('ends'),
      ({ ends = [] }) =>
        ends
          .map(({ kind, quantity, uom }) => `${wordOf(endKinds, kind, language)} ${quantity} ${uom}`)
          .join('; '),
    ],
  ]);

/** Links of a trace. */
export const toLinkSheet = (links: readonly TraceLink[], language: Language, t: Say): Sheet =>
  sheet(links, [
    [t('time'), ({ time }) => time],
    [t('kind'), ({ kind }) => wordOf(linkKinds, kind, language)],
    [t('fromId'), ({ from }) => from],
    [t('toId'), ({ to }) => to],
    [t('quantity'), ({ quantity }) => quantity ?? ''],
    [t('quantityMax'), ({ quantityMax }) => quantityMax ?? ''],
    [t('uom'), ({ uom }) => uom ?? ''],
    [t('share'), ({ share }) => share ?? ''],
    [t('shareMax'), ({ shareMax }) => shareMax ?? ''],
    [t('event'), ({ eventID }) => eventID],
  ]);

/** Gaps of a trace. */
export const toGapSheet = (gaps: readonly TraceGap[], language: Language, t: Say): Sheet =>
  sheet(gaps, [
    [t('time'), ({ time }) => time],
    [t('kind'), ({ kind }) => wordOf(gapKinds, kind, language)],
    [t('identity'), ({ node }) => node ?? ''],
    [t('code'), ({ uri }) => uri],
    [t('quantity'), ({ quantity }) => quantity ?? ''],
    [t('uom'), ({ uom }) => uom ?? ''],
    [t('event'), ({ eventID }) => eventID],
  ]);
