/** Exact decimals as text, as every answer gives them: JSON numbers would lose digits. */
const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

function scaled(decimal: string, places: number): bigint | undefined {
  const match = DECIMAL.exec(decimal);
  if (!match) return undefined;
  const digits = BigInt(`${match[2]}${(match[3] ?? '').padEnd(places, '0')}`);
  return match[1] === '-' ? -digits : digits;
}

/** The exact sum of decimals; undefined where one of them is none. */
export function sumDecimals(decimals: readonly string[]): string | undefined {
  const places = Math.max(0, ...decimals.map((decimal) => DECIMAL.exec(decimal)?.[3]?.length ?? 0));
  let sum = 0n;
  for (const decimal of decimals) {
    const digits = scaled(decimal, places);
    if (digits === undefined) return undefined;
    sum += digits;
  }
  const text = (sum < 0n ? -sum : sum).toString().padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places);
  const sign = sum < 0n ? '-' : '';
  return trimDecimal(places === 0 ? sign + whole : `${sign}${whole}.${text.slice(-places)}`);
}

/** A decimal without the zeros that say nothing: "600.000" is "600". */
export const trimDecimal = (decimal: string): string =>
  /^-?\d+\.\d+$/.test(decimal) ? decimal.replace(/\.?0+$/, '') : decimal;

/**
 * A share from 0 to 1 as percent with at most one digit, rounded half up on the digits: "0.3" is "30 %", "0.1995" is "20 %";
 * never all or nothing where it is neither.
 */
export function percentOf(share: string): string {
  const match = DECIMAL.exec(share);
  if (!match || match[1] === '-') return share;
  const digits = (match[3] ?? '').padEnd(4, '0');
  const tenths = BigInt(`${match[2]}${digits.slice(0, 3)}`) + (digits.charAt(3) >= '5' ? 1n : 0n);
  if (tenths === 0n && /[1-9]/.test(share)) return '< 0.1 %';
  if (tenths === 1000n && match[2] === '0') return '> 99.9 %';
  return tenths % 10n === 0n ? `${tenths / 10n} %` : `${tenths / 10n}.${tenths % 10n} %`;
}

/** A share for drawing, 0 to 1. */
export const portionOf = (share: string): number => Math.max(0, Math.min(1, Number(share) || 0));
