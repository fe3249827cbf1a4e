import {
  type Caller,
  type HolderView,
  holderView,
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
    return party === undefined ? {} : { party: holderView(caller, uri, party, []) };
  }
  if (level !== 'place') return {};
  const place = (await readPlaces(db, [uri])).get(uri);
  if (place === undefined) return {};
  const prefecture = prefectureOf(place.division);
  const divisions = await readDivisions(db, [prefecture]);
  return { place: placeView(caller, uri, place, divisions.get(prefecture)?.name) };
}
