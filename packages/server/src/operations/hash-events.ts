import type { EventHashes } from '@yunsu/api';
import { eventHash } from '@yunsu/epcis';
import type { Context } from '../context.ts';
import { documentProblem, readSoundDocument } from './document-limits.ts';
import { createIdentities, sha256Hex } from './identities.ts';

/** The CBV 2.0 §8.9 hash id of every event of a document, in its order. */
export function hashEvents(context: Context, bytes: Uint8Array): EventHashes {
  const document = readSoundDocument(bytes, context.config);
  const faults = document.events.flatMap((read) => read.faults);
  if (faults.length > 0) throw documentProblem(faults);
  const { canonical } = createIdentities();
  const events = document.events.flatMap(({ event }) => (event ? [event] : []));
  return { hashes: events.map((event) => eventHash(event, canonical, sha256Hex)) };
}
