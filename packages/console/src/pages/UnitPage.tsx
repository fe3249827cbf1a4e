import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { CompletenessPanel } from '../completeness/CompletenessPanel.tsx';
import { shortCode } from '../format.ts';
import { useTitle, useWords } from '../language.tsx';
import { Links } from '../links/Links.tsx';
import { CodeSearch } from '../parts/CodeSearch.tsx';
import { Loading } from '../parts/Loading.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { noteRecent } from '../recent.ts';
import { useAsk } from '../session.tsx';
import { StockPanel } from '../stock/StockPanel.tsx';
import { Aliases } from '../unit/Aliases.tsx';
import { CodeStanding } from '../unit/CodeStanding.tsx';
import { History } from '../unit/History.tsx';
import { RegisterEntry } from '../unit/RegisterEntry.tsx';
import { UnitHead } from '../unit/UnitHead.tsx';
import { UnitReadings } from '../unit/UnitReadings.tsx';

/** A unit: its state, in whose hands it is, and what happened to it. */
export function UnitPage() {
  const { t } = useWords();
  const [query] = useSearchParams();
  const code = query.get('code')?.trim() ?? '';
  useTitle(code === '' ? t('unitTitle') : `${t('unitTitle')} ${shortCode(code)}`);
  return (
    <>
      <section className="card">
        <CodeSearch key={code} code={code} />
      </section>
      {code === '' ? <p className="notice">{t('noCode')}</p> : <Unit key={code} code={code} />}
    </>
  );
}

function Unit({ code }: { code: string }) {
  const ask = useAsk();
  const answer = useQuery({
    queryKey: ['unit', code],
    queryFn: ({ signal }) => ask(signal).readUnit({ code }),
  });
  useEffect(() => {
    if (answer.isSuccess) noteRecent(code);
  }, [answer.isSuccess, code]);
  if (answer.isPending) return <Loading />;
  if (answer.isError) return <Trouble error={answer.error} retry={() => answer.refetch()} />;
  const unit = answer.data;
  const { level, uri } = unit;
  if (level === 'party' || level === 'place') return <RegisterEntry level={level} uri={uri} />;
  return (
    <>
      <UnitHead unit={unit} />
      <CodeStanding unit={unit} />
      <UnitReadings code={code} />
      <StockPanel code={uri} />
      <CompletenessPanel code={uri} />
      <Links code={uri} />
      <Aliases code={uri} />
      <History code={uri} />
    </>
  );
}
