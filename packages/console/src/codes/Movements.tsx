import type { CodeOrder } from '@yunsu/api';
import { formatTime } from '../format.ts';
import { useWords } from '../language.tsx';
import { acts, voidReasons, wordOf } from '../vocabulary.ts';

/** By whom a movement was made, where it was no party but a captured event. */
const BY_EVENT = 'event';

/** What was done to the codes of an order, in order of time. */
export function Movements({ movements }: { movements: CodeOrder['movements'] }) {
  const { language, t } = useWords();
  return (
    <section className="card" aria-labelledby="movements">
      <h2 id="movements">{t('movements')}</h2>
      <ol className="plain timeline">
        {movements.map(({ act, count, reason, note, at, by }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two movements can be equal, and the list only grows at its end.
          <li key={index}>
            <p className="row">
              <b>{wordOf(acts, act, language)}</b>
              {act !== 'reconcile' && <span>{t('movementCount', { count })}</span>}
              {reason !== undefined && (
                <span className="chip mute">{wordOf(voidReasons, reason, language)}</span>
              )}
            </p>
            <p className="dim small">
              <time dateTime={at}>{formatTime(at)}</time> ·{' '}
              {by === BY_EVENT ? t('byEvent') : <span className="code">{by}</span>}
            </p>
            {note !== undefined && <p>{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
