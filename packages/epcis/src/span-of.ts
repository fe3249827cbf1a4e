import { parsePointer } from './pointer.ts';
import type { Span } from './scan.ts';

/** Where the value at a JSON pointer stands in a text that `scan` accepted, in UTF-16 units; undefined where there is none. It passes over
 * the text up to that value without reading values, so that a secret can be cut out of a stored event and put back to the letter. */
export function spanOf(text: string, pointer: string): Span | undefined {
  const steps = parsePointer(pointer);
  if (steps === undefined) return undefined;
  let at = skipSpace(text, 0);
  for (const step of steps) {
    const next = text[at] === '{' ? findMember(text, at, step) : findEntry(text, at, step);
    if (next === undefined) return undefined;
    at = next;
  }
  return [at, endOfValue(text, at)];
}

function findMember(text: string, open: number, name: string): number | undefined {
  let at = skipSpace(text, open + 1);
  while (text[at] === '"') {
    const end = endOfString(text, at);
    const found = JSON.parse(text.slice(at, end)) as string;
    at = skipSpace(text, skipSpace(text, end) + 1);
    if (found === name) return at;
    at = nextAfterValue(text, at);
  }
  return undefined;
}

function findEntry(text: string, open: number, step: string): number | undefined {
  if (text[open] !== '[' || !/^(?:0|[1-9][0-9]{0,8})$/.test(step)) return undefined;
  let at = skipSpace(text, open + 1);
  for (let left = Number(step); left > 0 && at < text.length && text[at] !== ']'; left -= 1) {
    at = nextAfterValue(text, at);
  }
  return at < text.length && text[at] !== ']' ? at : undefined;
}

/** Start of what follows a value and its comma; the closing bracket where the value is the last. */
function nextAfterValue(text: string, at: number): number {
  const end = skipSpace(text, endOfValue(text, at));
  return text[end] === ',' ? skipSpace(text, end + 1) : end;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 32) at += 1;
  return at;
}

function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function endOfValue(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; ) {
    const character = text[at]!;
    if (character === '"') {
      at = endOfString(text, at);
      if (depth === 0) return at;
      continue;
    }
    if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth <= 0) return depth === 0 ? at + 1 : at;
    } else if (depth === 0 && (character === ',' || character.charCodeAt(0) <= 32)) return at;
    at += 1;
  }
  return text.length;
}
