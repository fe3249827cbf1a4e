import { Refusal } from '@yunsu/api';
import { faultsElsewhere } from '../faults.ts';
import { useWords } from '../language.tsx';
import { useSession } from '../session.tsx';
import { FaultList } from './FaultList.tsx';

interface Props {
  readonly error: unknown;
  readonly retry?: () => void;
  /** JSON pointers of the fields of a form that show their own faults. */
  readonly fields?: readonly string[];
}

/** A failed call in the reader's language: what happened, what to do, and the faults where the server named some. */
export function Trouble({ error, retry, fields = [] }: Props) {
  const { language, t } = useWords();
  const { leave } = useSession();
  const problem = error instanceof Refusal ? error.problem : undefined;
  const zh = language === 'zh';
  const title = zh ? problem?.titleZh : problem?.title;
  const detail = zh ? problem?.detailZh : problem?.detail;
  const wantsKey = error instanceof Refusal && error.status === 401;
  const faults = faultsElsewhere(error, fields);
  const unreachable = !(error instanceof Refusal);
  return (
    <div className="notice stop" role="alert">
      {problem ? (
        <>
          <h3>{title}</h3>
          {detail !== title && !problem.errors?.length && <p>{detail}</p>}
          <p>{zh ? problem.remedyZh : problem.remedy}</p>
        </>
      ) : (
        <p>{t(unreachable ? 'troubleNetwork' : 'troubleOther')}</p>
      )}
      {faults.length > 0 && <FaultList faults={faults} />}
      {problem?.instance && problem.status >= 500 && (
        <p className="dim">{t('request', { id: problem.instance.replace('urn:uuid:', '') })}</p>
      )}
      <div className="row">
        {retry && (unreachable || error.status >= 500) && (
          <button type="button" onClick={retry}>
            {t('retry')}
          </button>
        )}
        {wantsKey && (
          <button type="button" onClick={leave}>
            {t('enterKey')}
          </button>
        )}
      </div>
    </div>
  );
}
