import type { Key } from '@yunsu/domain';
import { readAliases } from './alias.ts';
import { appendDue } from './completeness-due.ts';
import type { Executor } from './database.ts';
import { appendFindings, type Finding } from './findings.ts';
import { toTimestamp } from './micros.ts';

/*
 * An error declaration voids the event that it names (EPCIS 2.0 §7.4.1). It may come before that event; then it waits
 * in `pending_declaration`. Event and declaration may also be committed at the same moment, each unseen by the other:
 * `settleDeclarations`, run by the sequencer after it has numbered both, finds those.
 */

/** Says whether `declarer` may declare events of `actor` to be wrong: its delegate, or a competent authority. */
export type MayDeclare = (declarer: string, actor: string) => boolean | Promise<boolean>;

/** A declaration, by the key of the eventID that it names. */
export interface DeclarationRow {
  readonly h: string;
  readonly event: string;
  readonly actor: string;
}

/** An event that a declaration may be about. */
interface DeclaredEvent {
  readonly h: string;
  readonly event: string;
  readonly actor: string;
}

/** How far back `settleDeclarations` looks: longer than any capture transaction lives. */
const SETTLE_MINUTES = 10;
/** Most waiting declarations that one pass settles. */
export const SETTLE_MAX = 1_000;

/** Applies declarations to the events that are here, and lets those wait that find none they may void. */
export async function applyDeclarations(
  tx: Executor,
  declarations: readonly DeclarationRow[],
  mayDeclare: MayDeclare,
): Promise<void> {
  if (declarations.length === 0) return;
  const events = await readDeclaredEvents(
    tx,
    declarations.map(({ h }) => h),
  );
  const { voids, findings, waiting } = await match(declarations, events, mayDeclare);
  await voidEvents(tx, voids);
  await appendFindings(tx, findings);
  if (waiting.length === 0) return;
  await tx.execute(
    `insert into pending_declaration (h, event_id, actor) select * from unnest($1::uuid[], $2::bigint[], $3::text[])
     on conflict (h, event_id) do nothing`,
    [waiting.map(({ h }) => h), waiting.map(({ event }) => event), waiting.map(({ actor }) => actor)],
  );
}

/** Applies declarations that were waiting for one of these events. */
export async function applyPendingDeclarations(
  tx: Executor,
  eventKeys: readonly string[],
  mayDeclare: MayDeclare,
): Promise<void> {
  const pending = await tx.query<{ h: string; event_id: string; actor: string }>(
    'select h, event_id, actor from pending_declaration where h = any($1::uuid[]) order by h, event_id',
    [eventKeys],
  );
  await settle(
    tx,
    pending.map(({ h, event_id, actor }) => ({ h, event: event_id, actor })),
    mayDeclare,
  );
}

/** Applies the waiting declarations of the last minutes whose events have been committed beside them. */
export async function settleDeclarations(tx: Executor, mayDeclare: MayDeclare): Promise<void> {
  const pending = await tx.query<{ h: string; event_id: string; actor: string }>(
    `select p.h, p.event_id, p.actor from pending_declaration p
      where p.created > now() - make_interval(mins => $1)
        and exists (select from event_key k where k.h = p.h and not exists (
              select from pending_declaration q where q.h = k.h and q.event_id = k.event_id))
      order by p.created desc, p.h, p.event_id limit $2`,
    [SETTLE_MINUTES, SETTLE_MAX],
  );
  await settle(
    tx,
    pending.map(({ h, event_id, actor }) => ({ h, event: event_id, actor })),
    mayDeclare,
  );
}

async function settle(
  tx: Executor,
  pending: readonly DeclarationRow[],
  mayDeclare: MayDeclare,
): Promise<void> {
  if (pending.length === 0) return;
  const events = await readDeclaredEvents(
    tx,
    pending.map(({ h }) => h),
  );
  const { voids, findings, waiting } = await match(pending, events, mayDeclare);
  await voidEvents(tx, voids);
  await appendFindings(tx, findings);
  const still = new Set(waiting.map(({ event }) => event));
  const done = pending.filter(({ event }) => !still.has(event));
  if (done.length === 0) return;
  await tx.execute(
    `delete from pending_declaration p using unnest($1::uuid[], $2::bigint[]) as d (h, event_id)
      where p.h = d.h and p.event_id = d.event_id`,
    [done.map(({ h }) => h), done.map(({ event }) => event)],
  );
}

