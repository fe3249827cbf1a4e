/**
 * Linters are the small tests of content that the syntax dictionary of GS1 names beside each component of a value:
 * `csum`, `yymmdd`, `iso3166`, … Each takes the characters of its component and says what is wrong and where, or null.
 */
import type { LintCode } from './lint-words.ts';

/** What a linter finds: a stable code and the marked characters of the component. */
export interface LintFault {
  readonly code: LintCode;
  readonly at: number;
  readonly length: number;
}

/** What a register of GS1 company prefixes says of digits that begin with one, or that it cannot be asked. */
export type PrefixAnswer = 'known' | 'unknown' | 'unavailable';

/** A register of company prefixes that the caller lends; without one only the shape of a prefix is tested. */
export type CompanyPrefixes = (digits: string) => PrefixAnswer;

export type Linter = (value: string, prefixes?: CompanyPrefixes) => LintFault | null;

/** Marks some characters. */
export function mark(code: LintCode, at: number, length: number): LintFault {
  return { code, at, length };
}

/** Marks the whole value. */
export function markAll(code: LintCode, value: string): LintFault {
  return { code, at: 0, length: value.length };
}
