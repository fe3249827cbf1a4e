import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { amountText, formatTime } from '../format.ts';
import { useWords } from '../language.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Holder, Place } from '../parts/Who.tsx';
import { tracePath, unitPath } from '../paths.ts';
import { endTexts, toCardText } from './card-text.ts';
import type { Card } from './cards.ts';

interface Props {
  readonly card: Card;
  readonly showRows: () => void;
  readonly close: () => void;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Everything about the picked card. */
export function CardDetails({ card, showRows, close }: Props) {
  const { language, t } = useWords();
  const text = toCardText(card, language, t);
  const [node] = card.members;
  const one = card.members.length === 1 ? node : undefined;
  const ends = endTexts(card, language);
  return (
    <aside className="details" aria-label={t('details')}>
      <div className="row apart">
        <h3>{one ? <Holder holder={one.holder} /> : text.holder}</h3>
        <button type="button" className="quiet" aria-label={t('close')} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <dl className="facts">
        <Fact name={t('place')}>{one ? <Place place={one.place} /> : text.place}</Fact>
        <Fact name={t('code')}>
          {one ? (
            <Link className="code" to={unitPath(one.uri)}>
              {text.unit}
            </Link>
          ) : (
            text.unit
          )}
        </Fact>
        {text.product !== '' && <Fact name={t('product')}>{text.product}</Fact>}
        {text.amount !== '' && <Fact name={t('quantity')}>{text.amount}</Fact>}
        {text.share !== '' && <Fact name={t('share')}>{text.share}</Fact>}
        {node && <Fact name={t('reached')}>{formatTime(node.time)}</Fact>}
        {node?.inTransit && <Fact name={t('where')}>{t('inTransit')}</Fact>}
        {ends.length > 0 && <Fact name={t('ends')}>{ends.map((end) => end.text).join(' · ')}</Fact>}
        {one?.facts?.map(({ name, zh, en, value }) => (
          <Fact key={name} name={language === 'zh' ? zh : en}>
            {value}
          </Fact>
        ))}
        {one?.quantityMax !== undefined && one.quantity === undefined && (
          <Fact name={t('quantityMax')}>{amountText(one, language, t)}</Fact>
        )}
      </dl>
      <div className="row">
        {one && (
          <Link className="button main" to={tracePath(one.uri)}>
            {t('traceFromHere')}
          </Link>
        )}
        {!one && (
          <button type="button" className="main" onClick={showRows}>
            {t('showRows', { count: card.members.length })}
          </button>
        )}
      </div>
    </aside>
  );
}
