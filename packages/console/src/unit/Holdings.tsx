import type { UnitAnswer } from '@yunsu/api';
import { quantityText } from '../format.ts';
import { useWords } from '../language.tsx';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { Holder, Place } from '../parts/Who.tsx';

type Holding = UnitAnswer['holdings'][number];

/** What nobody answers for at no place is not "in place": the records lost sight of it. */
const whereabouts = ({ inTransit, holder, place }: Holding) => {
  if (inTransit) return 'inTransit';
  const lost = holder.kind === 'unknown' && !holder.masked && place.uri === undefined && !place.masked;
  return lost ? 'whereaboutsUnknown' : 'inPlace';
};

/** How much of the unit is in whose hands and where. */
export function Holdings({ holdings }: { holdings: readonly Holding[] }) {
  const { language, t } = useWords();
  const columns: Column<Holding>[] = [
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
      cell: ({ quantity, uom }) =>
        quantity === undefined ? (
          <span className="dim">{t('quantityHidden')}</span>
        ) : (
          <b>{quantityText(quantity, uom ?? '', language)}</b>
        ),
    },
  ];
  return (
    <section className="card" aria-labelledby="holdings">
      <h2 id="holdings">{t('holdings')}</h2>
      {holdings.length === 0 ? (
        <p className="dim">{t('holdingsNone')}</p>
      ) : (
        <DataTable
          label={t('holdings')}
          columns={columns}
          rows={holdings}
          keyOf={(_, index) => String(index)}
        />
      )}
    </section>
  );
}
