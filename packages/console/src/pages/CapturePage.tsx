import { useQueryClient } from '@tanstack/react-query';
import type { ErrorBehaviour } from '@yunsu/api';
import { useState } from 'react';
import { DropZone } from '../capture/DropZone.tsx';
import { JobList } from '../capture/JobList.tsx';
import { JobResult } from '../capture/JobResult.tsx';
import { type Submission, submitFile } from '../capture/submit.ts';
import { useTitle, useWords } from '../language.tsx';
import { Choice } from '../parts/Choice.tsx';
import { Loading } from '../parts/Loading.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { useAsk } from '../session.tsx';

function SubmissionCard({ submission }: { submission: Submission }) {
  const { name, state } = submission;
  return (
    <li className="submission">
      <h3 className="code">{name}</h3>
      {state.kind === 'sending' && <Loading />}
      {state.kind === 'job' && <JobResult captureID={state.captureID} />}
      {state.kind === 'refused' && <Trouble error={state.error} />}
    </li>
  );
}

/** Files in, jobs out: each file is sent by itself, in the order of its name, and answered fault by fault. */
export function CapturePage() {
  const { t } = useWords();
  const ask = useAsk();
  const answers = useQueryClient();
  const [behaviour, setBehaviour] = useState<ErrorBehaviour>('rollback');
  const [submissions, setSubmissions] = useState<readonly Submission[]>([]);
  const busy = submissions.some(({ state }) => state.kind === 'sending');
  useTitle(t('captureTitle'));

  const take = async (files: File[]) => {
    const round = Date.now();
    const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
    const sent = sorted.map((file, index): [File, Submission] => [
      file,
      { id: `${round}-${index}`, name: file.name, state: { kind: 'sending' } },
    ]);
    setSubmissions(sent.map(([, submission]) => submission));
    for (const [file, { id }] of sent) {
      const state = await submitFile(ask(), file, behaviour);
      setSubmissions((now) => now.map((one) => (one.id === id ? { ...one, state } : one)));
    }
    await answers.invalidateQueries({ queryKey: ['jobs'] });
  };

  return (
    <>
      <section className="card">
        <h1>{t('captureTitle')}</h1>
        <p className="dim">{t('captureLead')}</p>
        <Choice
          legend={t('behaviour')}
          value={behaviour}
          options={[
            ['rollback', t('behaviourRollback')],
            ['proceed', t('behaviourProceed')],
          ]}
          choose={setBehaviour}
        />
        <DropZone take={take} busy={busy} />
      </section>
      {submissions.length > 0 && (
        <section className="card" aria-labelledby="results" aria-live="polite">
          <h2 id="results">{t('results')}</h2>
          <ul className="plain">
            {submissions.map((submission) => (
              <SubmissionCard key={submission.id} submission={submission} />
            ))}
          </ul>
        </section>
      )}
      <section className="card" aria-labelledby="jobs">
        <h2 id="jobs">{t('jobs')}</h2>
        <JobList />
      </section>
    </>
  );
}
