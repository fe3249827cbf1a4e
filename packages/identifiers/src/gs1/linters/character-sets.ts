import { firstOutside } from '../../charset.ts';
import { type Linter, type LintFault, mark } from './linter.ts';

/** GS1 General Specifications §7.11, figures 7.11-1 to 7.11-3. */
export const cset82: Linter = (value) => {
  const at = firstOutside(value, 'X');
  return at === -1 ? null : mark('invalid_cset82_character', at, 1);
};

export const cset39: Linter = (value) => {
  const at = firstOutside(value, 'Y');
  return at === -1 ? null : mark('invalid_cset39_character', at, 1);
};

/** The digits alone, which many other linters ask for first. */
export const csetNumeric: Linter = (value) => {
  const at = firstOutside(value, 'N');
  return at === -1 ? null : mark('non_digit_character', at, 1);
};

/** base64url (RFC 4648 §5); the reference counts padded values in groups of three. */
export const cset64: Linter = (value) => {
  let end = value.length;
  while (end > 0 && value.charCodeAt(end - 1) === 61) end--;
  const at = firstOutside(value, 'Z', 0, end);
  if (at !== -1) return mark('invalid_cset64_character', at, 1);
  const padding = value.length - end;
  const fits = padding === 0 || (padding <= 2 && value.length % 3 === 0);
  return fits ? null : mark('invalid_cset64_padding', end, padding);
};

export const hasNonDigit: Linter = (value): LintFault | null =>
  firstOutside(value, 'N') === -1 ? mark('requires_non_digit_character', 0, value.length) : null;

function isHex(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102);
}

/** Percent-encoded text (GS1 General Specifications §3.8, names and addresses of AIs 4300 to 4320). */
export const pcenc: Linter = (value) => {
  for (let at = value.indexOf('%'); at !== -1; at = value.indexOf('%', at + 3)) {
    if (!isHex(value.charCodeAt(at + 1)) || !isHex(value.charCodeAt(at + 2))) {
      return mark('invalid_percent_sequence', at, Math.min(3, value.length - at));
    }
  }
  return null;
};
