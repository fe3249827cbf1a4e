import { firstOutside, isDigits } from '../charset.ts';
import { checkDigit } from '../check-digit.ts';
import { type Fault, faultAt, type Reading, toRefusal, type Words } from '../fault.ts';
import type { Identifier, Rejection } from '../identifier.ts';
import { decodePercent, encodedOffset, encodeUrn, firstUnescaped } from '../percent.ts';
import { readOtherEpc } from '../schemes/epc.ts';
import { gs1Keys, keyByAi } from '../schemes/table.ts';
import { readOpaque } from '../schemes/uri.ts';
import * as words from '../words.ts';
import { keyAiOf } from './digital-link.ts';
import { type EpcForm, type Gs1Key, type Parts, readElements } from './gs1-key.ts';

/** Digits of a company prefix in an EPC URN (EPC Tag Data Standard §6.3: shorter ones count as blocks of six). */
export const PREFIX_LENGTH_MIN = 6;
/** See `PREFIX_LENGTH_MIN`. */
export const PREFIX_LENGTH_MAX = 12;

const root = 'urn:epc:';
const wild = '*';

/** One form of EPC URNs and the key that it writes. */
export interface EpcEntry {
  readonly key: Gs1Key;
  readonly form: EpcForm;
}

/** Forms by `type:name`, e.g. `id:sgtin`. */
export const epcEntries: ReadonlyMap<string, EpcEntry> = new Map(
  gs1Keys.flatMap((key) => key.epc.map((form) => [`${form.type}:${form.name}`, { key, form }] as const)),
);

/** The last field holds the serial, which may contain points itself; places count in the text. */
interface Fields {
  readonly texts: readonly string[];
  readonly starts: readonly number[];
}

function splitFields(text: string, from: number, count: number): Fields {
  const texts: string[] = [];
  const starts: number[] = [];
  let start = from;
  while (texts.length < count - 1) {
    const point = text.indexOf('.', start);
    if (point === -1) break;
    texts.push(text.slice(start, point));
    starts.push(start);
    start = point + 1;
  }
  texts.push(text.slice(start));
  starts.push(start);
  return { texts, starts };
}

/** The main part: the digits in the order of the key with the check digit, or the text with its company prefix. */
function mainPart(form: EpcForm, prefix: string, reference: string): string | number {
  if (form.digits === 0) return prefix + reference;
  const digits = form.leads ? reference.charAt(0) + prefix + reference.slice(1) : prefix + reference;
  return digits.length === form.digits ? digits + checkDigit(digits) : digits.length;
}

function prefixFault(fields: Fields): Fault | null {
  const prefix = fields.texts[0] ?? '';
  const start = fields.starts[0] ?? 0;
  const outside = firstOutside(prefix, 'N');
  if (outside !== -1) return faultAt(start + outside, words.wrongPrefix);
  const fits = prefix.length >= PREFIX_LENGTH_MIN && prefix.length <= PREFIX_LENGTH_MAX;
  return fits ? null : faultAt(start, words.wrongPrefix);
}

/** Decodes every field, or says where an escape is missing or malformed. */
function decodeFields(fields: Fields): string[] | Fault {
  const decoded: string[] = [];
  for (const [index, text] of fields.texts.entries()) {
    const start = fields.starts[index] ?? 0;
    const raw = firstUnescaped(text);
    if (raw !== -1) return faultAt(start + raw, words.mustBeEscaped);
    const plain = decodePercent(text);
    if (typeof plain === 'number') return faultAt(start + plain, words.badPercent);
    decoded.push(plain);
  }
  return decoded;
}

