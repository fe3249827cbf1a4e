import type { Executor } from './database.ts';

/** Why a person should look at an event. */
export type FindingKind = 'event-id-of-two-actors' | 'declaration-without-right' | 'void-code-used';

/** Something met at capture that no sender is told, for a person to look at. */
export interface Finding {
  readonly kind: FindingKind;
  readonly event: string;
  /** The event itself where no other one is concerned. */
  readonly otherEvent: string;
  readonly detail?: string;
}

/** A finding as it is read, with the time it was made in microseconds since 1970. */
export type FindingRow = Finding & { readonly created: number };

/** Most findings in one answer. */
export const FINDINGS_MAX = 1_000;

/** Adds findings; one that is there already is left as it is. */
export async function appendFindings(tx: Executor, findings: readonly Finding[]): Promise<void> {
  if (findings.length === 0) return;
  await tx.execute(
    `insert into finding (kind, event_id, other_event_id, detail)
     select * from unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[])
     on conflict (event_id, kind, other_event_id) do nothing`,
    [
      findings.map(({ kind }) => kind),
      findings.map(({ event }) => event),
      findings.map(({ otherEvent }) => otherEvent),
      findings.map(({ detail }) => detail ?? null),
    ],
  );
}

/** The latest findings, newest event first. */
export async function readFindings(db: Executor, limit: number = FINDINGS_MAX): Promise<FindingRow[]> {
  const rows = await db.query<{
    kind: FindingKind;
    event_id: string;
    other_event_id: string;
    detail: string | null;
    created: number;
  }>(
    `select kind, event_id, other_event_id, detail, created from finding
      order by event_id desc, kind, other_event_id limit $1`,
    [Math.min(limit, FINDINGS_MAX)],
  );
  return rows.map(({ kind, event_id, other_event_id, detail, created }) => ({
    kind,
    event: event_id,
    otherEvent: other_event_id,
    ...(detail === null ? {} : { detail }),
    created,
  }));
}
