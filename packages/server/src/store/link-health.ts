import { arrayOf, type Database, type Executor } from './database.ts';
import type { LinkHealth } from './links.ts';
import { toTimestamp } from './micros.ts';
import { parsePageToken, toPageToken } from './page-token.ts';
import { digestOf } from './sha256.ts';
import { transaction } from './transaction.ts';

/** Visits of one address that are kept: a month of days. */
export const VISITS_KEPT = 30;
/** Days on which an address must fail, without a success between them, to be called dead. */
export const DEAD_AFTER_DAYS = 3;
/** Most addresses that are taken up at once. */
export const DUE_MAX = 200;
/** Number of the advisory lock of the one process that visits. */
const VISITOR_LOCK = 20_260_006;
const DAY_MICROS = 86_400_000_000;

/** An address whose turn has come. */
export interface DueTarget {
  readonly hash: string;
  readonly url: string;
}

/** What one visit found. */
export interface VisitResult {
  readonly alive: boolean;
  /** The server itself says that it is gone: no further day has to be waited for. */
  readonly definitive?: boolean;
  /** In words or the status, e.g. `404`, `timeout`. */
  readonly result: string;
}

/**
 * Does something while no other process does it, on a connection of its own; false where another one is at it. The
 * database drops the lock with the process.
 */
export async function asOnlyVisitor(db: Database, work: () => Promise<void>): Promise<boolean> {
  const session = await db.connect();
  try {
    const rows = await session.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [
      VISITOR_LOCK,
    ]);
    if (rows[0]?.held !== true) return false;
    try {
      await work();
    } finally {
      // Given back in words: the database notices a closed connection only after a while.
      await session.query('select pg_advisory_unlock($1)', [VISITOR_LOCK]);
    }
    return true;
  } finally {
    // The connection is destroyed all the same, and the lock with it where it could not be given back.
    session.release(true);
  }
}

/**
 * Addresses that are due: those that a link in force points to, and those named. They are put off by a day before they
 * are visited, so that a crash cannot make two visits of one day.
 */
export async function takeDueTargets(
  db: Database,
  now: number,
  named: readonly string[],
): Promise<DueTarget[]> {
  const rows = await db.query<{ h: string; url: string }>(
    `update link_target t set due = $2
      where t.h in (select d.h from link_target d
                     where d.due <= $1
                       and (d.h = any($3::uuid[])
                            or exists (select from link l join link_set s on s.k = l.k and s.version = l.version
                                        where l.h = d.h))
                     order by d.due limit $4)
      returning t.h, t.url`,
    [toTimestamp(now), toTimestamp(now + DAY_MICROS), arrayOf(named.map(digestOf)), DUE_MAX],
  );
  return rows.map(({ h, url }) => ({ hash: h, url }));
}

/** Gives back the turn of addresses that were taken up and not visited, because the server stops. */
export async function putBackTargets(
  db: Executor,
  targets: readonly DueTarget[],
  now: number,
): Promise<void> {
  await db.execute('update link_target set due = $2 where h = any($1::uuid[])', [
    arrayOf(targets.map(({ hash }) => hash)),
    toTimestamp(now),
  ]);
}

/** Writes down what a visit found, and what the visits have come to by it. */
export async function appendVisit(
  db: Database,
  { hash }: DueTarget,
  now: number,
  found: VisitResult,
): Promise<LinkHealth> {
  const at = toTimestamp(now);
  return await transaction(db, async (tx) => {
    await tx.execute(
      `insert into link_visit (h, visited, alive, result) values ($1, $2, $3, $4) on conflict do nothing`,
      [hash, at, found.alive, found.result],
    );
    await tx.execute(
      `delete from link_visit where h = $1 and visited <=
         (select visited from link_visit where h = $1 order by visited desc offset $2 limit 1)`,
      [hash, VISITS_KEPT],
    );
    if (found.alive) return await noteAlive(tx, hash, at, found.result);
    return await noteFailure(tx, hash, at, found);
  });
}

async function noteAlive(tx: Executor, hash: string, at: string, result: string): Promise<LinkHealth> {
  await tx.execute(
    `update link_target set health = 'alive', visited = $2, result = $3, failing_since = null, failing_days = 0,
            dead_since = null where h = $1`,
    [hash, at, result],
  );
  return 'alive';
}

/** A day in China, where the people are who find the link dead. */
const DAY = "(timezone('Asia/Shanghai', $2::timestamptz))::date";

