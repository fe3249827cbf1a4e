import type { Reading } from '../fault.ts';
import type { Gs1Key } from '../gs1-key.ts';

/** One way to read a bare text, and how sure it is from 0 to 1 when nothing is wrong with it. */
export interface Guess {
  readonly reading: Reading;
  readonly confidence: number;
}

/** A URN namespace of one scheme, such as `urn:yunsu:party:`. */
export interface OwnUrn {
  /** In lower case, with the last colon. */
  readonly prefix: string;
  /** Reads the whole URI, which begins with the prefix. */
  read(uri: string): Reading;
}

/** A kind of code. A new one is a file of its own beside this one and a line in `table.ts`. */
export interface Scheme {
  /** Also the name of its file and of its fixtures. */
  readonly id: string;
  /** Keys of GS1 that it consists of; Digital Links, element strings and EPC URNs follow from them. */
  readonly keys?: readonly Gs1Key[];
  readonly urn?: OwnUrn;
  /** Reads a text that a person typed or scanned without any wrapping: no spaces, no dashes between digits. */
  guess?(text: string): readonly Guess[];
}
