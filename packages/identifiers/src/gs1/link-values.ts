/** What a Digital Link says beside the identity: the values of its qualifiers and the attributes in its query string. */
import { decodePercent, encodedOffset } from '../percent.ts';
import { keyByAi } from '../schemes/table.ts';
import * as words from '../words.ts';
import { applicationIdentifiers } from './application-identifiers.ts';
import { associationFaults } from './associations.ts';
import { findCompressed } from './compressed-link.ts';
import type { Value } from './compression.ts';
import { findLink, type Link, splitAddress } from './digital-link.ts';
import { type Element, type ElementFault, elementFault, toElementFault } from './element.ts';
import { aiOfSegment } from './link-names.ts';

/** Most pairs of a query string that are read. */
export const QUERY_PAIRS_MAX = 64;

/** The values beside the key, with what is wrong with them. */
export interface LinkValues {
  readonly elements: readonly Element[];
  readonly faults: readonly ElementFault[];
  /** Mandatory and invalid pairings that the link breaks; never a reason to refuse it. */
  readonly pairings: readonly ElementFault[];
}

/** A value at a place of the text, escaped or not. */
function elementAt(
  text: string,
  digits: string,
  from: number,
  to: number,
): Element | ElementFault | undefined {
  const ai = applicationIdentifiers.get(digits);
  if (!ai) return undefined;
  const raw = text.slice(from, to);
  const value = decodePercent(raw);
  if (typeof value === 'number') {
    return toElementFault(digits, 'invalid_percent_sequence', [from + value, 1], words.badPercent);
  }
  if (value === raw) return { ai, value, at: from };
  return { ai, value, at: from, placeOf: (offset) => from + encodedOffset(raw, offset) };
}

const isElement = (one: Element | ElementFault): one is Element => 'value' in one;

interface Found {
  readonly elements: Element[];
  readonly faults: ElementFault[];
}

function add(found: Found, one: Element | ElementFault | undefined): void {
  if (!one) return;
  if (!isElement(one)) {
    found.faults.push(one);
    return;
  }
  found.elements.push(one);
  const wrong = elementFault(one);
  if (wrong) found.faults.push(wrong);
}

/** One `key=value`; other programs may have keys of their own, but all digits belong to GS1 (URI Syntax §4.10). */
function addPair(found: Found, text: string, from: number, to: number): void {
  const equals = text.indexOf('=', from);
  if (equals === -1 || equals >= to) return;
  const name = text.slice(from, equals);
  const digits = aiOfSegment(name);
  if (!/^\d+$/.test(digits)) return;
  const ai = applicationIdentifiers.get(digits);
  if (!ai) {
    const what = words.notAnIdentifier(digits.slice(0, 8));
    found.faults.push(toElementFault(digits, 'unknown_identifier', [from, name.length], what));
    return;
  }
  if (!ai.attribute || keyByAi.has(digits)) {
    found.faults.push(
      toElementFault(digits, 'not_an_attribute', [from, name.length], words.notAnAttribute(digits)),
    );
    return;
  }
  add(found, elementAt(text, digits, equals + 1, to));
}

function addQuery(found: Found, text: string): void {
  const mark = text.indexOf('?');
  if (mark === -1) return;
  const hash = text.indexOf('#', mark);
  const end = hash === -1 ? text.length : hash;
  let from = mark + 1;
  for (let count = 0; from < end && count < QUERY_PAIRS_MAX; count++) {
    let to = from;
    while (to < end && text.charCodeAt(to) !== 38 && text.charCodeAt(to) !== 59) to++;
    addPair(found, text, from, to);
    from = to + 1;
  }
}

function addPath(found: Found, text: string, link: Link): void {
  for (const { ai, from, to } of link.qualifiers) add(found, elementAt(text, ai, from, to));
}

/** The key as an element, which the pairings need; its own faults are those of the identity. */
function keyElement(ai: string, at: number): Element[] {
  const entry = applicationIdentifiers.get(ai);
  return entry ? [{ ai: entry, value: '', at }] : [];
}

/** The decompressed values stand where the compressed word stands. */
function addCompressed(found: Found, values: readonly Value[], at: number): void {
  for (const [digits, value] of values) {
    const ai = applicationIdentifiers.get(digits);
    if (ai && !keyByAi.has(digits)) found.elements.push({ ai, value, at, placeOf: () => at });
  }
}

/** Reads the values of a Digital Link beside its key; undefined where the text is none. */
export function readLinkValues(text: string): LinkValues | undefined {
  const address = splitAddress(text);
  if (!address) return undefined;
  const found: Found = { elements: [], faults: [] };
  const link = findLink(text, address.pathFrom, address.pathTo);
  const compressed = link ? undefined : findCompressed(text, address);
  if (link) addPath(found, text, link);
  else if (compressed) addCompressed(found, compressed.values, address.pathTo);
  else return undefined;
  addQuery(found, text);
  const keyAi = link?.key.ai ?? compressed?.key.ai ?? '';
  const pairings = associationFaults([...keyElement(keyAi, link?.keyPair.from ?? 0), ...found.elements]);
  return { ...found, pairings };
}
