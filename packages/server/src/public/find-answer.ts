import type { Candidate } from '@yunsu/identifiers';
import { isKnown, type PublicAnswer } from './answer.ts';
import type { Fault } from './render-pages.ts';
import { say } from './words.ts';

/** Longest code that is read, in UTF-16 units; the longest GS1 element string in use has 90. */
export const CODE_LENGTH_MAX = 2048;
/** Most readings of one code that are looked up. */
export const READINGS_MAX = 4;
/** A reading that is wrong in its key has at most this confidence; a better one is worth looking up. */
const FAULTY_CONFIDENCE = 0.1;

/** What the finding of an answer needs: how a text is read, and how a reading is answered. */
export interface Sources {
  readonly identify: (text: string) => readonly Candidate[];
  /** Everything the public may know of one reading of a code. */
  readonly readAnswer: (candidate: Candidate, code: string) => Promise<PublicAnswer>;
}

export type Finding =
  | { readonly kind: 'answer'; readonly answer: PublicAnswer }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'unreadable'; readonly faults: readonly Fault[] };

const fault = (word: 'unreadableEmpty' | 'unreadableLong' | 'unreadableNone', values = {}): Finding => ({
  kind: 'unreadable',
  faults: [{ zh: say('zh', word, values), en: say('en', word, values) }],
});

/**
 * Answers a code in the reading that the platform knows. Digits that fit several schemes are looked up in each:
 * one known reading is the answer, several are a choice for the visitor, and with none the likeliest is said to be
 * unknown.
 */
export async function findAnswer(text: string, sources: Sources): Promise<Finding> {
  const code = text.trim();
  if (code === '') return fault('unreadableEmpty');
  if (code.length > CODE_LENGTH_MAX) return fault('unreadableLong', { max: String(CODE_LENGTH_MAX) });
  const candidates = sources.identify(code);
  const sound = candidates.filter(({ confidence }) => confidence > FAULTY_CONFIDENCE).slice(0, READINGS_MAX);
  const [best] = sound;
  if (!best) {
    const faults = candidates[0]?.issues ?? [];
    return faults.length > 0 ? { kind: 'unreadable', faults } : fault('unreadableNone');
  }
  const answers = await Promise.all(sound.map((candidate) => sources.readAnswer(candidate, code)));
  const known = answers.filter(isKnown);
  if (known.length > 1) return { kind: 'ambiguous', candidates: known.map(({ candidate }) => candidate) };
  const answer = known[0] ?? answers[0];
  return answer ? { kind: 'answer', answer } : fault('unreadableNone');
}
