import { readAliases } from './alias.ts';
import {
  type AppendOutcome,
  type CaptureBatch,
  type CaptureEvent,
  EVENTS_MAX,
  type EventOutcome,
} from './capture-batch.ts';
import type { Cipher } from './cipher.ts';
import { readContextHashes } from './contexts.ts';
import type { Database } from './database.ts';
import {
  applyDeclarations,
  applyPendingDeclarations,
  type DeclarationRow,
  type MayDeclare,
  readActors,
} from './declarations.ts';
import { appendIdentifiers } from './epc.ts';
import { takeEventNumbers } from './event-clock.ts';
import { claimSlots, type Neighbour, type Ruling, toClaim } from './event-key.ts';
import { type AcceptedEvent, copyEvents } from './event-rows.ts';
import { appendFindings, type Finding } from './findings.ts';
import { toTimestamp } from './micros.ts';
import { appendOutbox, OUTBOX_CHANNEL, wake } from './outbox.ts';
import { mayHideTwin, refusalOf } from './refusal.ts';
import { readRightsIds } from './rights.ts';
import { appendRollUp } from './roll-up.ts';
import { repeatWhenLost, type Transaction, transaction } from './transaction.ts';
import { appendVocabulary } from './vocabulary.ts';

/** What the caller lends to a capture. */
export interface AppendOptions {
  /** Needed where an event has secrets. */
  readonly cipher?: Cipher;
  /** Who but the actor itself may declare an event to be wrong; nobody by default. */
  readonly mayDeclare?: MayDeclare;
  /** Runs in the same transaction, last: what is true if and only if the events are stored (a finished job). */
  readonly within?: (tx: Transaction, outcome: AppendOutcome) => Promise<void>;
}

/** All that is settled before the transaction, in the order of the batch. */
interface Prepared {
  readonly first: bigint;
  readonly events: readonly AcceptedEvent[];
  readonly refusals: readonly EventOutcome['reason'][];
}

/**
 * Stores a batch of validated events in one transaction: keys of the eventIDs first, then COPY of events, postings and
 * paths, then what follows from them (voided postings, findings, roll-up, outbox). A repeat stores nothing and is no
 * fault; with `rollback` one conflict or refusal leaves nothing behind but words in dictionaries.
 */
export async function appendEvents(
  db: Database,
  batch: CaptureBatch,
  options: AppendOptions = {},
): Promise<AppendOutcome> {
  if (batch.events.length > EVENTS_MAX) throw new Error(`more than ${EVENTS_MAX} events in a batch`);
  let prepared = await repeatWhenLost(() => prepare(db, batch.events));
  const outcome = await transaction(db, (tx) => store(tx, batch, prepared, options), {
    keep: ({ rolledBack }) => !rolledBack,
    afterLoss: async () => {
      prepared = await prepare(db, batch.events);
    },
  });
  if (!outcome.rolledBack) await wake(db, OUTBOX_CHANNEL).catch(() => {}); // A poll backs it.
  return outcome;
}

/**
 * Numbers, and the dictionaries of rights, contexts and identities. They are filled before the transaction, or a batch
 * would wait for every other one that brings the same new word, for as long as that takes. May be run again.
 */
async function prepare(db: Database, events: readonly CaptureEvent[]): Promise<Prepared> {
  const refusals = events.map(refusalOf);
  const sound = events.filter((_, index) => refusals[index] === undefined);
  await appendIdentifiers(
    db,
    sound.flatMap(({ identifiers }) => identifiers),
  );
  const first = await takeEventNumbers(db, Math.max(1, events.length));
  const rights = await readRightsIds(db, events);
  const contexts = await readContextHashes(db, events);
  const slots = new Map<string, string>();
  const prepared = events.map((captured, index) => {
    const event = String(first + BigInt(index));
    const claim = toClaim(captured, event, slots);
    const time = refusals[index] === undefined ? toTimestamp(captured.event.eventTime.micros) : '';
    return { captured, event, time, claim, rights: rights[index] ?? 0, context: contexts[index] ?? '' };
  });
  return { first, events: prepared, refusals };
}

