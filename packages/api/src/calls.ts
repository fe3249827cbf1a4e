import type { Static, TSchema } from 'typebox';
import type { OperationName, Routes } from './routes.ts';

type Part<R, K extends string> = R extends Record<K, infer T extends TSchema> ? Static<T> : unknown;
type PartOr<R, K extends string, Otherwise> =
  R extends Record<K, infer T extends TSchema> ? Static<T> : Otherwise;

/** The parameters of an operation in its path and query, by name. */
export type ParametersOf<N extends OperationName> = Part<Routes[N], 'params'> & Part<Routes[N], 'query'>;
/** The headers that an operation reads, in lower case. */
export type HeadersOf<N extends OperationName> = PartOr<Routes[N], 'headers', undefined>;
/** The body that an operation reads. */
export type BodyOf<N extends OperationName> = PartOr<Routes[N], 'body', undefined>;
/** The body that an operation answers with. */
export type AnswerOf<N extends OperationName> = Routes[N] extends { binary: true }
  ? Uint8Array<ArrayBuffer>
  : PartOr<Routes[N], 'answer', undefined>;

type HeaderNamesOf<N extends OperationName> = Routes[N] extends {
  answerHeaders: readonly (infer H extends string)[];
}
  ? H
  : never;

/** What a caller gives: parameters, body and headers in one object. */
export type CallOf<N extends OperationName> = ParametersOf<N> &
  (Routes[N] extends { body: TSchema } ? { body: BodyOf<N> } : unknown) &
  (Routes[N] extends { headers: TSchema } ? { headers?: HeadersOf<N> } : unknown);

/** What a caller gets: the answer, or the answer with its headers where those carry meaning. */
export type ResultOf<N extends OperationName> = [HeaderNamesOf<N>] extends [never]
  ? AnswerOf<N>
  : { body: AnswerOf<N>; headers: Partial<Record<HeaderNamesOf<N>, string>> };
