import type { Branch } from './branch.ts';

/** How the parts of a branch are put together. */
export interface Form {
  readonly leaf: (name: string, value: string) => string;
  readonly group: (name: string, children: readonly string[]) => string;
}

/** Writes a tree, children that have no order of their own sorted by the code points of what is written of them. */
export function writeTree(branches: readonly Branch[], form: Form): string[] {
  return branches.flatMap((branch) => {
    const children = writeTree(branch.children ?? [], form);
    const ordered = branch.sorted === true ? sortByCodePoint(children) : children;
    const head = branch.value === undefined ? branch.name : form.leaf(branch.name, branch.value);
    return head === '' && ordered.length === 0 ? [] : [form.group(head, ordered)];
  });
}

const SURROGATE = /[\ud800-\udfff]/;

/** Sorts texts by code point, which is the order of their UTF-8 bytes. JavaScript's own order, by UTF-16 units, differs only
 * where a character beyond U+FFFF meets one from U+E000 on. */
export function sortByCodePoint(texts: string[]): string[] {
  return texts.some((text) => SURROGATE.test(text)) ? texts.sort(byCodePoint) : texts.sort();
}

function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** Moves surrogates above all other units. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
