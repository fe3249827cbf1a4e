import type { CodeOrder } from '@yunsu/api';
import type { Part } from '../parts/Bar.tsx';
import { codeStates, toneWord } from '../vocabulary.ts';
import type { Language } from '../words.ts';

/** The states in the order of a code's life. */
export const STATES = ['reserved', 'printed', 'active', 'void'] as const;

/** The codes of an order by state; together they are all of its codes. */
export const balanceOf = ({ counts }: Pick<CodeOrder, 'counts'>, language: Language): Part[] =>
  STATES.map((state) => ({
    name: state,
    word: toneWord(codeStates[state], language),
    count: counts[state],
    tone: codeStates[state][2],
  }));

/** The same as a sum in words: "900 reserved + 98 printed + 0 active + 2 void". */
export const sumText = (parts: readonly Part[]): string =>
  parts.map(({ count, word }) => `${count} ${word}`).join(' + ');

/** Labels that an order has had printed, whatever became of them. */
export const printedOf = ({ movements }: Pick<CodeOrder, 'movements'>): number =>
  movements.reduce((sum, { act, count }) => sum + (act === 'print' ? count : 0), 0);

/** How many codes of an order an act can move. */
export function movable({ counts }: Pick<CodeOrder, 'counts'>, act: 'print' | 'activate' | 'void'): number {
  return act === 'print' ? counts.reserved : counts.reserved + counts.printed;
}

/** Labels as somebody counted them. */
export interface Counted {
  readonly applied: number;
  readonly spoiled: number;
  readonly left: number;
}

/** Labels that a count does not account for; negative where more were counted than printed. */
export const unexplainedOf = (printed: number, { applied, spoiled, left }: Counted): number =>
  printed - applied - spoiled - left;
