import { setImmediate } from 'node:timers/promises';
import type { FaultLine } from '@yunsu/api';
import { postingsOf, YUNSU, yunsuText } from '@yunsu/domain';
import {
  contentOf,
  type EpcisDocument,
  type Event,
  eventHash,
  type ReadEvent,
  toJsonText,
} from '@yunsu/epcis';
import type { Context } from '../context.ts';
import type { CaptureEvent, Declaration } from '../store/capture-batch.ts';
import { mayHideTwin } from '../store/refusal.ts';
import type { Sender } from './authenticate.ts';
import { readDelegators } from './delegation.ts';
import { type EventRights, readEventRights } from './event-rights.ts';
import { cutSecrets, fullName, toExtensionText } from './event-text.ts';
import { identifierFaults } from './identifier-faults.ts';
import { createIdentities, type Identities, sha256Hex } from './identities.ts';

/** How far the clock of a sender may be ahead of ours (design §5.7), in microseconds. */
export const CLOCK_AHEAD_MAX = 10 * 60 * 1_000_000;

/** A document, read: what can be stored, and what is wrong with the rest. */
export interface PreparedDocument {
  readonly events: readonly CaptureEvent[];
  /** Every mistake with its place in the document, in the document's order. */
  readonly faults: readonly FaultLine[];
  /** How many events have a mistake. */
  readonly refused: number;
}

interface Draft {
  readonly pointer: string;
  readonly text: string;
  readonly event: Event;
  readonly actor: string;
  readonly sender: string;
  readonly eventID: string;
}

const fault = (
  pointer: string,
  rule: string,
  [expected, got]: readonly [string, string],
  [en, zh]: readonly [string, string],
): FaultLine => ({
  pointer,
  rule,
  expected,
  got,
  en,
  zh,
});

/** `yunsu:party` where it stands, else the sender. Acting for another needs a delegation. */
function readActor(
  event: Event,
  pointer: string,
  {
    identities,
    sender,
    delegators,
  }: { identities: Identities; sender: Sender; delegators: ReadonlySet<string> },
): { actor: string } | FaultLine {
  const member = event.extensions.find((one) => one.namespace === YUNSU && one.localName === 'party');
  if (member === undefined) return { actor: sender.party ?? '' };
  const at = `${pointer}/${member.prefix === '' ? `${YUNSU}party` : `${member.prefix}:party`}`;
  const uri = yunsuText(event, 'party');
  const parsed = uri === undefined ? undefined : identities.parse(uri);
  if (uri === undefined || !parsed?.ok || parsed.identifier.level !== 'party') {
    const got = uri ?? toJsonText(member.value);
    return fault(
      at,
      'actor',
      ['the URI of a party', got],
      [
        `yunsu:party must be the URI of a party, but is ${got}.`,
        `yunsu:party 应为主体的 URI，实际为 ${got}。`,
      ],
    );
  }
  const actor = parsed.identifier.uri;
  if (sender.plane === 'system' || actor === sender.party || delegators.has(actor)) return { actor };
  return fault(
    at,
    'not-the-actor',
    [sender.party ?? '', actor],
    [`This key may not act for ${actor}.`, `该密钥无权代表 ${actor}。`],
  );
}

function futureFault(event: Event, pointer: string, receivedAt: number): FaultLine[] {
  if (event.eventTime.micros <= receivedAt + CLOCK_AHEAD_MAX) return [];
  const received = new Date(receivedAt / 1000).toISOString();
  return [
    fault(
      `${pointer}/eventTime`,
      'future',
      [`not later than ${received} and 10 minutes`, event.eventTime.text],
      [
        `eventTime ${event.eventTime.text} is more than 10 minutes after the event was received (${received}).`,
        `eventTime ${event.eventTime.text} 晚于接收时间（${received}）10 分钟以上。`,
      ],
    ),
  ];
}

const twinFault = (pointer: string, first: string): FaultLine =>
  fault(
    pointer,
    'twin',
    ['an eventID', 'the same event twice without one'],
    [
      `This event equals ${first}: if these are two acts, give each an eventID; if one, leave this out.`,
      `该事件与 ${first} 完全相同：若为两次行为，请各自填写 eventID；若为同一次，请删去。`,
    ],
  );

