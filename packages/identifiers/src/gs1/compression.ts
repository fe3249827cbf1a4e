/**
 * The compression of Digital Links (GS1 Digital Link Standard, Compression): values of Application Identifiers as bits,
 * the bits as base64url. A pass over the bits reads at least eight of them each time, so it ends; what does not come out to
 * the last bit with values that hold is no compressed link.
 */
import { CSET64, firstOutside } from '../charset.ts';
import { applicationIdentifiers } from './application-identifiers.ts';
import { type BitReader, type BitWriter, bitsLeft, putBits, takeBits, takeDigits, toText } from './bits.ts';
import { elementFault } from './element.ts';
import {
  bitsOfDigits,
  bitsOfLength,
  type PackedField,
  packedFields,
  sequences,
  textEncodings,
} from './packed-format.ts';

/** A value with its Application Identifier. */
export type Value = readonly [ai: string, value: string];

/** What a compressed text holds. */
export interface Decompressed {
  readonly values: readonly Value[];
  /** Keys of the query string that are none of GS1. */
  readonly others: readonly Value[];
}

const textBits = { digits: 0, lowerHex: 1, upperHex: 2, base64: 3, ascii: 4 } as const;
const OTHER_LENGTH_BITS = 7;
/** Code of a key that is none of GS1. */
const OTHER = 'F';
/** Two sequences are written in the order of the table by some and sorted by GS1's own toolkit. */
const TWO_ORDERS = new Set(['1A', '9D']);

function takeText(reader: BitReader, encoding: number, length: number): string | null {
  if (encoding === textBits.digits) return takeDigits(reader, bitsOfDigits(length), length);
  const { bits, alphabet } = textEncodings[encoding] ?? { bits: 0, alphabet: '' };
  if (bits === 0) return null;
  let text = '';
  for (let i = 0; i < length; i++) {
    const value = takeBits(reader, bits);
    if (value === null) return null;
    if (bits === 7) text += String.fromCharCode(value);
    else text += (alphabet ?? CSET64).charAt(value);
  }
  return text;
}

function takeField(reader: BitReader, { numeric, variable, size }: PackedField): string | null {
  const encoding = numeric ? textBits.digits : takeBits(reader, 3);
  const length = variable ? takeBits(reader, bitsOfLength(size)) : size;
  if (encoding === null || length === null || length > size) return null;
  return takeText(reader, encoding, length);
}

function takeValue(reader: BitReader, ai: string): Value | null {
  const entry = applicationIdentifiers.get(ai);
  if (!entry) return null;
  let value = '';
  for (const field of packedFields(entry)) {
    const text = takeField(reader, field);
    if (text === null) return null;
    value += text;
  }
  return elementFault({ ai: entry, value, at: 0 }) ? null : [ai, value];
}

/** A key of six bits a character after its length, and its value. */
function takeOther(reader: BitReader, firstBits: number): Value | null {
  const more = takeBits(reader, 3);
  const key = more === null ? null : takeText(reader, textBits.base64, firstBits * 8 + more);
  const encoding = takeBits(reader, 3);
  const length = takeBits(reader, OTHER_LENGTH_BITS);
  if (!key || encoding === null || length === null) return null;
  const value = takeText(reader, encoding, length);
  return value === null ? null : [key, value];
}

/** The AIs that come next: one of its own, or a sequence. */
function takeAis(reader: BitReader, code: string, sorted: boolean): readonly string[] | null {
  const sequence = sequences.get(code);
  if (sequence) return sorted && TWO_ORDERS.has(code) ? sequence.toSorted() : sequence;
  let ai = code;
  while (ai.length <= 4) {
    if (applicationIdentifiers.has(ai)) return [ai];
    const digit = takeBits(reader, 4);
    if (digit === null || digit > 9) return null;
    ai += digit;
  }
  return null;
}