async function store(
  tx: Transaction,
  batch: CaptureBatch,
  prepared: Prepared,
  options: AppendOptions,
): Promise<AppendOutcome> {
  const claimed = prepared.events.filter((_, index) => prepared.refusals[index] === undefined);
  const { rulings, neighbours } = await claimSlots(
    tx,
    claimed.map(({ claim }) => claim),
  );
  const outcome = toOutcome(batch, prepared, new Map(claimed.map((event, n) => [event, rulings[n]])));
  if (outcome.rolledBack) return outcome;
  const accepted = claimed.filter((_, n) => rulings[n]?.state === 'stored');
  const units = new Set(accepted.flatMap(({ captured }) => captured.postings.map(({ unit }) => unit)));
  const aliases = await readAliases(tx, [...units]);
  await copyEvents(tx, accepted, aliases, options.cipher);
  await declare(tx, accepted, neighbours, options.mayDeclare ?? (() => false));
  await appendVocabulary(tx, batch.masterData, String(prepared.first), batch.sender);
  await appendRollUp(
    tx,
    accepted.map(({ captured }) => captured),
  );
  if (accepted.length > 0 || batch.masterData.length > 0) {
    await appendOutbox(tx, {
      firstEvent: String(prepared.first),
      lastEvent: String(prepared.first + BigInt(Math.max(1, batch.events.length) - 1)),
      events: accepted.length,
      sender: batch.sender,
      ...(batch.job === undefined ? {} : { job: batch.job }),
    });
  }
  await options.within?.(tx, outcome);
  return outcome;
}

function toOutcome(
  batch: CaptureBatch,
  prepared: Prepared,
  rulings: ReadonlyMap<AcceptedEvent, Ruling | undefined>,
): AppendOutcome {
  const events = prepared.events.map((event, index): EventOutcome => {
    const { pointer, eventID } = event.captured;
    const reason = prepared.refusals[index];
    const twinWarning = mayHideTwin(event.captured.event);
    if (reason) return { pointer, eventID, state: 'refused', reason, twinWarning };
    const ruling = rulings.get(event);
    if (!ruling) throw new Error(`no ruling on the event at ${pointer}`);
    return { pointer, eventID, state: ruling.state, event: ruling.event, twinWarning };
  });
  const faulty = events.some(({ state }) => state === 'conflict' || state === 'refused');
  const rolledBack = faulty && batch.errorBehaviour === 'rollback';
  const stored = rolledBack ? 0 : events.filter(({ state }) => state === 'stored').length;
  return { rolledBack, events, stored };
}

/** Voids what is declared wrong, now or earlier, and notes where two actors use one eventID. */
async function declare(
  tx: Transaction,
  accepted: readonly AcceptedEvent[],
  neighbours: readonly Neighbour[],
  mayDeclare: MayDeclare,
): Promise<void> {
  const declarations = accepted
    .filter(({ captured }) => captured.declaration)
    .map(({ claim, event, captured }): DeclarationRow => ({ h: claim.h, event, actor: captured.actor }));
  const plain = accepted.filter(({ captured }) => !captured.declaration);
  await applyDeclarations(tx, declarations, mayDeclare);
  await applyPendingDeclarations(
    tx,
    plain.map(({ claim }) => claim.h),
    mayDeclare,
  );
  await appendFindings(tx, await sharedEventIDs(tx, plain, neighbours));
}

/** One eventID of two actors: both are kept, neither is told, a person looks at it. */
async function sharedEventIDs(
  tx: Transaction,
  plain: readonly AcceptedEvent[],
  neighbours: readonly Neighbour[],
): Promise<Finding[]> {
  const kind = 'event-id-of-two-actors';
  const others = await readActors(
    tx,
    neighbours.map(({ event }) => event),
  );
  const earlier = Map.groupBy(
    neighbours.filter(({ event }) => others.get(event)?.declared === false),
    ({ h }) => h,
  );
  const findings: Finding[] = [];
  const seen = new Map<string, string>();
  for (const { claim, event } of plain) {
    for (const other of earlier.get(claim.h) ?? []) findings.push({ kind, event, otherEvent: other.event });
    const sibling = seen.get(claim.h);
    if (sibling !== undefined) findings.push({ kind, event, otherEvent: sibling });
    seen.set(claim.h, event);
  }
  return findings;
}