/** Parts of the key by name, or what is wrong with the fields before the serial. */
function readParts({ key, form }: EpcEntry, fields: Fields, decoded: readonly string[]): Parts | Fault {
  const [prefix = '', reference = ''] = decoded;
  const referenceStart = fields.starts[1] ?? 0;
  if (form.digits === 0 && reference === '') {
    return faultAt(referenceStart, words.missingField(form.name));
  }
  if (form.digits > 0) {
    const outside = firstOutside(reference, 'N');
    if (outside !== -1) return faultAt(referenceStart + outside, words.wrongCharacter(form.name, 'N'));
  }
  const main = mainPart(form, prefix, reference);
  if (typeof main === 'number') {
    return faultAt(referenceStart, words.wrongDigitCount(form.name, form.digits, main));
  }
  const parts: Parts = { [key.value.part]: main };
  if (form.pieces) {
    parts.piece = decoded[2] ?? '';
    parts.total = decoded[3] ?? '';
  }
  return parts;
}

const isFault = (value: object): value is Fault => typeof (value as Fault).at === 'number';

function readForm(text: string, from: number, entry: EpcEntry, asPattern: boolean): Reading {
  const { key, form } = entry;
  const refuse = (fault: Fault) => toRefusal(fault, key.scheme);
  const count = 2 + (form.pieces ? 2 : 0) + (form.serial ? 1 : 0);
  const fields = splitFields(text, from, count);
  if (fields.texts.length < count) return refuse(faultAt(text.length, words.missingField(form.name)));
  const wrongPrefix = prefixFault(fields);
  if (wrongPrefix) return refuse(wrongPrefix);
  const decoded = decodeFields(fields);
  if (!Array.isArray(decoded)) return refuse(decoded);
  const parts = readParts(entry, fields, decoded);
  if (isFault(parts)) return refuse(parts);

  const serial = asPattern ? undefined : decoded[count - 1];
  const { tail } = key.value;
  const inTail = form.serial !== undefined && tail?.part === form.serial;
  const head = key.value.write(parts, false);
  if (inTail && serial === '') {
    return refuse(faultAt(text.length, words.elementTooShort(form.name, 1)));
  }
  const value = inTail && serial !== undefined ? head + serial : head;
  const qualifier = key.qualifiers.find(({ part }) => part === form.serial);
  const read = readElements(
    key,
    value,
    (ai) => (qualifier?.ai === ai ? serial : undefined),
    decoded[0]?.length,
  );
  if (read.ok) return read;
  const inSerial = read.ai !== key.ai || (inTail && read.fault.at >= head.length);
  const field = inSerial ? count - 1 : 1;
  const offset = read.ai === key.ai ? Math.max(0, read.fault.at - head.length) : read.fault.at;
  const at = (fields.starts[field] ?? from) + encodedOffset(fields.texts[field] ?? '', offset);
  return refuse({ ...read.fault, at });
}

/** A pattern is a class where only its serial is wild; every other pattern stays opaque (EPCIS 2.0 §8.2.7.1.1). */
function isClassPattern(text: string, from: number): boolean {
  if (!text.endsWith(`.${wild}`)) return false;
  for (let i = from; i < text.length - 1; i++) {
    if (text.charAt(i) === wild || text.charAt(i) === '[') return false;
  }
  return true;
}

/** What tags store instead of identities (EPC Tag Data Standard §12 and §13). */
const storedTypes = new Set(['tag', 'raw', 'pat']);

/**
 * Reads `urn:epc:id:…`, `urn:epc:class:lgtin:…` and `urn:epc:idpat:…` (EPC Tag Data Standard §6.3 and §6.4) and learns
 * the length of the company prefix. Schemes that are no keys of GS1 (gid, usdod, adi, …) keep their URN; patterns of more
 * than one class stay opaque here, for events may hold them, and are read by `readPattern`; what a tag stores is refused.
 */
