import { type Candidate, schemes } from '@yunsu/identifiers';
import { knowledgeOf, type PublicAnswer } from './answer.ts';
import type { Fault } from './render-fault.ts';
import { say } from './words.ts';

/** Longest code that is read, in UTF-16 units; the longest GS1 element string in use has 90. */
export const CODE_LENGTH_MAX = 2048;
/** Most readings of one code that are looked up. */
export const READINGS_MAX = 6;
/** A reading that is wrong in its key has at most this confidence; a better one is worth looking up. */
const FAULTY_CONFIDENCE = 0.1;
/** Schemes of personal information (个人信息保护法 art. 4): their numbers are not looked up and not shown again. */
const personalSchemes: ReadonlySet<string> = new Set(
  schemes.filter(({ isPersonal }) => isPersonal).map(({ id }) => id),
);

/** What the finding of an answer needs: how a text is read, and how a reading is answered. */
export interface Sources {
  readonly identify: (text: string) => readonly Candidate[];
  /** Everything the public may know of one reading of a code. */
  readonly readAnswer: (candidate: Candidate, code: string) => Promise<PublicAnswer>;
}

export type Finding =
  /** The answer in one reading, and the other readings that were looked up in vain. */
  | { readonly kind: 'answer'; readonly answer: PublicAnswer; readonly others: readonly Candidate[] }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Candidate[] }
  /** No reading is sound: the faulty ones, or what is wrong with the text as a whole. */
  | {
      readonly kind: 'unreadable';
      readonly faults: readonly Fault[];
      readonly candidates: readonly Candidate[];
    }
  /** A number of a person; nothing was looked up. */
  | { readonly kind: 'personal' };

const fault = (word: 'unreadableEmpty' | 'unreadableLong' | 'unreadableNone', values = {}): Finding => ({
  kind: 'unreadable',
  faults: [{ zh: say('zh', word, values), en: say('en', word, values) }],
  candidates: [],
});

/** A text that no scheme reads, with its length, by which a missing character is found. */
const unreadable = (code: string): Finding =>
  fault('unreadableNone', { count: String(Array.from(code).length) });

const isSound = ({ confidence }: Candidate): boolean => confidence > FAULTY_CONFIDENCE;

/** A sound number of a person, or what looks like a mistyped one where no reading is sound. */
function isPersonal(candidates: readonly Candidate[]): boolean {
  const sound = candidates.filter(isSound);
  return (sound.length > 0 ? sound : candidates).some(({ scheme }) => personalSchemes.has(scheme));
}

/**
 * Answers a code in the reading that the platform knows most about. Digits that fit several schemes are looked up in
 * each: one reading on record is the answer, several are a choice for the visitor, and with none the likeliest is said
 * to be unknown, beside the others.
 */
export async function findAnswer(text: string, sources: Sources): Promise<Finding> {
  const code = text.trim();
  if (code === '') return fault('unreadableEmpty');
  if (code.length > CODE_LENGTH_MAX) return fault('unreadableLong', { max: String(CODE_LENGTH_MAX) });
  const candidates = sources.identify(code);
  if (isPersonal(candidates)) return { kind: 'personal' };
  const sound = candidates.filter(isSound).slice(0, READINGS_MAX);
  if (sound.length === 0)
    return candidates.length > 0 ? { kind: 'unreadable', faults: [], candidates } : unreadable(code);
  const answers = await Promise.all(sound.map((candidate) => sources.readAnswer(candidate, code)));
  const most = Math.max(...answers.map(knowledgeOf));
  const best = answers.filter((answer) => knowledgeOf(answer) === most);
  if (most === 2 && best.length > 1)
    return { kind: 'ambiguous', candidates: best.map(({ candidate }) => candidate) };
  const [answer] = best;
  if (!answer) return unreadable(code);
  const others = most === 2 ? [] : sound.filter((candidate) => candidate !== answer.candidate);
  return { kind: 'answer', answer, others };
}
