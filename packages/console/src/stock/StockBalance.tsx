import type { StockLine } from '@yunsu/api';
import { sumDecimals } from '../decimal.ts';
import { amountText, formatTime, quantityText } from '../format.ts';
import { useWords } from '../language.tsx';
import { Bar, type Part } from '../parts/Bar.tsx';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { rowsOf, type TermRow } from './terms.ts';

/** One dimension of the balance: two bars of one length, above what came in and below what became of it, and the same as a table. */
export function StockBalance({ line }: { line: StockLine }) {
  const { language, t } = useWords();
  const rows = rowsOf(line, language, t);
  const { uom } = line;
  const cameIn = rows.filter(({ side }) => side === 'cameIn');
  const gone = rows.filter(({ side }) => side !== 'cameIn');
  const textOf = ({ quantity, quantityMax }: TermRow) =>
    quantity === undefined && quantityMax === undefined
      ? t('unmeasured')
      : amountText(
          { ...(quantity && { quantity }), ...(quantityMax && { quantityMax }), uom: uom ?? '' },
          language,
          t,
        );
  const total = sumDecimals(cameIn.flatMap(({ quantity }) => quantity ?? []));
  const sum = gone.map((row) => `${row.word} ${textOf(row)}`).join(' + ');
  const said =
    uom === undefined || total === undefined ? undefined : `${quantityText(total, uom, language)} = ${sum}`;
  const columns: Column<TermRow>[] = [
    {
      name: 'term',
      head: t('stockTerm'),
      cell: ({ side, word, tone }) => (
        <>
          <span className="stock-sign">{side === 'cameIn' ? '+' : side === 'wentOut' ? '−' : '='}</span>{' '}
          <span className={`dot ${tone}`} aria-hidden="true" /> {word}
        </>
      ),
    },
    { name: 'quantity', head: t('quantity'), numeric: true, cell: (row) => <b>{textOf(row)}</b> },
    { name: 'events', head: t('stockEvents'), cell: (row) => <TermEvents row={row} uom={uom} /> },
  ];
  return (
    <div className="stock-line">
      {said !== undefined && (
        <>
          <Bar
            parts={partsOf(cameIn)}
            label={t('stockBarIn', { total: quantityText(total!, uom!, language) })}
          />
          <Bar parts={partsOf(gone)} label={said} />
          <p className="sum-text">{said}</p>
        </>
      )}
      <DataTable label={t('stockBalance')} columns={columns} rows={rows} keyOf={({ name }) => name} />
    </div>
  );
}

/** Widths alone: the numbers stand in the table, exact. */
const partsOf = (rows: readonly TermRow[]): Part[] =>
  rows.map(({ name, word, tone, quantity, quantityMax }) => ({
    name,
    word,
    tone,
    count: Number(quantity ?? quantityMax ?? 0) * WIDTHS,
  }));

/** Flex shares below one in all would leave a part of the bar empty. */
const WIDTHS = 1_000_000;

function TermEvents({ row: { side, events, count }, uom }: { row: TermRow; uom: string | undefined }) {
  const { language, t } = useWords();
  if (side === 'left') return <>{t('none')}</>;
  return (
    <details>
      <summary>{t('historyCount', { count })}</summary>
      <ul className="plain small">
        {events.map(({ eventID, time, quantity }) => (
          <li key={`${eventID} ${time}`}>
            <time dateTime={time}>{formatTime(time)}</time>{' '}
            {quantity !== undefined && uom !== undefined && quantityText(quantity, uom, language)}{' '}
            <span className="code">{eventID}</span>
          </li>
        ))}
      </ul>
      {count > events.length && (
        <p className="dim small">{t('stockEventsFirst', { count: events.length })}</p>
      )}
    </details>
  );
}
