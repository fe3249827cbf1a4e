import { type CodeState, codeTransitions, type Key } from '@yunsu/domain';
import { addEventMovement } from './code-movements.ts';
import { NAMED, settleCounts } from './code-states.ts';
import { arrayOf, type Database } from './database.ts';
import { appendFindings, type Finding } from './findings.ts';
import { boundsOf, moveCursor, readSpans, type Span } from './job-cursor.ts';
import { toTimestamp } from './micros.ts';
import { type Transaction, transaction } from './transaction.ts';

/*
 * Codes follow their events: what a captured event names is on a product. Nothing of it runs on the path of capture. A job
 * reads the numbered batches behind a cursor, activates what their events name, and moves the cursor in the same
 * transaction, so that a crash repeats a step and never loses one. Events that are voided by then do not count.
 */

/** Most event numbers that one step spans; a batch of more is taken in parts. */
export const STEP_EVENTS_MAX = 5_000;
/** Activation is one per database: any fixed number that nothing else locks. */
const ACTIVATION_LOCK = 20_260_007;
const CURSOR = 'activate-codes';
/** Most codes of one finding that are named. */
const FINDING_CODES_MAX = 20;

/** Does one step; true where there may be more. */
export async function activateByEvents(db: Database, movedAt: number): Promise<boolean> {
  return await transaction(db, async (tx) => {
    const locks = await tx.query<{ taken: boolean }>('select pg_try_advisory_xact_lock($1) as taken', [
      ACTIVATION_LOCK,
    ]);
    if (!locks[0]?.taken) return false;
    const next = await readSpans(tx, CURSOR, STEP_EVENTS_MAX);
    const { spans } = next;
    if (spans.length === 0) return false;
    const codes = await readNamedCodes(tx, spans);
    await activate(tx, codes, movedAt);
    await appendFindings(tx, await usedVoidCodes(tx, spans));
    await moveCursor(tx, CURSOR, next);
    return true;
  });
}

/** The units of the events of spans, those of voided events and of declarations left out; parameters 1 and 2. */
const NAMED_UNITS = `select distinct u.k, e.event_id
   from unnest($1::bigint[], $2::bigint[]) as s (first, last)
   join event e on e.event_id between s.first and s.last and not e.declared
  cross join lateral unnest(e.units) as u (k)
  where not exists (select from event_void v where v.event_id = e.event_id)`;

interface NamedCode {
  readonly key: Key;
  readonly order: string;
}

/** Codes that wait for their first event and have it: the unit is named, by this code or by another name. */
async function readNamedCodes(tx: Transaction, spans: readonly Span[]): Promise<NamedCode[]> {
  const rows = await tx.tuples<[Key, string]>(
    `with named as materialized (select distinct k from (${NAMED_UNITS}) n)
     select c.k, c.order_id from issued_code c join named n on n.k = c.k where c.state = any($3::text[])
     union
     select c.k, c.order_id from named n join alias_record r on r.unit_k = n.k join issued_code c on c.k = r.k
      where c.state = any($3::text[])`,
    [...boundsOf(spans), ACTIVATED_FROM],
  );
  return rows.map(([key, order]) => ({ key, order }));
}

/** A code in active use stays what it is; a void one is a finding. */
const ACTIVATED_FROM: readonly CodeState[] = (['reserved', 'printed'] as const).filter(
  (state) => codeTransitions.activate[state] === 'active',
);

/** Orders first, then codes: whoever moves codes by hand locks in the same sequence. */
async function activate(tx: Transaction, codes: readonly NamedCode[], movedAt: number): Promise<void> {
  if (codes.length === 0) return;
  const orders = [...new Set(codes.map(({ order }) => order))];
  await tx.execute('update code_order set labels = labels where id = any($1::bigint[])', [arrayOf(orders)]);
  const keys = arrayOf(codes.map(({ key }) => key));
  const moved = new Map<string, { reserved: number; printed: number }>();
  for (const state of ['reserved', 'printed'] as const) {
    const rows = await tx.tuples<[string, number]>(
      `with moved as (update issued_code set state = 'active', changed = $2
                       where k = any($1::uuid[]) and state = $3 returning order_id)
       select order_id, count(*)::int from moved group by order_id`,
      [keys, toTimestamp(movedAt), state],
    );
    for (const [order, count] of rows) {
      const entry = moved.get(order) ?? { reserved: 0, printed: 0 };
      moved.set(order, entry);
      entry[state] = count;
    }
  }
  for (const [order, { reserved, printed }] of moved) {
    const active = reserved + printed;
    await settleCounts(tx, order, { reserved: -reserved, printed: -printed, active, void: 0 }, reserved);
    await addEventMovement(tx, order, 'print', reserved, movedAt);
    await addEventMovement(tx, order, 'activate', active, movedAt);
  }
}

/** Activates those codes of one order that events name already; the caller has locked the order. */
export async function activateNamed(tx: Transaction, order: string, movedAt: number): Promise<void> {
  const rows = await tx.tuples<[Key]>(
    `select c.k from issued_code c where c.order_id = $1 and c.state = any($2::text[]) and ${NAMED}`,
    [order, ACTIVATED_FROM],
  );
  await activate(
    tx,
    rows.map(([key]) => ({ key, order })),
    movedAt,
  );
}

/** Activates the code of a key, and those that are other names of it, where events name the unit. */
export async function activateKeys(tx: Transaction, keys: readonly Key[], movedAt: number): Promise<void> {
  const rows = await tx.tuples<[Key, string]>(
    `select c.k, c.order_id from issued_code c where c.k = any($1::uuid[]) and c.state = any($2::text[]) and ${NAMED}`,
    [arrayOf(keys), ACTIVATED_FROM],
  );
  await activate(
    tx,
    rows.map(([key, order]) => ({ key, order })),
    movedAt,
  );
}

/** Events that name codes which their owner had made void: a label that was thought lost, or a copy. */
async function usedVoidCodes(tx: Transaction, spans: readonly Span[]): Promise<Finding[]> {
  const rows = await tx.tuples<[string, string[]]>(
    `select n.event_id, array_agg(e.uri order by e.uri)
       from (${NAMED_UNITS}) n join issued_code c on c.k = n.k and c.state = 'void' join epc e on e.k = n.k
      group by n.event_id`,
    boundsOf(spans),
  );
  return rows.map(([event, uris]) => {
    const more = uris.length - FINDING_CODES_MAX;
    const named = uris.slice(0, FINDING_CODES_MAX).join(' ');
    const detail = more > 0 ? `${named} +${more}` : named;
    return { kind: 'void-code-used', event, otherEvent: event, detail };
  });
}
