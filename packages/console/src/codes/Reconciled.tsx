import type { CodeOrder } from '@yunsu/api';
import { formatTime } from '../format.ts';
import { useWords } from '../language.tsx';

/** Whether an order is reconciled, and how many of its labels nobody accounted for. */
export function Reconciled({ order }: { order: CodeOrder }) {
  const { t } = useWords();
  const { reconciled, unexplained } = order;
  if (reconciled === null) return <span className="dim">{t('none')}</span>;
  return (
    <span className="chips">
      <span className="chip good" title={formatTime(reconciled)}>
        {t('reconciled')}
      </span>
      {unexplained !== null && unexplained !== 0 && (
        <span className="chip stop">{t('unexplainedCount', { count: unexplained })}</span>
      )}
    </span>
  );
}
