import type { CodeCounts, CodeState, VoidReason } from '@yunsu/domain';
import type { Executor } from './database.ts';

/** True of a code `c` whose unit stands in an event that no declaration has voided. */
export const NAMED = `exists (select from epc_event p where p.void_from is null
  and p.k = coalesce((select a.unit_k from alias a where a.k = c.k), c.k))`;

/**
 * Makes whoever else moves codes of an order wait, since rows are locked by writing them. Undefined where there is no such
 * order of the party.
 */
export async function lockOrder(
  tx: Executor,
  order: string,
  party: string,
): Promise<{ count: number; reconciled: boolean } | undefined> {
  const rows = await tx.query<{ count: number; reconciled: boolean }>(
    `update code_order set labels = labels where id = $1 and party = $2
     returning count, reconciled is not null as reconciled`,
    [order, party],
  );
  return rows[0];
}

/** A change of state of many codes. */
export interface Shift {
  readonly from: CodeState;
  readonly to: CodeState;
  /** As PostgreSQL reads it. */
  readonly at: string;
  readonly reason?: VoidReason;
}

/** Moves the codes `c` that a condition chooses from one state to another; answers how many. */
export async function shiftCodes(
  tx: Executor,
  where: string,
  values: readonly unknown[],
  { from, to, at, reason }: Shift,
): Promise<number> {
  const n = values.length;
  return await tx.execute(
    `update issued_code c set state = $${n + 1}, changed = $${n + 2}, reason = $${n + 3}
      where ${where} and c.state = $${n + 4}`,
    [...values, to, at, reason ?? null, from],
  );
}

/** Moves the counts of an order by what its codes have moved, and counts labels that were printed for the first time. */
export async function settleCounts(
  tx: Executor,
  order: string,
  delta: CodeCounts,
  firstPrinted: number,
): Promise<void> {
  await tx.execute(
    `update code_order set reserved = reserved + $2, printed = printed + $3, active = active + $4, void = void + $5,
            labels = labels + $6 where id = $1`,
    [order, delta.reserved, delta.printed, delta.active, delta.void, firstPrinted],
  );
}
