import type { BusinessDocument } from '@yunsu/domain';
import { toBareWord } from '@yunsu/epcis';
import { parseIdentifier } from '@yunsu/identifiers';
import type { Executor } from './database.ts';

/** Most events in one question: their texts are read, which are larger than their rows of postings. */
export const EVENT_DOCUMENTS_MAX = 5_000;

/**
 * The business documents that events name, read from what was accepted, so that events without one take no room for it;
 * absent where an event names none. The caller has been given the postings of these events, and an event and its
 * postings carry the same rights. Sent without a name, so that the numbers at hand decide which partitions are read.
 */
export async function readEventDocuments(
  db: Executor,
  events: readonly string[],
): Promise<Map<string, readonly BusinessDocument[]>> {
  if (events.length > EVENT_DOCUMENTS_MAX) throw new Error(`more than ${EVENT_DOCUMENTS_MAX} events to read`);
  if (events.length === 0) return new Map();
  const rows = await db.tuples<[event: string, doc: string]>(
    `select event_id, doc from event
      where event_id = any($1::bigint[]) and position('"bizTransactionList"' in doc) > 0`,
    [events],
  );
  return new Map(rows.map(([event, doc]) => [event, documentsIn(doc)]));
}

interface Said {
  readonly bizTransactionList?: readonly { readonly type?: string; readonly bizTransaction: string }[];
}

/** CBV 2.0 §8.5: a document has an id that is a URI; the same id in two spellings is one document. */
function documentsIn(doc: string): BusinessDocument[] {
  const { bizTransactionList = [] } = JSON.parse(doc) as Said;
  return bizTransactionList.map(({ type, bizTransaction }) => {
    const parsed = parseIdentifier(bizTransaction);
    return {
      ...(type === undefined ? {} : { type: toBareWord('bizTransactionType', type) ?? type }),
      id: parsed.ok ? parsed.identifier.uri : bizTransaction,
    };
  });
}
