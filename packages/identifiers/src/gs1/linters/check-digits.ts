import { firstOutside } from '../../charset.ts';
import { CHECK_PAIR_BODY_MAX, checkPair, hasCheckDigit } from '../../check-digit.ts';
import { csetNumeric } from './character-sets.ts';
import { isCountryLetters } from './countries.ts';
import { type Linter, mark, markAll } from './linter.ts';

/** The last digit is the check digit (GS1 General Specifications §7.9.1). */
export const csum: Linter = (value) => {
  if (value === '') return mark('too_short_for_check_digit', 0, 0);
  if (hasCheckDigit(value)) return null;
  return csetNumeric(value) ?? mark('incorrect_check_digit', value.length - 1, 1);
};

/** The last two characters are the check pair (GS1 General Specifications §7.9.5). */
export const csumAlpha: Linter = (value) => {
  const body = value.length - 2;
  if (body < 0) return markAll('too_short_for_check_pair', value);
  if (body > CHECK_PAIR_BODY_MAX) return markAll('too_long_for_check_pair_implementation', value);
  const outside = firstOutside(value, 'X', 0, body);
  if (outside !== -1) return mark('invalid_cset82_character', outside, 1);
  return checkPair(value.slice(0, body)) === value.slice(body) ? null : mark('incorrect_check_pair', body, 2);
};

const IBAN_LENGTH_MIN = 11;
const IBAN_LENGTH_MAX = 34;

/** 0 to 35 for digits and capital letters, or -1. */
function ibanValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 65 && code <= 90 ? code - 55 : -1;
}

/** International Bank Account Number: the first four characters moved to the end give 1 modulo 97 (ISO 13616-1). */
export const iban: Linter = (value) => {
  if (value.length < IBAN_LENGTH_MIN) return markAll('iban_too_short', value);
  if (value.length > IBAN_LENGTH_MAX) return markAll('iban_too_long', value);
  if (!isCountryLetters(value.slice(0, 2))) return mark('illegal_iban_country_code', 0, 2);
  for (let i = 2; i < value.length; i++) {
    if (ibanValue(value.charCodeAt(i)) === -1) return mark('invalid_iban_character', i, 1);
  }
  let rest = 0;
  for (let i = 0; i < value.length; i++) {
    const digit = ibanValue(value.charCodeAt((i + 4) % value.length));
    rest = (rest * (digit < 10 ? 10 : 100) + digit) % 97;
  }
  return rest === 1 ? null : mark('incorrect_iban_checksum', 2, 2);
};
