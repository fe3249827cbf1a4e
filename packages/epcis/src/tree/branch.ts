import type { Vocabulary } from '../cbv.ts';
import type { Namespaces } from '../context.ts';
import type { Instant } from '../event.ts';

/** One name with its value, its children, or both. */
export interface Branch {
  readonly name: string;
  readonly value?: string;
  readonly children?: readonly Branch[];
  /** Whether the children are ordered by what is written of them; else they stand in the order given. */
  readonly sorted?: boolean;
}

/** What the parts of one event share: the spellings in force inside it. */
export interface Scope {
  readonly namespaces: Namespaces;
  /** Canonical URI of an identifier or CURIE. */
  readonly uri: (text: string) => string;
  /** Canonical URI of a text that is a URI and no CURIE. */
  readonly canonical: (uri: string) => string;
  /** Web URI of a word of a vocabulary. */
  readonly word: (vocabulary: Vocabulary, text: string) => string;
  readonly time: (instant: Instant) => string;
}

/** Branches that are ordered among themselves and share no name. */
export function group(children: readonly Branch[]): Branch {
  return { name: '', children, sorted: true };
}
