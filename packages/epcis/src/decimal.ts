/** Plain decimal text of a JSON number: no exponent, no trailing zeros, no negative zero ("1.50e1" is "15"). The
 * scanner bounds digits and exponent, so the text stays under 40 characters. */
export function toPlainDecimal(number: string): string {
  const negative = number.startsWith('-');
  const [mantissa = '0', exponent = '0'] = (negative ? number.slice(1) : number).split(/[eE]/);
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const integer = trimLeadingZeros(padded.slice(0, at));
  const decimals = trimTrailingZeros(padded.slice(at));
  const plain = decimals === '' ? integer : `${integer}.${decimals}`;
  return negative && plain !== '0' ? `-${plain}` : plain;
}

/** Tells whether a text is a number in plain decimal form ("007", "1e3" and "+5" are texts). */
export function isPlainDecimal(text: string): boolean {
  return /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/.test(text);
}

function trimLeadingZeros(digits: string): string {
  let at = 0;
  while (at < digits.length - 1 && digits[at] === '0') at += 1;
  return digits.slice(at);
}

function trimTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}