async function noteFailure(
  tx: Executor,
  hash: string,
  at: string,
  { result, definitive = false }: VisitResult,
): Promise<LinkHealth> {
  const rows = await tx.query<{ health: LinkHealth }>(
    `update link_target t set
            failing_since = coalesce(failing_since, $2), failing_days = n.days, visited = $2, result = $3,
            dead_since = case when n.dead then coalesce(dead_since, $2) end,
            health = case when n.dead then 'dead' else 'failing' end
       from (select h, days, dead_since is not null or $4 or days >= $5 as dead
               from (select h, dead_since,
                            case when failing_since is not null
                                  and (timezone('Asia/Shanghai', visited))::date = ${DAY}
                                 then failing_days else failing_days + 1 end as days
                       from link_target where h = $1) d) n
      where t.h = n.h returning t.health`,
    [hash, at, result, definitive, DEAD_AFTER_DAYS],
  );
  return rows[0]?.health ?? 'failing';
}

/** The last visits of an address, the latest first. */
export async function readVisits(
  db: Executor,
  url: string,
): Promise<{ visitedAt: number; alive: boolean; result: string }[]> {
  const rows = await db.query<{ visited: number; alive: boolean; result: string }>(
    'select visited, alive, result from link_visit where h = $1 order by visited desc',
    [digestOf(url)],
  );
  return rows.map(({ visited, alive, result }) => ({ visitedAt: visited, alive, result }));
}

/** The addresses of one who answers for them: a party's links, or the query address of a scheme's issuer. */
export interface OwnerHealth {
  /** A party, or the name that the caller gave to the owner of named addresses; null for a regulator. */
  readonly owner: string | null;
  readonly links: number;
  readonly alive: number;
  readonly failing: number;
  readonly dead: number;
  readonly unvisited: number;
  readonly worst?: { anchor: string; href: string; since: number; result: string };
}

/** Addresses that no link is registered for, with who answers for them. */
export interface NamedAddress {
  readonly owner: string;
  readonly url: string;
}

export type HealthPage =
  | { readonly ok: true; readonly owners: OwnerHealth[]; readonly nextPageToken?: string }
  | { readonly ok: false; readonly reason: 'badToken' };

interface HealthRow extends Omit<OwnerHealth, 'worst'> {
  anchor: string | null;
  href: string | null;
  since: number | null;
  result: string | null;
}

const COUNT = /^\d{1,10}$/;
const OWNER = /^.{0,1024}$/s;

/**
 * The scoreboard of dead links: an owner a row, most dead first, then most failing, then by name. A page ends with
 * numbers and a name and not with an offset, so a visit between two pages moves at most the owner it is about.
 */
export async function listOwnerHealth(
  db: Executor,
  named: readonly NamedAddress[],
  { perPage, token }: { perPage: number; token?: string },
): Promise<HealthPage> {
  const after = token === undefined ? undefined : parsePageToken(token, [COUNT, COUNT, OWNER]);
  if (token !== undefined && after === undefined) return { ok: false, reason: 'badToken' };
  const rows = await db.query<HealthRow>(
    `with address as (
       select s.owner, s.anchor, l.h from link_set s join link l on l.k = s.k and l.version = s.version
       union all select owner, url, h from jsonb_to_recordset($1) as r (owner text, url text, h uuid)),
     visited as (
       select a.owner, a.anchor, t.url as href, coalesce(t.health, 'unvisited') as health, t.dead_since, t.result
         from address a left join link_target t on t.h = a.h),
     counted as (
       select owner, count(*)::int as links,
              (count(*) filter (where health = 'alive'))::int as alive,
              (count(*) filter (where health = 'failing'))::int as failing,
              (count(*) filter (where health = 'dead'))::int as dead,
              (count(*) filter (where health = 'unvisited'))::int as unvisited
         from visited group by owner)
     select c.owner, c.links, c.alive, c.failing, c.dead, c.unvisited,
            w.anchor, w.href, w.dead_since as since, w.result
       from counted c
       left join lateral (select anchor, href, dead_since, result from visited v
                           where v.owner is not distinct from c.owner and v.health = 'dead'
                           order by dead_since, anchor, href limit 1) w on true
      where $2::int is null or (-c.dead, -c.failing, coalesce(c.owner, '') collate "C") > (-$2, -$3::int, $4 collate "C")
      order by c.dead desc, c.failing desc, coalesce(c.owner, '') collate "C" limit $5`,
    [
      JSON.stringify(named.map(({ owner, url }) => ({ owner, url, h: digestOf(url) }))),
      after ? Number(after[0]) : null,
      after ? Number(after[1]) : null,
      after ? after[2] : null,
      perPage + 1,
    ],
  );
  const owners = rows.slice(0, perPage).map(toOwnerHealth);
  const last = rows.length > perPage ? owners.at(-1) : undefined;
  return {
    ok: true,
    owners,
    ...(last ? { nextPageToken: toPageToken([last.dead, last.failing, last.owner ?? '']) } : {}),
  };
}

function toOwnerHealth({ anchor, href, since, result, ...counts }: HealthRow): OwnerHealth {
  if (anchor === null || href === null || since === null) return counts;
  return { ...counts, worst: { anchor, href, since, result: result ?? '' } };
}
