import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** Items that each generated event observes: so many postings has it. */
export const itemsPerEvent = 5;

/** What a load did: the eventIDs of every document that was acknowledged, and when. */
export type CaptureLoad = {
  readonly acknowledged: string[][];
  /** Documents that were sent more than once, because an answer did not come or said "later". */
  readonly sentAgain: () => number;
  /** Milliseconds since 1970 at which the document acknowledged last was sent. */
  readonly lastSent: () => number;
  /** Why a client gave up: an answer that is neither an acknowledgement nor "later". */
  readonly failure: () => unknown;
  /** Ends after the documents under way. */
  stop(): Promise<void>;
};

/** Clients that each capture one document after another and send it again, letter by letter, until it is acknowledged. */
export function startCaptureLoad(url: string, key: string, clients: number): CaptureLoad {
  const acknowledged: string[][] = [];
  let last = 0;
  let again = 0;
  let stopped = false;
  const client = async (number: number) => {
    for (let round = 1; !stopped; round += 1) {
      // Now and then a document that is too large to be captured before the answer.
      const events = number === 0 && round % 10 === 0 ? 1_001 : 20;
      const { eventIDs, body } = makeDocument(number, round, events);
      let sent = Date.now();
      for (let tries = 0; !(await send(url, key, body)); tries += 1) {
        again += 1;
        await sleep(Math.min(50 * 2 ** tries, 500) * (0.5 + Math.random()));
        sent = Date.now();
      }
      acknowledged.push(eventIDs);
      last = Math.max(last, sent);
    }
  };
  let failure: unknown;
  const running = Promise.all(
    Array.from({ length: clients }, (_, number) =>
      client(number).catch((error: unknown) => {
        failure ??= error;
      }),
    ),
  );
  const stop = async () => {
    stopped = true;
    await running;
  };
  return { acknowledged, sentAgain: () => again, lastSent: () => last, failure: () => failure, stop };
}

/** True where the server acknowledged, false where it did not answer or asked for patience; any refusal is a bug. */
async function send(url: string, key: string, body: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/ld+json' };
  let response: Response;
  try {
    response = await fetch(`${url}/epcis/capture`, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(30_000),
    });
  } catch {
    return false;
  }
  const text = await response.text().catch(() => '');
  if (response.status === 202) return true;
  if (response.status === 503) return false;
  throw new Error(`a capture was answered with ${response.status}: ${text}`);
}

function makeDocument(client: number, round: number, count: number): { eventIDs: string[]; body: string } {
  const eventIDs = Array.from({ length: count }, () => `urn:uuid:${randomUUID()}`);
  const eventTime = new Date(Date.now() - 60_000).toISOString();
  const eventList = eventIDs.map((eventID, index) => ({
    type: 'ObjectEvent',
    eventID,
    eventTime,
    eventTimeZoneOffset: '+08:00',
    action: 'ADD',
    bizStep: 'commissioning',
    epcList: Array.from(
      { length: itemsPerEvent },
      (_, item) => `https://id.gs1.org/01/09521234045014/21/${client}-${round}-${index}-${item}`,
    ),
  }));
  const document = {
    '@context': 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: eventTime,
    epcisBody: { eventList },
  };
  return { eventIDs, body: JSON.stringify(document) };
}
