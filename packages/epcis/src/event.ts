import type { Json, JsonObject } from './json.ts';

export type EventType =
  | 'ObjectEvent'
  | 'AggregationEvent'
  | 'TransactionEvent'
  | 'TransformationEvent'
  | 'AssociationEvent';
export type Action = 'ADD' | 'OBSERVE' | 'DELETE';

/** A point in time as EPCIS writes it. */
export interface Instant {
  /** The text as given. */
  readonly text: string;
  /** Microseconds since 1970 in UTC: a safe integer until the year 2255. Finer digits are kept in `text` alone. */
  readonly micros: number;
}

/** EPCIS 2.0 §7.3.3.3. `quantity` is an exact plain decimal ("58.65"), absent when not measured. */
export interface QuantityElement {
  readonly epcClass: string;
  readonly quantity?: string;
  /** UN/ECE Recommendation 20 code; absent means a count of pieces. */
  readonly uom?: string;
}

/** A source, destination or business transaction with its CBV type as a bare word or a URI. */
export interface TypedReference {
  readonly type?: string;
  readonly id: string;
}

/** An extension member: a name in a namespace, with the prefix that the document used. */
export interface Extension {
  readonly namespace: string;
  readonly localName: string;
  readonly prefix: string;
  readonly value: Json;
}

export interface Location {
  readonly id: string;
  readonly extensions: readonly Extension[];
}

export interface ErrorDeclaration {
  readonly declarationTime: Instant;
  readonly reason?: string;
  readonly correctiveEventIDs: readonly string[];
  readonly extensions: readonly Extension[];
}

/** One EPCIS event of any of the five types (EPCIS 2.0 §7.4). Identifiers stand as the document wrote them. CBV
 * values are bare words where CBV has the word ("shipping"), else URIs. Absent lists are empty. */
export interface Event {
  readonly type: EventType;
  readonly eventID?: string;
  readonly eventTime: Instant;
  readonly eventTimeZoneOffset: string;
  readonly recordTime?: Instant;
  readonly action?: Action;
  readonly bizStep?: string;
  readonly disposition?: string;
  readonly persistentDisposition?: { readonly set: readonly string[]; readonly unset: readonly string[] };
  readonly readPoint?: Location;
  readonly bizLocation?: Location;
  readonly parentID?: string;
  readonly epcList: readonly string[];
  readonly quantityList: readonly QuantityElement[];
  readonly childEPCs: readonly string[];
  readonly childQuantityList: readonly QuantityElement[];
  readonly inputEPCList: readonly string[];
  readonly inputQuantityList: readonly QuantityElement[];
  readonly outputEPCList: readonly string[];
  readonly outputQuantityList: readonly QuantityElement[];
  readonly transformationID?: string;
  readonly bizTransactionList: readonly TypedReference[];
  readonly sourceList: readonly TypedReference[];
  readonly destinationList: readonly TypedReference[];
  /** As scanned: `[{sensorMetadata?, sensorReport: […]}]`. */
  readonly sensorElementList: readonly JsonObject[];
  readonly certificationInfo: readonly string[];
  readonly ilmd: readonly Extension[];
  readonly extensions: readonly Extension[];
  readonly errorDeclaration?: ErrorDeclaration;
  /** Namespace URIs of the prefixes in force inside the event, for the names inside extensions and for CURIEs; the standard
   * prefixes where absent. */
  readonly namespaces?: Readonly<Record<string, string>>;
}
