/** Check characters of ISO/IEC 7064 that Chinese codes end in (GB/T 17710). All take digits and answer one character. */

const zero = 48;

/** Hybrid system MOD 11,10 over digits: food licences (GB/T 17710-1999). Throws on anything but digits. */
export function mod1110Check(digits: string): string {
  let product = 10;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(i) - zero;
    if (digit < 0 || digit > 9) throw new RangeError('mod1110Check takes digits only');
    const sum = (product + digit) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}

/** Pure system MOD 11-2 over digits, with X for ten: identity cards (GB 11643-1999). Throws on anything but digits. */
export function mod112Check(digits: string): string {
  let remainder = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(i) - zero;
    if (digit < 0 || digit > 9) throw new RangeError('mod112Check takes digits only');
    remainder = ((remainder + digit) * 2) % 11;
  }
  const check = (12 - remainder) % 11;
  return check === 10 ? 'X' : String(check);
}
