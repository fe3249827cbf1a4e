import {
  type Caller,
  type HolderView,
  holderView,
  type Key,
  type Ledger,
  type PlaceView,
  placeView,
  prefectureOf,
} from '@yunsu/domain';
import type { Level } from '@yunsu/identifiers';
import type { Context } from '../context.ts';
import { readDivisions } from '../store/divisions.ts';
import { KEYS_MAX, type NamedKey, readUris } from '../store/read-uris.ts';
import { REGISTER_READ_MAX, readParties, readPlaces } from '../store/registers.ts';
import { readAll } from './trace-sources.ts';

/** Keys turned into what the caller may read of them. */
export interface Names {
  uri(key: Key): string;
  level(key: Key): Level;
  holder(key: Key | undefined): HolderView;
  holderOf(uri: string | undefined): HolderView;
  place(key: Key | undefined): PlaceView;
}

interface Wanted {
  readonly units?: Iterable<Key>;
  readonly parties?: Iterable<Key | undefined>;
  readonly partyUris?: Iterable<string>;
  readonly places?: Iterable<Key | undefined>;
  /** The ledgers of the products at hand: they say which names are published. */
  readonly ledgers: readonly Ledger[];
}

const defined = <T>(values: Iterable<T | undefined> = []): T[] =>
  [...new Set(values)].filter((value) => value !== undefined);

/** Reads the names of keys, each table once, and masks them for the caller. */
export async function readNames({ db }: Context, caller: Caller, wanted: Wanted): Promise<Names> {
  const keys = defined<Key>([...(wanted.units ?? []), ...(wanted.parties ?? []), ...(wanted.places ?? [])]);
  const named = await readAll(keys, KEYS_MAX, (part) => readUris(db, part));
  const uriOf = (key: Key) => named.get(key)?.uri;
  const partyUris = defined([...(wanted.partyUris ?? []), ...defined(wanted.parties).map(uriOf)]);
  const placeUris = defined(defined(wanted.places).map(uriOf));
  const [parties, places] = await Promise.all([
    readAll(partyUris, REGISTER_READ_MAX, (part) => readParties(db, part)),
    readAll(placeUris, REGISTER_READ_MAX, (part) => readPlaces(db, part)),
  ]);
  const prefectures = defined([...places.values()].map(({ division }) => prefectureOf(division)));
  const divisions = await readAll(prefectures, REGISTER_READ_MAX, (part) => readDivisions(db, part));
  const holderOf = (uri: string | undefined) =>
    holderView(caller, uri, uri === undefined ? undefined : parties.get(uri), wanted.ledgers);
  return {
    uri: (key) => named.get(key)?.uri ?? key,
    level: (key) => (named.get(key) as NamedKey | undefined)?.level ?? 'other',
    holder: (key) => holderOf(key === undefined ? undefined : (uriOf(key) ?? key)),
    holderOf,
    place: (key) => {
      const uri = key === undefined ? undefined : (uriOf(key) ?? key);
      const place = uri === undefined ? undefined : places.get(uri);
      const prefecture = place && divisions.get(prefectureOf(place.division))?.name;
      return placeView(caller, uri, place, prefecture);
    },
  };
}
