import { firstOutside } from '../charset.ts';
import { type Fault, faultAt } from '../fault.ts';
import * as words from '../words.ts';
import type { ApplicationIdentifier, Component } from './application-identifiers.ts';
import { cset64 } from './linters/character-sets.ts';
import { type LintCode, lintWords } from './linters/lint-words.ts';
import type { CompanyPrefixes } from './linters/linter.ts';

/** Stable code of what is wrong with a value, an element string or the company it is in. */
export type ElementCode =
  | LintCode
  | 'unknown_identifier'
  | 'value_too_short'
  | 'value_too_long'
  | 'wrong_length'
  | 'wrong_character'
  | 'repeated_with_other_value'
  | 'mandatory_pair_missing'
  | 'invalid_pair'
  | 'not_an_attribute';

/** What is wrong with an element; a pairing may yet be right, for another symbol on the same thing can hold the rest. */
export interface ElementFault extends Fault {
  readonly code: ElementCode;
  /** Marked characters, 0 where something is missing. */
  readonly length: number;
  readonly ai: string;
}

/** One value with its Application Identifier; `at` is the place of the value in the text. */
export interface Element {
  readonly ai: ApplicationIdentifier;
  readonly value: string;
  readonly at: number;
  /** Place in the text of a character of the value, where the text writes some of them escaped. */
  readonly placeOf?: (offset: number) => number;
}

/** Place in the text of a character of an element's value. */
export function placeIn({ at, placeOf }: Element, offset: number): number {
  return placeOf ? placeOf(offset) : at + offset;
}

function toFault(
  ai: string,
  code: ElementCode,
  place: readonly [at: number, length: number],
  what: words.Words,
) {
  return { ...faultAt(place[0], what), code, length: place[1], ai };
}

export { toFault as toElementFault };

/** The lengths that a value can have where its components are all of fixed length, e.g. `6/12`. */
function lengthsOf(components: readonly Component[]): string {
  let length = 0;
  const lengths: number[] = [];
  for (const { max, optional } of components) {
    if (optional) lengths.push(length);
    length += max;
  }
  return [...lengths, length].join('/');
}

/** Marks characters of the value at their places in the text. */
function placed(
  element: Element,
  code: ElementCode,
  [from, length]: readonly [number, number],
  what: words.Words,
) {
  const at = placeIn(element, from);
  const to = length === 0 ? at : placeIn(element, from + length);
  return toFault(element.ai.ai, code, [at, to - at], what);
}

function componentFault(
  element: Element,
  component: Component,
  from: number,
  prefixes: CompanyPrefixes | undefined,
): ElementFault | null {
  const { ai, value } = element;
  const to = Math.min(value.length, from + component.max);
  const isBase64 = component.set === 'Z';
  const outside = isBase64 ? -1 : firstOutside(value, component.set, from, to);
  if (outside !== -1) {
    const what = words.wrongCharacter(`(${ai.ai})`, component.set);
    return placed(element, 'wrong_character', [outside, 1], what);
  }
  if (component.linters.length === 0 && !isBase64) return null;
  const text = from === 0 && to === value.length ? value : value.slice(from, to);
  // base64url may end in padding, which is no character of the set.
  let found = isBase64 ? cset64(text) : null;
  for (let i = 0; found === null && i < component.linters.length; i++) {
    found = component.linters[i]?.(text, prefixes) ?? null;
  }
  if (!found) return null;
  const what = words.inElement(ai, lintWords(found.code));
  return placed(element, found.code, [from + found.at, found.length], what);
}

/** What is wrong with a value, component by component, or null. */
export function elementFault(element: Element, prefixes?: CompanyPrefixes): ElementFault | null {
  const { ai, value } = element;
  const { length } = value;
  if (length < ai.min) {
    return placed(element, 'value_too_short', [length, 0], words.elementTooShort(ai.ai, ai.min));
  }
  if (length > ai.max) {
    const what = words.elementTooLong(ai.ai, ai.max);
    return placed(element, 'value_too_long', [ai.max, length - ai.max], what);
  }
  let from = 0;
  for (const component of ai.components) {
    if (component.optional && from === length) break;
    if (length - from < component.min) {
      const what = words.wrongLength(`(${ai.ai})`, lengthsOf(ai.components), length);
      return placed(element, 'wrong_length', [length, 0], what);
    }
    const wrong = componentFault(element, component, from, prefixes);
    if (wrong) return wrong;
    from += component.max;
  }
  return null;
}
