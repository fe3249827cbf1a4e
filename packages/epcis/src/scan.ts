/**
 * One pass over the text of a document. It gives the values with their numbers exact, the place of every event, and refuses
 * what other readers of JSON accept in silence and then disagree about: a name that stands twice, a lone surrogate, NUL, numbers
 * beyond 18 digits, nesting beyond 64 levels, the names that JavaScript treats as special. Strings without escapes are slices
 * of the text, so values hold the text alive: keep them for the length of one request. Time is linear in the text.
 */
import { cut, type Fault, fault } from './fault.ts';
import { ExactNumber, type Json } from './json.ts';
import type { Rule } from './words.ts';

/** Lists and objects inside each other. */
export const DEPTH_MAX = 64;
/** Members of one object; the tables that hold more are slow to fill, and no event has a tenth of it. */
export const MEMBERS_MAX = 1_000;
/** Digits of a number, a leading zero not counted. */
export const DIGITS_MAX = 18;
/** Absolute value of the exponent of a number. */
export const EXPONENT_MAX = 18;

/** Start and end of a value in its text, in UTF-16 units. */
export type Span = readonly [start: number, end: number];

/** A text that was read. */
export interface Scanned {
  readonly ok: true;
  readonly text: string;
  readonly value: Json;
  /** Where the top-level value stands. */
  readonly span: Span;
  /** Where the members of the top-level object stand. */
  readonly members: ReadonlyMap<string, Span>;
  /** Where the entries of each list named `eventList` stand. */
  readonly entries: ReadonlyMap<Json, readonly Span[]>;
}

interface Cursor {
  readonly text: string;
  readonly path: (string | number)[];
  readonly members: Map<string, Span>;
  readonly entries: Map<Json, readonly Span[]>;
  /** Names met in this text by their hash: the same few names stand in every event. */
  readonly names: string[];
  at: number;
  depth: number;
}

/** Carries a refusal from any depth to `scanText`. */
class Refusal extends Error {
  readonly rule: Rule;
  readonly at: number;
  constructor(rule: Rule, at: number, found = '') {
    super(found);
    this.rule = rule;
    this.at = at;
  }
}

/** Objects made by this constructor inherit from an empty object without a prototype: as safe as `Object.create(null)`, and
 * half as fast again to fill, because V8 keeps them out of dictionary mode. */
const BareObject = function BareObject() {} as unknown as new () => Record<string, Json>;
BareObject.prototype = Object.freeze(Object.create(null));

const SPECIAL_NAMES = new Set(['__proto__', 'constructor', 'prototype']);
const NAMES = 256;

declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

/** Reads the bytes of a JSON text: UTF-8 without a byte order mark (RFC 8259 §8.1). */
export function scan(bytes: Uint8Array): Scanned | { readonly ok: false; readonly fault: Fault } {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { ok: false, fault: fault('utf-8', []) };
  }
  if (text.charCodeAt(0) === 0xfeff) return { ok: false, fault: fault('byte-order-mark', []) };
  return scanText(text);
}

/** Reads a JSON text that holds no lone surrogate. */
export function scanText(text: string): Scanned | { readonly ok: false; readonly fault: Fault } {
  const cursor: Cursor = {
    text,
    path: [],
    members: new Map(),
    entries: new Map(),
    names: new Array(NAMES),
    at: 0,
    depth: 0,
  };
  try {
    skipSpace(cursor);
    const start = cursor.at;
    const value = readValue(cursor);
    const span: Span = [start, cursor.at];
    skipSpace(cursor);
    if (cursor.at < text.length) throw new Refusal('trailing-text', cursor.at);
    return { ok: true, text, value, span, members: cursor.members, entries: cursor.entries };
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return { ok: false, fault: toFault(cursor, thrown) };
  }
}

function toFault(cursor: Cursor, refusal: Refusal): Fault {
  const before = cursor.text.slice(0, refusal.at);
  const line = before.split('\n').length;
  const column = refusal.at - before.lastIndexOf('\n');
  const path = cursor.path.slice(0, cursor.depth);
  if (path.at(-1) === '') path.pop();
  return fault(refusal.rule, path, { line, column, found: cut(refusal.message) });
}

