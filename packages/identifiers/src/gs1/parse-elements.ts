import { type Fault, faultAt, type Reading, toRefusal } from '../fault.ts';
import type { Identifier, Rejection } from '../identifier.ts';
import { CODE_LENGTH_MAX } from '../limits.ts';
import { gs1Keys } from '../schemes/table.ts';
import * as words from '../words.ts';
import type { Element, ElementFault } from './element.ts';
import { type ElementString, readBracketed, readRaw } from './element-string.ts';
import { type Gs1Key, readElements } from './gs1-key.ts';
import type { CompanyPrefixes } from './linters/linter.ts';
import { readSymbology } from './symbology.ts';

/** A key of GS1 among the elements and its place among all keys: the first is the better answer. */
const rankByAi: ReadonlyMap<string, number> = new Map(gs1Keys.map((key, rank) => [key.ai, rank]));

/** What the elements of one key say, and the faults of the others. */
export interface KeyReading {
  readonly reading: Reading;
  /** Faults of the elements, those of a refused value left out: one sentence about it is enough. */
  readonly faults: readonly ElementFault[];
}

function firstWith(elements: readonly Element[], ai: string): Element | undefined {
  for (const element of elements) if (element.ai.ai === ai) return element;
  return undefined;
}

/** Reads one key with its qualifiers from elements. */
function readKey(key: Gs1Key, { elements, faults }: ElementString): KeyReading {
  const element = firstWith(elements, key.ai);
  const read = readElements(key, element?.value ?? '', (ai) => firstWith(elements, ai)?.value);
  if (read.ok) return { reading: read, faults };
  const wrong = firstWith(elements, read.ai) ?? element;
  const at = wrong ? (wrong.placeOf?.(read.fault.at) ?? wrong.at + read.fault.at) : 0;
  const refusal = toRefusal({ ...read.fault, at }, key.scheme, read.claim);
  const told = (fault: ElementFault) => fault.ai === read.ai && fault.code !== 'repeated_with_other_value';
  return { reading: refusal, faults: faults.filter((fault) => !told(fault)) };
}

/** Every key that elements hold, the best first. */
export function readKeys(found: ElementString): KeyReading[] {
  const ranks: number[] = [];
  for (const { ai } of found.elements) {
    const rank = rankByAi.get(ai.ai);
    if (rank !== undefined && !ranks.includes(rank)) ranks.push(rank);
  }
  ranks.sort((a, b) => a - b);
  return ranks.flatMap((rank) => {
    const key = gs1Keys[rank];
    return key ? [readKey(key, found)] : [];
  });
}

/** A fault of the key itself, which has no code of its own. */
export type KeyFault = Fault & { readonly code: 'wrong_key' };

/** An element string that was read: its values in order, what they identify, and everything that is wrong. */
export interface ParsedElements {
  readonly ok: true;
  readonly elements: readonly Element[];
  /** Of the best key among the elements; absent where there is none or where its value is wrong. */
  readonly identifier?: Identifier;
  /** Faults of values first, then pairings that this symbol alone breaks. */
  readonly issues: readonly (ElementFault | KeyFault)[];
}

function bestKey(found: ElementString): KeyReading | undefined {
  let best: number | undefined;
  for (const { ai } of found.elements) {
    if (ai.keyOrders === null) continue;
    const rank = rankByAi.get(ai.ai);
    if (rank !== undefined && (best === undefined || rank < best)) best = rank;
  }
  const key = best === undefined ? undefined : gs1Keys[best];
  return key && readKey(key, found);
}

function allIssues({ faults, pairings }: ElementString): readonly ElementFault[] {
  if (pairings.length === 0) return faults;
  return faults.length === 0 ? pairings : [...faults, ...pairings];
}

/** Splits a text into elements, whichever way it is written; undefined where a symbol carries none. */
function readElementString(text: string, prefixes?: CompanyPrefixes): ElementString | undefined {
  const first = text.charCodeAt(0);
  if (first === 40) return readBracketed(text, prefixes);
  if (first !== 93) return readRaw(text, prefixes);
  const symbology = readSymbology(text);
  if (symbology?.carrier !== 'elements') return undefined;
  const found = readRaw(text.slice(symbology.from), prefixes);
  const moved = <T extends { readonly at: number }>(one: T): T => ({ ...one, at: one.at + symbology.from });
  return {
    elements: found.elements.map(moved),
    faults: found.faults.map(moved),
    pairings: found.pairings.map(moved),
  };
}

/**
 * Reads an element string as people write it, `(01)06901234567892(10)L1`, as a scanner sends it, with or without its symbology
 * identifier, or with `^` for FNC1. Every value is tested component by component; a register of company prefixes may be lent.
 * Refused is only what holds no element at all; whatever else is wrong is an issue at its place. Never throws.
 */
export function parseElementString(text: string, prefixes?: CompanyPrefixes): ParsedElements | Rejection {
  if (text.length > CODE_LENGTH_MAX)
    return toRefusal(faultAt(CODE_LENGTH_MAX, words.tooLong(CODE_LENGTH_MAX)));
  const found = readElementString(text, prefixes);
  if (!found || found.elements.length === 0) return toRefusal(faultAt(0, words.unknownElement));
  const best = bestKey(found);
  if (!best) return { ok: true, elements: found.elements, issues: allIssues(found) };
  if (best.reading.ok) {
    return {
      ok: true,
      elements: found.elements,
      identifier: best.reading.identifier,
      issues: allIssues(found),
    };
  }
  const { at, reason, reasonZh } = best.reading;
  const wrong: KeyFault = { at, en: reason, zh: reasonZh, code: 'wrong_key' };
  // The element's own fault is more exact about what is wrong with a key; the key speaks where no linter does.
  const faults = found.faults.length === best.faults.length ? [wrong, ...allIssues(found)] : allIssues(found);
  return { ok: true, elements: found.elements, issues: faults };
}
