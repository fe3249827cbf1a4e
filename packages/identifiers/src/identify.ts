import { wordsOfAddress } from './address-words.ts';
import { type Fault, faultAt, type Reading } from './fault.ts';
import { findCompressed } from './gs1/compressed-link.ts';
import { readCompressed, splitAddress, toDigitalLink } from './gs1/digital-link.ts';
import { elementParts } from './gs1/element-parts.ts';
import { type ElementString, FNC1, readBracketed, readRaw } from './gs1/element-string.ts';
import { readLinkValues } from './gs1/link-values.ts';
import { readKeys } from './gs1/parse-elements.ts';
import { readSymbology } from './gs1/symbology.ts';
import { applyHint, fitsCategory, type Hint } from './hint.ts';
import type { Candidate, PartInWords } from './identifier.ts';
import {
  CANDIDATES_MAX,
  CODE_LENGTH_MAX,
  FAULTY_CONFIDENCE_MAX,
  UNVERIFIED_CONFIDENCE_MAX,
} from './limits.ts';
import { type Normal, normalise, sliceOf, withoutGaps } from './normalise.ts';
import { readUri } from './parse-identifier.ts';
import type { Scheme } from './schemes/scheme.ts';
import { schemeById, schemes } from './schemes/table.ts';
import * as words from './words.ts';

/** Confidence of the spellings that say themselves what they are. */
const confidenceOf = { uri: 1, elements: 0.98, bareElements: 0.7, compressed: 0.6, opaque: 0.3 } as const;
/**
 * Factors for a further key on the same label, for a fault in a value that is not part of the key, for values that want
 * another beside them, which may stand on another label, and for a code inside an address.
 */
const factorOf = { secondKey: 0.5, faultBeside: 0.5, pairing: 0.9, inAddress: 0.95 } as const;
/** What a text has to begin with to be tried as an element string without brackets, identifier or separator. */
const likelyElements = /^(00\d{18}|01\d{14}|8006\d{18}|414\d{13})/;

