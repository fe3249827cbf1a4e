/** A share from 0 to 1 as per cent to one digit, cut and not rounded: "100.0 %" is all of it, as 1 is. */
export function wholePercent(share: string): string {
  const [whole = '0', decimals = ''] = share.split('.');
  const digits = String(BigInt(`${whole}${decimals.padEnd(3, '0').slice(0, 3)}`)).padStart(2, '0');
  return `${digits.slice(0, -1)}.${digits.slice(-1)} %`;
}
