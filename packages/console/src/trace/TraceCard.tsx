import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { portionOf } from '../decimal.ts';
import { useWords } from '../language.tsx';
import { Icon } from '../parts/Icon.tsx';
import { endTexts, toCardText } from './card-text.ts';
import type { Card } from './cards.ts';

export type CardNode = Node<
  { readonly card: Card; readonly isStart: boolean; readonly hasGap: boolean; readonly downward: boolean },
  'card'
>;

/** Whose hands, where, what, how much, and how much of the whole. */
export function TraceCard({ data, selected }: NodeProps<CardNode>) {
  const { language, t } = useWords();
  const { card, isStart, hasGap, downward } = data;
  const text = toCardText(card, language, t);
  const { inTransit = false, inferred = false } = card.members[0] ?? {};
  const looks = [
    'trace-card',
    isStart && 'start',
    card.members.length > 1 && 'many',
    inTransit && 'moving',
    selected && 'picked',
  ];
  return (
    <div className={looks.filter(Boolean).join(' ')}>
      <Handle type="target" position={downward ? Position.Top : Position.Left} isConnectable={false} />
      <p className="trace-holder">
        <b>{text.holder}</b>
        {isStart && <span className="chip start">{t('start')}</span>}
        {hasGap && (
          <span className="flag">
            <Icon name="alert" />
          </span>
        )}
        {inTransit && <Icon name="truck" />}
      </p>
      <p className="trace-place">{text.place}</p>
      <p className="trace-unit">
        <span className={card.members.length > 1 ? 'chip count' : 'code'}>{text.unit}</span>
        {endTexts(card, language)
          .slice(0, 1)
          .map((end) => (
            <span key={end.kind} className={`chip ${end.kind === 'destroyed' ? 'mute' : 'calm'}`}>
              {end.text}
            </span>
          ))}
        {inferred && <span className="chip warn">{t('inferred')}</span>}
      </p>
      <p className="trace-amount">
        <b>{text.amount}</b>
        {text.portion !== undefined && (
          <>
            <span className="bar" aria-hidden="true">
              <span style={{ width: `${portionOf(text.portion) * 100}%` }} />
            </span>
            <span>{text.share}</span>
          </>
        )}
      </p>
      <Handle type="source" position={downward ? Position.Bottom : Position.Right} isConnectable={false} />
    </div>
  );
}
