import type { Key, Posting } from '@yunsu/domain';
import type { Event, Json } from '@yunsu/epcis';
import type { Level } from '@yunsu/identifiers';

/** An identity with its 128-bit key, for the dictionary `epc`. One object may serve all events of a batch. */
export interface KeyedIdentifier {
  readonly key: Key;
  /** Canonical URI, at most URI_BYTES_MAX bytes of UTF-8. */
  readonly uri: string;
  readonly level: Level;
  /** Digits of the GS1 company prefix, where an EPC URN told it. */
  readonly prefixLength?: number;
}

/** A secret value that was cut out of the text of an event. */
export interface SecretCut {
  /** JSON pointer inside the event. */
  readonly path: string;
  /** Where the cut began, in bytes of UTF-8 of the text **before** any cut. */
  readonly byteOffset: number;
  /** The text that was cut, to the letter. */
  readonly plaintext: string;
}

/** What makes an event a declaration that an earlier event was wrong (EPCIS 2.0 §7.4.1). */
export interface Declaration {
  /** Microseconds since 1970, UTC. */
  readonly declarationTime: number;
  readonly reason?: string;
  readonly correctiveEventIDs: readonly string[];
  /** Hexadecimal SHA-256 of the canonical text of the errorDeclaration: tells two declarations of one event apart. */
  readonly content: string;
}

/** One validated event, ready to store. */
export interface CaptureEvent {
  /** JSON pointer of the event in its document, for the answer to the sender. */
  readonly pointer: string;
  /** As read; `event.eventID` is absent where the sender gave none. */
  readonly event: Event;
  /** The eventID as given, else the CBV event hash id. */
  readonly eventID: string;
  /** Hexadecimal SHA-256 of the canonical event without recordTime, eventID and errorDeclaration, before any cut. */
  readonly content: string;
  /** Canonical URI of the party that did what the event says. */
  readonly actor: string;
  /** The member as accepted, secret values cut out. */
  readonly text: string;
  /** JSON text of the document's `@context`. */
  readonly contextText: string;
  /** JSON text of ILMD and extensions only, secret values cut out. */
  readonly ext: string;
  readonly secrets: readonly SecretCut[];
  /** Every identity met: units, classes, places, parties, transformation nodes. Each key of a posting is among them. */
  readonly identifiers: readonly KeyedIdentifier[];
  readonly postings: readonly Omit<Posting, 'event'>[];
  /** Keys of `readPoint` and `bizLocation`. */
  readonly readPoint?: Key;
  readonly bizLocation?: Key;
  /** `yunsu:process`. */
  readonly process?: string;
  /** Canonical URIs of those who may see the event beside its actor: sources, destinations. */
  readonly parties: readonly string[];
  /** `department:division:class` of the regulators concerned. */
  readonly scopes: readonly string[];
  /** True where the ledger lets the public see it. */
  readonly published: boolean;
  readonly declaration?: Declaration;
}

/** A master data element of the document's header (EPCIS 2.0 §7.1.2). */
export interface MasterDataElement {
  /** The vocabulary's type, e.g. `urn:epcglobal:epcis:vtype:Location`. */
  readonly type: string;
  readonly id: string;
  readonly attributes: readonly { readonly id: string; readonly value: Json }[];
  readonly children: readonly string[];
}

/** What one capture brings: at most EVENTS_MAX events, stored in one transaction. */
export interface CaptureBatch {
  /** Id of the capture job, where there is one. */
  readonly job?: string;
  readonly errorBehaviour: 'rollback' | 'proceed';
  /** Canonical URI of the party whose key sent it. */
  readonly sender: string;
  /** Microseconds since 1970, UTC. */
  readonly receivedAt: number;
  readonly events: readonly CaptureEvent[];
  readonly masterData: readonly MasterDataElement[];
}

/**
 * `stored`: new. `repeat`: the same actor told the same before. `conflict`: the same actor told something else
 * under this eventID (409). `refused`: the store cannot hold it; `reason` says why.
 */
export type EventState = 'stored' | 'repeat' | 'conflict' | 'refused';

/** What became of one event. */
export interface EventOutcome {
  readonly pointer: string;
  readonly eventID: string;
  readonly state: EventState;
  /** Number of the stored event, as decimal text: its own, or the earlier one that it repeats or contradicts. */
  readonly event?: string;
  readonly reason?: { readonly en: string; readonly zh: string };
  /** True where a real twin would look the same: answer "give an eventID if these are two acts" (design §5.8). */
  readonly twinWarning: boolean;
}

/** What became of a batch. With `rolledBack` nothing was stored, whatever `state` says of single events. */
export interface AppendOutcome {
  readonly rolledBack: boolean;
  readonly events: readonly EventOutcome[];
  readonly stored: number;
}

/** Most events in one transaction; larger documents are captured in parts (`proceed`) or whole up to here (`rollback`). */
export const EVENTS_MAX = 50_000;
/** Longest canonical URI: a B-tree refuses index rows over 2,704 bytes, and one long URI must not sink a batch. */
export const URI_BYTES_MAX = 2_000;
