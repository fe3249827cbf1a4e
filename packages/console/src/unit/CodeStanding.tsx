import type { UnitAnswer } from '@yunsu/api';
import { formatTime } from '../format.ts';
import { useWords } from '../language.tsx';
import { ToneChip } from '../parts/ToneChip.tsx';
import { Holder } from '../parts/Who.tsx';
import { codeStates, voidReasons, wordOf } from '../vocabulary.ts';

function Standing({ code }: { code: NonNullable<UnitAnswer['code']> }) {
  const { language, t } = useWords();
  return (
    <dl className="facts">
      <div>
        <dt>{t('standingState')}</dt>
        <dd>
          <ToneChip row={codeStates[code.state]} />
        </dd>
      </div>
      {code.since !== null && (
        <div>
          <dt>{t('standingSince')}</dt>
          <dd>
            <time dateTime={code.since}>{formatTime(code.since)}</time>
          </dd>
        </div>
      )}
      {code.reason !== undefined && (
        <div>
          <dt>{t('standingReason')}</dt>
          <dd>{wordOf(voidReasons, code.reason, language)}</dd>
        </div>
      )}
      <div>
        <dt>{t('standingTo')}</dt>
        <dd>
          <Holder holder={code.issuedTo} />
        </dd>
      </div>
    </dl>
  );
}

/** The code itself, apart from the thing: whether it was given out, printed or made void, or who keeps it elsewhere. */
export function CodeStanding({ unit }: { unit: UnitAnswer }) {
  const { language, t } = useWords();
  const { code, askElsewhere } = unit;
  if (code === null && askElsewhere === null) return null;
  const where = askElsewhere?.ask;
  return (
    <section className="card" aria-labelledby="standing">
      <h2 id="standing">{t('standing')}</h2>
      {code && <Standing code={code} />}
      {askElsewhere && (
        <div className="notice">
          <p>
            {t('elsewhere')} {t('issuedBy', { name: askElsewhere.name[language] })}
          </p>
          {where && (
            <p>
              {where[language]}{' '}
              {where.url !== undefined && (
                <a href={where.url} rel="noopener noreferrer">
                  {t('askThere')}
                </a>
              )}
            </p>
          )}
        </div>
      )}
    </section>
  );
}
