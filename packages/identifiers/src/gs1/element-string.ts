/**
 * Element strings: what a GS1 symbol carries, either as people write it, `(01)06901234567892(10)L1`, or as a scanner
 * sends it, the same without brackets and with FNC1 (U+001D) after values of variable length (GS1 General
 * Specifications §7.8). One pass from left to right; whatever is wrong becomes a fault beside the elements.
 */
import * as words from '../words.ts';
import {
  type ApplicationIdentifier,
  applicationIdentifierAt,
  applicationIdentifiers,
} from './application-identifiers.ts';
import { associationFaults } from './associations.ts';
import { type Element, type ElementFault, elementFault, toElementFault } from './element.ts';
import type { CompanyPrefixes } from './linters/linter.ts';

/** Function character 1 as scanners send it between values. */
export const FNC1 = '\u001d';
/** The character that stands for FNC1 where U+001D cannot be typed; no character set of GS1 holds it. */
export const FNC1_PICTURE = '^';

/** The elements of a text in order, what is wrong with them, and which of them do not go together. */
export interface ElementString {
  readonly elements: readonly Element[];
  readonly faults: readonly ElementFault[];
  /** Mandatory and invalid pairings that this text alone breaks; never a reason to refuse it. */
  readonly pairings: readonly ElementFault[];
}

function repeated(elements: readonly Element[], index: number): boolean {
  const element = elements[index];
  for (let i = 0; i < index; i++) {
    const earlier = elements[i];
    if (earlier?.ai === element?.ai && earlier?.value !== element?.value) return true;
  }
  return false;
}

function judge(
  elements: readonly Element[],
  rest: ElementFault | null,
  prefixes: CompanyPrefixes | undefined,
): ElementString {
  const faults: ElementFault[] = [];
  for (let i = 0; i < elements.length; i++) {
    const element = elements[i];
    if (!element) continue;
    const wrong = elementFault(element, prefixes);
    if (wrong) faults.push(wrong);
    // Sixty-four different values of one AI are enough to look at; the bound keeps a hostile text from costing n².
    if (i < ELEMENTS_COMPARED_MAX && repeated(elements, i)) {
      const what = words.repeatedElement(element.ai.ai);
      const place = [element.at, element.value.length] as const;
      faults.push(toElementFault(element.ai.ai, 'repeated_with_other_value', place, what));
    }
  }
  if (rest) faults.push(rest);
  return { elements, faults, pairings: associationFaults(elements) };
}

/** Elements that are compared with those before them; no symbol holds so many different AIs. */
const ELEMENTS_COMPARED_MAX = 64;

interface Bracket {
  readonly ai: ApplicationIdentifier;
  readonly at: number;
  readonly valueAt: number;
}

function bracketAt(text: string, at: number): Bracket | undefined {
  for (let digits = 2; digits <= 4; digits++) {
    if (text.charCodeAt(at + 1 + digits) !== 41) continue;
    const ai = applicationIdentifiers.get(text.slice(at + 1, at + 1 + digits));
    return ai && { ai, at, valueAt: at + digits + 2 };
  }
  return undefined;
}

/** The next brackets around a known Application Identifier, unless a backslash makes them part of a value. */
function nextBracket(text: string, from: number): Bracket | undefined {
  for (let at = text.indexOf('(', from); at !== -1; at = text.indexOf('(', at + 1)) {
    if (text.charCodeAt(at - 1) === 92) continue;
    const bracket = bracketAt(text, at);
    if (bracket) return bracket;
  }
  return undefined;
}

/** Says whether a bracket inside a value would be read as the beginning of the next element. */
export function looksLikeBracket(value: string, at: number): boolean {
  return bracketAt(value, at) !== undefined;
}

/** An element whose value has brackets after backslashes. */
function unescaped(ai: ApplicationIdentifier, raw: string, at: number): Element {
  return {
    ai,
    value: raw.replaceAll('\\(', '(').trimEnd(),
    at,
    placeOf(offset) {
      let place = 0;
      for (let i = 0; i < offset; i++) place += raw.startsWith('\\(', place) ? 2 : 1;
      return at + place;
    },
  };
}

/**
 * Splits a bracketed element string; a bracket inside a value that encloses no known AI belongs to the value, one that
 * does is written `\(`.
 */
export function readBracketed(text: string, prefixes?: CompanyPrefixes): ElementString {
  const elements: Element[] = [];
  let open = text.startsWith('(') ? bracketAt(text, 0) : undefined;
  if (!open)
    return judge(elements, toElementFault('', 'unknown_identifier', [0, 0], words.unknownElement), prefixes);
  while (open) {
    const next: Bracket | undefined = nextBracket(text, open.valueAt);
    const value = text.slice(open.valueAt, next?.at).trimStart();
    const at = (next?.at ?? text.length) - value.length;
    elements.push(
      value.includes('\\(') ? unescaped(open.ai, value, at) : { ai: open.ai, value: value.trimEnd(), at },
    );
    open = next;
  }
  return judge(elements, null, prefixes);
}

const isSeparator = (code: number) => code === 29 || code === 94;

/** Splits an element string as a scanner sends it, with or without FNC1 (or `^`) at the beginning. */
export function readRaw(text: string, prefixes?: CompanyPrefixes): ElementString {
  const elements: Element[] = [];
  const { length } = text;
  let at = isSeparator(text.charCodeAt(0)) ? 1 : 0;
  while (at < length) {
    const ai = applicationIdentifierAt(text, at);
    if (!ai) {
      return judge(
        elements,
        toElementFault('', 'unknown_identifier', [at, 0], words.unknownElement),
        prefixes,
      );
    }
    const valueAt = at + ai.ai.length;
    const end = ai.predefined ? Math.min(length, valueAt + ai.max) : length;
    let to = valueAt;
    while (to < end && !isSeparator(text.charCodeAt(to))) to++;
    elements.push({ ai, value: text.slice(valueAt, to), at: valueAt });
    at = isSeparator(text.charCodeAt(to)) ? to + 1 : to;
  }
  return judge(elements, null, prefixes);
}
