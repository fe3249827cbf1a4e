import { type Caller, type FrontierUnit, ledgerOf, type TraceSources, transitDays } from '@yunsu/domain';
import type { Context } from '../context.ts';
import type { KnownAt } from '../store/known-batches.ts';
import { readAlikePostings } from '../store/read-alike-postings.ts';
import { EVENT_DOCUMENTS_MAX, readEventDocuments } from '../store/read-event-documents.ts';
import { EVENT_FACTS_MAX, readEventFacts } from '../store/read-event-facts.ts';
import { readPostings } from '../store/read-postings.ts';
import { readUris } from '../store/read-uris.ts';
import { readPlaces, readProducts } from '../store/registers.ts';
import { createIdentities } from './identities.ts';

/** Units asked for at once: large enough to amortise a round trip, small enough to keep one statement short. */
const FRONTIER_CHUNK = 5_000;
const NAMES_CHUNK = 20_000;

export function* chunks<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}

/** Reads many keys or rows chunk by chunk into one map. */
export async function readAll<T, K, V>(
  all: readonly T[],
  size: number,
  read: (part: readonly T[]) => Promise<ReadonlyMap<K, V>>,
): Promise<Map<K, V>> {
  const result = new Map<K, V>();
  for (const part of chunks(all, size)) for (const [key, value] of await read(part)) result.set(key, value);
  return result;
}

/** Two at a time, in order: the database reads the next chunk while this one is taken apart here. */
async function mapInTwos<T, R>(all: readonly T[], read: (part: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < all.length; at = next++) results[at] = await read(all[at] as T);
  };
  await Promise.all([worker(), worker()]);
  return results;
}

/** The numbers of parts of a frontier as numbers in all of it. */
function inOneFrontier(parts: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(parts.reduce((size, part) => size + part.length, 0));
  let start = 0;
  for (const part of parts) {
    for (const [at, first] of part.entries()) all[start + at] = start + first;
    start += part.length;
  }
  return all;
}

/** What a walk asks the store, in the caller's view; with `known`, as the events were known then. */
export function traceSources({ db }: Context, caller: Caller, known?: KnownAt): TraceSources {
  return {
    postings: async (frontier: readonly FrontierUnit[], { alike = false } = {}) => {
      if (alike) {
        const read = await mapInTwos([...chunks(frontier, FRONTIER_CHUNK)], (part) =>
          readAlikePostings(db, caller, part, known),
        );
        return {
          postings: read.flatMap(({ postings }) => postings),
          truncatedUnits: read.flatMap(({ truncatedUnits }) => truncatedUnits),
          alike: inOneFrontier(read.map((part) => part.alike)),
        };
      }
      const parts = await mapInTwos([...chunks(frontier, FRONTIER_CHUNK)], (part) =>
        readPostings(db, caller, part, { known }),
      );
      const [only] = parts;
      if (parts.length === 1 && only !== undefined) return only;
      return {
        postings: parts.flatMap(({ postings }) => postings),
        truncatedUnits: parts.flatMap(({ truncatedUnits }) => truncatedUnits),
      };
    },
    eventIDs: async (events) => {
      const facts = await readAll(events, EVENT_FACTS_MAX, (part) => readEventFacts(db, part));
      return new Map([...facts].map(([event, { eventID }]) => [event, eventID]));
    },
    documents: (events) => readAll(events, EVENT_DOCUMENTS_MAX, (part) => readEventDocuments(db, part)),
    operators: async (keys) => {
      const uris = await readAll(keys, NAMES_CHUNK, (part) => readUris(db, part));
      const places = await readAll(
        [...uris.values()].map(({ uri }) => uri),
        NAMES_CHUNK,
        (part) => readPlaces(db, part),
      );
      const identities = createIdentities();
      return new Map(
        [...uris].flatMap(([key, { uri }]) => {
          const operator = places.get(uri)?.operator;
          return operator === undefined
            ? []
            : [[key, identities.keyOf(identities.canonical(operator))] as const];
        }),
      );
    },
    products: async (gtins) => {
      const uris = gtins.map((gtin) => `https://id.gs1.org/01/${gtin}`);
      const products = await readAll(uris, NAMES_CHUNK, (part) => readProducts(db, part));
      return new Map(
        [...products].map(([uri, { netContent, class: productClass }]) => {
          const rules = ledgerOf(productClass)?.transit;
          const facts = {
            ...(netContent === undefined ? {} : { netContent }),
            ...(rules === undefined ? {} : { transitDays: (day: string) => transitDays(rules, day) }),
          };
          return [uri.slice(-14), facts] as const;
        }),
      );
    },
  };
}
