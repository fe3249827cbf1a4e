import type { UnitAnswer } from '@yunsu/api';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { formatEventTime, unitText } from '../format.ts';
import { useWords } from '../language.tsx';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Loading } from '../parts/Loading.tsx';
import { StateChip } from '../parts/StateChip.tsx';
import { publicPath, tracePath } from '../paths.ts';
import { schemeOf } from '../print/scheme-of.ts';
import { useSession } from '../session.tsx';
import { classes, levels, stepOf, wordOf } from '../vocabulary.ts';

/** Few people who look a code up print it. */
const PrintForm = lazy(async () => ({ default: (await import('../print/PrintForm.tsx')).PrintForm }));

/** What the unit is and in what state, and the ways on. */
export function UnitHead({ unit }: { unit: UnitAnswer }) {
  const { language, t } = useWords();
  const { key } = useSession();
  const [printing, setPrinting] = useState(false);
  const { uri, level, state, product, ledger, lastEvent } = unit;
  return (
    <section className="card unit-head" aria-labelledby="unit">
      <div className="row apart">
        <h1 id="unit">{product?.name ?? unitText(level, uri, language)}</h1>
        <StateChip state={state} />
      </div>
      <p className="row">
        <span className="code">{uri}</span>
        <CopyButton text={uri} />
      </p>
      <dl className="facts">
        <div>
          <dt>{t('level')}</dt>
          <dd>{wordOf(levels, level, language)}</dd>
        </div>
        <div>
          <dt>{t('product')}</dt>
          <dd>{product?.name ?? t('productNone')}</dd>
        </div>
        <div>
          <dt>{t('ledger')}</dt>
          <dd>{ledger === null ? t('none') : wordOf(classes, ledger, language)}</dd>
        </div>
        <div>
          <dt>{t('lastEvent')}</dt>
          <dd>
            {lastEvent === null
              ? t('none')
              : `${stepOf(lastEvent, language)} · ${formatEventTime(lastEvent.eventTime, lastEvent.eventTimeZoneOffset)}`}
          </dd>
        </div>
      </dl>
      <div className="row">
        <Link className="button main" to={tracePath(uri)}>
          <Icon name="trace" /> {t('openTrace')}
        </Link>
        <a className="button" href={publicPath(uri)}>
          {t('openPublic')}
        </a>
        {key && (
          <button type="button" onClick={() => setPrinting(true)}>
            {t('printOpen')}
          </button>
        )}
      </div>
      {printing && (
        <Suspense fallback={<Loading />}>
          <PrintForm source={{ code: uri, scheme: schemeOf(uri) }} close={() => setPrinting(false)} />
        </Suspense>
      )}
    </section>
  );
}
