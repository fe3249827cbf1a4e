import { decodePercent } from '../percent.ts';
import { keyByAi } from '../schemes/table.ts';
import { decompress, type Value } from './compression.ts';
import type { Gs1Key } from './gs1-key.ts';
import { aiOfSegment } from './link-names.ts';

/** A link whose key, qualifiers and attributes were compressed, all of them or all but the key. */
export interface CompressedLink {
  readonly key: Gs1Key;
  /** Everything it says, the key among it. */
  readonly values: readonly Value[];
  /** The key stands in the path in full. */
  readonly partial: boolean;
}

/** Place of the compressed word at the end of a path. */
interface Path {
  readonly pathFrom: number;
  readonly pathTo: number;
}

/** The key among the values; there must be one and not two. */
function onlyKey(values: readonly Value[]): Gs1Key | undefined {
  const keys = values.flatMap(([ai]) => keyByAi.get(ai) ?? []);
  return keys.length === 1 ? keys[0] : undefined;
}

/** The pair of key and value before the last segment of a path. */
function keyBefore(text: string, pathFrom: number, to: number): { key: Gs1Key; value: string } | undefined {
  const from = text.lastIndexOf('/', to - 1) + 1;
  if (from <= pathFrom + 1) return undefined;
  const aiFrom = text.lastIndexOf('/', from - 2) + 1;
  const key = keyByAi.get(aiOfSegment(text.slice(aiFrom, from - 1)));
  const value = decodePercent(text.slice(from, to));
  return key && typeof value === 'string' ? { key, value } : undefined;
}

/** Finds a compressed link in the path of a web address: its last segment, with or without a key before it. */
export function findCompressed(text: string, { pathFrom, pathTo }: Path): CompressedLink | undefined {
  const from = text.lastIndexOf('/', pathTo - 1) + 1;
  const word = text.slice(from, pathTo);
  const before = from > pathFrom + 1 ? keyBefore(text, pathFrom, from - 1) : undefined;
  if (before) {
    const values = decompress(word)?.values;
    if (!values || values.some(([ai]) => keyByAi.has(ai))) return undefined;
    return { key: before.key, values: [[before.key.ai, before.value], ...values], partial: true };
  }
  const values = decompress(word)?.values;
  const key = values && onlyKey(values);
  return key && { key, values, partial: false };
}
