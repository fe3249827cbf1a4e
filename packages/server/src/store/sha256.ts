import { hash } from 'node:crypto';

/** Hexadecimal SHA-256 of the UTF-8 bytes of a text; one-shot, seven times cheaper than `createHash` on short texts. */
export const sha256Hex = (text: string): string => hash('sha256', text, 'hex');

/** The first 128 bits of a hexadecimal digest, as a uuid. */
export function toUuid(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** A text as 128 bits of its SHA-256. */
export const digestOf = (text: string): string => toUuid(sha256Hex(text));
