import { toRefusal } from '../fault.ts';
import { type Gs1Key, readElements } from '../gs1/gs1-key.ts';
import type { Guess } from './scheme.ts';

const none = () => undefined;

/** Reads a bare text as the value of one key without qualifiers. */
export function guessKey(key: Gs1Key, text: string, confidence: number): readonly Guess[] {
  const read = readElements(key, text, none);
  return [{ reading: read.ok ? read : toRefusal(read.fault, key.scheme, read.claim), confidence }];
}
