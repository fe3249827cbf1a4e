import { useQuery } from '@tanstack/react-query';
import type { CompletenessAnswer } from '@yunsu/api';
import { formatTime } from '../format.ts';
import { useWords } from '../language.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Loading } from '../parts/Loading.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { useAsk, useSession } from '../session.tsx';
import { OpenLegs } from './OpenLegs.tsx';
import { Share } from './Share.tsx';
import { SilentHolders } from './SilentHolders.tsx';

/** How much of the way of a unit the records explain, with the working, and whom to ask about the rest. */
export function CompletenessPanel({ code }: { code: string }) {
  const { t } = useWords();
  const { key } = useSession();
  const ask = useAsk();
  const answer = useQuery({
    queryKey: ['completeness', code],
    queryFn: ({ signal }) => ask(signal).readCompleteness({ code }),
    // The public may not ask for it.
    enabled: key !== '',
  });
  if (key === '') return null;
  return (
    <section className="card" aria-labelledby="completeness">
      <h2 id="completeness">{t('completeness')}</h2>
      {answer.isError && <Trouble error={answer.error} retry={() => answer.refetch()} />}
      {answer.isPending && <Loading />}
      {answer.data && <Completeness answer={answer.data} />}
    </section>
  );
}

function Completeness({ answer }: { answer: CompletenessAnswer }) {
  const { t } = useWords();
  const { score, legs, legsCount, holders, asKnownAt, truncated } = answer;
  return (
    <>
      <p className="dim small">
        {t('asKnownAt', { number: asKnownAt.number, time: formatTime(asKnownAt.time) })} · {t('zoneNote')}
      </p>
      {truncated && (
        <p className="notice warn" role="status">
          <Icon name="alert" /> {t('truncated', { limit: truncated.limit, max: truncated.max })}
        </p>
      )}
      <Share word={t('hopOn')} fraction={score.on} />
      <Share word={t('hopBack')} fraction={score.back} />
      <Share word={t('hopBoth')} fraction={score.both} folded />
      <h3>{t('openLegs')}</h3>
      <OpenLegs legs={legs.filter(({ open }) => open)} unit={answer.uri} />
      {legsCount > legs.length && (
        <p className="dim small">{t('openLegsFirst', { count: legsCount, listed: legs.length })}</p>
      )}
      <h3>{t('silentHolders')}</h3>
      <SilentHolders holders={holders.filter(({ silent }) => silent)} />
    </>
  );
}