async function readDeclaredEvents(tx: Executor, eventKeys: readonly string[]): Promise<DeclaredEvent[]> {
  const keys = await tx.query<{ h: string; event_id: string }>(
    'select h, event_id from event_key where h = any($1::uuid[])',
    [[...new Set(eventKeys)]],
  );
  const actors = await readActors(
    tx,
    keys.map(({ event_id }) => event_id),
  );
  return keys.flatMap(({ h, event_id }) => {
    const found = actors.get(event_id);
    return found && !found.declared ? [{ h, event: event_id, actor: found.actor }] : [];
  });
}

/** The actors of events by number, and whether each is itself a declaration. */
export async function readActors(
  tx: Executor,
  events: readonly string[],
): Promise<Map<string, { actor: string; declared: boolean }>> {
  if (events.length === 0) return new Map();
  const rows = await tx.query<{ event_id: string; actor: string; declared: boolean }>(
    'select event_id, actor, declared from event where event_id = any($1::bigint[])',
    [events],
  );
  return new Map(rows.map(({ event_id, actor, declared }) => [event_id, { actor, declared }]));
}

interface Matched {
  voids: { event: string; by: string }[];
  findings: Finding[];
  waiting: DeclarationRow[];
}

async function match(
  declarations: readonly DeclarationRow[],
  events: readonly DeclaredEvent[],
  mayDeclare: MayDeclare,
): Promise<Matched> {
  const matched: Matched = { voids: [], findings: [], waiting: [] };
  const eventsByKey = Map.groupBy(events, ({ h }) => h);
  for (const declaration of declarations) {
    let allowed = 0;
    for (const { event, actor } of eventsByKey.get(declaration.h) ?? []) {
      if (declaration.actor === actor || (await mayDeclare(declaration.actor, actor))) {
        allowed += 1;
        matched.voids.push({ event, by: declaration.event });
      } else {
        const kind = 'declaration-without-right';
        matched.findings.push({
          kind,
          event: declaration.event,
          otherEvent: event,
          detail: declaration.actor,
        });
      }
    }
    if (allowed === 0) matched.waiting.push(declaration);
  }
  return matched;
}

/** The first declaration counts; postings are derived and may be rewritten, the event itself never is. */
async function voidEvents(tx: Executor, voids: readonly { event: string; by: string }[]): Promise<void> {
  const ordered = [...voids].sort((a, b) => (BigInt(a.event) < BigInt(b.event) ? -1 : 1));
  for (const { event, by } of ordered) {
    const added = await tx.execute(
      'insert into event_void (event_id, void_from) values ($1, $2) on conflict (event_id) do nothing',
      [event, by],
    );
    if (added === 0) continue;
    const rows = await tx.query<{ units: Key[]; event_time: number }>(
      'select units, event_time from event where event_id = $1',
      [event],
    );
    for (const { units, event_time } of rows) {
      const voided = await voidPostings(tx, { event, by, units, eventTime: event_time });
      await appendDue(
        tx,
        voided.map((unit) => ({ unit, time: event_time })),
      );
    }
  }
}

interface VoidedPostings {
  readonly event: string;
  readonly by: string;
  readonly units: readonly Key[];
  readonly eventTime: number;
}

/**
 * The postings of an event, also those that a job is moving to the unit that one of its units is another name of: the first
 * statement waits for that job where it is at these rows, the second sees what it has put in (`repost-aliases.ts`). Returns the
 * units.
 */
async function voidPostings(tx: Executor, voided: VoidedPostings): Promise<readonly Key[]> {
  await voidPostingsOf(tx, voided);
  const aliases = await readAliases(tx, voided.units);
  if (aliases.size === 0) return voided.units;
  const units = [...new Set(aliases.values())];
  await voidPostingsOf(tx, { ...voided, units });
  return [...new Set([...voided.units, ...units])];
}

async function voidPostingsOf(tx: Executor, { event, by, units, eventTime }: VoidedPostings): Promise<void> {
  await tx.execute(
    `update epc_event set void_from = $1
      where k = any($2::uuid[]) and event_time = $3 and event_id = $4 and void_from is null`,
    [by, units, toTimestamp(eventTime), event],
  );
}
