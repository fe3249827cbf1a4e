import type { TObject, TSchema } from 'typebox';
import type { ProblemCode } from './problems.ts';
import type { Words } from './words.ts';

/**
 * Who may call: `anyone` also without a key (the public view); `key` with any key; `party` with a key that is
 * bound to a party; `regulator` with a regulator's key.
 */
export type Who = 'anyone' | 'key' | 'party' | 'regulator';

/** One HTTP operation. Paths are written as OpenAPI writes them, `{name}` for a part that varies. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly who: Who;
  readonly summary: Words;
  readonly params?: TObject;
  readonly query?: TObject;
  readonly headers?: TObject;
  readonly body?: TSchema;
  /** `document`: the body is kept byte for byte and read by the EPCIS room; else JSON. */
  readonly bodyIs?: 'json' | 'document';
  readonly status: number;
  readonly answer?: TSchema;
  /** Media type of the answer; JSON where absent. */
  readonly media?: string;
  /** The answer is a file: bytes, in whichever of the forms. */
  readonly binary?: boolean;
  /** Other forms of the same answer, given where `Accept` names one of them. */
  readonly alsoMedia?: readonly string[];
  /** Headers of the answer that carry meaning, in lower case. */
  readonly answerHeaders?: readonly string[];
  readonly problems: readonly ProblemCode[];
}
