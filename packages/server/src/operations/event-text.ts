import { secretNames } from '@yunsu/domain';
import {
  type Event,
  ExactNumber,
  type Extension,
  expandName,
  type Json,
  type Namespaces,
  readContext,
  toJsonText,
} from '@yunsu/epcis';
import type { SecretCut } from '../store/capture-batch.ts';

/*
 * Secret values (prices, buyers' names, identity numbers) are cut out of the text of an event before it is stored, as
 * whole members with their comma, so that what is left is still JSON and the cuts put back in order give the text to the
 * letter (design §5.11). The text has been read once by the scanner, so this walk trusts its grammar and its depth.
 */

/** Namespace and local name in one: a namespace without a separator of its own gets a colon. */
export function fullName(namespace: string, localName: string): string {
  return /[:/#]$/.test(namespace) ? namespace + localName : `${namespace}:${localName}`;
}

/** JSON-LD joins prefix and name as they are, so a prefix may end inside the local name of a secret. */
const isSecretName = (namespace: string, localName: string) =>
  secretNames.has(namespace + localName) || secretNames.has(fullName(namespace, localName));

function isSecret(name: string, namespaces: Namespaces): boolean {
  if (secretNames.has(namespaces[name] ?? '')) return true;
  const expanded = expandName(name, namespaces);
  return expanded !== undefined && isSecretName(expanded.namespace, expanded.localName);
}

const localNameOf = (name: string) => name.slice(Math.max(name.lastIndexOf(':'), name.lastIndexOf('/')) + 1);
/** What a text with a secret holds, unless a prefix hides it: a local name, an escape, or a context inside. */
const trace = new RegExp(['\\\\u', '"@context"', ...new Set([...secretNames].map(localNameOf))].join('|'));
/** Contexts with a prefix that ends inside the local name of a secret, or that is a term for it. */
const hiding = new WeakMap<Namespaces, boolean>();

function mayHide(namespaces: Namespaces): boolean {
  let known = hiding.get(namespaces);
  if (known === undefined) {
    const ends = [...secretNames].map((name) => [name, name.length - localNameOf(name).length] as const);
    known = Object.values(namespaces).some((namespace) =>
      ends.some(([name, boundary]) => name.startsWith(namespace) && namespace.length > boundary),
    );
    hiding.set(namespaces, known);
  }
  return known;
}

interface Member {
  readonly name: string;
  readonly start: number;
  readonly valueStart: number;
  readonly end: number;
}

const isSpace = (code: number) => code === 32 || code === 10 || code === 13 || code === 9;

function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

/** Where the value that starts here ends. */
function endOfValue(text: string, start: number): number {
  if (text[start] === '"') return endOfString(text, start);
  if (text[start] !== '{' && text[start] !== '[') {
    let at = start;
    while (at < text.length && !/[,\]}\s]/.test(text[at] as string)) at += 1;
    return at;
  }
  let depth = 0;
  for (let at = start; ; ) {
    const sign = text[at];
    if (sign === '"') {
      at = endOfString(text, at);
      continue;
    }
    if (sign === '{' || sign === '[') depth += 1;
    if (sign === '}' || sign === ']') depth -= 1;
    at += 1;
    if (depth === 0) return at;
  }
}

