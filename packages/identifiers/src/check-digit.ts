import { CSET82 } from './charset.ts';

const zero = 48;

/**
 * GS1 check digit (GS1 General Specifications §7.9.1): weights 3, 1, 3, … from the right, up to the next ten.
 * Takes the digits without the check digit; -1 where one of them is not a digit.
 */
export function checkDigitOf(text: string, from: number, to: number): number {
  let odd = 0;
  let even = 0;
  for (let i = to - 1, weighted = true; i >= from; i--, weighted = !weighted) {
    const digit = text.charCodeAt(i) - zero;
    if (digit < 0 || digit > 9) return -1;
    if (weighted) odd += digit;
    else even += digit;
  }
  return (10 - ((odd * 3 + even) % 10)) % 10;
}

/** The check digit that follows these digits, as text; throws on anything but digits. */
export function checkDigit(digits: string): string {
  const digit = checkDigitOf(digits, 0, digits.length);
  if (digit === -1) throw new RangeError('checkDigit takes digits only');
  return String(digit);
}

/** Says whether the last of these characters is the check digit of the others. */
export function hasCheckDigit(text: string, from = 0, to = text.length): boolean {
  return to > from && checkDigitOf(text, from, to - 1) === text.charCodeAt(to - 1) - zero;
}

const pairAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Most characters before a check pair; the values that end in one (GMN, M-UDI) are much shorter. */
export const CHECK_PAIR_BODY_MAX = 97;

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number++) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  }
  return primes;
}

/** Weights of the check pair from the right. */
const primes = firstPrimes(CHECK_PAIR_BODY_MAX);

/** Values of the characters of CSET 82 by their code. */
const pairValues = new Int8Array(128).fill(-1);
for (let i = 0; i < CSET82.length; i++) pairValues[CSET82.charCodeAt(i)] = i;

/**
 * The two check characters of a Global Model Number (GS1 General Specifications §7.9.5): values of CSET 82 times
 * primes, modulo 1021, written with 32 characters. Undefined where the text is too long or not CSET 82.
 */
export function checkPair(text: string): string | undefined {
  if (text.length > CHECK_PAIR_BODY_MAX) return undefined;
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const value = pairValues[text.charCodeAt(i)] ?? -1;
    if (value === -1) return undefined;
    sum += value * (primes[text.length - 1 - i] ?? 0);
  }
  const rest = sum % 1021;
  return pairAlphabet.charAt(rest >> 5) + pairAlphabet.charAt(rest & 31);
}
