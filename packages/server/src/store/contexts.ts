import type { CaptureEvent } from './capture-batch.ts';
import type { Database } from './database.ts';
import { digestOf } from './sha256.ts';

/** The hashes of the `@context` texts of these events, in their order; unknown texts are added first. */
export async function readContextHashes(db: Database, events: readonly CaptureEvent[]): Promise<string[]> {
  const hashes = new Map<string, string>();
  for (const { contextText } of events) {
    if (!hashes.has(contextText)) hashes.set(contextText, digestOf(contextText));
  }
  const missing = [...hashes]
    .filter(([, hash]) => !db.known.contexts.find(hash))
    .sort(([, a], [, b]) => (a < b ? -1 : 1));
  if (missing.length > 0) {
    await db.execute(
      `insert into event_context (hash, context) select * from unnest($1::uuid[], $2::text[])
       on conflict (hash) do nothing`,
      [missing.map(([, hash]) => hash), missing.map(([text]) => text)],
    );
    for (const [, hash] of missing) db.known.contexts.remember(hash, true);
  }
  return events.map(({ contextText }) => hashes.get(contextText) ?? '');
}
