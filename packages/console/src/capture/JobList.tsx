import { useInfiniteQuery } from '@tanstack/react-query';
import { type CaptureJob, nextPageTokenOf } from '@yunsu/api';
import { useState } from 'react';
import { formatTime } from '../format.ts';
import { useWords } from '../language.tsx';
import { Loading } from '../parts/Loading.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { useAsk } from '../session.tsx';
import { JobChip, JobCounts, JobResult } from './JobResult.tsx';

const PER_PAGE = 10;

function JobRow({ job }: { job: CaptureJob }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <li className="job-row">
      <div className="row apart">
        <span className="row">
          <JobChip job={job} />
          <span>{t('jobSubmitted', { time: formatTime(job.createdAt) })}</span>
        </span>
        <JobCounts counts={job.counts} />
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'jobHide' : 'jobDetails')}
        </button>
      </div>
      {open && <JobResult captureID={job.captureID} />}
    </li>
  );
}

/** Earlier jobs of the key's party, the latest first. */
export function JobList() {
  const { t } = useWords();
  const ask = useAsk();
  const answer = useInfiniteQuery({
    queryKey: ['jobs'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      ask(signal).listCaptureJobs({
        perPage: PER_PAGE,
        ...(pageParam === '' ? {} : { nextPageToken: pageParam }),
      }),
    getNextPageParam: ({ headers }) => nextPageTokenOf(headers.link),
  });
  if (answer.isPending) return <Loading />;
  if (answer.isError) return <Trouble error={answer.error} retry={() => answer.refetch()} />;
  const jobs = answer.data.pages.flatMap(({ body }) => body);
  if (jobs.length === 0) return <p className="dim">{t('jobsNone')}</p>;
  return (
    <>
      <ul className="plain">
        {jobs.map((job) => (
          <JobRow key={job.captureID} job={job} />
        ))}
      </ul>
      {answer.hasNextPage && (
        <button type="button" disabled={answer.isFetchingNextPage} onClick={() => answer.fetchNextPage()}>
          {t(answer.isFetchingNextPage ? 'loading' : 'loadMore')}
        </button>
      )}
    </>
  );
}
