import { departmentsOf, isPublished, ledgers } from '@yunsu/domain';
import type { Event } from '@yunsu/epcis';
import type { Context } from '../context.ts';
import type { Executor } from '../store/database.ts';
import { REGISTER_READ_MAX, readParties, readPlaces, readProducts } from '../store/registers.ts';
import type { Identities } from './identities.ts';

/** Who may see an event: beside its actor these parties, the regulators of these scopes, and perhaps the public. */
export interface EventRights {
  readonly parties: readonly string[];
  readonly scopes: readonly string[];
  readonly published: boolean;
}

/** Every unit URI of an event, as written. */
export function* unitUris(event: Event): Generator<string> {
  if (event.parentID !== undefined) yield event.parentID;
  for (const list of [event.epcList, event.childEPCs, event.inputEPCList, event.outputEPCList]) yield* list;
  for (const list of [
    event.quantityList,
    event.childQuantityList,
    event.inputQuantityList,
    event.outputQuantityList,
  ]) {
    for (const { epcClass } of list) yield epcClass;
  }
}

/** Places that an event touches: where it happened, where goods left and where they are going. */
function* placeUris(event: Event): Generator<string> {
  if (event.readPoint) yield event.readPoint.id;
  if (event.bizLocation) yield event.bizLocation.id;
  for (const { type, id } of [...event.sourceList, ...event.destinationList])
    if (type === 'location') yield id;
}

function partyUris(event: Event): string[] {
  return [...event.sourceList, ...event.destinationList]
    .filter(({ type }) => type !== 'location')
    .map(({ id }) => id);
}

/** Class of a unit as the product register names it (GTIN). */
function classUriOf(identities: Identities, uri: string): string | undefined {
  const identifier = identities.identify(uri);
  return identifier.classUri ?? (identifier.level === 'class' ? identifier.uri : undefined);
}

/** One register read for any number of URIs, in questions of a bounded size. */
async function readAll<T>(
  db: Executor,
  read: (db: Executor, uris: readonly string[]) => Promise<Map<string, T>>,
  uris: ReadonlySet<string>,
): Promise<Map<string, T>> {
  const list = [...uris];
  const found = new Map<string, T>();
  for (let at = 0; at < list.length; at += REGISTER_READ_MAX) {
    for (const [uri, row] of await read(db, list.slice(at, at + REGISTER_READ_MAX))) found.set(uri, row);
  }
  return found;
}

/** An event with the party that acts in it, and the party that sent it. */
export interface ActedEvent {
  readonly event: Event;
  readonly actor: string;
  readonly sender: string;
}

/**
 * The rights over each event of a batch, with one question to each register. An event that crosses divisions is seen
 * from both. Units of unknown class (a container, an asset) concern whichever department: all ledgers' classes are named.
 */
export async function readEventRights(
  context: Context,
  identities: Identities,
  events: readonly ActedEvent[],
): Promise<EventRights[]> {
  const { canonical } = identities;
  const classUris = new Set<string>();
  const placesNamed = new Set<string>();
  const partiesNamed = new Set<string>();
  for (const { event, actor } of events) {
    for (const uri of unitUris(event)) {
      const classUri = classUriOf(identities, uri);
      if (classUri !== undefined) classUris.add(classUri);
    }
    for (const uri of placeUris(event)) placesNamed.add(canonical(uri));
    for (const uri of partyUris(event)) partiesNamed.add(canonical(uri));
    partiesNamed.add(actor);
  }
  const [products, places, parties] = await Promise.all([
    readAll(context.db, readProducts, classUris),
    readAll(context.db, readPlaces, placesNamed),
    readAll(context.db, readParties, partiesNamed),
  ]);

  function classesOf(event: Event): Set<string> {
    const classes = new Set<string>();
    for (const uri of unitUris(event)) {
      const product = products.get(classUriOf(identities, uri) ?? '');
      if (product) classes.add(product.class);
    }
    return classes;
  }

  function divisionsOf(event: Event, actor: string): Set<string> {
    const divisions = new Set<string>();
    for (const uri of placeUris(event)) {
      const place = places.get(canonical(uri));
      if (place) divisions.add(place.division);
    }
    for (const uri of [...partyUris(event), ...(divisions.size === 0 ? [actor] : [])]) {
      const party = parties.get(canonical(uri));
      if (party) divisions.add(party.division);
    }
    return divisions.size > 0 ? divisions : new Set(['*']);
  }

  return events.map(({ event, actor, sender }) => {
    const classes = classesOf(event);
    const concerned = classes.size > 0 ? classes : new Set(ledgers.keys());
    const divisions = [...divisionsOf(event, actor)];
    const scopes = [...concerned].flatMap((name) =>
      departmentsOf([name]).flatMap((department) =>
        divisions.map((division) => `${department}:${division}:${name}`),
      ),
    );
    const seen = new Set([...partyUris(event).map(canonical), sender]);
    seen.delete(actor);
    return { parties: [...seen].sort(), scopes: scopes.sort(), published: isPublished(classes) };
  });
}
