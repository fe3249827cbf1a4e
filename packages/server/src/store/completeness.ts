import type { Explained, Held, Key, Leg } from '@yunsu/domain';
import type { StaleUnit } from './completeness-due.ts';
import { arrayOf, type Database } from './database.ts';
import { toTimestamp } from './micros.ts';
import { type Transaction, transaction } from './transaction.ts';

/** A unit that was computed: the mark that it was stale by, and what its records explain. */
export type ComputedUnit = StaleUnit & { readonly explained: Explained };

/**
 * Writes what was computed in place of what stood there, and takes the units off the list. A unit that was marked again
 * meanwhile, or that another server has written, is left as it is: what was computed may be older. Returns how many were
 * written.
 */
export async function replaceExplained(db: Database, computed: readonly ComputedUnit[]): Promise<number> {
  if (computed.length === 0) return 0;
  return await transaction(db, async (tx) => {
    const rows = await tx.tuples<[Key]>(
      `delete from completeness_stale where (k, mark) in (select * from unnest($1::uuid[], $2::uuid[])) returning k`,
      [arrayOf(computed.map(({ unit }) => unit)), arrayOf(computed.map(({ mark }) => mark))],
    );
    const ours = new Set(rows.map(([unit]) => unit));
    const written = computed.filter(({ unit }) => ours.has(unit));
    await deleteOld(tx, [...ours]);
    await insertLegs(
      tx,
      written.flatMap(({ unit, explained }) => explained.legs.map((leg, n) => ({ unit, n, leg }))),
    );
    await insertHoldings(
      tx,
      written.flatMap(({ unit, explained }) => explained.held.map((held, n) => ({ unit, n, held }))),
    );
    await insertLimits(tx, written);
    return ours.size;
  });
}

async function deleteOld(tx: Transaction, units: readonly Key[]): Promise<void> {
  for (const table of ['completeness_leg', 'completeness_holding', 'completeness_unit'])
    await tx.execute(`delete from ${table} where k = any($1::uuid[])`, [arrayOf(units)]);
}

const timestamp = (time: number | undefined): string | null =>
  time === undefined ? null : toTimestamp(time);

async function insertLegs(
  tx: Transaction,
  rows: readonly { unit: Key; n: number; leg: Leg }[],
): Promise<void> {
  if (rows.length === 0) return;
  const of = <T>(read: (leg: Leg) => T | undefined) => rows.map(({ leg }) => read(leg) ?? null);
  await tx.execute(
    `insert into completeness_leg (k, n, unit_k, kind, leg_time, shipped, shipped_time, received, received_time,
                                   from_party, from_place, to_party, to_place, quantity, uom)
     select k, n, unit_k, kind, coalesce(received_time, shipped_time), shipped, shipped_time, received, received_time,
            from_party, from_place, to_party, to_place, quantity, uom
       from unnest($1::uuid[], $2::int[], $3::uuid[], $4::text[], $5::bigint[], $6::timestamptz[], $7::bigint[],
                   $8::timestamptz[], $9::uuid[], $10::uuid[], $11::uuid[], $12::uuid[], $13::numeric[], $14::text[])
         as l (k, n, unit_k, kind, shipped, shipped_time, received, received_time, from_party, from_place,
               to_party, to_place, quantity, uom)`,
    [
      arrayOf(rows.map(({ unit }) => unit)),
      arrayOf(rows.map(({ n }) => n)),
      of(({ unit }) => unit),
      of(({ kind }) => kind),
      of(({ shipped }) => shipped?.event),
      of(({ shipped }) => timestamp(shipped?.time)),
      of(({ received }) => received?.event),
      of(({ received }) => timestamp(received?.time)),
      of(({ from }) => from.party),
      of(({ from }) => from.place),
      of(({ to }) => to.party),
      of(({ to }) => to.place),
      of(({ quantity }) => quantity),
      of(({ uom }) => uom),
    ],
  );
}

async function insertHoldings(
  tx: Transaction,
  rows: readonly { unit: Key; n: number; held: Held }[],
): Promise<void> {
  if (rows.length === 0) return;
  const of = <T>(read: (held: Held) => T | undefined) => rows.map(({ held }) => read(held) ?? null);
  await tx.execute(
    `insert into completeness_holding (k, n, party, place, quantity, uom, last_time, last_event)
     select * from unnest($1::uuid[], $2::int[], $3::uuid[], $4::uuid[], $5::numeric[], $6::text[], $7::timestamptz[],
                          $8::bigint[])`,
    [
      arrayOf(rows.map(({ unit }) => unit)),
      arrayOf(rows.map(({ n }) => n)),
      of(({ party }) => party),
      of(({ place }) => place),
      of(({ quantity }) => quantity),
      of(({ uom }) => uom),
      of(({ lastTime }) => timestamp(lastTime)),
      of(({ lastEvent }) => lastEvent),
    ],
  );
}

async function insertLimits(tx: Transaction, computed: readonly ComputedUnit[]): Promise<void> {
  const cut = computed.flatMap(({ unit, explained: { truncated } }) =>
    truncated === null ? [] : [{ unit, ...truncated }],
  );
  if (cut.length === 0) return;
  await tx.execute(
    `insert into completeness_unit (k, limit_name, limit_max) select * from unnest($1::uuid[], $2::text[], $3::bigint[])`,
    [arrayOf(cut.map(({ unit }) => unit)), cut.map(({ limit }) => limit), arrayOf(cut.map(({ max }) => max))],
  );
}
