import { type FractionView, legKinds, wholePercent } from '@yunsu/api';
import { trimDecimal } from '../decimal.ts';
import { quantityText } from '../format.ts';
import { useWords } from '../language.tsx';
import { Bar } from '../parts/Bar.tsx';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { wordOf } from '../vocabulary.ts';
import { partsOf } from './terms.ts';

type Term = FractionView['terms'][number];

/** A share as one line that can be added up again: the bar, the division, and every term of it. */
export function Share({
  word,
  fraction,
  folded = false,
}: {
  word: string;
  fraction: FractionView;
  folded?: boolean;
}) {
  const { language, t } = useWords();
  const { share, explained, total, uom, counted, terms } = fraction;
  if (share === undefined) {
    return (
      <p>
        <b>{word}</b> <span className="dim">{t('nothingToExplain')}</span>
      </p>
    );
  }
  const amount = (of: string) =>
    uom === undefined ? t('legsOf', { count: of }) : quantityText(of, uom, language);
  const said = t('shareWorking', {
    share: wholePercent(share),
    explained: trimDecimal(explained),
    total: amount(total),
  });
  const columns: Column<Term>[] = [
    {
      name: 'term',
      head: t('stockTerm'),
      cell: ({ kind, explained: good }) => (
        <>
          <span className={`dot ${good ? 'good' : 'warn'}`} aria-hidden="true" />{' '}
          {wordOf(legKinds, kind, language)}{' '}
          <span className={`chip ${good ? 'good' : 'warn'}`}>{t(good ? 'termExplained' : 'termOpen')}</span>
        </>
      ),
    },
    {
      name: 'quantity',
      head: t('quantity'),
      numeric: true,
      cell: (term) =>
        term.uom === undefined ? (
          <span className="dim">{t('unmeasured')}</span>
        ) : (
          <b>{quantityText(term.quantity, term.uom, language)}</b>
        ),
    },
    { name: 'legs', head: t('legs'), numeric: true, cell: ({ legs }) => legs },
  ];
  return (
    <div className="share-line">
      <p>
        <b>{word}</b> <span className="sum-text">{said}</span>
      </p>
      <Bar parts={partsOf(fraction, t)} label={`${word} ${said}`} />
      {counted === 'legs' && <p className="dim small">{t('countedByLegs')}</p>}
      {!folded && (
        <DataTable
          label={word}
          columns={columns}
          rows={terms}
          keyOf={(term) => `${term.kind} ${term.uom ?? ''}`}
        />
      )}
    </div>
  );
}
