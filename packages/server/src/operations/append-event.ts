import { Problem, words } from '@yunsu/api';
import { type EpcisDocument, readBareEvent } from '@yunsu/epcis';
import type { Context } from '../context.ts';
import { appendEvents } from '../store/append-events.ts';
import type { CaptureEvent } from '../store/capture-batch.ts';
import { recordTimeOf } from '../store/event-clock.ts';
import type { Sender } from './authenticate.ts';
import { outcomeFault } from './capture-lines.ts';
import { documentProblem } from './document-limits.ts';
import { toAnswerText } from './event-text.ts';
import { toInstant } from './instant.ts';
import { mayDeclare } from './may-declare.ts';
import { prepareEvents } from './prepare-events.ts';
import { secretCipher } from './secret-cipher.ts';

/** A bare event with its own `@context` as the document of one event that it is. */
function readOne(bytes: Uint8Array): EpcisDocument {
  const result = readBareEvent(bytes);
  if (!result.ok) throw documentProblem(result.faults);
  const { read, contextText, namespaces } = result;
  return { type: 'EPCISDocument', context: '', contextText, namespaces, masterData: [], events: [read] };
}

/** Captures one event and waits for it (EPCIS 2.0 REST binding, POST /events). Gives its id and its text with id and recordTime. */
export async function appendEvent(
  context: Context,
  sender: Sender,
  bytes: Uint8Array,
): Promise<{ eventID: string; text: string }> {
  const document = readOne(bytes);
  const receivedAt = context.now().getTime() * 1000;
  const { events, faults } = await prepareEvents(context, sender, document, receivedAt);
  if (faults.length > 0) throw documentProblem(faults);
  const event = events[0] as CaptureEvent;
  const batch = {
    errorBehaviour: 'rollback' as const,
    sender: sender.party ?? event.actor,
    receivedAt,
    events,
    masterData: [],
  };
  const options = { cipher: secretCipher(context.config), mayDeclare: mayDeclare(context) };
  const outcome = (await appendEvents(context.db, batch, options)).events[0];
  if (outcome === undefined) throw new Error('the store said nothing about the event');
  const fault = outcomeFault(outcome);
  if (fault) {
    const code = outcome.state === 'conflict' ? 'event-conflict' : 'invalid-document';
    throw new Problem(code, { faults: [fault], detail: words(fault.en, fault.zh) });
  }
  if (outcome.state === 'repeat') {
    throw new Problem('already-exists', {
      detail: words(
        `This event is already stored as ${event.eventID}.${outcome.twinWarning ? ' If these are two acts, give each an eventID.' : ''}`,
        `该事件已存储为 ${event.eventID}。${outcome.twinWarning ? '若为两次行为，请各自填写 eventID。' : ''}`,
      ),
      headers: { location: `/epcis/events/${encodeURIComponent(event.eventID)}` },
    });
  }
  const recordTime = toInstant(recordTimeOf(outcome.event ?? '0'));
  const text = document.events[0]?.text ?? '';
  return { eventID: event.eventID, text: toAnswerText(text, { eventID: event.eventID, recordTime }) };
}
