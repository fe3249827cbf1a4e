import type { StockHolder } from '@yunsu/api';
import { amountText } from '../format.ts';
import { useWords } from '../language.tsx';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { Holder, Place } from '../parts/Who.tsx';

/** What nobody answers for at no place is not "in place": the records lost sight of it. */
const whereabouts = ({ inTransit, holder, place }: StockHolder) => {
  if (inTransit) return 'inTransit';
  const lost = holder.kind === 'unknown' && !holder.masked && place.uri === undefined && !place.masked;
  return lost ? 'whereaboutsUnknown' : 'inPlace';
};

/** How much of the unit is in whose hands and where; `open` says that the reader may know amounts. */
export function StockHolders({ holders, open }: { holders: readonly StockHolder[]; open: boolean }) {
  const { language, t } = useWords();
  const columns: Column<StockHolder>[] = [
    { name: 'holder', head: t('holder'), cell: ({ holder }) => <Holder holder={holder} /> },
    { name: 'place', head: t('place'), cell: ({ place }) => <Place place={place} /> },
    {
      name: 'where',
      head: t('where'),
      cell: (holding) => {
        const where = whereabouts(holding);
        return <span className={`chip ${where === 'inPlace' ? 'good' : 'warn'}`}>{t(where)}</span>;
      },
    },
    {
      name: 'quantity',
      head: t('quantity'),
      numeric: true,
      cell: (holding) => {
        const text = amountText(holding, language, t);
        if (text !== '') return <b>{text}</b>;
        return <span className="dim">{t(open ? 'unmeasured' : 'quantityHidden')}</span>;
      },
    },
  ];
  if (holders.length === 0) return <p className="dim">{t('holdingsNone')}</p>;
  return (
    <DataTable label={t('holdings')} columns={columns} rows={holders} keyOf={(_, index) => String(index)} />
  );
}
