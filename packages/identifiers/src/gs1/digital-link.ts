import { isDigits, leadingDigits } from '../charset.ts';
import { faultAt, type Reading, toRefusal } from '../fault.ts';
import type { Identifier } from '../identifier.ts';
import { LINK_PAIRS_MAX } from '../limits.ts';
import { decodePercent, encodedOffset } from '../percent.ts';
import { keyByAi, qualifierAis } from '../schemes/table.ts';
import { readOpaque } from '../schemes/uri.ts';
import * as words from '../words.ts';
import { type CompressedLink, findCompressed } from './compressed-link.ts';
import { type Gs1Key, readElements, STEM } from './gs1-key.ts';
import { aiOfSegment } from './link-names.ts';

/**
 * Digits that the value of a key must begin with before the path of somebody's own domain counts as a Digital Link.
 * Without it `https://news.example/2024/01/15` would be a refused GTIN instead of a web address.
 */
const FOREIGN_DIGITS_MIN = 6;

const canonicalHost = 'id.gs1.org';

/** A pair of Application Identifier and value in a path; places count in the text. */
export interface Pair {
  readonly ai: string;
  readonly aiFrom: number;
  readonly from: number;
  readonly to: number;
}

/** Key and qualifiers in the path of a web address. */
export interface Link {
  readonly key: Gs1Key;
  readonly keyPair: Pair;
  /** In the order of the path. */
  readonly qualifiers: readonly Pair[];
}

/** The parts of a web address that readers of links need; places count in the text. */
export interface Address {
  readonly host: string;
  readonly pathFrom: number;
  /** End of the path, without one slash at its end. */
  readonly pathTo: number;
}

function endOfPath(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 63 || code === 35) return i;
  }
  return text.length;
}

/** Takes a web address apart; undefined where it has no host or no path. */
export function splitAddress(text: string): Address | undefined {
  const hostFrom = text.indexOf('://') + 3;
  const end = endOfPath(text, hostFrom);
  const pathFrom = text.indexOf('/', hostFrom);
  if (hostFrom === 2 || pathFrom === -1 || pathFrom >= end || pathFrom === hostFrom) return undefined;
  const slash = text.charCodeAt(end - 1) === 47 ? 1 : 0;
  return { host: text.slice(hostFrom, pathFrom).toLowerCase(), pathFrom, pathTo: end - slash };
}

/** On the domain of GS1 every path that begins like a key is one. */
export function isCanonicalHost({ host }: Address): boolean {
  return host === canonicalHost;
}

/**
 * Finds key and qualifiers from the right, two segments at a time, so that a resolver may put any path before them
 * (GS1 Digital Link URI Syntax §4.3: `customURIstem`).
 */
export function findLink(text: string, pathFrom: number, pathTo: number): Link | undefined {
  const qualifiers: Pair[] = [];
  let to = pathTo;
  for (let count = 0; count < LINK_PAIRS_MAX; count++) {
    const from = text.lastIndexOf('/', to - 1) + 1;
    if (from <= pathFrom + 1) return undefined;
    const aiFrom = text.lastIndexOf('/', from - 2) + 1;
    const ai = aiOfSegment(text.slice(aiFrom, from - 1));
    const pair: Pair = { ai, aiFrom, from, to };
    const key = keyByAi.get(ai);
    if (key) return { key, keyPair: pair, qualifiers: qualifiers.reverse() };
    if (!qualifierAis.has(ai) || aiFrom <= pathFrom + 1) return undefined;
    qualifiers.push(pair);
    to = aiFrom - 1;
  }
  return undefined;
}

/** The first qualifier that breaks every allowed order, if all are broken. */
function misplaced(link: Link): Pair | undefined {
  let best = 0;
  for (const order of link.key.orders.length > 0 ? link.key.orders : [[]]) {
    let next = 0;
    let kept = 0;
    for (const { ai } of link.qualifiers) {
      const at = order.indexOf(ai, next);
      if (at === -1) break;
      next = at + 1;
      kept++;
    }
    best = Math.max(best, kept);
  }
  return link.qualifiers[best];
}

function readLink(text: string, link: Link): Reading {
  const { key, keyPair } = link;
  const wrong = misplaced(link);
  if (wrong) {
    return toRefusal(faultAt(wrong.aiFrom, words.wrongQualifier(wrong.ai, key.ai)), key.scheme);
  }
  const pairs = [keyPair, ...link.qualifiers];
  const values: string[] = [];
  for (const pair of pairs) {
    const decoded = decodePercent(text.slice(pair.from, pair.to));
    if (typeof decoded === 'number') {
      return toRefusal(faultAt(pair.from + decoded, words.badPercent), key.scheme);
    }
    values.push(decoded);
  }
  const read = readElements(key, values[0] ?? '', (ai) => {
    const at = link.qualifiers.findIndex((pair) => pair.ai === ai);
    return at === -1 ? undefined : values[at + 1];
  });
  if (read.ok) return read;
  const pair = pairs.find(({ ai }) => ai === read.ai) ?? keyPair;
  const at = pair.from + encodedOffset(text.slice(pair.from, pair.to), read.fault.at);
  return toRefusal({ ...read.fault, at }, key.scheme, read.claim);
}

/** On a domain of somebody's own only a value that looks like a key makes a path a Digital Link. */
function looksLikeKey(text: string, { from, to }: Pair): boolean {
  const decoded = decodePercent(text.slice(from, to));
  return typeof decoded === 'string' && leadingDigits(decoded) >= FOREIGN_DIGITS_MIN;
}

/** The identity that the values of a compressed link name. */
export function readCompressed({ key, values }: CompressedLink): Reading {
  const given = (ai: string) => values.find(([own]) => own === ai)?.[1];
  const read = readElements(key, given(key.ai) ?? '', given);
  return read.ok ? read : toRefusal(read.fault, key.scheme, read.claim);
}

/**
 * Reads a web address: a GS1 Digital Link of any domain, with any path before the key, with or without a slash at
 * the end, its query string and fragment ignored; or, where there is none in it, an opaque web address. A link whose
 * qualifiers are compressed is read on any domain, for its key stands there in full; a wholly compressed one only on
 * that of GS1, because one in some thousand random words would decompress to a key.
 */
export function readWebAddress(text: string): Reading {
  const address = splitAddress(text);
  if (!address) return readOpaque(text);
  const canonical = isCanonicalHost(address);
  const link = findLink(text, address.pathFrom, address.pathTo);
  if (link && (canonical || looksLikeKey(text, link.keyPair))) return readLink(text, link);
  const compressed = link ? undefined : findCompressed(text, address);
  if (compressed && (canonical || compressed.partial)) {
    const reading = readCompressed(compressed);
    if (reading.ok) return reading;
  }
  return readOpaque(text);
}

/** The canonical Digital Link of an identity; undefined where GS1 has none for it. */
export function toDigitalLink(identifier: Identifier): string | undefined {
  if (!identifier.uri.startsWith(STEM) || identifier.scheme === 'uri') return undefined;
  return identifier.uri;
}

/** The Application Identifier of the key in a canonical Digital Link, or undefined. */
export function keyAiOf(uri: string): string | undefined {
  if (!uri.startsWith(STEM)) return undefined;
  const ai = uri.slice(STEM.length, uri.indexOf('/', STEM.length));
  return isDigits(ai) && keyByAi.has(ai) ? ai : undefined;
}
