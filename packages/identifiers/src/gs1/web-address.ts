/** Digital Links as addresses of somebody's own: any domain and path before the key, all qualifiers, attributes behind. */
import { faultAt, toRefusal } from '../fault.ts';
import type { Identifier, Rejection } from '../identifier.ts';
import { encodePath } from '../percent.ts';
import { keyByAi } from '../schemes/table.ts';
import * as words from '../words.ts';
import { applicationIdentifiers } from './application-identifiers.ts';
import { compress, type Value } from './compression.ts';
import { keyAiOf } from './digital-link.ts';
import { elementFault } from './element.ts';
import type { Gs1Key } from './gs1-key.ts';

/** A web address, or why there is none. */
export type WebAddress = { readonly ok: true; readonly address: string } | Rejection;

/** Values in the path of a link: the key, then its qualifiers in an order that holds them all. */
interface PathValues {
  readonly key: Gs1Key;
  readonly values: readonly Value[];
}

function qualifierValues(key: Gs1Key, { parts }: Identifier): Value[] {
  const given = key.qualifiers.flatMap(({ ai, part }): Value[] => {
    const value = parts[part];
    return value === undefined ? [] : [[ai, value]];
  });
  const order = key.orders.find((ais) => given.every(([ai]) => ais.includes(ai)));
  // Parts that no order holds together, such as a lot and a third-party serial: the one that the identity has.
  const kept = order ? given : given.slice(0, 1);
  return kept.toSorted(([a], [b]) => (order ?? []).indexOf(a) - (order ?? []).indexOf(b));
}

function pathValues(identifier: Identifier): PathValues | undefined {
  const key = keyByAi.get(keyAiOf(identifier.uri) ?? '');
  if (!key) return undefined;
  return {
    key,
    values: [[key.ai, key.value.write(identifier.parts, true)], ...qualifierValues(key, identifier)],
  };
}

const stemShape = /^https?:\/\/[^/?#\s]+(?:\/[^?#\s]*)?$/i;

function attributeFault([digits, value]: Value): Rejection | null {
  const ai = applicationIdentifiers.get(digits);
  if (!ai) return toRefusal(faultAt(0, words.notAnIdentifier(digits)));
  if (!ai.attribute || keyByAi.has(digits)) return toRefusal(faultAt(0, words.notAnAttribute(digits)));
  const wrong = elementFault({ ai, value, at: 0 });
  return wrong && toRefusal(wrong);
}

const query = (attributes: readonly Value[]) =>
  attributes.length === 0
    ? ''
    : `?${attributes.map(([ai, value]) => `${ai}=${encodePath(value)}`).join('&')}`;

const pathOf = (values: readonly Value[]) =>
  values.map(([ai, value]) => `/${ai}/${encodePath(value)}`).join('');

type Checked = PathValues & { readonly stem: string; readonly attributes: readonly Value[] };

function check(identifier: Identifier, stem: string, attributes: Iterable<Value>): Checked | Rejection {
  const path = pathValues(identifier);
  if (!path) return toRefusal(faultAt(0, words.noDigitalLink));
  if (!stemShape.test(stem)) return toRefusal(faultAt(0, words.wrongStem));
  const list = [...attributes];
  for (const attribute of list) {
    const wrong = attributeFault(attribute);
    if (wrong) return wrong;
  }
  return { ...path, stem: stem.endsWith('/') ? stem.slice(0, -1) : stem, attributes: list };
}

/**
 * The Digital Link of an identity on a domain of somebody's own: the stem (`https://qr.example/c`), the key, every qualifier
 * that the identity has, and data attributes such as `['17', '261231']` in the query string. Refused where GS1 has no
 * link for it, where the stem is none, or where an attribute does not hold; `at` then counts in its value.
 */
export function toWebAddress(
  identifier: Identifier,
  stem: string,
  attributes: Iterable<readonly [ai: string, value: string]> = [],
): WebAddress {
  const checked = check(identifier, stem, attributes);
  if ('ok' in checked) return checked;
  return { ok: true, address: checked.stem + pathOf(checked.values) + query(checked.attributes) };
}

/** How much of a link is compressed: all of it, or all but the key, which people then can still read. */
export type Compression = 'full' | 'partial';

/** The same with everything but the stem as one compressed word, with or without the key before it in full. */
export function toCompressedAddress(
  identifier: Identifier,
  stem: string,
  compression: Compression,
  attributes: Iterable<readonly [ai: string, value: string]> = [],
): WebAddress {
  const checked = check(identifier, stem, attributes);
  if ('ok' in checked) return checked;
  const [key, ...rest] = [...checked.values, ...checked.attributes];
  if (!key) return toRefusal(faultAt(0, words.noDigitalLink));
  if (compression === 'full') return { ok: true, address: `${checked.stem}/${compress([key, ...rest])}` };
  const word = rest.length === 0 ? '' : `/${compress(rest)}`;
  return { ok: true, address: checked.stem + pathOf([key]) + word };
}
