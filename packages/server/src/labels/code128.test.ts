import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CODE_128, toCode128 } from './code128.ts';

const { startB, startC, toB, toC, fnc1 } = CODE_128;

/** Codewords back to characters, by the table of ISO/IEC 15417. */
function readBack([start, ...codewords]: readonly number[]): string {
  let isC = start === startC;
  let text = '';
  for (const codeword of codewords) {
    if (codeword === fnc1) text += '\u001d';
    else if (isC && codeword === toB) isC = false;
    else if (isC) text += String(codeword).padStart(2, '0');
    else if (codeword === toC) isC = true;
    else text += String.fromCharCode(codeword + 32);
  }
  return text;
}

test.each([
  ['00095212340400000019', [startC, fnc1, 0, 9, 52, 12, 34, 4, 0, 0, 0, 19]],
  ['10A', [startB, fnc1, 17, 16, 33]],
  ['101234A', [startC, fnc1, 10, 12, 34, toB, 33]],
  ['10AB123456', [startB, fnc1, 17, 16, 33, 34, toC, 12, 34, 56]],
  ['10AB1234', [startB, fnc1, 17, 16, 33, 34, 17, 18, 19, 20]],
])('%s has its shortest codewords', (content, codewords) => {
  const got = toCode128(content);
  expect(readBack(got)).toBe(`\u001d${content}`);
  expect(got.length).toBeLessThanOrEqual(codewords.length);
});

const contents = fc.string({
  unit: fc.constantFrom(...'0011223456789AB>z\u001d'),
  minLength: 1,
  maxLength: 12,
});

test('what is written is read back, and no choice of code sets is shorter', () => {
  /** Fewest codewords by trying every set at every place. */
  const fewest = (content: string, isC: boolean): number => {
    if (content === '') return 0;
    const step = (set: boolean): number => {
      if (content[0] === '\u001d') return 1 + fewest(content.slice(1), set);
      if (!set) return 1 + fewest(content.slice(1), false);
      return /^\d\d/.test(content) ? 1 + fewest(content.slice(2), true) : Number.POSITIVE_INFINITY;
    };
    return Math.min(step(isC), 1 + step(!isC));
  };
  fc.assert(
    fc.property(contents, (content) => {
      const got = toCode128(content);
      expect(readBack(got)).toBe(`\u001d${content}`);
      expect(got.length - 2).toBe(Math.min(fewest(content, true), fewest(content, false)));
    }),
    { numRuns: 300 },
  );
});

test('anything beyond printable ASCII is refused', () => {
  expect(() => toCode128('茶')).toThrow(RangeError);
  expect(() => toCode128('')).toThrow(RangeError);
});
