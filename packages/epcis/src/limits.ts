/** Events in one document. Larger loads are sent as several documents (GS1-EPCIS-Capture-Limit). */
export const EVENTS_MAX = 30_000;
/** Entries of one list of EPCs or of quantity elements. */
export const IDENTIFIERS_MAX = 10_000;
/** Entries of any other list of an event: transactions, sources, sensor elements and reports, certificates. */
export const ITEMS_MAX = 1_000;
/** Vocabulary elements in the header of one document. */
export const VOCABULARY_ELEMENTS_MAX = 30_000;
/** UTF-16 units of one URI. */
export const URI_LENGTH_MAX = 2_048;
/** Faults written for one document; past it every further invalid event still gets its first fault. */
export const FAULTS_MAX = 100;

/** The bounds of a document, so that a deployment can set its own. */
export interface Limits {
  readonly eventsMax: number;
  readonly identifiersMax: number;
  readonly itemsMax: number;
  readonly vocabularyElementsMax: number;
  readonly uriLengthMax: number;
  readonly faultsMax: number;
}

/** The bounds that hold where the caller names none. */
export const LIMITS: Limits = {
  eventsMax: EVENTS_MAX,
  identifiersMax: IDENTIFIERS_MAX,
  itemsMax: ITEMS_MAX,
  vocabularyElementsMax: VOCABULARY_ELEMENTS_MAX,
  uriLengthMax: URI_LENGTH_MAX,
  faultsMax: FAULTS_MAX,
};