function decompressIn(text: string, sorted: boolean): Decompressed | null {
  const reader: BitReader = { text, at: 0 };
  const values: Value[] = [];
  const others: Value[] = [];
  while (bitsLeft(reader) >= 8) {
    const high = takeBits(reader, 4) ?? 0;
    const low = takeBits(reader, 4) ?? 0;
    const code = (high.toString(16) + low.toString(16)).toUpperCase();
    if (code.startsWith(OTHER)) {
      const other = takeOther(reader, low);
      if (!other) return null;
      others.push(other);
      continue;
    }
    const ais = takeAis(reader, code, sorted);
    if (!ais) return null;
    for (const ai of ais) {
      const value = takeValue(reader, ai);
      if (!value) return null;
      values.push(value);
    }
  }
  const rest = bitsLeft(reader);
  if (rest >= 6 || takeBits(reader, rest) !== 0) return null;
  return { values, others };
}

/** Reads a compressed text, or gives null where it is none. */
export function decompress(text: string): Decompressed | null {
  if (text === '' || firstOutside(text, 'Z') !== -1) return null;
  return decompressIn(text, false) ?? decompressIn(text, true);
}

function encodingOf(text: string): number {
  if (text === '') return textBits.ascii;
  if (firstOutside(text, 'N') === -1) return textBits.digits;
  if (/^[0-9A-F]+$/.test(text)) return textBits.upperHex;
  if (/^[0-9a-f]+$/.test(text)) return textBits.lowerHex;
  return firstOutside(text, 'Z') === -1 ? textBits.base64 : textBits.ascii;
}

function putText(writer: BitWriter, encoding: number, text: string): void {
  if (encoding === textBits.digits) {
    putBits(writer, BigInt(text === '' ? '0' : text), bitsOfDigits(text.length));
    return;
  }
  const { bits, alphabet } = textEncodings[encoding] ?? { bits: 0, alphabet: '' };
  for (let i = 0; i < text.length; i++) {
    const value = bits === 7 ? text.charCodeAt(i) : (alphabet ?? CSET64).indexOf(text.charAt(i));
    putBits(writer, value, bits);
  }
}

function putField(writer: BitWriter, { numeric, variable, size }: PackedField, text: string): void {
  const encoding = numeric ? textBits.digits : encodingOf(text);
  if (!numeric) putBits(writer, encoding, 3);
  if (variable) putBits(writer, text.length, bitsOfLength(size));
  putText(writer, encoding, text);
}

function putValue(writer: BitWriter, [ai, value]: Value): void {
  const entry = applicationIdentifiers.get(ai);
  let from = 0;
  for (const field of entry ? packedFields(entry) : []) {
    const text = value.slice(from, from + field.size);
    putField(writer, field, text);
    from += text.length;
  }
}

const putCode = (writer: BitWriter, code: string) => {
  for (const digit of code) putBits(writer, Number.parseInt(digit, 16), 4);
};

/** The sequence that saves the most digits of those whose AIs are all there. */
function bestSequence(ais: ReadonlySet<string>): readonly [string, readonly string[]] | undefined {
  let best: readonly [string, readonly string[]] | undefined;
  for (const [code, sequence] of sequences) {
    if (TWO_ORDERS.has(code) || !sequence.every((ai) => ais.has(ai))) continue;
    if (sequence.join('').length > (best?.[1].join('').length ?? 0)) best = [code, sequence];
  }
  return best;
}

/** Writes values as a compressed text: first a sequence that has a code of its own, then the others in the order of their AIs. */
export function compress(values: readonly Value[]): string {
  const writer: BitWriter = { bits: '' };
  const valueByAi = new Map(values);
  const sequence = bestSequence(new Set(valueByAi.keys()));
  if (sequence) {
    putCode(writer, sequence[0]);
    for (const ai of sequence[1]) {
      putValue(writer, [ai, valueByAi.get(ai) ?? '']);
      valueByAi.delete(ai);
    }
  }
  for (const [ai, value] of [...valueByAi].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    putCode(writer, ai);
    putValue(writer, [ai, value]);
  }
  return toText(writer);
}
