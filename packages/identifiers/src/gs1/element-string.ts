/**
 * Element strings: what a GS1 symbol carries, either as people write it, `(01)06901234567892(10)L1`, or as a scanner
 * sends it, the same without brackets and with FNC1 (U+001D) after values of variable length (GS1 General
 * Specifications §7.8). One pass from left to right; whatever is wrong becomes a fault beside the elements.
 */

import { firstOutside } from '../charset.ts';
import { type Fault, faultAt } from '../fault.ts';
import * as words from '../words.ts';
import {
  type ApplicationIdentifier,
  applicationIdentifierAt,
  applicationIdentifiers,
  isShortDate,
} from './application-identifiers.ts';

/** Function character 1 as scanners send it between values. */
export const FNC1 = '\u001d';

/** One value with its Application Identifier; `at` is the place of the value in the text. */
export interface Element {
  readonly ai: ApplicationIdentifier;
  readonly value: string;
  readonly at: number;
}

/** The elements of a text in order and what is wrong with it. */
export interface ElementString {
  readonly elements: readonly Element[];
  readonly faults: readonly Fault[];
}

function valueFault({ ai, value, at }: Element): Fault | null {
  if (value.length < ai.min) return faultAt(at + value.length, words.elementTooShort(ai.ai, ai.min));
  if (value.length > ai.max) return faultAt(at + ai.max, words.elementTooLong(ai.ai, ai.max));
  const outside = firstOutside(value, ai.set);
  if (outside !== -1) return faultAt(at + outside, words.wrongCharacter(`(${ai.ai})`, ai.set));
  return ai.date && !isShortDate(value) ? faultAt(at, words.wrongDate(ai.ai)) : null;
}

function withFaults(elements: readonly Element[], rest: Fault | null): ElementString {
  const faults: Fault[] = [];
  const valueByAi = new Map<string, string>();
  for (const element of elements) {
    const wrong = valueFault(element);
    if (wrong) faults.push(wrong);
    const earlier = valueByAi.get(element.ai.ai);
    if (earlier !== undefined && earlier !== element.value) {
      faults.push(faultAt(element.at, words.repeatedElement(element.ai.ai)));
    }
    if (earlier === undefined) valueByAi.set(element.ai.ai, element.value);
  }
  if (rest) faults.push(rest);
  return { elements, faults };
}

interface Bracket {
  readonly ai: ApplicationIdentifier;
  readonly at: number;
  readonly valueAt: number;
}

function bracketAt(text: string, at: number): Bracket | undefined {
  for (let digits = 2; digits <= 4; digits++) {
    if (text.charAt(at + 1 + digits) !== ')') continue;
    const ai = applicationIdentifiers.get(text.slice(at + 1, at + 1 + digits));
    return ai && { ai, at, valueAt: at + digits + 2 };
  }
  return undefined;
}

/** The next brackets around a known Application Identifier. */
function nextBracket(text: string, from: number): Bracket | undefined {
  for (let at = text.indexOf('(', from); at !== -1; at = text.indexOf('(', at + 1)) {
    const bracket = bracketAt(text, at);
    if (bracket) return bracket;
  }
  return undefined;
}

/** Splits a bracketed element string; a bracket inside a value that encloses no known AI belongs to the value. */
export function readBracketed(text: string): ElementString {
  const elements: Element[] = [];
  let open = text.startsWith('(') ? bracketAt(text, 0) : undefined;
  if (!open) return { elements, faults: [faultAt(0, words.unknownElement)] };
  while (open) {
    const next: Bracket | undefined = nextBracket(text, open.valueAt);
    const value = text.slice(open.valueAt, next?.at).trimStart();
    const at = (next?.at ?? text.length) - value.length;
    elements.push({ ai: open.ai, value: value.trimEnd(), at });
    open = next;
  }
  return withFaults(elements, null);
}

/** Splits an element string as a scanner sends it, with or without FNC1 at the beginning. */
export function readRaw(text: string): ElementString {
  const elements: Element[] = [];
  let at = text.startsWith(FNC1) ? 1 : 0;
  while (at < text.length) {
    const ai = applicationIdentifierAt(text, at);
    if (!ai) return withFaults(elements, faultAt(at, words.unknownElement));
    const valueAt = at + ai.ai.length;
    const separator = text.indexOf(FNC1, valueAt);
    let to = separator === -1 ? text.length : separator;
    if (ai.predefined) to = Math.min(to, valueAt + ai.max);
    elements.push({ ai, value: text.slice(valueAt, to), at: valueAt });
    at = text.charAt(to) === FNC1 ? to + 1 : to;
  }
  return withFaults(elements, null);
}
