import type { Caller, HolderView, Key, Ledger } from '@yunsu/domain';
import type { Context } from '../context.ts';
import type { StateEvent } from '../store/list-state-events.ts';
import { type EventRow, readEvents } from '../store/read-events.ts';
import { toInstant } from './instant.ts';
import { readNames } from './naming.ts';

/** A recall as its order states it. */
export interface RecallOrder {
  /** Number of the case. */
  readonly case: string;
  /** RFC 3339. */
  readonly declaredAt: string;
  readonly by: HolderView;
  readonly units: readonly Key[];
}

/** The latest order that set `recalled` (EPCIS 2.0 §7.4.2, persistentDisposition), and who gave it. */
export async function readRecall(
  context: Context,
  caller: Caller,
  events: readonly StateEvent[],
  ledgers: readonly Ledger[],
): Promise<RecallOrder | undefined> {
  const order = events.find((event) => !event.voided && event.persistentSet.includes('recalled'));
  if (order === undefined) return undefined;
  const [row] = await readEvents(context.db, caller, [order.event]);
  if (row === undefined) return undefined;
  const names = await readNames(context, caller, { partyUris: [row.actor], ledgers });
  return {
    case: caseOf(row),
    declaredAt: toInstant(row.eventTime),
    by: names.holderOf(row.actor),
    units: [order.unit],
  };
}

interface WithTransactions {
  readonly bizTransactionList?: readonly { readonly type?: string; readonly bizTransaction: string }[];
}

/** The case number is the last part of the business transaction that the order names; without one, the order's own id. */
function caseOf(row: EventRow): string {
  const { bizTransactionList = [] } = JSON.parse(row.doc) as WithTransactions;
  const uri = bizTransactionList[0]?.bizTransaction ?? row.eventID;
  return uri.slice(Math.max(uri.lastIndexOf(':'), uri.lastIndexOf('/')) + 1);
}
