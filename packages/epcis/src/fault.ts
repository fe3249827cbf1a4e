import { ExactNumber, isList, type Json } from './json.ts';
import { nameOf, type Path, toPointer } from './pointer.ts';
import { expectations, type Facts, type Phrase, type Rule, sentences, shown } from './words.ts';

/** One mistake of a document: where, which rule, and one plain sentence in each language. */
export interface Fault {
  /** JSON pointer (RFC 6901) from the root of the document. */
  readonly pointer: string;
  readonly rule: string;
  /** What should stand there, in English; empty where the sentence says it all. */
  readonly expected: string;
  readonly got: string;
  readonly en: string;
  readonly zh: string;
}

/** UTF-16 units of a text that a sentence shows. */
export const SHOWN_LENGTH_MAX = 60;

/** Writes the fault of a rule at a place. */
export function fault(rule: Rule, path: Path, facts: Partial<Facts> = {}): Fault {
  const complete: Facts = {
    name: nameOf(path),
    expected: expectations.nothing,
    got: expectations.nothing,
    line: 1,
    column: 1,
    found: '',
    type: '',
    limit: 0,
    ...facts,
  };
  const { en, zh } = sentences[rule](complete);
  const got = complete.got.en === '' ? complete.found : complete.got.en;
  return { pointer: toPointer(path), rule, expected: complete.expected.en, got, en, zh };
}

/** How a sentence shows a value: texts quoted and cut, lists and objects by kind. */
export function showJson(value: Json | undefined): Phrase {
  if (value === undefined) return shown.nothing;
  if (typeof value === 'string') return same(JSON.stringify(cut(value)));
  if (value instanceof ExactNumber) return same(value.text);
  if (value === null || typeof value === 'boolean') return same(String(value));
  if (!isList(value)) return shown.object;
  return value.length === 0 ? shown.emptyList : shown.list;
}

function same(text: string): Phrase {
  return { en: text, zh: ` ${text}` };
}

/** Cuts a text to the length that a sentence shows, never between the halves of a surrogate pair. */
export function cut(text: string): string {
  if (text.length <= SHOWN_LENGTH_MAX) return text;
  return `${text.slice(0, SHOWN_LENGTH_MAX).toWellFormed().replace('\ufffd', '')}…`;
}
