import type { FractionView, LegView } from '@yunsu/api';
import type { Part } from '../parts/Bar.tsx';
import type { Say, WordName } from '../words.ts';

/** Flex shares below one in all would leave a part of the bar empty. */
const WIDTHS = 1_000_000;

/** The two parts of a share as widths alone: the numbers stand beside it, exact. */
export function partsOf({ explained, total }: FractionView, t: Say): Part[] {
  const [good, all] = [Number(explained), Number(total)];
  return [
    { name: 'explained', word: t('termExplained'), tone: 'good', count: good * WIDTHS },
    { name: 'open', word: t('termOpen'), tone: 'warn', count: Math.max(0, all - good) * WIDTHS },
  ];
}

/** Somebody who can be asked; who is on no register still has a code. */
const isKnown = ({ kind, uri }: LegView['from']['holder']): boolean =>
  kind !== 'unknown' || uri !== undefined;

type Question = Extract<WordName, 'askForReceipt' | 'askWhoTook' | 'askWhoSent' | 'askWhereFrom'>;

/** Whose record would close an open hop, and what to ask: who was named as receiver, else who sent it, else who received it. */
export function questionOf({ kind, from, to }: Pick<LegView, 'kind' | 'from' | 'to'>): {
  readonly hands: LegView['from'];
  readonly question: Question;
} {
  if (kind === 'receipt-without-shipment') return { hands: to, question: 'askWhoSent' };
  if (kind === 'unexplained-removal') return { hands: to, question: 'askWhereFrom' };
  const named = kind === 'shipment-without-receipt' && isKnown(to.holder);
  return named ? { hands: to, question: 'askForReceipt' } : { hands: from, question: 'askWhoTook' };
}

const DAY_MS = 86_400_000;

/** Whole days of 24 hours from an instant until another, never below zero. */
export const daysSince = (time: string, now: number): number =>
  Math.max(0, Math.floor((now - Date.parse(time)) / DAY_MS));
