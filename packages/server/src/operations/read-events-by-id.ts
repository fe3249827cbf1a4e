import { Problem, words } from '@yunsu/api';
import type { Caller } from '@yunsu/domain';
import { writeQueryDocument } from '@yunsu/epcis';
import type { Context } from '../context.ts';
import { readEventsByID as readRows } from '../store/read-events.ts';
import { readSecrets, restoreSecrets } from '../store/secrets.ts';
import { toAnswerText } from './event-text.ts';
import { toInstant } from './instant.ts';
import { secretCipher } from './secret-cipher.ts';

/**
 * An EPCISQueryDocument with all that the caller may see under an eventID: the event and its error declarations (EPCIS 2.0
 * REST binding, GET /events/{eventID}), secrets put back for their owner.
 */
export async function readEventsByID(
  context: Context,
  caller: Caller,
  { eventID }: { readonly eventID: string },
): Promise<string> {
  const rows = await readRows(context.db, caller, eventID);
  if (rows.length === 0) {
    throw new Problem('not-found', {
      detail: words(`There is no event ${eventID}.`, `没有事件 ${eventID}。`),
    });
  }
  const numbers = rows.map(({ event }) => event);
  const secrets = await readSecrets(context.db, caller, numbers, secretCipher(context.config));
  const members = rows.map(({ event, doc, contextText, recordTime }) => ({
    text: toAnswerText(restoreSecrets(doc, secrets.get(event) ?? []), {
      eventID,
      recordTime: toInstant(recordTime),
    }),
    contextText,
  }));
  return writeQueryDocument(
    { queryName: 'SimpleEventQuery', creationDate: context.now().toISOString() },
    members,
  );
}
