import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Event, readDocument } from '@yunsu/epcis';
import { type Identifier, keyOf, parseIdentifier } from '@yunsu/identifiers';
import {
  type Key,
  ledgerOf,
  type Posting,
  type ProductFacts,
  postingsOf,
  type TraceSources,
  type TransitRule,
  transitDays,
  YUNSU,
} from '../../src/index.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const storiesFolder = resolve(import.meta.dirname, '../../../../fixtures/stories');

const identifiers = new Map<string, Identifier>();
const keys = new Map<string, Key>();

/** The identity behind a URI, remembered, as the server does. */
export function identify(uri: string): Identifier {
  const known = identifiers.get(uri);
  if (known !== undefined) return known;
  const parsed = parseIdentifier(uri);
  if (!parsed.ok) throw new Error(`${uri}: ${parsed.reason}`);
  identifiers.set(uri, parsed.identifier);
  return parsed.identifier;
}

function canonicalKey(uri: string): Key {
  const known = keys.get(uri) ?? keyOf(uri, sha256);
  keys.set(uri, known);
  return known;
}

export const key = (uri: string): Key => canonicalKey(identify(uri).uri);

interface Registers {
  readonly places: { uri: string; operator: string; name: string }[];
  readonly products: {
    uri: string;
    netContent?: { quantity: string; uom: string };
    class?: string;
    transit?: readonly TransitRule[];
  }[];
  readonly parties: { uri: string; name: string }[];
}

/** The events of one story in the order of their documents, and its registers. */
export function readStory(id: string): { events: Event[]; registers: Registers } {
  const folder = join(storiesFolder, id);
  const events = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonld'))
    .sort()
    .flatMap((name) => {
      const result = readDocument(readFileSync(join(folder, name)));
      if (!result.ok) throw new Error(`${name}: ${result.faults[0]?.en}`);
      return result.document.events.map(({ event, faults }) => {
        if (event === null) throw new Error(`${name}: ${faults[0]?.en}`);
        return event;
      });
    });
  return { events, registers: JSON.parse(readFileSync(join(folder, 'registers.json'), 'utf8')) };
}

/** A store in memory: what the server's queries do, by a `Map`. */
export class MemoryStore implements TraceSources {
  readonly uris = new Map<Key, string>();
  readonly eventIDByNumber = new Map<string, string>();
  readonly #documents = new Map<string, Event['bizTransactionList']>();
  readonly #kept = new Set<string>();
  readonly #postings = new Map<Key, Posting[]>();
  readonly #operators = new Map<Key, Key>();
  readonly #products = new Map<string, ProductFacts>();

  constructor(events: readonly Event[], registers?: Registers) {
    for (const [index, event] of events.entries()) this.append(event, String(1000 + index));
    for (const { uri, operator } of registers?.places ?? []) this.#operators.set(key(uri), key(operator));
    for (const { uri, netContent, class: kind, transit = ledgerOf(kind)?.transit } of registers?.products ??
      []) {
      this.#products.set(uri.slice(-14), {
        ...(netContent === undefined ? {} : { netContent }),
        transitDays: (day) => transitDays(transit, day),
      });
    }
  }

  /** A repeat changes nothing: the same eventID of the same actor is kept once (design §5.5). */
  append(event: Event, number: string, sender = 'urn:test:sender'): void {
    const actor = event.extensions.find((e) => e.namespace === YUNSU && e.localName === 'party')?.value;
    const eventID = event.eventID ?? `urn:test:${number}`;
    const name = `${eventID} ${typeof actor === 'string' ? actor : sender}`;
    if (this.#kept.has(name)) return;
    this.#kept.add(name);
    const { postings, identifiers } = postingsOf(event, {
      identify,
      keyOf: canonicalKey,
      actor: typeof actor === 'string' ? actor : sender,
      eventID,
    });
    this.eventIDByNumber.set(number, eventID);
    this.#documents.set(number, event.bizTransactionList);
    for (const { uri } of identifiers) this.uris.set(canonicalKey(uri), uri);
    for (const posting of postings) {
      const list = this.#postings.get(posting.unit) ?? [];
      this.#postings.set(posting.unit, list);
      list.push({ ...posting, event: number });
    }
  }

  /** An event is declared wrong: from then on the store answers as if it had never come (EPCIS 2.0 §7.4.1). */
  declare(eventID: string): void {
    for (const [number, id] of this.eventIDByNumber) {
      if (id !== eventID) continue;
      for (const [unit, list] of this.#postings)
        this.#postings.set(
          unit,
          list.filter(({ event }) => event !== number),
        );
    }
  }

  readonly postings: TraceSources['postings'] = async (frontier, { alike: wanted = false } = {}) => {
    const alike = new Int32Array(frontier.length);
    const firstOf = new Map<string, number>();
    const postings: Posting[] = [];
    for (const [at, { unit, from = -Infinity, to = Infinity }] of frontier.entries()) {
      const own = (this.#postings.get(unit) ?? []).filter((p) => p.eventTime >= from && p.eventTime <= to);
      const told = JSON.stringify(own.map(({ unit: _, ...rest }) => rest));
      const first = wanted && own.length > 0 ? (firstOf.get(told) ?? at) : at;
      alike[at] = first;
      if (first !== at) continue;
      firstOf.set(told, at);
      postings.push(...own);
    }
    return { postings, truncatedUnits: [], alike };
  };
  readonly eventIDs: TraceSources['eventIDs'] = async (events) =>
    new Map(events.map((event) => [event, this.eventIDByNumber.get(event) ?? '']));
  readonly documents: TraceSources['documents'] = async (events) =>
    new Map(events.map((event) => [event, this.#documents.get(event) ?? []]));
  readonly operators: TraceSources['operators'] = async () => this.#operators;
  readonly products: TraceSources['products'] = async () => this.#products;

  uri(unit: Key | undefined): string {
    return unit === undefined ? '?' : (this.uris.get(unit) ?? unit);
  }
}
