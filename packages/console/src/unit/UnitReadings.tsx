import { useQuery } from '@tanstack/react-query';
import { useWords } from '../language.tsx';
import { Readings } from '../readings/Readings.tsx';
import { useAsk } from '../session.tsx';

/** How the code of the page reads; folded away where there is only one way and nothing to doubt. */
export function UnitReadings({ code }: { code: string }) {
  const { t } = useWords();
  const ask = useAsk();
  const answer = useQuery({
    queryKey: ['identify', code],
    queryFn: ({ signal }) => ask(signal).identifyCode({ code }),
  });
  const candidates = answer.data?.candidates ?? [];
  const doubtful =
    candidates.length > 1 || candidates.some(({ verified, issues }) => !verified || issues.length > 0);
  if (candidates.length === 0) return null;
  return (
    <section className="card">
      <details open={doubtful}>
        <summary>
          <h2>{t('readings')}</h2>{' '}
          {candidates.length > 1 && <span className="chip warn">{candidates.length}</span>}
        </summary>
        <Readings code={code} />
      </details>
    </section>
  );
}
