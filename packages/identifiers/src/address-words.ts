import { ADDRESS_WORDS_MAX } from './limits.ts';
import { type Normal, sliceOf } from './normalise.ts';

/** Words of the path, query and fragment of a web address, at most `ADDRESS_WORDS_MAX` from the end, each with its place. */
export function wordsOfAddress(address: Normal): Normal[] {
  const { text } = address;
  const path = text.slice(text.indexOf('://') + 3).search(/[/?#]/);
  if (path === -1) return [];
  const from = text.indexOf('://') + 3 + path;
  const words = Array.from(text.slice(from).matchAll(/[^/?#&=;,]+/g), ({ 0: word, index }) =>
    sliceOf(address, from + index, from + index + word.length),
  );
  return words.slice(-ADDRESS_WORDS_MAX);
}
