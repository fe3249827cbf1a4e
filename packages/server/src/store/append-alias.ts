import type { Caller, Key } from '@yunsu/domain';
import { readAliases } from './alias.ts';
import type { Database, Executor } from './database.ts';
import { toTimestamp } from './micros.ts';
import { type Transaction, transaction } from './transaction.ts';
import { visibleTo } from './visible-to.ts';

/** Another name that a unit is to have. */
export interface NewAlias {
  readonly key: Key;
  readonly uri: string;
  /** What it is to be another name of: a unit, or another name of one. */
  readonly unit: Key;
  readonly unitUri: string;
  readonly plane: Caller['plane'];
  /** Who says so: a party, else the scopes of a regulator. */
  readonly by: string;
  /** Microseconds since 1970. */
  readonly addedAt: number;
  /** The decision of an authority that two units which both have events are one. */
  readonly decision?: { readonly number: string; readonly reason: string };
}

/**
 * What became of it: `added`, or `known` before. `taken`: it names another unit. `circle`: it is the unit itself, or the unit
 * is another name of it. `undecided`: both have events, and nobody answers for joining them.
 */
export type AliasAdded = { readonly kind: 'added' | 'known' | 'taken' | 'circle' | 'undecided' };

/** Names are given one at a time, so that no two of them make a circle: any fixed number that nothing else locks. */
const ALIAS_LOCK = 20_260_008;

/** Gives a unit another name. What was posted under that name before is moved by a job (`repost-aliases.ts`). */
export async function appendAlias(db: Database, alias: NewAlias): Promise<AliasAdded> {
  return await transaction(db, (tx) => add(tx, alias), { keep: ({ kind }) => kind === 'added' });
}

async function add(tx: Transaction, alias: NewAlias): Promise<AliasAdded> {
  await tx.query('select pg_advisory_xact_lock($1)', [ALIAS_LOCK]);
  const { key } = alias;
  const known = await readAliases(tx, [key, alias.unit]);
  const unit = known.get(alias.unit) ?? alias.unit;
  if (unit === key) return { kind: 'circle' };
  const named = known.get(key);
  if (named !== undefined) return { kind: named === unit ? 'known' : 'taken' };
  if (alias.decision === undefined && (await hasEvents(tx, key)) && (await hasEvents(tx, unit))) {
    return { kind: 'undecided' };
  }
  const unitUri = unit === alias.unit ? alias.unitUri : await readUnitUri(tx, alias.unit, alias.unitUri);
  await followUnit(tx, key, unit, unitUri);
  await tx.execute('insert into alias (k, unit_k) values ($1, $2)', [key, unit]);
  await tx.execute(
    `insert into alias_record (k, unit_k, uri, unit_uri, added, plane, added_by, state)
     values ($1, $2, $3, $4, $5, $6, $7, 'waiting')`,
    [key, unit, alias.uri, unitUri, toTimestamp(alias.addedAt), alias.plane, alias.by],
  );
  if (alias.decision) {
    await tx.execute(
      `insert into alias_decision (k, unit_k, number, reason, decided, decided_by) values ($1, $2, $3, $4, $5, $6)`,
      [key, unit, alias.decision.number, alias.decision.reason, toTimestamp(alias.addedAt), alias.by],
    );
  }
  return { kind: 'added' };
}

/** Other names of what becomes a name itself are names of the unit from then on: a name never leads to a name. */
async function followUnit(tx: Transaction, key: Key, unit: Key, unitUri: string): Promise<void> {
  await tx.execute(
    'update alias a set unit_k = $2 from alias_record r where r.unit_k = $1 and a.k = r.k and a.unit_k = $1',
    [key, unit],
  );
  await tx.execute('update alias_record set unit_k = $2, unit_uri = $3 where unit_k = $1', [
    key,
    unit,
    unitUri,
  ]);
}

/** True where an event that stands names the unit. */
async function hasEvents(db: Executor, unit: Key): Promise<boolean> {
  const rows = await db.query<{ found: boolean }>(
    'select exists (select from epc_event where k = $1 and void_from is null) as found',
    [unit],
  );
  return rows[0]?.found === true;
}

/** Canonical URI of the unit that a key is another name of; `otherwise` where it is a unit itself. */
export async function readUnitUri(db: Executor, key: Key, otherwise: string): Promise<string> {
  const rows = await db.query<{ unit_uri: string }>('select unit_uri from alias_record where k = $1', [key]);
  return rows[0]?.unit_uri ?? otherwise;
}

/** How a caller stands to the events of a unit. */
export interface UnitTies {
  /** Some event that stands names the unit. */
  readonly named: boolean;
  /** The caller may see one of them. */
  readonly seen: boolean;
  /** The caller's party is the actor of one of them. */
  readonly acted: boolean;
}

/** Asks of the events of a unit what a right over it can rest on. */
export async function readUnitTies(db: Executor, caller: Caller, unit: Key): Promise<UnitTies> {
  const values: unknown[] = [unit, caller.party ?? null];
  const visible = visibleTo(caller, 'p.rights', values);
  const live = 'from epc_event p where p.k = $1 and p.void_from is null';
  const rows = await db.query<UnitTies>(
    `select exists (select ${live}) as named, exists (select ${live} and ${visible}) as seen,
            exists (select ${live} and (select r.owner from rights r where r.id = p.rights) = $2) as acted`,
    values,
  );
  return rows[0] ?? { named: false, seen: false, acted: false };
}

/** Another name of a unit. */
export interface AliasRow {
  readonly uri: string;
  readonly state: 'waiting' | 'done';
  /** Microseconds since 1970. */
  readonly addedAt: number;
}

/** Most other names of one unit that are read. */
export const ALIASES_MAX = 1_000;

/** The other names of a unit, the earliest first. */
export async function listAliases(db: Executor, unit: Key): Promise<AliasRow[]> {
  const rows = await db.query<{ uri: string; state: AliasRow['state']; added: number }>(
    'select uri, state, added from alias_record where unit_k = $1 order by added, k limit $2',
    [unit, ALIASES_MAX],
  );
  return rows.map(({ uri, state, added }) => ({ uri, state, addedAt: added }));
}
