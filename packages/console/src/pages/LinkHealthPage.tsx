import { useInfiniteQuery } from '@tanstack/react-query';
import type { IssuerHealth } from '@yunsu/api';
import { Link } from 'react-router';
import { formatTime } from '../format.ts';
import { useTitle, useWords } from '../language.tsx';
import { Bar, BarWords, type Part } from '../parts/Bar.tsx';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { Loading } from '../parts/Loading.tsx';
import { LoadMore } from '../parts/LoadMore.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { unitPath } from '../paths.ts';
import { useAsk } from '../session.tsx';
import { healths, toneWord } from '../vocabulary.ts';
import type { Language } from '../words.ts';

/** Issuers of one page. */
const PER_PAGE = 30;

/** The links of an issuer by what became of them; the order is the order of trouble. */
const partsOf = (row: IssuerHealth, language: Language): Part[] =>
  (['dead', 'failing', 'alive', 'unvisited'] as const).map((health) => ({
    name: health,
    word: toneWord(healths[health], language),
    count: row[health],
    tone: healths[health][2],
  }));

function Worst({ worst }: { worst: IssuerHealth['worst'] }) {
  const { t } = useWords();
  if (worst === null) return <span className="dim">{t('healthNoneDead')}</span>;
  const { anchor, href, since, result } = worst;
  return (
    <>
      <p className="code small">{href}</p>
      <p className="dim small">
        {t('healthSince', { time: formatTime(since), result })} ·{' '}
        <Link to={unitPath(anchor)}>{t('openUnit')}</Link>
      </p>
    </>
  );
}

function useColumns(): Column<IssuerHealth>[] {
  const { language, t } = useWords();
  return [
    { name: 'issuer', head: t('healthIssuer'), cell: ({ name }) => name[language] },
    { name: 'links', head: t('healthLinks'), numeric: true, cell: ({ links }) => links },
    {
      name: 'balance',
      head: t('healthBalance'),
      cell: (row) => (
        <>
          <Bar parts={partsOf(row, language)} label={t('healthBalance')} />
          <BarWords parts={partsOf(row, language)} />
        </>
      ),
    },
    { name: 'worst', head: t('healthWorst'), cell: ({ worst }) => <Worst worst={worst} /> },
  ];
}

/** The scoreboard of dead links: who gave codes that lead nowhere, worst first. */
export function LinkHealthPage() {
  const { t } = useWords();
  const ask = useAsk();
  const columns = useColumns();
  const answer = useInfiniteQuery({
    queryKey: ['link-health'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      ask(signal).readLinkHealth({
        perPage: PER_PAGE,
        ...(pageParam === '' ? {} : { nextPageToken: pageParam }),
      }),
    getNextPageParam: ({ nextPageToken }) => nextPageToken,
  });
  const issuers = answer.data?.pages.flatMap((page) => page.issuers) ?? [];
  useTitle(t('healthTitle'));
  return (
    <section className="card" aria-labelledby="health">
      <h1 id="health">{t('healthTitle')}</h1>
      <p className="dim">{t('healthLead')}</p>
      {answer.isPending && <Loading />}
      {answer.isError && <Trouble error={answer.error} retry={() => answer.refetch()} />}
      {answer.isSuccess && issuers.length === 0 && <p className="notice">{t('healthNone')}</p>}
      {issuers.length > 0 && (
        <DataTable
          label={t('healthTitle')}
          columns={columns}
          rows={issuers}
          keyOf={({ name }, index) => `${index} ${name.en}`}
        />
      )}
      <LoadMore pages={answer} />
    </section>
  );
}
