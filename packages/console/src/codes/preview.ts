import { type IssuableScheme, rowOf } from '@yunsu/api';
import { codeSpaceOf, composeCode, schemes } from '@yunsu/identifiers';
import type { Language } from '../words.ts';

/** A range as somebody types it; numbers are text, for they are larger than JSON numbers. */
export interface RangeDraft {
  readonly scheme: IssuableScheme;
  readonly stem: string;
  readonly digits: string;
  readonly from: string;
  readonly to: string;
}

/** The codes that a range would give, or what is wrong with it and in which field. */
export type Preview =
  | { readonly ok: true; readonly first: string; readonly last: string; readonly count: bigint }
  | {
      readonly ok: false;
      readonly field: 'stem' | 'digits' | 'from' | 'to';
      /** Absent where the number is out of the space, which holds `size` numbers. */
      readonly reason?: { readonly en: string; readonly zh: string };
      readonly size?: bigint;
    };

const WHOLE = /^\d{1,22}$/;

/** Reads a number of a form; undefined for what is none. */
const numberOf = (text: string): bigint | undefined => (WHOLE.test(text) ? BigInt(text) : undefined);

/** Composes the first and the last code of a range with the rules that the server has. */
export function previewRange({ scheme, stem, digits, from, to }: RangeDraft): Preview {
  const chosen = numberOf(digits.trim());
  const found = codeSpaceOf(scheme, stem.trim(), chosen === undefined ? undefined : Number(chosen));
  if (!found.ok) {
    // A stem that is right leaves only the length to be wrong.
    const field = found.at >= stem.trim().length && stem.trim() !== '' ? 'digits' : 'stem';
    return { ok: false, field, reason: { en: found.reason, zh: found.reasonZh } };
  }
  const { space } = found;
  const first = from.trim() === '' ? 0n : numberOf(from.trim());
  const last = to.trim() === '' ? space.size - 1n : numberOf(to.trim());
  if (first === undefined || first >= space.size) return { ok: false, field: 'from', size: space.size };
  if (last === undefined || last >= space.size || last < first) {
    return { ok: false, field: 'to', size: space.size };
  }
  return {
    ok: true,
    first: composeCode(space, first).code,
    last: composeCode(space, last).code,
    count: last - first + 1n,
  };
}

const names = Object.fromEntries(schemes.map(({ id, name }) => [id, name]));

/** What a scheme is called. */
export const schemeName = (scheme: string, language: Language): string =>
  rowOf(names, scheme)?.[language] ?? scheme;
