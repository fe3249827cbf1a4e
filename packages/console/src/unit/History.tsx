import { useInfiniteQuery } from '@tanstack/react-query';
import type { EventView } from '@yunsu/api';
import { useState } from 'react';
import { formatEventTime, formatTime, quantityText } from '../format.ts';
import { useWords } from '../language.tsx';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { EventSheet, type Opened } from '../parts/EventSheet.tsx';
import { Loading } from '../parts/Loading.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { Holder, Place } from '../parts/Who.tsx';
import { useAsk } from '../session.tsx';
import { dispositionOf, stepOf } from '../vocabulary.ts';

/** Events of one page. */
const PER_PAGE = 50;

function useColumns(open: (opened: Opened) => void): Column<EventView>[] {
  const { language, t } = useWords();
  return [
    {
      name: 'time',
      head: t('time'),
      cell: ({ eventTime, eventTimeZoneOffset, recordTime }) => (
        <time dateTime={eventTime} title={`${t('recorded')} ${formatTime(recordTime)}`}>
          {formatEventTime(eventTime, eventTimeZoneOffset)}
        </time>
      ),
    },
    {
      name: 'step',
      head: t('step'),
      cell: (view) => (
        <>
          <button
            type="button"
            className="as-link"
            onClick={() => open({ eventID: view.eventID, event: view.event ?? null })}
          >
            {stepOf(view, language)}
          </button>{' '}
          {view.voided && (
            <span className="chip stop" title={t('voidedHint')}>
              {t('voided')}
            </span>
          )}
          <div className="dim small">
            {view.type}
            {view.action && ` · ${view.action}`}
          </div>
        </>
      ),
    },
    {
      name: 'disposition',
      head: t('disposition'),
      cell: ({ disposition }) => (disposition === undefined ? null : dispositionOf(disposition, language)),
    },
    { name: 'actor', head: t('actor'), cell: ({ actor }) => <Holder holder={actor} /> },
    { name: 'place', head: t('place'), cell: ({ place }) => <Place place={place} /> },
    {
      name: 'quantity',
      head: t('quantity'),
      numeric: true,
      cell: ({ quantities = [] }) =>
        quantities.length === 0
          ? null
          : quantities.map(({ uri, quantity, uom }) => (
              <div key={uri}>{quantityText(quantity, uom, language)}</div>
            )),
    },
  ];
}

/** What happened to a unit, in order. A voided event stays in sight, marked. */
export function History({ code }: { code: string }) {
  const { t } = useWords();
  const ask = useAsk();
  const [opened, setOpened] = useState<Opened>();
  const columns = useColumns(setOpened);
  const answer = useInfiniteQuery({
    queryKey: ['history', code],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      ask(signal).readHistory({
        code,
        perPage: PER_PAGE,
        ...(pageParam === '' ? {} : { nextPageToken: pageParam }),
      }),
    getNextPageParam: ({ nextPageToken }) => nextPageToken,
  });
  const events = answer.data?.pages.flatMap((page) => page.events) ?? [];
  return (
    <section className="card" aria-labelledby="history">
      <div className="row apart">
        <h2 id="history">
          {t('history')}{' '}
          {answer.isSuccess && (
            <small className="dim">
              {t(answer.hasNextPage ? 'historyCountMore' : 'historyCount', { count: events.length })}
            </small>
          )}
        </h2>
        <span className="dim small">{t('zoneNote')}</span>
      </div>
      {answer.isPending && <Loading />}
      {answer.isError && <Trouble error={answer.error} retry={() => answer.refetch()} />}
      {answer.isSuccess && events.length === 0 && <p className="dim">{t('historyNone')}</p>}
      {events.length > 0 && (
        <DataTable
          label={t('history')}
          columns={columns}
          rows={events}
          keyOf={({ eventID }, index) => `${index} ${eventID}`}
          classOf={({ voided }) => (voided ? 'voided' : undefined)}
        />
      )}
      {answer.hasNextPage && (
        <button type="button" disabled={answer.isFetchingNextPage} onClick={() => answer.fetchNextPage()}>
          {t(answer.isFetchingNextPage ? 'loading' : 'loadMore')}
        </button>
      )}
      {opened && <EventSheet opened={opened} close={() => setOpened(undefined)} />}
    </section>
  );
}
