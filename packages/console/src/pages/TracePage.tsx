import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { shortCode } from '../format.ts';
import { useTitle, useWords } from '../language.tsx';
import { CodeSearch } from '../parts/CodeSearch.tsx';
import { Loading } from '../parts/Loading.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { unitPath } from '../paths.ts';
import { useAsk } from '../session.tsx';
import { readFilters, toTraceCall } from '../trace/filters.ts';
import { TraceFilters } from '../trace/TraceFilters.tsx';
import { TraceView } from '../trace/TraceView.tsx';

/** Where a unit came from and went, with quantities; the filters are the address. */
export function TracePage() {
  const { t } = useWords();
  const ask = useAsk();
  const [query] = useSearchParams();
  const filters = readFilters(query);
  const call = toTraceCall(filters);
  const answer = useQuery({
    queryKey: ['trace', call],
    queryFn: ({ signal }) => ask(signal).traceCode(call),
    enabled: filters.code !== '',
  });
  useTitle(filters.code === '' ? t('traceTitle') : `${t('traceTitle')} ${shortCode(filters.code)}`);
  if (filters.code === '') {
    return (
      <section className="card">
        <p className="notice">{t('noCode')}</p>
        <CodeSearch />
      </section>
    );
  }
  const root = answer.data?.nodes.find(({ id }) => id === answer.data.root);
  return (
    <>
      <section className="card trace-head">
        <div className="row apart">
          <h1>
            {t('traceTitle')} <span className="code">{shortCode(root?.uri ?? filters.code)}</span>
            {root?.product !== undefined && <small className="dim"> {root.product}</small>}
          </h1>
          <Link className="button" to={unitPath(root?.uri ?? filters.code)}>
            {t('openUnit')}
          </Link>
        </div>
        <TraceFilters filters={filters} />
      </section>
      {answer.isPending && <Loading />}
      {answer.isError && <Trouble error={answer.error} retry={() => answer.refetch()} />}
      {answer.isSuccess && (
        <TraceView key={JSON.stringify(call)} answer={answer.data} code={root?.uri ?? filters.code} />
      )}
    </>
  );
}
