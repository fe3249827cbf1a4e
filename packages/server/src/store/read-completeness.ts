import {
  Act,
  type Caller,
  type Hands,
  type Key,
  type Leg,
  type LegKind,
  Position,
  roleOf,
} from '@yunsu/domain';
import type { Executor } from './database.ts';
import { toTimestamp } from './micros.ts';
import { parsePageToken, toPageToken } from './page-token.ts';
import { visibleTo } from './visible-to.ts';

/** Most legs, and most holdings, of one unit that are read. */
export const LEGS_READ_MAX = 10_000;
/** Most legs of a party that are looked through for one page. */
export const LEGS_SCANNED_MAX = 5_000;

/** A leg as kept, and which of its events the caller may see. */
export interface KeptLeg {
  readonly unit: Key;
  readonly n: number;
  readonly leg: Omit<Leg, 'own'>;
  readonly seesShipment: boolean;
  readonly seesReceipt: boolean;
  /** Where the shipment itself said that it was going. */
  readonly destination: Hands;
}

/** What is left of a unit in somebody's hands, as kept. */
export interface KeptHolding extends Hands {
  readonly quantity?: string;
  readonly uom?: string;
  readonly lastTime: number;
}

type LegTuple = readonly [
  unit: Key,
  n: number,
  moved: Key,
  kind: LegKind,
  shipped: string | null,
  shippedTime: number | null,
  received: string | null,
  receivedTime: number | null,
  fromParty: Key | null,
  fromPlace: Key | null,
  toParty: Key | null,
  toPlace: Key | null,
  quantity: string | null,
  uom: string | null,
  seesShipment: boolean,
  seesReceipt: boolean,
  destinationParty: Key | null,
  destinationPlace: Key | null,
];

const hands = (party: Key | null, place: Key | null): Hands => ({
  ...(party === null ? {} : { party }),
  ...(place === null ? {} : { place }),
});

function toKeptLeg(row: LegTuple): KeptLeg {
  const [unit, n, moved, kind, shipped, shippedTime, received, receivedTime, ...rest] = row;
  const [fromParty, fromPlace, toParty, toPlace, quantity, uom, seesShipment, seesReceipt, ...to] = rest;
  return {
    unit,
    n,
    leg: {
      unit: moved,
      kind,
      ...(shipped === null ? {} : { shipped: { event: shipped, time: shippedTime ?? 0 } }),
      ...(received === null ? {} : { received: { event: received, time: receivedTime ?? 0 } }),
      from: hands(fromParty, fromPlace),
      to: hands(toParty, toPlace),
      ...(quantity === null || uom === null ? {} : { quantity, uom }),
    },
    seesShipment,
    seesReceipt,
    destination: hands(...to),
  };
}

const SHIP = [false, true].map((classLevel) => roleOf(Position.unit, Act.ship, classLevel)).join(', ');

/** Legs `l` with what the caller may see of their events; rows of neither are left out. */
function legsSql(caller: Caller, from: string, values: unknown[]): string {
  return `select l.k, l.n, l.unit_k, l.kind, l.shipped, l.shipped_time, l.received, l.received_time,
                 l.from_party, l.from_place, l.to_party, l.to_place, l.quantity, l.uom,
                 v.ships, v.receives, d.party, d.place
            from ${from} l
            left join event es on es.event_id = l.shipped
            left join event er on er.event_id = l.received
           cross join lateral (select l.shipped is not null and ${visibleTo(caller, 'es.rights', values)} as ships,
                                      l.received is not null and ${visibleTo(caller, 'er.rights', values)} as receives) v
            left join lateral (select p.party, p.place from epc_event p
                                where p.k = l.unit_k and p.event_time = l.shipped_time and p.event_id = l.shipped
                                  and p.role in (${SHIP}) limit 1) d on true
           where (v.ships or v.receives)`;
}

/** The legs of a unit of which the caller may see an event, in their order; one more than LEGS_READ_MAX says that there are more. */
export async function readLegs(db: Executor, caller: Caller, unit: Key): Promise<KeptLeg[]> {
  const values: unknown[] = [unit, LEGS_READ_MAX + 1];
  const kept = '(select * from completeness_leg where k = $1)';
  const rows = await db.tuples<LegTuple>(`${legsSql(caller, kept, values)} order by l.n limit $2`, values);
  return rows.map(toKeptLeg);
}