function skipSpace(cursor: Cursor): void {
  const { text } = cursor;
  let at = cursor.at;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) break;
  }
  cursor.at = at;
}

function readValue(cursor: Cursor): Json {
  const { text } = cursor;
  switch (text.charCodeAt(cursor.at)) {
    case 34:
      return readString(cursor);
    case 123:
      return readObject(cursor);
    case 91:
      return readList(cursor, false);
    case 116:
      return readWord(cursor, 'true', true);
    case 102:
      return readWord(cursor, 'false', false);
    case 110:
      return readWord(cursor, 'null', null);
    default:
      return readNumber(cursor);
  }
}

function unexpected(cursor: Cursor, at: number): Refusal {
  const code = cursor.text.codePointAt(at);
  if (code === undefined) return new Refusal('unfinished', at);
  return new Refusal('unexpected', at, code === 0 ? 'NUL' : JSON.stringify(String.fromCodePoint(code)));
}

function readWord<T extends Json>(cursor: Cursor, word: string, value: T): T {
  if (!cursor.text.startsWith(word, cursor.at)) throw unexpected(cursor, cursor.at);
  cursor.at += word.length;
  return value;
}

function enter(cursor: Cursor): void {
  if (cursor.depth >= DEPTH_MAX) throw new Refusal('depth', cursor.at);
  cursor.depth += 1;
  cursor.at += 1;
}

function readObject(cursor: Cursor): Json {
  enter(cursor);
  const { text, path, depth } = cursor;
  const object = new BareObject();
  path[depth - 1] = '';
  let count = 0;
  skipSpace(cursor);
  if (text.charCodeAt(cursor.at) === 125) return leave(cursor, object);
  for (;;) {
    if (text.charCodeAt(cursor.at) !== 34) throw unexpected(cursor, cursor.at);
    const nameAt = cursor.at;
    const name = readName(cursor);
    path[depth - 1] = name;
    if (object[name] !== undefined) throw new Refusal('duplicate-name', nameAt, name);
    count += 1;
    if (count > MEMBERS_MAX) throw new Refusal('members', nameAt);
    if (SPECIAL_NAMES.has(name)) throw new Refusal('special-name', nameAt, name);
    skipSpace(cursor);
    if (text.charCodeAt(cursor.at) !== 58) throw unexpected(cursor, cursor.at);
    cursor.at += 1;
    skipSpace(cursor);
    const start = cursor.at;
    object[name] =
      name === 'eventList' && text.charCodeAt(start) === 91 ? readList(cursor, true) : readValue(cursor);
    if (depth === 1) cursor.members.set(name, [start, cursor.at]);
    skipSpace(cursor);
    const code = text.charCodeAt(cursor.at);
    if (code === 125) return leave(cursor, object);
    if (code !== 44) throw unexpected(cursor, cursor.at);
    cursor.at += 1;
    skipSpace(cursor);
  }
}

function readList(cursor: Cursor, withSpans: boolean): Json {
  enter(cursor);
  const { text, path, depth } = cursor;
  const list: Json[] = [];
  const spans: Span[] = [];
  path[depth - 1] = 0;
  skipSpace(cursor);
  if (withSpans) cursor.entries.set(list, spans);
  if (text.charCodeAt(cursor.at) === 93) return leave(cursor, list);
  for (;;) {
    path[depth - 1] = list.length;
    const start = cursor.at;
    list.push(readValue(cursor));
    if (withSpans) spans.push([start, cursor.at]);
    skipSpace(cursor);
    const code = text.charCodeAt(cursor.at);
    if (code === 93) return leave(cursor, list);
    if (code !== 44) throw unexpected(cursor, cursor.at);
    cursor.at += 1;
    skipSpace(cursor);
  }
}

function leave<T extends Json>(cursor: Cursor, value: T): T {
  cursor.depth -= 1;
  cursor.at += 1;
  return value;
}

