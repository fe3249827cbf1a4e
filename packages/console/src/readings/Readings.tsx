import { useQuery } from '@tanstack/react-query';
import { useWords } from '../language.tsx';
import { useAsk } from '../session.tsx';
import { Reading } from './Reading.tsx';

/** Every way to read a code, best first. */
export function Readings({ code }: { code: string }) {
  const { t } = useWords();
  const ask = useAsk();
  const reading = useQuery({
    queryKey: ['identify', code],
    queryFn: ({ signal }) => ask(signal).identifyCode({ code }),
    enabled: code !== '',
    placeholderData: (before) => before,
  });
  if (code === '' || !reading.data) return null;
  const { input, candidates } = reading.data;
  if (candidates.length === 0) return <p className="notice warn">{t('candidatesNone')}</p>;
  return (
    <>
      {candidates.length > 1 && <p className="dim">{t('readingsMany', { count: candidates.length })}</p>}
      <ul className="plain candidates">
        {candidates.map((candidate) => (
          <Reading key={candidate.scheme + candidate.uri} candidate={candidate} input={input} />
        ))}
      </ul>
    </>
  );
}