/** What is held of a unit, where the caller may see the event that is the holder's last word. */
export async function readHoldings(db: Executor, caller: Caller, unit: Key): Promise<KeptHolding[]> {
  const values: unknown[] = [unit, LEGS_READ_MAX + 1];
  const rows = await db.tuples<[Key | null, Key | null, string | null, string | null, number]>(
    `select h.party, h.place, h.quantity, h.uom, h.last_time from completeness_holding h
       join event e on e.event_id = h.last_event
      where h.k = $1 and ${visibleTo(caller, 'e.rights', values)} order by h.n limit $2`,
    values,
  );
  return rows.map(([party, place, quantity, uom, lastTime]) => ({
    ...hands(party, place),
    ...(quantity === null || uom === null ? {} : { quantity, uom }),
    lastTime,
  }));
}

/** The limit that the computing of a unit met. */
export async function readLimit(
  db: Executor,
  unit: Key,
): Promise<{ limit: string; max: number } | undefined> {
  const rows = await db.tuples<[string, string]>(
    'select limit_name, limit_max from completeness_unit where k = $1',
    [unit],
  );
  const row = rows[0];
  return row && { limit: row[0], max: Number(row[1]) };
}

const MICROS = /^-?\d{1,16}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INDEX = /^\d{1,9}$/;

/** A page of legs; after one of few or none there may be more. */
export type LegPage =
  | { readonly ok: true; readonly legs: KeptLeg[]; readonly nextPageToken?: string }
  | { readonly ok: false; readonly reason: 'badToken' };

/**
 * The legs of units themselves (not of their containers) that a party sent or received and that are open as far as the caller
 * may see, the oldest first. A page looks through LEGS_SCANNED_MAX legs at most.
 */
export async function listOpenLegs(
  db: Executor,
  caller: Caller,
  party: Key,
  page: { readonly perPage: number; readonly token?: string; readonly scanMax?: number },
): Promise<LegPage> {
  const after = page.token === undefined ? undefined : parsePageToken(page.token, [MICROS, UUID, INDEX]);
  if (page.token !== undefined && after === undefined) return { ok: false, reason: 'badToken' };
  const scanMax = page.scanMax ?? LEGS_SCANNED_MAX;
  const keyset = after ? 'and (leg_time, k, n) > ($3::timestamptz, $4::uuid, $5::int)' : '';
  const values: unknown[] = [party, scanMax];
  if (after) values.push(toTimestamp(Number(after[0])), after[1], after[2]);
  const side = (column: string) =>
    `(select * from completeness_leg where ${column} = $1 and k = unit_k ${keyset} order by leg_time, k, n limit $2)`;
  const scanned = `(select * from (${side('from_party')} union ${side('to_party')}) u order by leg_time, k, n limit $2)`;
  const last = await db.tuples<[number, Key, number, number]>(
    `select leg_time, k, n, (count(*) over ())::int from ${scanned} s order by leg_time desc, k desc, n desc limit 1`,
    values,
  );
  const end = last[0];
  if (end === undefined) return { ok: true, legs: [] };
  const sql = legsSql(caller, scanned, values);
  const rows = await db.tuples<LegTuple>(
    `${sql} and ((l.kind = 'matched' and not (v.ships and v.receives))
                 or l.kind in ('shipment-without-receipt', 'unknown-holder', 'receipt-without-shipment', 'unexplained-removal'))
      order by l.leg_time, l.k, l.n limit $${values.push(page.perPage + 1)}`,
    values,
  );
  const legs = rows.map(toKeptLeg);
  const shown = legs.slice(0, page.perPage);
  const tail = shown.at(-1);
  if (legs.length > page.perPage && tail !== undefined) {
    const time = tail.leg.received?.time ?? tail.leg.shipped?.time ?? 0;
    return { ok: true, legs: shown, nextPageToken: toPageToken([time, tail.unit, tail.n]) };
  }
  const [time, unit, n, count] = end;
  return {
    ok: true,
    legs: shown,
    ...(count < scanMax ? {} : { nextPageToken: toPageToken([time, unit, n]) }),
  };
}