/** Reads the name of a member; a name met before in this text is taken from the table, already hashed by the engine. */
function readName(cursor: Cursor): string {
  const { text, names } = cursor;
  const start = cursor.at + 1;
  let hash = 0;
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) break;
    if (code === 92 || code < 32) return readString(cursor);
    hash = (hash * 31 + code) | 0;
  }
  if (at >= text.length) return readString(cursor);
  cursor.at = at + 1;
  const slot = (hash ^ (hash >>> 8)) & (NAMES - 1);
  const known = names[slot];
  if (known !== undefined && known.length === at - start && text.startsWith(known, start)) return known;
  const name = text.slice(start, at);
  names[slot] = name;
  return name;
}

function readString(cursor: Cursor): string {
  const { text } = cursor;
  const start = cursor.at + 1;
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      cursor.at = at + 1;
      return text.slice(start, at);
    }
    if (code === 92) return readEscapedString(cursor, start, at);
    if (code < 32) throw new Refusal('control-character', at, controlName(code));
  }
  throw new Refusal('unfinished', at);
}

/** Checks every escape of a text by itself, then lets the engine put them in place: joining piece by piece is ten times slower. */
function readEscapedString(cursor: Cursor, start: number, firstEscape: number): string {
  const { text } = cursor;
  for (let at = firstEscape; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      cursor.at = at + 1;
      return JSON.parse(text.slice(start - 1, at + 1)) as string;
    }
    if (code < 32) throw new Refusal('control-character', at, controlName(code));
    at += code === 92 ? escapeLength(cursor, at) : 1;
  }
  throw new Refusal('unfinished', text.length);
}

const HEX = '0123456789abcdef';

/** Units of the escape at a place; a surrogate must come with its other half. */
function escapeLength(cursor: Cursor, at: number): number {
  const { text } = cursor;
  const letter = text.charAt(at + 1);
  if (letter === '') throw new Refusal('unfinished', text.length);
  if (letter !== 'u') {
    if (!'"\\/bfnrt'.includes(letter)) throw unexpected(cursor, at + 1);
    return 2;
  }
  const unit = readUnit(cursor, at);
  if (unit === 0) throw new Refusal('nul', at);
  if ((unit & 0xf800) !== 0xd800) return 6;
  const paired = unit < 0xdc00 && text.startsWith('\\u', at + 6);
  const low = paired ? readUnit(cursor, at + 6) : 0;
  if (low < 0xdc00 || low > 0xdfff) throw new Refusal('lone-surrogate', at);
  return 12;
}

function readUnit(cursor: Cursor, at: number): number {
  let unit = 0;
  for (let index = at + 2; index < at + 6; index += 1) {
    const digit = HEX.indexOf(cursor.text.charAt(index).toLowerCase() || ' ');
    if (digit < 0) throw unexpected(cursor, index);
    unit = unit * 16 + digit;
  }
  return unit;
}

function controlName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

function endOfDigits(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at += 1;
  return at;
}

function readNumber(cursor: Cursor): ExactNumber {
  const { text, at: start } = cursor;
  const whole = text.charCodeAt(start) === 45 ? start + 1 : start;
  let at = endOfDigits(text, whole);
  const leadingZero = text.charCodeAt(whole) === 48;
  if (at === whole) throw unexpected(cursor, at);
  if (leadingZero && at > whole + 1) throw unexpected(cursor, whole + 1);
  let digits = leadingZero ? 0 : at - whole;
  if (text.charCodeAt(at) === 46) {
    const end = endOfDigits(text, at + 1);
    if (end === at + 1) throw unexpected(cursor, end);
    digits += end - at - 1;
    at = end;
  }
  if ((text.charCodeAt(at) | 32) === 101) at = readExponent(cursor, at + 1);
  if (digits > DIGITS_MAX) throw new Refusal('digits', start, String(digits));
  cursor.at = at;
  return new ExactNumber(text.slice(start, at));
}

function readExponent(cursor: Cursor, from: number): number {
  const { text } = cursor;
  const sign = text.charCodeAt(from);
  const digits = sign === 43 || sign === 45 ? from + 1 : from;
  const end = endOfDigits(text, digits);
  if (end === digits) throw unexpected(cursor, end);
  const value = Number(text.slice(digits, end));
  if (value > EXPONENT_MAX) throw new Refusal('exponent', from, text.slice(from, Math.min(end, from + 20)));
  return end;
}
