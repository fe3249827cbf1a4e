import { firstOutside } from '../../charset.ts';
import { csetNumeric } from './character-sets.ts';
import { type Linter, mark, markAll } from './linter.ts';

/** Says whether a value is one or more times the same character. */
function isOnly(value: string, character: string): boolean {
  for (let i = 0; i < value.length; i++) if (value.charAt(i) !== character) return false;
  return value !== '';
}

export const zero: Linter = (value) => (isOnly(value, '0') ? null : markAll('not_zero', value));

export const nonZero: Linter = (value) =>
  csetNumeric(value) ?? (isOnly(value, '0') || value === '' ? markAll('illegal_zero_value', value) : null);

export const noZeroPrefix: Linter = (value) =>
  csetNumeric(value) ?? (value.startsWith('0') ? mark('illegal_zero_prefix', 0, 1) : null);

/** The sign of a temperature below zero (AIs 4330 to 4333). */
export const hyphen: Linter = (value) => (isOnly(value, '-') ? null : markAll('not_hyphen', value));

const isOneOf = (value: string, characters: string) => value.length === 1 && characters.includes(value);

export const yesNo: Linter = (value) => (isOneOf(value, '01') ? null : markAll('not_zero_or_one', value));

/** Face out, face in, unknown (AI 8001). */
export const winding: Linter = (value) =>
  isOneOf(value, '019') ? null : markAll('invalid_winding_direction', value);

export const iso5218: Linter = (value) =>
  isOneOf(value, '0129') ? null : markAll('invalid_biological_sex_code', value);

/** Last character of AI 7040 (Commission Implementing Regulation (EU) 2018/574). */
export const importerIdx: Linter = (value) => {
  if (value.length !== 1) return markAll('importer_idx_must_be_one_character', value);
  return firstOutside(value, 'Z') === -1 ? null : mark('invalid_import_idx_character', 0, 1);
};
