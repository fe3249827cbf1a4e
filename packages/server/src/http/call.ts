import type { AnswerOf, BodyOf, HeadersOf, OperationName, ParametersOf, Routes } from '@yunsu/api';
import type { Context } from '../context.ts';
import type { Sender } from '../operations/authenticate.ts';

/** What a handler is given: the checked parts of one request. */
export interface Call<N extends OperationName> {
  readonly context: Context;
  readonly sender: Sender;
  /** Path and query parameters by name, checked and with defaults. */
  readonly parameters: ParametersOf<N>;
  readonly headers: HeadersOf<N>;
  /** The form of the answer that `Accept` chose among those of the table. */
  readonly media: string;
  /** For documents the bytes as sent. */
  readonly body: Routes[N] extends { bodyIs: 'document' } ? Buffer : BodyOf<N>;
}

/** What a handler gives back. `text` is an answer that is already JSON or plain text and is passed on to the letter. */
export interface Reply<N extends OperationName> {
  readonly body?: AnswerOf<N>;
  readonly text?: string;
  /** An answer that is written piece by piece. */
  readonly pieces?: AsyncIterable<string | Uint8Array>;
  /** An answer that is a file. */
  readonly bytes?: Buffer;
  /** Media type of the answer, where a parameter chose the form and not `Accept`. */
  readonly media?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where it differs from the status of the table: 503 of a server that is not ready. */
  readonly status?: number;
}

export type Handler<N extends OperationName> = (call: Call<N>) => Promise<Reply<N>>;

/** A handler for every operation: the compiler asks for a missing one. */
export type Handlers = { readonly [N in OperationName]: Handler<N> };
