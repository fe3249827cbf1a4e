/**
 * Codes that are printed as they are, without a URI of their own: most codes of Chinese authorities. A scheme says what a
 * text of its shape is; its URN (`urn:yunsu:code:<scheme>:<code>`) and its guesses follow from that.
 */
import { type Fault, faultAt, type Reading, toRefusal } from '../fault.ts';
import type { Identifier, Level } from '../identifier.ts';
import * as words from '../words.ts';
import type { Guess, Scheme } from './scheme.ts';

/** Where the URNs of printed codes begin; the id of the scheme and a colon follow. */
export const CODE_URN = 'urn:yunsu:code:';

/** What a text of the right shape says. Places count in the code that was read. */
export interface CodeReading {
  readonly parts: Readonly<Record<string, string>>;
  readonly level: Level;
  /** Code of the class that an item or lot belongs to, of this same scheme, e.g. the first seven digits of a drug code. */
  readonly classCode?: string;
  /** Wrong, but plainly meant as a code of this scheme, e.g. a wrong check digit. */
  readonly fault?: Fault;
  /** Doubts that do not forbid the reading, e.g. a division that no table knows. */
  readonly notes?: readonly Fault[];
  /** How sure the bare code is one of this scheme, 0 to 1; with a letter prefix or a check digit more than without. */
  readonly confidence: number;
}

/** A scheme of printed codes. */
export interface PlainCode extends Omit<Scheme, 'keys' | 'urn' | 'guess'> {
  /**
   * The canonical code in a text (capitals, no label words), or undefined where the text is not of this shape. Bounded.
   * In a URN, which says itself what it is, codes may have shapes that nobody could tell from other numbers.
   */
  shape(text: string, isUrn?: boolean): string | undefined;
  /** Reads a code that `shape` gave. */
  read(code: string): CodeReading;
}

function toIdentifier(id: string, code: string, { parts, level, classCode }: CodeReading): Identifier {
  const prefix = `${CODE_URN}${id}:`;
  return {
    scheme: id,
    uri: prefix + encodeURIComponent(code),
    level,
    parts,
    ...(classCode === undefined ? {} : { classUri: prefix + encodeURIComponent(classCode) }),
  };
}

/** The place in a text of a place in the code that was read out of it: behind label words, or across gaps and dashes. */
function placeIn(text: string, code: string, at: number): number {
  const start = text.toUpperCase().indexOf(code.toUpperCase());
  if (start !== -1) return Math.min(start + at, text.length);
  let before = code.slice(0, at).replace(/[\s-]/g, '').length;
  for (let i = 0; i < text.length; i++) {
    if (/[\s-]/.test(text.charAt(i))) continue;
    if (before === 0) return i;
    before--;
  }
  return text.length;
}

/** Reads the code that a text holds; `from` is where the text begins in what was given. */
function toReading(id: string, text: string, code: string, read: CodeReading, from = 0): Reading {
  const identifier = toIdentifier(id, code, read);
  const place = (fault: Fault) => ({ ...fault, at: from + placeIn(text, code, fault.at) });
  if (read.fault) return toRefusal(place(read.fault), id, identifier);
  return { ok: true, identifier, ...(read.notes ? { notes: read.notes.map(place) } : {}) };
}

/** Percent-encoded UTF-8 decoded, or undefined where it is broken. */
function decode(text: string): string | undefined {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Makes the scheme of a printed code. */
export function plainCode(code: PlainCode): Scheme {
  const { shape, read, ...rest } = code;
  const prefix = `${CODE_URN}${code.id}:`;

  /** Half a surrogate pair can stand in no URI. */
  const codeIn = (text: string, isUrn: boolean) => (text.isWellFormed() ? shape(text, isUrn) : undefined);

  function readUrn(uri: string): Reading {
    const text = decode(uri.slice(prefix.length));
    if (text === undefined) return toRefusal(faultAt(prefix.length, words.badPercent), code.id);
    const canonical = codeIn(text, true);
    if (canonical === undefined)
      return toRefusal(faultAt(prefix.length, words.notOfScheme(code.name)), code.id);
    return toReading(code.id, text, canonical, read(canonical), prefix.length);
  }

  function guess(text: string): readonly Guess[] {
    const canonical = codeIn(text, false);
    if (canonical === undefined) return [];
    const reading = read(canonical);
    return [{ reading: toReading(code.id, text, canonical, reading), confidence: reading.confidence }];
  }

  return { ...rest, urn: { prefix, read: readUrn }, guess };
}
