import { isPlainDecimal, toPlainDecimal } from '@yunsu/epcis';

/** The one spelling of a decimal ("0.30" is "0.3"), or undefined where the text is none ("007" is a code). */
export const toOneSpelling = (text: string): string | undefined =>
  isPlainDecimal(text) ? toPlainDecimal(text) : undefined;

/** The exact sum of plain decimals, without a binary float; undefined where one of the texts is none. */
export function sumOf(texts: readonly string[]): string | undefined {
  if (!texts.every(isPlainDecimal)) return undefined;
  const scale = texts.reduce((most, text) => Math.max(most, decimalsOf(text)), 0);
  const scaled = texts.map((text) => BigInt(text.replace('.', '') + '0'.repeat(scale - decimalsOf(text))));
  const total = scaled.reduce((sum, value) => sum + value, 0n);
  // Exponent notation is one of the spellings that the EPCIS room writes out.
  return toPlainDecimal(`${total}e-${scale}`);
}

const decimalsOf = (text: string): number => text.split('.')[1]?.length ?? 0;
