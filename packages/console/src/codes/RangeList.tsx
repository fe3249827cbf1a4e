import { useInfiniteQuery } from '@tanstack/react-query';
import type { CodeRange } from '@yunsu/api';
import { useState } from 'react';
import { useWords } from '../language.tsx';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Loading } from '../parts/Loading.tsx';
import { LoadMore } from '../parts/LoadMore.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { Holder } from '../parts/Who.tsx';
import { useAsk } from '../session.tsx';
import { OrderForm } from './OrderForm.tsx';
import { schemeName } from './preview.ts';
import { RangeForm } from './RangeForm.tsx';

/** Ranges of one page. */
const PER_PAGE = 20;

function useColumns(order: (range: CodeRange) => void): Column<CodeRange>[] {
  const { language, t } = useWords();
  return [
    { name: 'party', head: t('standingTo'), cell: ({ party }) => <Holder holder={party} /> },
    { name: 'scheme', head: t('scheme'), cell: ({ scheme }) => schemeName(scheme, language) },
    { name: 'stem', head: t('stem'), cell: ({ stem }) => <span className="code">{stem}</span> },
    {
      name: 'numbers',
      head: t('rangeNumbers'),
      cell: ({ from, to }) => (
        <span className="code">
          {from} – {to}
        </span>
      ),
    },
    { name: 'reserved', head: t('rangeReserved'), numeric: true, cell: ({ reserved }) => reserved },
    { name: 'left', head: t('rangeLeft'), numeric: true, cell: ({ left }) => left },
    {
      name: 'order',
      head: t('action'),
      cell: (range) =>
        range.left === '0' ? null : (
          <button type="button" onClick={() => order(range)}>
            {t('orderCodes')}
          </button>
        ),
    },
  ];
}

/** The ranges of the caller; a regulator sees all and gives new ones. */
export function RangeList() {
  const { t } = useWords();
  const ask = useAsk();
  const [giving, setGiving] = useState(false);
  const [given, setGiven] = useState<CodeRange>();
  const [ordering, setOrdering] = useState<CodeRange>();
  const columns = useColumns(setOrdering);
  const answer = useInfiniteQuery({
    queryKey: ['ranges'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      ask(signal).listCodeRanges({
        perPage: PER_PAGE,
        ...(pageParam === '' ? {} : { nextPageToken: pageParam }),
      }),
    getNextPageParam: ({ nextPageToken }) => nextPageToken,
  });
  const ranges = answer.data?.pages.flatMap((page) => page.ranges) ?? [];
  return (
    <section className="card" aria-labelledby="ranges">
      <div className="row apart">
        <h2 id="ranges">{t('ranges')}</h2>
        <button type="button" onClick={() => setGiving(true)}>
          <Icon name="plus" /> {t('rangeGive')}
        </button>
      </div>
      {given && (
        <p className="notice" role="status">
          {t('rangeGiven', { party: given.party.name })}
        </p>
      )}
      {answer.isPending && <Loading />}
      {answer.isError && <Trouble error={answer.error} retry={() => answer.refetch()} />}
      {answer.isSuccess && ranges.length === 0 && <p className="dim">{t('rangesNone')}</p>}
      {ranges.length > 0 && (
        <DataTable label={t('ranges')} columns={columns} rows={ranges} keyOf={({ id }) => id} />
      )}
      <LoadMore pages={answer} />
      {giving && (
        <RangeForm
          close={(range) => {
            setGiving(false);
            if (range) setGiven(range);
          }}
        />
      )}
      {ordering && <OrderForm range={ordering} close={() => setOrdering(undefined)} />}
    </section>
  );
}
