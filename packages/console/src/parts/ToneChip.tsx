import { useWords } from '../language.tsx';
import { type Tone, toneWord } from '../vocabulary.ts';

/** A word of a table with its colour. */
export function ToneChip({ row }: { row: readonly [zh: string, en: string, tone: Tone] }) {
  const { language } = useWords();
  return <span className={`chip ${row[2]}`}>{toneWord(row, language)}</span>;
}