function toDeclaration(event: Event): Declaration | undefined {
  const said = event.errorDeclaration;
  if (said === undefined) return undefined;
  const content = toJsonText({
    declarationTime: String(said.declarationTime.micros),
    reason: said.reason ?? null,
    correctiveEventIDs: [...said.correctiveEventIDs].sort(),
    extensions: Object.fromEntries(
      said.extensions.map(({ namespace, localName, value }) => [fullName(namespace, localName), value]),
    ),
  });
  return {
    declarationTime: said.declarationTime.micros,
    ...(said.reason === undefined ? {} : { reason: said.reason }),
    correctiveEventIDs: said.correctiveEventIDs,
    content: sha256Hex(content),
  };
}

function toCaptureEvent(
  draft: Draft,
  rights: EventRights,
  document: EpcisDocument,
  identities: Identities,
): CaptureEvent {
  const { event, actor, eventID } = draft;
  const { identify, keyOf, toKeyed, canonical } = identities;
  const posted = postingsOf(event, { identify, keyOf, actor, eventID });
  const classes = posted.identifiers.flatMap(({ classUri }) =>
    classUri === undefined ? [] : [identify(classUri)],
  );
  const met = new Map(
    [...posted.identifiers, ...classes, identify(actor)].map((one) => [one.uri, toKeyed(one)]),
  );
  const { text, secrets } = cutSecrets(draft.text, document.namespaces);
  const process = yunsuText(event, 'process');
  const declaration = toDeclaration(event);
  return {
    pointer: draft.pointer,
    event,
    eventID,
    content: sha256Hex(contentOf(event, canonical)),
    actor,
    text,
    contextText: document.contextText,
    ext: toExtensionText(event, document.namespaces),
    secrets,
    identifiers: [...met.values()],
    postings: posted.postings,
    ...(event.readPoint ? { readPoint: keyOf(canonical(event.readPoint.id)) } : {}),
    ...(event.bizLocation ? { bizLocation: keyOf(canonical(event.bizLocation.id)) } : {}),
    ...(process === undefined ? {} : { process }),
    ...rights,
    ...(declaration === undefined ? {} : { declaration }),
  };
}

/** What all events of one document are read with. */
interface Reading {
  readonly identities: Identities;
  readonly sender: Sender;
  readonly delegators: ReadonlySet<string>;
  readonly receivedAt: number;
  /** Events that may have a twin, by actor and hash: where the first stands (design §5.8). */
  readonly twins: Map<string, string>;
}

/** One event as a draft, or everything that is wrong with it. */
function readDraft(
  { pointer, text, event, faults }: ReadEvent,
  reading: Reading,
): Draft | readonly FaultLine[] {
  if (event === null || faults.length > 0) return faults;
  const { identities, sender, receivedAt, twins } = reading;
  const acted = readActor(event, pointer, reading);
  const own = [
    ...identifierFaults(event, pointer, identities),
    ...futureFault(event, pointer, receivedAt),
    ...('actor' in acted ? [] : [acted]),
  ];
  if (own.length > 0 || !('actor' in acted)) return own;
  const { actor } = acted;
  const eventID = event.eventID ?? eventHash(event, identities.canonical, sha256Hex);
  if (mayHideTwin(event) && !event.errorDeclaration) {
    const key = `${eventID} ${actor}`;
    const twin = twins.get(key);
    if (twin !== undefined) return [twinFault(pointer, twin)];
    twins.set(key, pointer);
  }
  return { pointer, text, event, eventID, actor, sender: sender.party ?? actor };
}

/** Events between two pauses: other requests get their turn while a large document is worked on. */
const TURN = 250;

/** What a document brings to the store: each event with its actor, id, postings and rights, its secrets cut out. */
export async function prepareEvents(
  context: Context,
  sender: Sender,
  document: EpcisDocument,
  receivedAt: number,
): Promise<PreparedDocument> {
  const identities = createIdentities();
  const delegators = await readDelegators(context, sender);
  const reading: Reading = { identities, sender, delegators, receivedAt, twins: new Map() };
  const faults: FaultLine[] = [];
  const drafts: Draft[] = [];
  for (const [at, read] of document.events.entries()) {
    const draft = readDraft(read, reading);
    if ('event' in draft) drafts.push(draft);
    else faults.push(...draft);
    if (at % TURN === TURN - 1) await setImmediate();
  }
  const rights = await readEventRights(context, identities, drafts);
  const events: CaptureEvent[] = [];
  for (const [at, draft] of drafts.entries()) {
    events.push(toCaptureEvent(draft, rights[at] as EventRights, document, identities));
    if (at % TURN === TURN - 1) await setImmediate();
  }
  return { events, faults, refused: document.events.length - drafts.length };
}
