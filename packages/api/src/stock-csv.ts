import { toCsv } from './csv.ts';
import type { StockAnswer } from './shapes/stock.ts';

const COLUMNS = [
  'part',
  'kind',
  'holder',
  'place',
  'division',
  'inTransit',
  'quantity',
  'quantityMax',
  'uom',
  'events',
  'eventIDs',
];

/** A stock as a table: who has what, then the terms of its balance with their events. */
export function toStockCsv({ holders, counties, balance }: StockAnswer): string {
  const rest = holders.map(({ holder, place, inTransit, quantity, quantityMax, uom }) => [
    'holder',
    '',
    holder.name,
    place.name,
    place.division,
    inTransit,
    quantity,
    quantityMax,
    uom,
  ]);
  const byCounty = counties.map(({ division, name, quantity, quantityMax, uom }) => [
    'county',
    '',
    '',
    name,
    division,
    '',
    quantity,
    quantityMax,
    uom,
  ]);
  const lines = (balance ?? []).flatMap(({ uom, cameIn, wentOut, left, leftMax }) => [
    ...([['cameIn', cameIn] as const, ['wentOut', wentOut] as const] as const).flatMap(([part, terms]) =>
      terms.map(({ kind, quantity, count, events }) => [
        part,
        kind,
        '',
        '',
        '',
        '',
        quantity,
        '',
        uom,
        count,
        events.map(({ eventID }) => eventID).join(' '),
      ]),
    ),
    ['left', '', '', '', '', '', left, leftMax, uom],
  ]);
  const rows = [...rest, ...byCounty, ...lines];
  return toCsv([COLUMNS, ...rows.map((row) => COLUMNS.map((_, at) => row[at]))]);
}
