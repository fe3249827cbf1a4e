import { firstOutside } from '../../charset.ts';
import { type CompanyPrefixes, type Linter, type LintFault, mark } from './linter.ts';

/** Shortest GS1 company prefix (GS1 General Specifications §1.4.2). */
export const COMPANY_PREFIX_DIGITS_MIN = 4;

/** The value begins with a company prefix at a place; what a lent register does not know marks no character of its own. */
function prefixFault(value: string, at: number, prefixes?: CompanyPrefixes): LintFault | null {
  if (value.length - at < COMPANY_PREFIX_DIGITS_MIN) {
    return value.length <= at && at > 0
      ? mark('too_short_for_gcp', 0, value.length)
      : mark('too_short_for_gcp', at, value.length - at);
  }
  const outside = firstOutside(value, 'N', at, at + COMPANY_PREFIX_DIGITS_MIN);
  if (outside !== -1) return mark('invalid_gcp_prefix', outside, 1);
  const answer = prefixes?.(value.slice(at)) ?? 'known';
  if (answer === 'known') return null;
  const code = answer === 'unknown' ? 'invalid_gcp_prefix' : 'gcp_datasource_offline';
  return mark(code, at, value.length - at);
}

export const gcppos1: Linter = (value, prefixes) => prefixFault(value, 0, prefixes);

/** The same from the second character on: an indicator or extension digit stands before the prefix. */
export const gcppos2: Linter = (value, prefixes) => prefixFault(value, 1, prefixes);
