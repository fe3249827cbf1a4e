import { isDigits } from './charset.ts';
import { type Fault, faultAt, toRefusal, type Words } from './fault.ts';
import type { Rejection } from './identifier.ts';
import * as words from './words.ts';

/** The 31 characters of a unified social credit code in the order of their values (GB 32100-2015, table 2). */
export const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Powers of 3 modulo 31 (GB 32100-2015, annex A). */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** Weights of the organisation code (GB 11714-1997, 4.3). */
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** A unified social credit code (统一社会信用代码) and its parts. */
export interface Uscc {
  /** The 18 characters in capitals. */
  readonly uscc: string;
  /** Registration authority and kind of organisation: `91` enterprise, `92` sole trader, `93` cooperative, … */
  readonly kind: string;
  /** Administrative division where it was registered, six digits of GB/T 2260. */
  readonly division: string;
  /** Organisation code of GB 11714 with its check character. */
  readonly organisation: string;
}

export type ParsedUscc = ({ readonly ok: true } & Uscc) | Rejection;

function valuesOf(text: string): number[] | number {
  const values: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const value = USCC_ALPHABET.indexOf(text.charAt(i));
    if (value === -1) return i;
    values.push(value);
  }
  return values;
}

/** Check character of the first 17 (GB 32100-2015, annex A: modulo 31); a remainder of 0 gives `0`. */
function usccCheck(values: readonly number[]): string {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += (values[i] ?? 0) * (weights[i] ?? 0);
  return USCC_ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Check character of an organisation code of eight characters (GB 11714-1997: modulo 11, letters from A = 10). */
export function organisationCheck(body: string): string {
  let sum = 0;
  for (let i = 0; i < organisationWeights.length; i++) {
    sum += Number.parseInt(body.charAt(i), 36) * (organisationWeights[i] ?? 0);
  }
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}

/** Appends both check characters to the first 16 characters of a code; throws where they are not of the alphabet. */
export function completeUscc(first16: string): string {
  if (first16.length !== 16) throw new RangeError('completeUscc takes 16 characters');
  const body = first16 + organisationCheck(first16.slice(8));
  const values = valuesOf(body);
  if (typeof values === 'number') throw new RangeError('completeUscc takes characters of the alphabet');
  return body + usccCheck(values);
}

/** What is wrong with a code in capitals, or null; `readable` where only a check character is. */
export function usccFault(code: string): { fault: Fault; readable: boolean } | null {
  const refuse = (at: number, sentence: Words, readable = false) => ({
    fault: faultAt(at, sentence),
    readable,
  });
  if (code.length !== 18) return refuse(Math.min(code.length, 18), words.wrongUsccLength(code.length));
  const values = valuesOf(code);
  if (typeof values === 'number') return refuse(values, words.wrongUsccCharacter);
  if (!isDigits(code.slice(2, 8))) return refuse(2, words.wrongUsccDivision);
  const check = usccCheck(values);
  if (check !== code.charAt(17)) return refuse(17, words.wrongUsccCheck(check, code.charAt(17)), true);
  const inner = organisationCheck(code.slice(8, 16));
  if (inner !== code.charAt(16)) {
    return refuse(16, words.wrongOrganisationCheck(inner, code.charAt(16)), true);
  }
  return null;
}

/** Reads a unified social credit code, in capitals or not; both check characters must hold. */
export function parseUscc(text: string): ParsedUscc {
  const code = text.length === 18 ? text.toUpperCase() : text;
  const wrong = usccFault(code);
  if (wrong) return toRefusal(wrong.fault);
  return {
    ok: true,
    uscc: code,
    kind: code.slice(0, 2),
    division: code.slice(2, 8),
    organisation: code.slice(8, 17),
  };
}

/** Says whether a text is a unified social credit code as the standard writes it: 18 characters, in capitals. */
export function isUscc(text: string): boolean {
  return usccFault(text) === null;
}
