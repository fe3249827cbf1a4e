/**
 * The coupon codes of North America, AIs 8110 and 8112 (North American Coupon Application Guideline). A coupon is a row of
 * fields, many of them after a digit that says how long they are; each field is a step, and the steps are data.
 */
import { firstOutside } from '../../charset.ts';
import { gcppos1 } from './company-prefix.ts';
import type { CouponField } from './coupon-words.ts';
import { yymmdd } from './dates.ts';
import { type CompanyPrefixes, type Linter, type LintFault, mark, markAll } from './linter.ts';

interface Cursor {
  readonly text: string;
  readonly prefixes: CompanyPrefixes | undefined;
  at: number;
  expiration?: string;
}

/** Reads one field and moves on, or says what is wrong. */
type Step = (cursor: Cursor) => LintFault | null;

const atEnd = ({ text, at }: Cursor) => at >= text.length;

/** What is left marks a field that is cut short; a field of which nothing is there marks the whole coupon. */
function cut(code: LintFault['code'], cursor: Cursor): LintFault {
  const { text, at } = cursor;
  return atEnd(cursor) ? markAll(code, text) : mark(code, at, text.length - at);
}

/** A field of so many characters. */
function fixed(field: CouponField, size: number): Step {
  return (cursor) => {
    if (cursor.text.length - cursor.at < size) return cut(`coupon_truncated_${field}`, cursor);
    cursor.at += size;
    return null;
  };
}

/** A field of one digit out of some. */
function digit(field: CouponField, allowed: string): Step {
  return (cursor) => {
    if (atEnd(cursor)) return markAll(`coupon_missing_${field}`, cursor.text);
    if (!allowed.includes(cursor.text.charAt(cursor.at))) {
      return mark(`coupon_invalid_${field}`, cursor.at, 1);
    }
    cursor.at++;
    return null;
  };
}

interface Measured {
  readonly min: number;
  readonly max: number;
  /** What the length digit is short of the length. */
  readonly more?: number;
  readonly isPrefix?: boolean;
  /** Length digit that says that there is no such field. */
  readonly none?: number;
}

/** A field after the digit that says its length ("variable length indicator"). */
function measured(field: CouponField, { min, max, more = 0, isPrefix, none }: Measured): Step {
  return (cursor) => {
    if (atEnd(cursor)) return markAll(`coupon_missing_${field}_vli`, cursor.text);
    const said = cursor.text.charCodeAt(cursor.at) - 48;
    if (said !== none && (said < min || said > max)) {
      return mark(`coupon_invalid_${field}_length`, cursor.at, 1);
    }
    cursor.at++;
    if (said === none) return null;
    const size = said + more;
    if (cursor.text.length - cursor.at < size) return cut(`coupon_truncated_${field}`, cursor);
    const value = cursor.text.slice(cursor.at, cursor.at + size);
    const wrong = isPrefix ? gcppos1(value, cursor.prefixes) : null;
    if (wrong) return mark(wrong.code, cursor.at, size);
    cursor.at += size;
    return null;
  };
}

const dateDigits = 6;

/** The start date stands right after an expiration date, both after the digit that announces them. */
function date(field: 'expiration_date' | 'start_date'): Step {
  return (cursor) => {
    const { text, at } = cursor;
    if (text.length - at < dateDigits) return cut(`coupon_too_short_for_${field}`, cursor);
    const value = text.slice(at, at + dateDigits);
    if (yymmdd(value)) return mark(`coupon_invalid_${field}`, at, dateDigits);
    cursor.at += dateDigits;
    if (field === 'expiration_date') cursor.expiration = value;
    else if (cursor.expiration !== undefined && cursor.expiration < value) {
      const both = 2 * (dateDigits + 1);
      return mark('coupon_expiration_before_start', cursor.at - both, both);
    }
    return null;
  };
}

const requirement = { min: 1, max: 5 };
const prefix = { min: 0, max: 6, more: 6, isPrefix: true };
const serial = measured('serial_number', { min: 0, max: 9, more: 6 });
const purchases = '012349';

const first: readonly Step[] = [
  measured('gcp', prefix),
  fixed('offer_code', 6),
  measured('save_value', requirement),
  measured('1st_purchase_requirement', requirement),
  digit('1st_purchase_requirement_code', purchases),
  fixed('1st_purchase_family_code', 3),
];

const second: readonly Step[] = [
  digit('additional_purchase_rules_code', '0123'),
  measured('2nd_purchase_requirement', requirement),
  digit('2nd_purchase_requirement_code', purchases),
  fixed('2nd_purchase_family_code', 3),
  measured('2nd_purchase_gcp', { ...prefix, none: 9 }),
];

const third: readonly Step[] = [
  measured('3rd_purchase_requirement', requirement),
  digit('3rd_purchase_requirement_code', purchases),
  fixed('3rd_purchase_family_code', 3),
  measured('3rd_purchase_gcp', { ...prefix, none: 9 }),
];

/** Optional fields in their order, each after the digit that announces it. */
const options: readonly (readonly [announcement: string, steps: readonly Step[]])[] = [
  ['1', second],
  ['2', third],
  ['3', [date('expiration_date')]],
  ['4', [date('start_date')]],
  ['5', [serial]],
  ['6', [measured('retailer_gcp_or_gln', { min: 1, max: 7, more: 6, isPrefix: true })]],
  [
    '9',
    [
      digit('save_value_code', '01256'),
      digit('save_value_applies_to_item', '012'),
      digit('store_coupon_flag', '0123456789'),
      digit('dont_multiply_flag', '01'),
    ],
  ],
];

function runSteps(steps: readonly Step[], cursor: Cursor): LintFault | null {
  for (const step of steps) {
    const wrong = step(cursor);
    if (wrong) return wrong;
  }
  return null;
}

function begin(text: string, prefixes: CompanyPrefixes | undefined): Cursor | LintFault {
  const outside = firstOutside(text, 'N');
  return outside === -1 ? { text, prefixes, at: 0 } : mark('non_digit_character', outside, 1);
}

const excess = (cursor: Cursor) => (atEnd(cursor) ? null : cut('coupon_excess_data', cursor));

/** AI 8110. */
export const couponCode: Linter = (value, prefixes) => {
  const cursor = begin(value, prefixes);
  if ('code' in cursor) return cursor;
  let wrong = runSteps(first, cursor);
  for (const [announcement, steps] of options) {
    if (wrong) return wrong;
    if (value.charAt(cursor.at) !== announcement) continue;
    cursor.at++;
    wrong = runSteps(steps, cursor);
  }
  return wrong ?? excess(cursor);
};

const posOffer: readonly Step[] = [
  digit('format_code', '01'),
  measured('funder', prefix),
  fixed('offer_code', 6),
  serial,
];

/** AI 8112, a coupon on no paper. */
export const couponPosOffer: Linter = (value, prefixes) => {
  const cursor = begin(value, prefixes);
  if ('code' in cursor) return cursor;
  return runSteps(posOffer, cursor) ?? excess(cursor);
};
