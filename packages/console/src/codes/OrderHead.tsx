import type { CodeOrder } from '@yunsu/api';
import { formatTime } from '../format.ts';
import { useWords } from '../language.tsx';
import { Bar, BarWords } from '../parts/Bar.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Holder } from '../parts/Who.tsx';
import { balanceOf, mayMove, sumText } from './balance.ts';
import type { Act } from './MoveForm.tsx';
import { schemeName } from './preview.ts';
import { Reconciled } from './Reconciled.tsx';

interface Props {
  readonly order: CodeOrder;
  readonly mayReconcile: boolean;
  readonly start: (doing: Act | 'reconcile' | 'sheet') => void;
}

function Facts({ order }: { order: CodeOrder }) {
  const { language, t } = useWords();
  return (
    <dl className="facts">
      <div>
        <dt>{t('standingTo')}</dt>
        <dd>
          <Holder holder={order.party} />
        </dd>
      </div>
      <div>
        <dt>{t('scheme')}</dt>
        <dd>
          {schemeName(order.scheme, language)} <span className="code">{order.stem}</span>
        </dd>
      </div>
      <div>
        <dt>{t('manner')}</dt>
        <dd>{t(order.manner === 'random' ? 'mannerRandom' : 'mannerSequential')}</dd>
      </div>
      {order.lot !== undefined && (
        <div>
          <dt>{t('orderLot')}</dt>
          <dd>{order.lot}</dd>
        </div>
      )}
      <div>
        <dt>{t('created')}</dt>
        <dd>
          <time dateTime={order.created}>{formatTime(order.created)}</time>
        </dd>
      </div>
      {order.skipped > 0 && (
        <div>
          <dt>{t('orderSkipped')}</dt>
          <dd>{order.skipped}</dd>
        </div>
      )}
      {order.note !== undefined && (
        <div>
          <dt>{t('note')}</dt>
          <dd>{order.note}</dd>
        </div>
      )}
    </dl>
  );
}

/** What an order is of, its balance as a sum that adds up, and what may be done next. */
export function OrderHead({ order, mayReconcile, start }: Props) {
  const { language, t } = useWords();
  const parts = balanceOf(order, language);
  return (
    <section className="card" aria-labelledby="order">
      <div className="row apart">
        <h1 id="order">{t('orderTitle', { id: order.id })}</h1>
        {order.reconciled !== null && <Reconciled order={order} />}
      </div>
      <Facts order={order} />
      <Bar parts={parts} label={sumText(parts)} />
      <BarWords parts={parts} />
      <p className="sum-text">{t('countsSum', { parts: sumText(parts), count: order.count })}</p>
      <div className="row">
        <button type="button" className="main" onClick={() => start('sheet')}>
          <Icon name="download" /> {t('doPrintSheet')}
        </button>
        <button type="button" disabled={!mayMove(order, 'print')} onClick={() => start('print')}>
          {t('doPrinted')}
        </button>
        <button type="button" disabled={!mayMove(order, 'activate')} onClick={() => start('activate')}>
          {t('doActivate')}
        </button>
        <button type="button" disabled={!mayMove(order, 'void')} onClick={() => start('void')}>
          {t('doVoid')}
        </button>
        <button type="button" disabled={!mayReconcile} onClick={() => start('reconcile')}>
          {t('doReconcile')}
        </button>
      </div>
    </section>
  );
}
