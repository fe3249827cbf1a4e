import { type LegView, legKinds } from '@yunsu/api';
import { amountText, formatTime, holderText, placeText, shortCode } from '../format.ts';
import { useWords } from '../language.tsx';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { Holder, Place } from '../parts/Who.tsx';
import { wordOf } from '../vocabulary.ts';
import type { Say } from '../words.ts';
import { daysSince, questionOf } from './terms.ts';

type Hands = LegView['from'];

/** A party that the records name and no register knows is told by its code. */
const onNoRegister = (holder: Hands['holder']): holder is Hands['holder'] & { uri: string } =>
  holder.kind === 'unknown' && holder.uri !== undefined;

/** Somebody somewhere; the place is left out where it is not known. */
export function HandsText({ hands: { holder, place } }: { hands: Hands }) {
  return (
    <>
      {onNoRegister(holder) ? (
        <span className="code">{shortCode(holder.uri)}</span>
      ) : (
        <Holder holder={holder} />
      )}
      {(place.uri !== undefined || place.masked) && (
        <span className="dim">
          {' '}
          <Place place={place} />
        </span>
      )}
    </>
  );
}

/** The name of whom to ask, or the code; a place where nobody is known. */
export function nameOf({ holder, place }: Hands, t: Say): string {
  if (onNoRegister(holder)) return shortCode(holder.uri);
  return holder.kind === 'unknown' && place.uri !== undefined ? placeText(place, t) : holderText(holder, t);
}

/** What was shipped or received and nothing explains: how much, since when, and whom to ask. */
export function OpenLegs({ legs, unit }: { legs: readonly LegView[]; unit: string }) {
  const { language, t } = useWords();
  const now = Date.now();
  const timeOf = ({ received, shipped }: LegView) => (received ?? shipped)?.time ?? '';
  const columns: Column<LegView>[] = [
    {
      name: 'what',
      head: t('what'),
      cell: ({ kind, uri }) => (
        <>
          <span className="dot warn" aria-hidden="true" /> {wordOf(legKinds, kind, language)}
          {uri !== unit && <span className="dim"> {t('inContainer', { code: shortCode(uri) })}</span>}
        </>
      ),
    },
    {
      name: 'quantity',
      head: t('quantity'),
      numeric: true,
      cell: (leg) => {
        const text = amountText(leg, language, t);
        return text === '' ? <span className="dim">{t('unmeasured')}</span> : <b>{text}</b>;
      },
    },
    { name: 'from', head: t('fromNode'), cell: ({ from }) => <HandsText hands={from} /> },
    { name: 'to', head: t('toNode'), cell: ({ to }) => <HandsText hands={to} /> },
    {
      name: 'since',
      head: t('since'),
      cell: (leg) => (
        <>
          <time dateTime={timeOf(leg)}>{formatTime(timeOf(leg))}</time>{' '}
          <span className="dim">{t('openDays', { count: daysSince(timeOf(leg), now) })}</span>
        </>
      ),
    },
    {
      name: 'ask',
      head: t('whomToAsk'),
      cell: (leg) => {
        const { hands, question } = questionOf(leg);
        return t(question, { name: nameOf(hands, t) });
      },
    },
  ];
  if (legs.length === 0) return <p className="dim">{t('openLegsNone')}</p>;
  return (
    <DataTable label={t('openLegs')} columns={columns} rows={legs} keyOf={(_, index) => String(index)} />
  );
}
