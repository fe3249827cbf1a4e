import type { CodeRange, IssuableScheme } from '@yunsu/api';
import type { Caller } from '@yunsu/domain';
import type { Context } from '../context.ts';
import type { CodeRangeRow } from '../store/code-ranges.ts';
import { toInstant } from './instant.ts';
import { readNames } from './naming.ts';

/** Ranges as the caller reads them. */
export async function toCodeRanges(
  context: Context,
  caller: Caller,
  rows: readonly CodeRangeRow[],
): Promise<CodeRange[]> {
  const names = await readNames(context, caller, {
    partyUris: rows.map(({ party }) => party),
    ledgers: [],
  });
  return rows.map(({ id, party, scheme, stem, digits, from, to, reserved, createdAt }) => ({
    id,
    party: names.holderOf(party),
    scheme: scheme as IssuableScheme,
    stem,
    digits,
    from: String(from),
    to: String(to),
    reserved: String(reserved),
    left: String(to - from + 1n - reserved),
    created: toInstant(createdAt),
  }));
}
