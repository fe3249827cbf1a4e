import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { amountText, formatTime } from '../format.ts';
import { useWords } from '../language.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Loading } from '../parts/Loading.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { useAsk } from '../session.tsx';
import { useSettled } from '../use-settled.ts';
import { StockBalance } from './StockBalance.tsx';
import { StockHolders } from './StockHolders.tsx';
import { toInstant } from './terms.ts';

/** A picked time is asked for when the picker has rested this long. */
const SETTLED_MS = 400;

/** Where the rest of a unit is, at an instant and as it was known at one, and the balance that explains what is not there. */
export function StockPanel({ code }: { code: string }) {
  const { language, t } = useWords();
  const ask = useAsk();
  const [picked, setPicked] = useState({ at: '', knownAt: '' });
  const { at: asked, knownAt: askedKnown } = useSettled(picked, SETTLED_MS);
  const [at, knownAt] = [toInstant(asked), toInstant(askedKnown)];
  const answer = useQuery({
    queryKey: ['stock', code, at, knownAt],
    queryFn: ({ signal }) =>
      ask(signal).readStock({
        code,
        ...(at === undefined ? {} : { at }),
        ...(knownAt === undefined ? {} : { knownAt }),
      }),
    placeholderData: keepPreviousData,
  });
  const chosen = picked.at !== '' || picked.knownAt !== '';
  const stock = answer.data;
  return (
    <section className="card" aria-labelledby="holdings" aria-busy={answer.isPlaceholderData}>
      <h2 id="holdings">{t('holdings')}</h2>
      <div className="filters stock-when">
        <Instant
          label={t('stockAt')}
          value={picked.at}
          change={(value) => setPicked({ ...picked, at: value })}
        />
        <Instant
          label={t('stockKnownAt')}
          value={picked.knownAt}
          change={(value) => setPicked({ ...picked, knownAt: value })}
        />
        {chosen && (
          <button type="button" onClick={() => setPicked({ at: '', knownAt: '' })}>
            {t('stockNow')}
          </button>
        )}
      </div>
      {answer.isError && <Trouble error={answer.error} retry={() => answer.refetch()} />}
      {answer.isPending && <Loading />}
      {stock && (
        <>
          <p className="dim small">
            {t('asKnownAt', { number: stock.asKnownAt.number, time: formatTime(stock.asKnownAt.time) })} ·{' '}
            {t('zoneNote')}
          </p>
          {stock.truncated && (
            <p className="notice warn" role="status">
              <Icon name="alert" />{' '}
              {t('truncated', { limit: stock.truncated.limit, max: stock.truncated.max })}
            </p>
          )}
          <StockHolders holders={stock.holders} open={stock.balance !== null} />
          {stock.counties.length > 1 && (
            <p className="small">
              {t('stockCounties')}
              {stock.counties
                .map((county) =>
                  `${county.name ?? county.division} ${amountText(county, language, t)}`.trim(),
                )
                .join(language === 'zh' ? '，' : ', ')}
            </p>
          )}
          {stock.balance !== null && stock.balance.length > 0 && (
            <>
              <h3>{t('stockBalance')}</h3>
              {stock.balance.map((line) => (
                <StockBalance key={line.uom ?? ''} line={line} />
              ))}
            </>
          )}
        </>
      )}
    </section>
  );
}

/** A time of Beijing to the minute. */
function Instant({
  label,
  value,
  change,
}: {
  label: string;
  value: string;
  change: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="datetime-local" value={value} onChange={(event) => change(event.target.value)} />
    </div>
  );
}
