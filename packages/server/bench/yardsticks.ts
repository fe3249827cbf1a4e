import type { Database } from '../src/store/database.ts';
import { transaction } from '../src/store/transaction.ts';

/** The tables that a capture writes with COPY, and their columns in order. */
const TABLES = ['event', 'epc_event', 'event_key', 'event_party', 'event_scope', 'epc'] as const;
/** Events in one COPY transaction of the yardstick; the same as one captured document. */
const COPY_BATCH = 1_000;

/**
 * One-connection COPY of the rows that capture has stored, into empty tables with the same indexes, in transactions of
 * the same size. It is the bound that the database itself sets: no parsing, no validation, no hashing. Answers events/s.
 */
export async function measureCopy(db: Database): Promise<number> {
  await db.execute('drop schema if exists yardstick cascade');
  await db.execute('create schema yardstick');
  for (const table of TABLES)
    await db.execute(`create table yardstick.${table} (like public.${table} including all)`);
  const ids = (await db.tuples<[string]>('select event_id from event order by event_id')).map(([id]) => id);
  let spent = 0;
  let events = 0;
  for (let at = 0; at < ids.length; at += COPY_BATCH) {
    const part = ids.slice(at, at + COPY_BATCH);
    const rows = await readRows(db, part[0] ?? '0', part.at(-1) ?? '0');
    const start = performance.now();
    await transaction(db, async (tx) => {
      for (const [table, lines] of rows) await tx.copy(`copy yardstick.${table} from stdin`, lines);
    });
    spent += performance.now() - start;
    events += part.length;
  }
  await db.execute('drop schema yardstick cascade');
  return (events / spent) * 1000;
}

/** The rows of a range of events as COPY text. Identities stand with the first event that could have brought them. */
async function readRows(db: Database, first: string, last: string): Promise<Map<string, string[]>> {
  const rows = new Map<string, string[]>();
  for (const table of TABLES) {
    const columns = await db.tuples<[string]>(
      'select attname from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum',
      [table],
    );
    const list = columns.map(([name]) => `t.${name}`).join(', ');
    const found =
      table === 'epc'
        ? await db.tuples<(string | null)[]>(
            `select ${columns.map(([name]) => `t.${name}::text`).join(', ')} from epc t
              where t.k in (select k from epc_event where event_id between $1 and $2)
                and not exists (select from yardstick.epc y where y.k = t.k)`,
            [first, last],
          )
        : await db.tuples<(string | null)[]>(
            `select ${list.replaceAll(/t\.(\w+)/g, 't.$1::text')} from ${table} t where t.event_id between $1 and $2`,
            [first, last],
          );
    rows.set(
      table,
      found.map((row) => row.map(copyCell).join('\t')),
    );
  }
  return rows;
}

const copyCell = (value: string | null): string =>
  value === null
    ? '\\N'
    : value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r');

/**
 * The field's usual answer: a recursive CTE over pairwise edges. The edges are made beforehand and not counted; the
 * walk carries no quantities and no times. Answers milliseconds and the units found.
 */
export async function measureRecursive(
  db: Database,
  rootKey: string,
): Promise<{ ms: number; units: number }> {
  await db.execute('drop table if exists pairwise_edge');
  await db.execute(`create table pairwise_edge as
    select k as source, peer as target from epc_event where peer is not null and role & 127 between 24 and 47 and void_from is null
    union all
    select k, unnest(peers) from epc_event where peers is not null and role & 127 in (64, 65, 66) and void_from is null
    union all
    select i.k, unnest(o.peers) from epc_event i join epc_event o on o.k = i.peer
     where (i.role & 127) >> 3 = 4 and (o.role & 127) >> 3 = 7 and o.peers is not null`);
  await db.execute('create index pairwise_edge_idx on pairwise_edge (source, target)');
  await db.execute('analyze pairwise_edge');
  const start = performance.now();
  const [row] = await db.tuples<[number]>(
    `with recursive walk (unit) as (
       select $1::uuid union select e.target from walk w join pairwise_edge e on e.source = w.unit)
     select count(*)::int from walk`,
    [rootKey],
  );
  const ms = performance.now() - start;
  await db.execute('drop table pairwise_edge');
  return { ms, units: row?.[0] ?? 0 };
}
