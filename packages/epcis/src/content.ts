import type { Event } from './event.ts';
import { toExactText } from './instant.ts';
import { toTree } from './tree/event-tree.ts';
import { type Form, writeTree } from './tree/write-tree.ts';

/** Names and values in quotes and children in brackets, so that different events never write the same text, as a pre-hash string can. */
const form: Form = {
  leaf: (name, value) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
  group: (head, children) => (children.length === 0 ? head : `${head}[${children.join(',')}]`),
};

/** Canonical text of what an event says: equal for a repeat in any spelling, different for a conflict. Without recordTime, eventID
 * and errorDeclaration; times to the last digit given. */
export function contentOf(event: Event, canonical: (uri: string) => string): string {
  return writeTree(toTree(event, { uri: canonical, time: toExactText }), form).join('\n');
}