/** Where an address inside other text ends; a comma or semicolon ends it only before such a place. */
const endOfAddress = /[,;]?(?:[\s"'<>]|[^\x21-\x7e])/;

interface Extra {
  readonly issues?: readonly Fault[];
  readonly parts?: Readonly<Record<string, string>>;
}

/** The parts of a code in the order of its scheme, with their names and what their values mean. */
function inWords(scheme: Scheme | undefined, parts: Readonly<Record<string, string>>): PartInWords[] {
  return Object.entries(scheme?.partNames ?? {}).flatMap(([part, name]) => {
    const value = parts[part];
    if (value === undefined) return [];
    const meaning = scheme?.meaningOf?.(part, value);
    return [{ part, value, name, ...(meaning ? { meaning } : {}) }];
  });
}

const unknownName = { en: 'Unknown kind of code', zh: '未知编码' };

function schemeFacts(id: string, parts: Readonly<Record<string, string>>) {
  const scheme = schemeById.get(id);
  return {
    scheme: id,
    name: scheme?.name ?? unknownName,
    verified: scheme?.verified ?? false,
    issuer: scheme?.issuer ?? null,
    inWords: inWords(scheme, parts),
  };
}

/** A reading in `text` becomes a candidate for the text as it was given; what is wrong lowers its confidence. */
function toCandidate(reading: Reading, confidence: number, text: Normal, extra: Extra = {}): Candidate {
  const notes = reading.ok ? (reading.notes ?? []) : [];
  const issues = [...notes, ...(extra.issues ?? [])].map(({ at, en, zh }) => ({ at: text.at(at), en, zh }));
  if (reading.ok) {
    const { identifier } = reading;
    const facts = schemeFacts(identifier.scheme, identifier.parts);
    return {
      ...facts,
      uri: identifier.uri,
      digitalLink: toDigitalLink(identifier) ?? null,
      level: identifier.level,
      parts: { ...extra.parts, ...identifier.parts },
      confidence: facts.verified ? confidence : Math.min(confidence, UNVERIFIED_CONFIDENCE_MAX),
      issues,
    };
  }
  const { claim } = reading;
  return {
    ...schemeFacts(claim?.scheme ?? reading.scheme ?? 'uri', claim?.parts ?? {}),
    uri: claim?.uri ?? text.text,
    digitalLink: null,
    level: claim?.level ?? 'other',
    parts: { ...extra.parts, ...claim?.parts },
    confidence: FAULTY_CONFIDENCE_MAX * confidence * (claim ? 1 : 0.5),
    issues: [{ at: text.at(reading.at), en: reading.reason, zh: reading.reasonZh }, ...issues],
  };
}

/** The values beside the key of a Digital Link; what is wrong with them says nothing against the identity. */
function linkExtra(text: string): Extra {
  const found = readLinkValues(text);
  if (!found) return {};
  const parts = elementParts(found.elements, found.faults);
  return { parts, issues: [...found.faults, ...found.pairings] };
}

/** A word at the end of an address on any domain that decompresses to a key, which a random word seldom does. */
function compressedCandidates(text: Normal): Candidate[] {
  const address = splitAddress(text.text);
  const compressed = address && findCompressed(text.text, address);
  const reading = compressed && readCompressed(compressed);
  return reading?.ok ? [toCandidate(reading, confidenceOf.compressed, text, linkExtra(text.text))] : [];
}

const schemesInAddresses = schemes.filter(({ inAddress }) => inAddress === true);

/** Codes inside an address that is no identity itself: the unit code of a pesticide, a provincial code. */
function codesInAddress(text: Normal): Candidate[] {
  return wordsOfAddress(text).flatMap((word) =>
    schemesInAddresses.flatMap((scheme) =>
      (scheme.guess?.(word.text) ?? [])
        .filter(({ reading }) => reading.ok)
        .map(({ reading, confidence }) => toCandidate(reading, confidence * factorOf.inAddress, word)),
    ),
  );
}

function uriCandidates(text: Normal): Candidate[] {
  const reading = readUri(text.text);
  if (!reading.ok) return [toCandidate(reading, 1, text)];
  if (reading.identifier.scheme !== 'uri') {
    return [toCandidate(reading, confidenceOf.uri, text, linkExtra(text.text))];
  }
  const note = { issues: [faultAt(0, words.keptAsGiven)] };
  return [
    ...codesInAddress(text),
    ...compressedCandidates(text),
    toCandidate(reading, confidenceOf.opaque, text, note),
  ];
}

function elementCandidates(found: ElementString, confidence: number, text: Normal): Candidate[] {
  const parts = elementParts(found.elements, found.faults);
  const pairing = found.pairings.length === 0 ? 1 : factorOf.pairing;
  return readKeys(found).map(({ reading, faults }, index) => {
    const rank = index === 0 ? 1 : factorOf.secondKey;
    const doubt = faults.length === 0 ? pairing : factorOf.faultBeside;
    const issues = [...faults, ...found.pairings];
    return toCandidate(reading, confidence * rank * doubt, text, { issues, parts });
  });
}

function bareCandidates(text: Normal, only?: string): Candidate[] {
  const dense = withoutGaps(text);
  const candidates: Candidate[] = [];
  for (const scheme of schemes) {
    if (only !== undefined && scheme.id !== only) continue;
    const isAlike = dense.text === text.text || scheme.isAsWritten === true;
    for (const source of isAlike ? [text] : [text, dense]) {
      for (const { reading, confidence } of scheme.guess?.(source.text) ?? []) {
        candidates.push(toCandidate(reading, only === undefined ? confidence : 1, source));
      }
    }
  }
  if (only === undefined && likelyElements.test(dense.text)) {
    const found = readRaw(dense.text);
    candidates.push(...elementCandidates(found, confidenceOf.bareElements, dense));
  }
  return candidates;
}

/** A web address typed without its scheme, or one that stands inside other text as on many Chinese labels. */
function addressInside(text: Normal): Normal | undefined {
  const start = text.text.search(/https?:\/\//i);
  if (start !== -1) {
    const length = text.text.slice(start).search(endOfAddress);
    return sliceOf(text, start, length === -1 ? undefined : start + length);
  }
  if (!/^[0-9a-z-]{1,63}(\.[0-9a-z-]{1,63}){1,8}(:\d{1,5})?\//i.test(text.text)) return undefined;
  const root = 'https://';
  return { text: root + text.text, at: (index) => text.at(Math.max(0, index - root.length)) };
}

function candidatesOf(text: Normal): Candidate[] {
  if (/^(https?:\/\/|urn:)/i.test(text.text)) return uriCandidates(text);
  if (/^\(\d/.test(text.text)) {
    return elementCandidates(readBracketed(text.text), confidenceOf.elements, text);
  }
  const symbology = readSymbology(text.text);
  if (symbology) {
    const rest = sliceOf(text, symbology.from, symbology.to);
    if (symbology.carrier === 'elements') {
      return elementCandidates(readRaw(rest.text), confidenceOf.elements, rest);
    }
    if (symbology.carrier === 'gtin') return bareCandidates(rest, 'gtin');
    return readSymbology(rest.text) ? [] : candidatesOf(rest);
  }
  if (text.text.includes(FNC1) || /^\^\d/.test(text.text)) {
    return elementCandidates(readRaw(text.text), confidenceOf.elements, text);
  }
  const address = addressInside(text);
  if (!address) return bareCandidates(text);
  // Other text around an address may be a code of its own, as on a seed label (four lines, the last an address).
  return [...uriCandidates(address).filter(({ scheme }) => scheme !== 'uri'), ...bareCandidates(text)];
}

/**
 * Every way to read what a person scanned or typed, best first: URIs, element strings with or without brackets, and
 * bare codes of every scheme. A reading with a wrong check digit comes with the issue and a confidence of at most 0.1.
 * A hint re-ranks what is undecided and never makes a faulty reading a good one. Empty where nothing fits or the text
 * is longer than `CODE_LENGTH_MAX`. Never throws.
 */
export function identify(text: string, hint: Hint = {}): Candidate[] {
  if (text.length > CODE_LENGTH_MAX) return [];
  const candidates = candidatesOf(normalise(text)).map((candidate) => applyHint(candidate, hint));
  const fit = (candidate: Candidate) => Number(fitsCategory(candidate, hint));
  candidates.sort((a, b) => b.confidence - a.confidence || fit(b) - fit(a));
  const seen = new Set<string>();
  const distinct = candidates.filter(({ scheme, uri }) => {
    const name = `${scheme} ${uri}`;
    return !seen.has(name) && seen.add(name);
  });
  // Other readings would repeat the number that the likeliest one keeps back.
  if (distinct[0] && schemeById.get(distinct[0].scheme)?.isPersonal) return distinct.slice(0, 1);
  return distinct.slice(0, CANDIDATES_MAX);
}
