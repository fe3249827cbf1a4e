import type { KnownAt } from './known-batches.ts';

/*
 * "Known at t" means the batches numbered by t. Batches are numbered in the order in which they are committed, which is
 * not that of their events, so a bound on the number of the event is not enough: a batch that began first may come last.
 * Both conditions look an event's batch up by its first event (one step in a unique index, about 2 µs) and need no
 * column beside those that the index of postings holds. Without `known` everything that is committed counts.
 */

/** The number of the batch of an event is at most that of `known`; null or false where it is not. */
function isNumbered(known: KnownAt, column: string, values: unknown[]): string {
  const n = values.push(known.number);
  return `(select b.number <= $${n}::bigint and b.last_event >= ${column} from known_batch b
            where b.first_event <= ${column} order by b.first_event desc limit 1)`;
}

/** The condition for events that were known, over the column that holds their number. */
export function knownTo(known: KnownAt | undefined, column: string, values: unknown[]): string {
  return known === undefined ? 'true' : `${isNumbered(known, column, values)} is true`;
}

/** The condition for events that no declaration had voided, over the column that holds the number of the declaration. */
export function standsTo(known: KnownAt | undefined, column: string, values: unknown[]): string {
  const stands = `${column} is null`;
  return known === undefined ? stands : `(${stands} or ${isNumbered(known, column, values)} is not true)`;
}
