import type { Event, QuantityElement, TypedReference } from '@yunsu/epcis';
import type { Identifier } from '@yunsu/identifiers';
import { type Act, type Key, PEERS_MAX, type Position, type Posting, roleOf } from './posting.ts';

/** A posting before the store has numbered its event. */
export type NewPosting = Omit<Posting, 'event'>;

/** What `postingsOf` must be told beside the event. Both functions are expected to remember their answers. */
export interface PostingFacts {
  /** The identity behind a URI as the event wrote it; private URIs are their own identity. */
  readonly identify: (uri: string) => Identifier;
  /** The key of a canonical URI. */
  readonly keyOf: (canonicalUri: string) => Key;
  /** Canonical URI of the party that acts: `yunsu:party`, else the sender (design §6). */
  readonly actor: string;
  /** The event's id, given or computed: the node of a transformation without `transformationID`. */
  readonly eventID: string;
}

/** The postings of one event while they are derived. */
export interface Draft {
  readonly event: Event;
  readonly facts: PostingFacts;
  readonly identifiers: Map<string, Identifier>;
  readonly postings: NewPosting[];
  /** Where the units are after the event. */
  readonly place: Key | undefined;
  readonly actor: Key;
}

/** The key of a URI as the event wrote it, whose identity is noted. */
export function keyIn(draft: Draft, uri: string): Key {
  const identifier = draft.facts.identify(uri);
  draft.identifiers.set(identifier.uri, identifier);
  return draft.facts.keyOf(identifier.uri);
}

interface Row {
  readonly unit: Key;
  readonly position: Position;
  readonly act: Act;
  readonly classLevel?: boolean;
  readonly peer?: Key;
  readonly peers?: readonly Key[];
  readonly measured?: QuantityElement;
  readonly place?: Key | undefined;
  readonly party?: Key | undefined;
}

/** Adds one posting. */
export function post(draft: Draft, row: Row): void {
  const { quantity, uom } = row.measured ?? {};
  draft.postings.push({
    unit: row.unit,
    eventTime: draft.event.eventTime.micros,
    role: roleOf(row.position, row.act, row.classLevel ?? false),
    ...(row.peer === undefined ? {} : { peer: row.peer }),
    ...(row.peers === undefined ? {} : { peers: row.peers }),
    ...(quantity === undefined ? {} : { quantity }),
    ...(uom === undefined ? {} : { uom }),
    ...(row.place === undefined ? {} : { place: row.place }),
    ...(row.party === undefined ? {} : { party: row.party }),
  });
}

/** The possessing party of a list, else the owning party: possession is what a holding follows. */
export function partyOf(draft: Draft, list: readonly TypedReference[]): Key | undefined {
  const named =
    list.find((reference) => reference.type === 'possessing_party') ??
    list.find((reference) => reference.type === 'owning_party');
  return named && keyIn(draft, named.id);
}

/** The location of a list. */
export function placeOf(draft: Draft, list: readonly TypedReference[]): Key | undefined {
  const named = list.find((reference) => reference.type === 'location');
  return named && keyIn(draft, named.id);
}

/** Lists of at most PEERS_MAX peers: a posting has no more. */
export function chunks(keys: readonly Key[]): Key[][] {
  const parts: Key[][] = [];
  for (let at = 0; at < keys.length; at += PEERS_MAX) parts.push(keys.slice(at, at + PEERS_MAX));
  return parts;
}
