import {
  type Caller,
  type HolderView,
  holderView,
  ledgers,
  type PlaceView,
  placeView,
  prefectureOf,
} from '@yunsu/domain';
import type { Candidate } from '@yunsu/identifiers';
import type { Context } from '../context.ts';
import { readDivisions } from '../store/divisions.ts';
import { readParties, readPlaces } from '../store/registers.ts';

/** What the registers say of a code that names a place or a party, as the caller may know it. */
export async function readNamesOfCode(
  { db }: Context,
  caller: Caller,
  { level, uri }: Candidate,
): Promise<{ place?: PlaceView; party?: HolderView }> {
  if (level === 'party') {
    const party = (await readParties(db, [uri])).get(uri);
    // That a token stands for a farmer is nobody's business but that of those who deal with them.
    if (party === undefined || (party.kind === 'person' && caller.plane === 'public')) return {};
    return { party: holderView(caller, uri, party, ledgers.values()) };
  }
  if (level !== 'place') return {};
  const place = (await readPlaces(db, [uri])).get(uri);
  if (place === undefined) return {};
  const prefecture = prefectureOf(place.division);
  const divisions = await readDivisions(db, [prefecture]);
  return { place: placeView(caller, uri, place, divisions.get(prefecture)?.name) };
}
