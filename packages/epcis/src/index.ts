/** What an event says: EPCIS 2.0 / CBV 2.0 in JSON-LD, checked, exact, named by its hash. Pure; runs in a browser. */
export * as cbv from './cbv.ts';
export { standardNamespaces, toBareWord, toWebUri, type Vocabulary, wordsOf } from './cbv.ts';
export { contentOf } from './content.ts';
export {
  type ExpandedName,
  expandCurie,
  expandName,
  type Namespaces,
  readContext,
} from './context.ts';
export { isPlainDecimal, toPlainDecimal } from './decimal.ts';
export type * from './event.ts';
export { type Fault, fault } from './fault.ts';
export { eventHash, preHash } from './hash.ts';
export { parseInstant, toExactText, toMillisecondText } from './instant.ts';
export { ExactNumber, isList, isObject, type Json, type JsonObject, toJsonText } from './json.ts';
export * from './limits.ts';
export { parsePointer, toPointer } from './pointer.ts';
export {
  type QueryHead,
  type QueryMember,
  STANDARD_CONTEXT,
  toBareEvent,
  writeQueryDocument,
} from './query-document.ts';
export {
  type BareEventResult,
  type DocumentResult,
  type EpcisDocument,
  type ReadEvent,
  readBareEvent,
  readDocument,
} from './read-document.ts';
export type { VocabularyElement } from './read-vocabularies.ts';
export {
  DEPTH_MAX,
  DIGITS_MAX,
  EXPONENT_MAX,
  MEMBERS_MAX,
  type Scanned,
  type Span,
  scan,
  scanText,
} from './scan.ts';
export { spanOf } from './span-of.ts';
export { isUri } from './uri.ts';
