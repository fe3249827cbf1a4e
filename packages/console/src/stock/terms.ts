import { cameInKinds, type StockCameIn, type StockLine, type StockWentOut, wentOutKinds } from '@yunsu/api';
import { type Tone, wordOf } from '../vocabulary.ts';
import type { Language, Say } from '../words.ts';

/** A term of a balance as a row: what came in counts up, what went out and what is left counts down to nothing. */
export interface TermRow {
  readonly name: string;
  readonly side: 'cameIn' | 'wentOut' | 'left';
  readonly word: string;
  readonly tone: Tone;
  readonly quantity?: string;
  readonly quantityMax?: string;
  readonly events: StockLine['cameIn'][number]['events'];
  /** Events of the term, also those that are not listed. */
  readonly count: number;
}

const cameInTones: Readonly<Record<StockCameIn['kind'], Tone>> = {
  commissioned: 'good',
  produced: 'good',
  drawn: 'good',
  packed: 'good',
  firstSeen: 'calm',
  unexplained: 'warn',
  recovered: 'calm',
  otherUnit: 'mute',
};

const wentOutTones: Readonly<Record<StockWentOut['kind'], Tone>> = {
  sold: 'calm',
  consumed: 'mute',
  destroyed: 'stop',
  sampled: 'warn',
  ended: 'mute',
  used: 'calm',
  unpacked: 'mute',
  otherUnit: 'warn',
};

/** The terms of a line in the order in which they are read, what is left at the end. */
export function rowsOf(line: StockLine, language: Language, t: Say): TermRow[] {
  const { left, leftMax } = line;
  return [
    ...line.cameIn.map(({ kind, ...of }): TermRow => {
      const word = wordOf(cameInKinds, kind, language);
      return { ...of, name: `in ${kind}`, side: 'cameIn', word, tone: cameInTones[kind] };
    }),
    ...line.wentOut.map(({ kind, ...of }): TermRow => {
      const word = wordOf(wentOutKinds, kind, language);
      return { ...of, name: `out ${kind}`, side: 'wentOut', word, tone: wentOutTones[kind] };
    }),
    {
      name: 'left',
      side: 'left',
      word: t('stockLeft'),
      tone: 'good',
      events: [],
      count: 0,
      ...(left === undefined ? {} : { quantity: left }),
      ...(leftMax === undefined ? {} : { quantityMax: leftMax }),
    },
  ];
}

/** `2026-08-18T08:00` as a person picks it, in Beijing, as an instant; undefined for what is none. */
export function toInstant(picked: string | null): string | undefined {
  return picked !== null && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(picked)
    ? `${picked}${picked.length === 16 ? ':00' : ''}+08:00`
    : undefined;
}
