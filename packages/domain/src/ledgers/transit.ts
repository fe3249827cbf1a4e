import type { TransitRule } from './ledger.ts';

/** The days in force for goods that leave on a day (YYYY-MM-DD); `undefined` where the ledger sets none: any time. */
export function transitDays(rules: readonly TransitRule[] | undefined, day: string): number | undefined {
  return (rules ?? [])
    .filter(
      ({ validFrom, validUntil }) => validFrom <= day && (validUntil === undefined || day <= validUntil),
    )
    .reduce<TransitRule | undefined>(
      (last, rule) => (last && last.validFrom > rule.validFrom ? last : rule),
      undefined,
    )?.days;
}