export function readEpcUrn(text: string): Reading {
  const typeTo = text.indexOf(':', root.length);
  const type = text.slice(root.length, Math.max(typeTo, root.length)).toLowerCase();
  if (storedTypes.has(type)) return toRefusal(faultAt(root.length, words.epcOfTag), 'epc');
  const nameTo = typeTo === -1 ? -1 : text.indexOf(':', typeTo + 1);
  if (nameTo === -1) return readOpaque(text);
  const name = text.slice(typeTo + 1, nameTo).toLowerCase();
  const asPattern = type === 'idpat';
  const entry = epcEntries.get(`${asPattern ? 'id' : type}:${name}`);
  if (!entry) return (type === 'id' ? readOtherEpc(text, name, nameTo + 1) : undefined) ?? readOpaque(text);
  if (asPattern && !(entry.form.pattern && isClassPattern(text, nameTo + 1))) return readOpaque(text);
  return readForm(text, nameTo + 1, entry, asPattern);
}

/** Company prefix and reference again, or undefined where the digits do not allow this length. */
function printFields(key: Gs1Key, form: EpcForm, parts: Readonly<Parts>, prefixLength: number) {
  const main = parts[key.value.part] ?? '';
  if (form.digits === 0) {
    const prefix = main.slice(0, prefixLength);
    const reference = main.slice(prefixLength);
    return isDigits(prefix) && reference !== '' ? `${prefix}.${encodeUrn(reference)}` : undefined;
  }
  const digits = main.slice(0, -1);
  const from = form.leads ? 1 : 0;
  const reference = digits.slice(0, from) + digits.slice(from + prefixLength);
  const pieces = form.pieces ? `.${parts.piece}.${parts.total}` : '';
  return `${digits.slice(from, from + prefixLength)}.${reference}${pieces}`;
}

/** The EPC URN of an identity, or a sentence that says why it has none. */
export type EpcAnswer = { readonly ok: true; readonly urn: string } | Rejection;

function urnOf(key: Gs1Key, { parts, level }: Identifier, prefixLength: number): string | Words {
  for (const form of key.epc) {
    const none = key.qualifiers.find(({ part }) => part === form.serial)?.none;
    const serial = form.serial === undefined ? undefined : (parts[form.serial] ?? none);
    if (form.serial !== undefined && serial === undefined) continue;
    const fields = printFields(key, form, parts, prefixLength);
    if (fields === undefined) return words.prefixLengthImpossible(prefixLength);
    const last = serial === undefined ? '' : `.${encodeUrn(serial)}`;
    return `${root}${form.type}:${form.name}:${fields}${last}`;
  }
  const form = key.epc.find(({ pattern }) => pattern);
  if (!form || level !== 'class') return words.noEpcForm(key.ai);
  const fields = printFields(key, form, parts, prefixLength);
  if (fields === undefined) return words.prefixLengthImpossible(prefixLength);
  return `${root}idpat:${form.name}:${fields}.${wild}`;
}

/**
 * The EPC URN of an identity: the pure identity of an item, the `lgtin` of a lot, the pattern of a class. The digits of the
 * company prefix (6 to 12) are learnt from an EPC URN or given; without them, or where EPC has no form, the answer says
 * so, and the identity stays a Digital Link.
 */
export function epcUrnOf(identifier: Identifier, prefixLength = identifier.prefixLength): EpcAnswer {
  const refuse = (what: Words) => toRefusal(faultAt(0, what));
  if (identifier.scheme === 'epc') return { ok: true, urn: identifier.uri };
  const key = keyByAi.get(keyAiOf(identifier.uri) ?? '');
  if (!key) return refuse(words.noEpc);
  if (key.epc.length === 0) return refuse(words.noEpcForm(key.ai));
  if (prefixLength === undefined) return refuse(words.prefixLengthUnknown);
  const fits = prefixLength >= PREFIX_LENGTH_MIN && prefixLength <= PREFIX_LENGTH_MAX;
  if (!Number.isInteger(prefixLength) || !fits) return refuse(words.wrongPrefix);
  const urn = urnOf(key, identifier, prefixLength);
  return typeof urn === 'string' ? { ok: true, urn } : refuse(urn);
}

/** The same without the sentence: undefined where there is no EPC URN. */
export function toEpcUrn(identifier: Identifier, prefixLength: number): string | undefined {
  const answer = epcUrnOf(identifier, prefixLength);
  return answer.ok ? answer.urn : undefined;
}
