import { cset39, cset64, cset82, csetNumeric, hasNonDigit, pcenc } from './character-sets.ts';
import { csum, csumAlpha, iban } from './check-digits.ts';
import { iso4217, mediaType, packageType } from './code-lists.ts';
import { gcppos1, gcppos2 } from './company-prefix.ts';
import { iso3166, iso3166alpha2, iso3166999 } from './countries.ts';
import { couponCode, couponPosOffer } from './coupons.ts';
import { hh, hhmi, mi, ss, yymmd0, yymmdd, yyyymmd0, yyyymmdd } from './dates.ts';
import type { Linter } from './linter.ts';
import { hyphen, importerIdx, iso5218, nonZero, noZeroPrefix, winding, yesNo, zero } from './numbers.ts';
import { latitude, longitude, pieceOfTotal, posInSeqSlash } from './positions.ts';

/** Every linter under the name that the syntax dictionary of GS1 gives it. */
export const linters = {
  couponcode: couponCode,
  couponposoffer: couponPosOffer,
  cset39,
  cset64,
  cset82,
  csetnumeric: csetNumeric,
  csum,
  csumalpha: csumAlpha,
  gcppos1,
  gcppos2,
  hasnondigit: hasNonDigit,
  hh,
  hhmi,
  hyphen,
  iban,
  importeridx: importerIdx,
  iso3166,
  iso3166999,
  iso3166alpha2,
  iso4217,
  iso5218,
  latitude,
  longitude,
  mediatype: mediaType,
  mi,
  nonzero: nonZero,
  nozeroprefix: noZeroPrefix,
  packagetype: packageType,
  pcenc,
  pieceoftotal: pieceOfTotal,
  posinseqslash: posInSeqSlash,
  ss,
  winding,
  yesno: yesNo,
  yymmd0,
  yymmdd,
  yyyymmd0,
  yyyymmdd,
  zero,
} as const satisfies Record<string, Linter>;

/** The name of a linter. */
export type LinterName = keyof typeof linters;
