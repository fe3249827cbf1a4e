import { CSET64 } from '../charset.ts';

/** Bits of a base64url text, read from left to right. */
export interface BitReader {
  readonly text: string;
  at: number;
}

const BITS = 6;
const valueByCode = new Int8Array(128).fill(-1);
for (let i = 0; i < CSET64.length; i++) valueByCode[CSET64.charCodeAt(i)] = i;

/** Bits that are left. */
export function bitsLeft({ text, at }: BitReader): number {
  return text.length * BITS - at;
}

/** The next bits as a number, or null where there are not so many. */
export function takeBits(reader: BitReader, count: number): number | null {
  if (bitsLeft(reader) < count) return null;
  let value = 0;
  for (let i = 0; i < count; i++, reader.at++) {
    const six = valueByCode[reader.text.charCodeAt(Math.floor(reader.at / BITS))] ?? 0;
    value = value * 2 + ((six >> (BITS - 1 - (reader.at % BITS))) & 1);
  }
  return value;
}

/** The next bits as so many digits, which may be more than a number holds exactly. */
export function takeDigits(reader: BitReader, bits: number, digits: number): string | null {
  if (bitsLeft(reader) < bits) return null;
  let value = 0n;
  for (let left = bits; left > 0; left -= 30) {
    const count = Math.min(30, left);
    value = (value << BigInt(count)) | BigInt(takeBits(reader, count) ?? 0);
  }
  const text = digits === 0 ? '' : value.toString().padStart(digits, '0');
  // More digits than were written: these bits are no value.
  return text.length > digits ? null : text;
}

/** Bits written one after the other; `toText` fills the last character up with zeros. */
export interface BitWriter {
  bits: string;
}

export function putBits(writer: BitWriter, value: number | bigint, count: number): void {
  if (count > 0) writer.bits += value.toString(2).padStart(count, '0');
}

export function toText({ bits }: BitWriter): string {
  let text = '';
  for (let at = 0; at < bits.length; at += BITS) {
    text += CSET64.charAt(Number.parseInt(bits.slice(at, at + BITS).padEnd(BITS, '0'), 2));
  }
  return text;
}
