import type { Event } from './event.ts';
import { toMillisecondText } from './instant.ts';
import { toTree } from './tree/event-tree.ts';
import { type Form, writeTree } from './tree/write-tree.ts';

/** Names, values and children follow each other without a separator; an empty value leaves its name alone. */
const form: Form = {
  leaf: (name, value) => (value === '' ? name : `${name}=${value}`),
  group: (head, children) => head + children.join(''),
};

/** The pre-hash string of an event (CBV 2.0 §8.9.2); the policy where the standard leaves a choice stands in tree/event-tree.ts. */
export function preHash(event: Event, canonical: (uri: string) => string): string {
  return writeTree(toTree(event, { uri: canonical, time: toMillisecondText }), form).join('');
}

/** The hash id of an event (CBV 2.0 §8.9): `ni:///sha-256;<hex>?ver=CBV2.0`. The same event has the same id from XML and from
 * JSON-LD, in any order of members and with any names of prefixes. */
export function eventHash(
  event: Event,
  canonical: (uri: string) => string,
  sha256Hex: (text: string) => string,
): string {
  return `ni:///sha-256;${sha256Hex(preHash(event, canonical))}?ver=CBV2.0`;
}
