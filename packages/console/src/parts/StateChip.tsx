import type { UnitAnswer } from '@yunsu/api';
import { useWords } from '../language.tsx';
import { states } from '../vocabulary.ts';

/** The state of a code, by word and colour. */
export function StateChip({ state }: { state: UnitAnswer['state'] }) {
  const { language } = useWords();
  const [zh, en, tone] = states[state];
  return <span className={`chip big ${tone}`}>{language === 'zh' ? zh : en}</span>;
}
