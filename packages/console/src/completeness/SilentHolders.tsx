import type { HeldView } from '@yunsu/api';
import { amountText, formatTime } from '../format.ts';
import { useWords } from '../language.tsx';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { HandsText, nameOf } from './OpenLegs.tsx';

/** Who holds something of the unit and has said nothing for longer than its ledger allows. */
export function SilentHolders({ holders }: { holders: readonly HeldView[] }) {
  const { language, t } = useWords();
  const columns: Column<HeldView>[] = [
    { name: 'holder', head: t('holder'), cell: (held) => <HandsText hands={held} /> },
    {
      name: 'quantity',
      head: t('quantity'),
      numeric: true,
      cell: (held) => {
        const text = amountText(held, language, t);
        return text === '' ? <span className="dim">{t('unmeasured')}</span> : <b>{text}</b>;
      },
    },
    {
      name: 'last',
      head: t('lastRecord'),
      cell: ({ lastTime, silentDays, daysAllowed }) => (
        <>
          <time dateTime={lastTime}>{formatTime(lastTime)}</time>{' '}
          <span className="dim">{t('silentDays', { days: silentDays, allowed: daysAllowed })}</span>
        </>
      ),
    },
    { name: 'ask', head: t('whomToAsk'), cell: (held) => t('askWhatLeft', { name: nameOf(held, t) }) },
  ];
  if (holders.length === 0) return <p className="dim">{t('silentNone')}</p>;
  return (
    <DataTable
      label={t('silentHolders')}
      columns={columns}
      rows={holders}
      keyOf={(_, index) => String(index)}
    />
  );
}