function membersOf(text: string, open: number): Member[] {
  const members: Member[] = [];
  let at = skipSpace(text, open + 1);
  while (text[at] !== '}') {
    const start = at;
    const nameEnd = endOfString(text, start);
    const valueStart = skipSpace(text, skipSpace(text, nameEnd) + 1);
    const end = endOfValue(text, valueStart);
    members.push({ name: JSON.parse(text.slice(start, nameEnd)) as string, start, valueStart, end });
    at = skipSpace(text, end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return members;
}

interface Cut {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

const step = (path: string, name: string) => `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;

function findInObject(text: string, open: number, path: string, around: Namespaces, cuts: Cut[]): void {
  const members = membersOf(text, open);
  const context = members.find(({ name }) => name === '@context');
  const namespaces = context
    ? readContext(JSON.parse(text.slice(context.valueStart, context.end)) as Json, around)
    : around;
  const secret = members.map(({ name }) => isSecret(name, namespaces));
  const lastKept = secret.lastIndexOf(false);
  for (const [index, member] of members.entries()) {
    const next = members[index + 1];
    const previous = members[index - 1];
    if (!secret[index]) {
      if (member.name !== '@context')
        findInValue(text, member.valueStart, step(path, member.name), namespaces, cuts);
    } else if (index < lastKept && next) {
      cuts.push({ path: step(path, member.name), start: member.start, end: next.start });
    } else {
      cuts.push({ path: step(path, member.name), start: previous?.end ?? member.start, end: member.end });
    }
  }
}

function findInValue(text: string, start: number, path: string, namespaces: Namespaces, cuts: Cut[]): void {
  if (text[start] === '{') findInObject(text, start, path, namespaces, cuts);
  if (text[start] !== '[') return;
  let at = skipSpace(text, start + 1);
  for (let index = 0; text[at] !== ']'; index += 1) {
    findInValue(text, at, `${path}/${index}`, namespaces, cuts);
    at = skipSpace(text, endOfValue(text, at));
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
}

/** The text of an event without its secrets, and the secrets with their places in bytes before any cut. */
export function cutSecrets(text: string, namespaces: Namespaces): { text: string; secrets: SecretCut[] } {
  if (!trace.test(text) && !mayHide(namespaces)) return { text, secrets: [] };
  const cuts: Cut[] = [];
  findInObject(text, skipSpace(text, 0), '', namespaces, cuts);
  let kept = '';
  let from = 0;
  let bytes = 0;
  const secrets = cuts.map(({ path, start, end }) => {
    const before = text.slice(from, start);
    const plaintext = text.slice(start, end);
    kept += before;
    const byteOffset = bytes + Buffer.byteLength(before);
    bytes = byteOffset + Buffer.byteLength(plaintext);
    from = end;
    return { path, byteOffset, plaintext };
  });
  return { text: kept + text.slice(from), secrets };
}

/** A value of an extension without the secrets inside it. */
function withoutSecrets(value: Json, namespaces: Namespaces): Json {
  if (Array.isArray(value)) return value.map((entry) => withoutSecrets(entry, namespaces));
  if (value === null || typeof value !== 'object' || value instanceof ExactNumber) return value;
  const members = Object.entries(value as Record<string, Json>);
  const inner = readContext(members.find(([name]) => name === '@context')?.[1], namespaces);
  return Object.fromEntries(
    members
      .filter(([name]) => !isSecret(name, inner))
      .map(([name, member]) => [name, withoutSecrets(member, inner)]),
  );
}

function named(extensions: readonly Extension[], namespaces: Namespaces): Record<string, Json> {
  return Object.fromEntries(
    extensions
      .filter(({ namespace, localName }) => !isSecretName(namespace, localName))
      .map(({ namespace, localName, value }) => [
        fullName(namespace, localName),
        withoutSecrets(value, namespaces),
      ]),
  );
}

/**
 * JSON text of what stands outside the standard: `{"ilmd": {…}, "extensions": {…}}` with full names, so that a
 * question does not depend on a document's prefixes; `{}` where there is nothing.
 */
export function toExtensionText(event: Event, namespaces: Namespaces): string {
  const parts: Record<string, Json> = {};
  if (event.ilmd.length > 0) parts.ilmd = named(event.ilmd, namespaces);
  if (event.extensions.length > 0) parts.extensions = named(event.extensions, namespaces);
  return toJsonText(parts);
}

/** What the store knows of an event beside its text. */
export interface StoredFacts {
  readonly eventID: string;
  /** RFC 3339. */
  readonly recordTime: string;
}

/**
 * The text of a stored event as an answer gives it: to the letter, with its eventID where the sender gave none, and with
 * our recordTime in place of the sender's (EPCIS 2.0 §7.4.1: ignored at capture, present in answers).
 */
export function toAnswerText(text: string, { eventID, recordTime }: StoredFacts): string {
  const open = skipSpace(text, 0);
  const members = membersOf(text, open);
  const given = members.find(({ name }) => name === 'recordTime');
  const written = JSON.stringify(recordTime);
  const replaced = given ? text.slice(0, given.valueStart) + written + text.slice(given.end) : text;
  const missing = [
    ...(members.some(({ name }) => name === 'eventID') ? [] : [`"eventID":${JSON.stringify(eventID)}`]),
    ...(given ? [] : [`"recordTime":${written}`]),
  ];
  if (missing.length === 0) return replaced;
  const comma = members.length > 0 ? ',' : '';
  return `${replaced.slice(0, open + 1)}${missing.join(',')}${comma}${replaced.slice(open + 1)}`;
}
