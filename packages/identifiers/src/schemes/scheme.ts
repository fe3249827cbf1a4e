import type { Reading } from '../fault.ts';
import type { Gs1Key } from '../gs1/gs1-key.ts';
import type { Issuer, Words } from '../identifier.ts';

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

/** The product classes of the order in which a code may be met; the name of a ledger. */
export type Category = 'agri' | 'food' | 'drug' | 'inputs' | 'equipment' | 'hazard' | 'rareearth';

/** A kind of code. A new one is a file of its own beside this one and a line in `table.ts`. */
export interface Scheme {
  /** Also the name of its file and of its fixtures. */
  readonly id: string;
  readonly name: Words;
  /** False where the structure is known from practice or from one source only. */
  readonly verified: boolean;
  readonly issuer?: Issuer;
  /** Product classes that such codes are met in; none for codes that are met everywhere. */
  readonly categories?: readonly Category[];
  /** Names of the parts, in the order in which the code holds them. */
  readonly partNames: Readonly<Record<string, Words>>;
  /** What the value of a part means, where people would not know, e.g. kind `93`: a cooperative. */
  meaningOf?(part: string, value: string): Words | undefined;
  /** Keys of GS1 that it consists of; Digital Links, element strings and EPC URNs follow from them. */
  readonly keys?: readonly Gs1Key[];
  readonly urn?: OwnUrn;
  /** Labels carry such codes inside a web address of the firm's own, so words of an address are tried as codes too. */
  readonly inAddress?: boolean;
  /** Names a natural person: where it is the likeliest reading it is the only one, and no answer repeats the code. */
  readonly isPersonal?: boolean;
  /** Spaces and dashes are part of its codes, so it is not asked for the text without them. */
  readonly isAsWritten?: boolean;
  /**
   * Reads a text that a person typed or scanned without any wrapping. It is asked twice where they differ: with the
   * text as it is (several lines included), and without spaces and dashes between the groups.
   */
  guess?(text: string): readonly Guess[];
}
