import { type Key, Position, type Posting, positionOf } from '@yunsu/domain';

/** The columns of `epc_event` that a posting is made of, all of them in its index. */
export const POSTING_COLUMNS =
  'p.k, p.event_time, p.event_id, p.role, p.peer, p.quantity, p.uom, p.place, p.party';

/** A row of POSTING_COLUMNS; eventTime in microseconds. */
export type PostingTuple = readonly [
  unit: Key,
  eventTime: number,
  event: string,
  role: number,
  peer: Key | null,
  quantity: string | null,
  uom: string | null,
  place: Key | null,
  party: Key | null,
];

/** A posting from its row. */
export function toPosting(row: PostingTuple, peers?: readonly Key[]): Posting {
  const [unit, eventTime, event, role, peer, quantity, uom, place, party] = row;
  return {
    unit,
    eventTime,
    event,
    role,
    ...(peer === null ? {} : { peer }),
    ...(peers === undefined ? {} : { peers }),
    ...(quantity === null ? {} : { quantity }),
    ...(uom === null ? {} : { uom }),
    ...(place === null ? {} : { place }),
    ...(party === null ? {} : { party }),
  };
}

const WITH_PEERS: ReadonlySet<number> = new Set([
  Position.parent,
  Position.nodeInput,
  Position.nodeOutput,
  Position.lotOfMembers,
  Position.whole,
]);

/** True where the row may have a list of peers, which stands outside the index: a position of several, without one peer. */
export const mayHavePeers = ([, , , role, peer]: PostingTuple): boolean =>
  peer === null && WITH_PEERS.has(positionOf(role));
