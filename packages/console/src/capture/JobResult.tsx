import { useQuery } from '@tanstack/react-query';
import { type CaptureJob, JOB_LINES_MAX } from '@yunsu/api';
import { useWords } from '../language.tsx';
import { FaultList } from '../parts/FaultList.tsx';
import { Loading } from '../parts/Loading.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { useAsk } from '../session.tsx';
import type { Tone } from '../vocabulary.ts';
import type { WordName } from '../words.ts';

const POLL_MS = 1000;

/** How a job went, in a word. */
function outcomeOf({ running, success, counts }: CaptureJob): [word: WordName & `job${string}`, tone: Tone] {
  if (running) return ['jobRunning', 'calm'];
  if (success && counts.refused === 0) return ['jobDone', 'good'];
  return counts.stored + counts.repeats > 0 ? ['jobPartly', 'warn'] : ['jobFailed', 'stop'];
}

/** The word of a job as a coloured chip. */
export function JobChip({ job }: { job: CaptureJob }) {
  const { t } = useWords();
  const [word, tone] = outcomeOf(job);
  return <span className={`chip ${tone}`}>{t(word as 'jobDone')}</span>;
}

/** How many events a job had and what became of them. */
export function JobCounts({ counts }: { counts: CaptureJob['counts'] }) {
  const { t } = useWords();
  const shown = [
    ['countEvents', counts.events],
    ['countStored', counts.stored],
    ['countRepeats', counts.repeats],
    ['countRefused', counts.refused],
  ] as const;
  return (
    <dl className="counts">
      {shown.map(([name, count]) => (
        <div key={name} className={name === 'countRefused' && count > 0 ? 'stop' : undefined}>
          <dt>{t(name)}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}

type Note = CaptureJob['repeats'][number];

function Notes({ title, notes }: { title: string; notes: readonly Note[] }) {
  const { language } = useWords();
  if (notes.length === 0) return null;
  return (
    <details>
      <summary>
        {title} <span className="chip mute">{notes.length}</span>
      </summary>
      <ul>
        {notes.map(({ pointer, eventID, detail, detailZh }) => (
          <li key={pointer}>
            {language === 'zh' ? detailZh : detail} <code>{pointer}</code> <code>{eventID}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A job to its end: counts, every fault with its place, repeats and warnings. */
export function JobResult({ captureID }: { captureID: string }) {
  const { t } = useWords();
  const ask = useAsk();
  const answer = useQuery({
    queryKey: ['job', captureID],
    queryFn: ({ signal }) => ask(signal).readCaptureJob({ captureID }),
    refetchInterval: ({ state }) => (state.data?.running === false ? false : POLL_MS),
  });
  if (answer.isPending) return <Loading />;
  if (answer.isError) return <Trouble error={answer.error} retry={() => answer.refetch()} />;
  const { counts, errors, repeats, warnings } = answer.data;
  return (
    <div className="job">
      <div className="row">
        <JobChip job={answer.data} />
        <JobCounts counts={counts} />
      </div>
      {errors.length > 0 && (
        <>
          <h4>{t('faults')}</h4>
          <FaultList faults={errors} />
          {errors.length >= JOB_LINES_MAX && (
            <p className="dim">{t('faultsFirst', { count: JOB_LINES_MAX })}</p>
          )}
        </>
      )}
      <Notes title={t('warnings')} notes={warnings} />
      <Notes title={t('repeats')} notes={repeats} />
    </div>
  );
}
