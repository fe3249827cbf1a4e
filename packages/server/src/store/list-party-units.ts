import type { Caller, Key } from '@yunsu/domain';
import type { Executor } from './database.ts';
import { toTimestamp } from './micros.ts';
import { FEW_UNITS, visibleTo } from './visible-to.ts';

/** Most events of a party that its units are read from, and most units of them. */
export const PARTY_EVENTS_MAX = 50_000;
export const PARTY_UNITS_MAX = 20_000;

/** The least key that is of no GTIN: containers and assets lie above all products. */
const CONTAINERS_FROM = '80000000-0000-0000-0000-000000000000';

export interface PartyUnits {
  readonly units: readonly Key[];
  /** Which limit was met. */
  readonly limit?: { readonly limit: string; readonly max: number };
}

/**
 * The units of a product that a party named or was named with until an instant (microseconds), and every container, for
 * these may hold some. One look into the path of the party, then its events: as many rows as it has events.
 */
export async function listPartyUnits(
  db: Executor,
  caller: Caller,
  { party, range, to }: { party: string; range: { readonly from: Key; readonly to: Key }; to: number },
  given: { readonly events?: number; readonly units?: number } = {},
): Promise<PartyUnits> {
  const eventsMax = given.events ?? PARTY_EVENTS_MAX;
  const unitsMax = given.units ?? PARTY_UNITS_MAX;
  const values: unknown[] = [
    party,
    toTimestamp(to),
    eventsMax + 1,
    range.from,
    range.to,
    CONTAINERS_FROM,
    unitsMax + 1,
  ];
  const visible = visibleTo(caller, 'e.rights', values, FEW_UNITS + 1);
  const rows = await db.tuples<readonly [Key, number]>(
    `with own as materialized (
       select event_id from event_party where party = $1 and event_time <= $2::timestamptz
        order by event_time desc, event_id desc limit $3
     )
     select u.k, (select count(*) from own)::int
       from (select distinct k from own join event e on e.event_id = own.event_id, unnest(e.units) k
              where ${visible} and (k between $4::uuid and $5::uuid or k >= $6::uuid)
              order by k limit $7) u`,
    values,
  );
  const units = rows.slice(0, unitsMax).map(([unit]) => unit);
  if ((rows[0]?.[1] ?? 0) > eventsMax) return { units, limit: { limit: 'partyEventsMax', max: eventsMax } };
  if (rows.length > unitsMax) return { units, limit: { limit: 'partyUnitsMax', max: unitsMax } };
  return { units };
}
