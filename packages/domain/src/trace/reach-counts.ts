import { Act, actOf, type Key, Position, type Posting, positionOf } from './posting.ts';

/** How many units may have been with a holder at a place. */
export interface ReachCount {
  readonly party: Key | undefined;
  readonly place: Key | undefined;
  readonly units: number;
}

/** What a walk may have reached, told from the rows alone: the amounts, which come later, decide what it did reach. */
export interface ReachCounts {
  /** Items, lots and containers; transformations are not among them. */
  readonly units: readonly Key[];
  /** The largest first; units that nobody placed are in none. */
  readonly holders: readonly ReachCount[];
}

/** One unit of a walk: its postings in order of time, and between which instants (microseconds) they count. */
export interface ReachedUnit {
  readonly unit: Key;
  readonly postings: readonly Posting[];
  readonly from: number;
  readonly to: number;
}

/** Counts units by holder and place from their postings alone, in one pass and without a graph. */
export function countReach(units: Iterable<ReachedUnit>): ReachCounts {
  const counts = new Map<Key | undefined, Map<Key | undefined, number>>();
  const all: Key[] = [];
  /** Units that share their postings are with the same holders. */
  const told = new Map<readonly Posting[], { from: number; to: number; holders: Holder[] }>();
  for (const unit of units) {
    const { postings, from, to } = unit;
    all.push(unit.unit);
    const same = told.get(postings);
    const holders = same?.from === from && same.to === to ? same.holders : holdersOf(unit);
    if (holders !== same?.holders) told.set(postings, { from, to, holders });
    for (const [party, place] of holders) {
      let ofParty = counts.get(party);
      if (ofParty === undefined) {
        ofParty = new Map();
        counts.set(party, ofParty);
      }
      ofParty.set(place, (ofParty.get(place) ?? 0) + 1);
    }
  }
  const holders = [...counts].flatMap(([party, places]) =>
    [...places].map(([place, count]) => ({ party, place, units: count })),
  );
  return { units: all, holders: holders.sort(byUnits) };
}

const compare = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);
const byUnits = (a: ReachCount, b: ReachCount): number =>
  b.units - a.units || compare(a.party, b.party) || compare(a.place, b.place);

type Holder = readonly [party: Key | undefined, place: Key | undefined];

/** Each party and place once. What an event does not say stays as it was. */
function holdersOf({ postings, from, to }: ReachedUnit): Holder[] {
  const holders: Holder[] = [];
  let party: Key | undefined;
  let place: Key | undefined;
  for (const posting of postings) {
    if (posting.eventTime > to) break;
    if (!places(posting.role)) continue;
    if (posting.party === undefined && posting.place === undefined) continue;
    party = posting.party ?? party;
    place = posting.place ?? place;
    if (posting.eventTime < from) continue;
    if (!holders.some((known) => known[0] === party && known[1] === place)) holders.push([party, place]);
  }
  return holders;
}

/** True where a row says where its unit is afterwards: not where it is sent to, nor where something is stated of it. */
function places(role: number): boolean {
  const act = actOf(role);
  if (act === Act.ship || act === Act.depart || act === Act.state) return false;
  const position = positionOf(role);
  return position !== Position.lotOfMembers && position !== Position.memberOfLot;
}
