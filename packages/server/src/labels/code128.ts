/**
 * Code set selection of GS1-128: which codewords write an element string in the fewest symbol characters (ISO/IEC 15417
 * annex E gives rules that are nearly as short; a GS1-128 symbol is as wide as its codewords, so none is given away).
 * Method: for every place from the end, the fewest codewords from there on in code set B and in C, a change of the set
 * counted as one. Element strings hold no control characters but FNC1, so set A is never wanted. Time and space are
 * linear in the length.
 */

/** Codewords by name (ISO/IEC 15417 table 1). */
export const CODE_128 = { startB: 104, startC: 105, toC: 99, toB: 100, fnc1: 102 } as const;

type CodeSet = 'B' | 'C';

/** What stands at a place: a codeword and how many characters it is of. */
type Step = readonly [codeword: number, length: number];

const FNC1 = '\u001d';

function stepIn(set: CodeSet, content: string, at: number): Step | undefined {
  const character = content.charAt(at);
  if (character === FNC1) return [CODE_128.fnc1, 1];
  if (set === 'B') return [content.charCodeAt(at) - 32, 1];
  const pair = content.slice(at, at + 2);
  return /^\d\d$/.test(pair) ? [Number(pair), 2] : undefined;
}

/** Codewords from the start character on, FNC1 in the first place included, without the check character and stop. */
export function toCode128(content: string): number[] {
  if (content === '' || /[^ -~]/.test(content.replaceAll(FNC1, '')))
    throw new RangeError('toCode128 takes printable ASCII and FNC1');
  const { length } = content;
  const best: Record<CodeSet, Float64Array> = {
    B: new Float64Array(length + 1),
    C: new Float64Array(length + 1),
  };
  for (let at = length - 1; at >= 0; at--) {
    const straight = (set: CodeSet) => {
      const step = stepIn(set, content, at);
      return step ? 1 + (best[set][at + step[1]] ?? 0) : Number.POSITIVE_INFINITY;
    };
    const [b, c] = [straight('B'), straight('C')];
    best.B[at] = Math.min(b, c + 1);
    best.C[at] = Math.min(c, b + 1);
  }
  let set: CodeSet = (best.C[0] ?? 0) <= (best.B[0] ?? 0) ? 'C' : 'B';
  const codewords: number[] = [set === 'C' ? CODE_128.startC : CODE_128.startB, CODE_128.fnc1];
  for (let at = 0; at < length; ) {
    const step = stepIn(set, content, at);
    if (step && 1 + (best[set][at + step[1]] ?? 0) === best[set][at]) {
      codewords.push(step[0]);
      at += step[1];
      continue;
    }
    codewords.push(set === 'C' ? CODE_128.toB : CODE_128.toC);
    set = set === 'C' ? 'B' : 'C';
  }
  return codewords;
}
