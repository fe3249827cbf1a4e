/** Writing EPCIS documents from events that are stored to the letter, each under the `@context` it came with. */
import { spanOf } from './span-of.ts';

/** The JSON-LD context of EPCIS 2.0 at its address. */
export const STANDARD_CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';

/** What stands around the events of an answer (EPCIS 2.0 §12.7). */
export interface QueryHead {
  readonly queryName: string;
  readonly subscriptionID?: string;
  readonly id?: string;
  /** Time of the answer, as `xsd:dateTime`. */
  readonly creationDate: string;
}

/** One event of an answer: its text, and the text of the `@context` that its document had. */
export interface QueryMember {
  readonly text: string;
  readonly contextText: string;
}

/** Writes an `EPCISQueryDocument`. Where all events share one context it stands in the document; else the document has the standard
 * one and each event that needs more carries its own. */
export function writeQueryDocument(head: QueryHead, members: readonly QueryMember[]): string {
  const standard = JSON.stringify([STANDARD_CONTEXT]);
  const first = members[0]?.contextText ?? standard;
  const context = members.every((member) => member.contextText === first) ? first : standard;
  const events = members.map(({ text, contextText }) =>
    contextText === context ? text : toBareEvent(text, contextText),
  );
  const { id, queryName, subscriptionID, creationDate } = head;
  const results = [
    `"queryName":${JSON.stringify(queryName)}`,
    ...(subscriptionID === undefined ? [] : [`"subscriptionID":${JSON.stringify(subscriptionID)}`]),
    `"resultsBody":{"eventList":[${events.join(',')}]}`,
  ];
  return [
    `{"@context":${context}`,
    ...(id === undefined ? [] : [`"id":${JSON.stringify(id)}`]),
    '"type":"EPCISQueryDocument"',
    '"schemaVersion":"2.0"',
    `"creationDate":${JSON.stringify(creationDate)}`,
    `"epcisBody":{"queryResults":{${results.join(',')}}}}`,
  ].join(',');
}

/** An event that stands alone: the context of its document written into it, before a context of its own. */
export function toBareEvent(text: string, contextText: string): string {
  const own = spanOf(text, '/@context');
  if (own === undefined) return `{"@context":${contextText},${text.slice(text.indexOf('{') + 1)}`;
  const [start, end] = own;
  const merged = [...partsOf(contextText), ...partsOf(text.slice(start, end))];
  return `${text.slice(0, start)}[${[...new Set(merged)].join(',')}]${text.slice(end)}`;
}

/** The texts of the parts of a context: the entries of a list, or the one thing it is. */
function partsOf(contextText: string): string[] {
  if (!contextText.startsWith('[')) return [contextText];
  const parts: string[] = [];
  for (let index = 0; ; index += 1) {
    const span = spanOf(contextText, `/${index}`);
    if (span === undefined) return parts;
    parts.push(contextText.slice(span[0], span[1]));
  }
}
