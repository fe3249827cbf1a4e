import type { CodeOrder } from '@yunsu/api';
import { CODE_STATES, type CodeAct, type CodeState, movableFrom, sweptFrom } from '@yunsu/domain';
import type { Part } from '../parts/Bar.tsx';
import { codeStates, toneWord } from '../vocabulary.ts';
import type { Language } from '../words.ts';

/** The codes of an order by state; together they are all of its codes. */
export const balanceOf = ({ counts }: Pick<CodeOrder, 'counts'>, language: Language): Part[] =>
  CODE_STATES.map((state) => ({
    name: state,
    word: toneWord(codeStates[state], language),
    count: counts[state],
    tone: codeStates[state][2],
  }));

/** The same as a sum in words: "900 reserved + 98 printed + 0 active + 2 void". */
export const sumText = (parts: readonly Part[]): string =>
  parts.map(({ count, word }) => `${count} ${word}`).join(' + ');

const sumOf = ({ counts }: Pick<CodeOrder, 'counts'>, states: readonly CodeState[]): number =>
  states.reduce((sum, state) => sum + counts[state], 0);

/** How many codes an act takes where none are named. */
export const swept = (order: Pick<CodeOrder, 'counts'>, act: CodeAct): number => sumOf(order, sweptFrom(act));

/** Whether an act is allowed for any code of an order. */
export const mayMove = (order: Pick<CodeOrder, 'counts'>, act: CodeAct): boolean =>
  sumOf(order, movableFrom(act)) > 0;
