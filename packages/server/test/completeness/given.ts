import { explainUnit, type Key, postingsOf, SYSTEM } from '@yunsu/domain';
import { type ShortEvent, toEvent } from '../../../domain/test/support/notation.ts';
import type { Context } from '../../src/context.ts';
import { createLog } from '../../src/log.ts';
import { computeCompleteness } from '../../src/operations/compute-completeness.ts';
import { createIdentities } from '../../src/operations/identities.ts';
import { traceSources } from '../../src/operations/trace-sources.ts';
import type { CaptureEvent } from '../../src/store/capture-batch.ts';
import { spreadDue } from '../../src/store/completeness-due.ts';
import type { Database } from '../../src/store/database.ts';
import { numberBatches } from '../../src/store/known-batches.ts';
import { sha256Hex } from '../../src/store/sha256.ts';

const identities = createIdentities();

/** The key of a URI. */
export const keyOfUri = (uri: string): Key => identities.keyOf(identities.canonical(uri));

/** A short event as the store takes it; `declared` says that it was wrong. */
export function captureEventOf(short: ShortEvent, index: number, declared = false): CaptureEvent {
  const event = toEvent(short, index);
  const { identify, keyOf, toKeyed, canonical } = identities;
  const actor = canonical(`urn:test:party:${short.by}`);
  const eventID = event.eventID ?? '';
  const { postings, identifiers } = postingsOf(event, { identify, keyOf, actor, eventID });
  const met = new Map([...identifiers, identify(actor)].map((one) => [one.uri, toKeyed(one)]));
  return {
    pointer: `/epcisBody/eventList/${index}`,
    event,
    eventID,
    content: sha256Hex(JSON.stringify(event)),
    actor,
    text: '{}',
    contextText: '{}',
    ext: '{}',
    secrets: [],
    identifiers: [...met.values()],
    postings: declared ? [] : postings,
    parties: [],
    scopes: [],
    published: false,
    ...(declared
      ? {
          declaration: {
            declarationTime: event.eventTime.micros,
            correctiveEventIDs: [],
            content: 'e'.repeat(64),
          },
        }
      : {}),
  };
}

/** As much of a context as the computing needs. */
export const contextOf = (db: Database): Context =>
  ({ db, log: createLog('silent'), now: () => new Date() }) as unknown as Context;

/** All that the sequencer and the job do, until there is nothing more to do. */
export async function settleCompleteness(context: Context): Promise<void> {
  while ((await numberBatches(context.db)) > 0);
  while (await spreadDue(context.db));
  while (await computeCompleteness(context));
}

/** What is kept of all units, in words that can be compared. */
export async function readKept(db: Database): Promise<string[]> {
  const legs = await db.tuples<readonly unknown[]>(
    `select k, 'leg', unit_k, kind, shipped, received, from_party, from_place, to_party, to_place, quantity, uom
       from completeness_leg`,
  );
  const held = await db.tuples<readonly unknown[]>(
    `select k, 'held', party, place, quantity, uom, last_event from completeness_holding`,
  );
  return [...legs, ...held].map((row) => row.map((one) => one ?? '').join(' ')).sort();
}

/** The same computed anew from all events, of every unit that any event names. */
export async function recompute(context: Context): Promise<string[]> {
  const units = await context.db.tuples<[Key]>('select distinct unnest(units) from event');
  const rows: string[] = [];
  for (const [unit] of units) {
    const { legs, held } = await explainUnit(traceSources(context, SYSTEM), unit);
    for (const { unit: moved, kind, shipped, received, from, to, quantity, uom } of legs)
      rows.push(
        [
          unit,
          'leg',
          moved,
          kind,
          shipped?.event,
          received?.event,
          from.party,
          from.place,
          to.party,
          to.place,
        ]
          .concat([quantity, uom])
          .map((one) => one ?? '')
          .join(' '),
      );
    for (const { party, place, quantity, uom, lastEvent } of held)
      rows.push([unit, 'held', party, place, quantity, uom, lastEvent].map((one) => one ?? '').join(' '));
  }
  return rows.sort();
}
