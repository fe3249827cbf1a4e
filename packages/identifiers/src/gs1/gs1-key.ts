/**
 * One description of a GS1 identification key serves all its spellings. A key says how its value is built, which
 * qualifiers may refine it and how EPC URNs write it; Digital Links, element strings and URNs are all brought to
 * "value of the key + values of the qualifiers", and `readElements` makes the identity from that.
 */
import { type CharacterSet, firstOutside, leadingDigits } from '../charset.ts';
import { checkDigitOf } from '../check-digit.ts';
import { type Fault, faultAt } from '../fault.ts';
import type { Identifier, Level } from '../identifier.ts';
import { encodePath } from '../percent.ts';
import * as words from '../words.ts';

/** Where every canonical Digital Link begins (GS1 Digital Link URI Syntax §4.4). */
export const STEM = 'https://id.gs1.org/';

/** Shortest GS1 company prefix (GS1 General Specifications §1.4.2). */
export const COMPANY_PREFIX_DIGITS_MIN = 4;

/** Parts of an identity by name. */
export type Parts = Record<string, string>;

/** A value of free characters, such as a serial. */
export interface Field {
  readonly part: string;
  readonly set: CharacterSet;
  readonly max: number;
  /** The value must not begin with 0. */
  readonly noLeadingZero?: boolean;
}

/** A value beside the key with an Application Identifier of its own. */
export interface Qualifier extends Field {
  readonly ai: string;
  /** What the code names with this qualifier; null where the qualifier is no part of the identity. */
  readonly level: Level | null;
  /** A value that means the same as no qualifier. */
  readonly none?: string;
}

/** How the value of a key is built. */
export interface KeyValue {
  /** Name of the main part. */
  readonly part: string;
  /** Characters that come after the main part in the same value, and the level of a code that has them. */
  readonly tail?: Field & { readonly level: Level };
  /** Fills the parts and says what is wrong; a value that can be read but for its check digit fills them too. */
  read(value: string, parts: Parts): Fault | null;
  /** The value again; without the tail it is the value of the class. */
  write(parts: Readonly<Parts>, withTail: boolean): string;
}

/** How EPC URNs write a key: `urn:epc:<type>:<name>:prefix.reference[.piece.total][.serial]`. */
export interface EpcForm {
  readonly type: 'id' | 'class';
  readonly name: string;
  /** Digits of company prefix and reference together, without the check digit; 0 where they are text. */
  readonly digits: number;
  /** The first digit of the reference stands before the company prefix in the key (indicator, extension digit). */
  readonly leads?: boolean;
  /** Piece number and number of pieces are fields of their own. */
  readonly pieces?: boolean;
  /** Part that the last field holds. */
  readonly serial?: string;
  /** `urn:epc:idpat:<name>:….*` names the class. */
  readonly pattern?: boolean;
}

/** An identification key of GS1. */
export interface Gs1Key {
  readonly scheme: string;
  readonly ai: string;
  /** What the key alone names. */
  readonly level: Level;
  readonly value: KeyValue;
  /** Finest first: the first one present is the one in the canonical URI (CBV 2.0 §8.9). */
  readonly qualifiers: readonly Qualifier[];
  /** Orders in which the path of a Digital Link may hold them. */
  readonly orders: readonly (readonly string[])[];
  readonly epc: readonly EpcForm[];
}

/** What is wrong with the value of a field, or null. */
export function fieldFault(field: Field, value: string, ai: string): Fault | null {
  if (value === '') return faultAt(0, words.elementTooShort(ai, 1));
  if (value.length > field.max) return faultAt(field.max, words.elementTooLong(ai, field.max));
  const outside = firstOutside(value, field.set);
  if (outside !== -1) return faultAt(outside, words.wrongCharacter(`(${ai})`, field.set));
  if (field.noLeadingZero && value.startsWith('0')) return faultAt(0, words.leadingZeroForbidden(`(${ai})`));
  return null;
}

/** What is wrong with digits that end in a check digit, or null. */
function checkDigitFault(digits: string, name: string, at: number): Fault | null {
  const wanted = checkDigitOf(digits, 0, digits.length - 1);
  const got = digits.charAt(digits.length - 1);
  if (String(wanted) === got) return null;
  return faultAt(at + digits.length - 1, words.wrongCheckDigit(name, String(wanted), got));
}

/** Description of a value of digits with a check digit. */
export interface DigitsShape {
  readonly name: string;
  readonly part: string;
  readonly length: number;
  /** Shorter lengths that are filled up with zeros on the left (GTIN-8, -12, -13). */
  readonly shorter?: readonly number[];
  /** Digit that stands before the main part and is no part of it (the 0 of a GRAI). */
  readonly lead?: string;
  readonly tail?: Field & { readonly level: Level };
}

function lengthFault(shape: DigitsShape, main: string, at: number): Fault | null {
  if (main.length === shape.length || shape.shorter?.includes(main.length)) return null;
  const wanted = [...(shape.shorter ?? []), shape.length].join('/');
  return faultAt(
    at + Math.min(main.length, shape.length),
    words.wrongLength(shape.name, wanted, main.length),
  );
}

/** A key value of digits that end in a check digit, with or without a tail. */
export function digitsValue(shape: DigitsShape): KeyValue {
  const { name, part, length, lead = '', tail } = shape;
  return {
    part,
    ...(tail ? { tail } : {}),
    read(value, parts) {
      if (!value.startsWith(lead)) return faultAt(0, words.leadingZeroMissing(name));
      const main = value.slice(lead.length, tail ? lead.length + length : undefined);
      const outside = firstOutside(main, 'N');
      if (outside !== -1) return faultAt(lead.length + outside, words.wrongCharacter(name, 'N'));
      const short = lengthFault(shape, main, lead.length);
      if (short) return short;
      const rest = value.slice(lead.length + main.length);
      if (tail && rest !== '') {
        const wrong = fieldFault(tail, rest, name);
        if (wrong) return faultAt(lead.length + length + wrong.at, wrong);
        parts[tail.part] = rest;
      }
      parts[part] = main.length === length ? main : main.padStart(length, '0');
      return checkDigitFault(main, name, lead.length);
    },
    write(parts, withTail) {
      return lead + parts[part] + (withTail && tail ? (parts[tail.part] ?? '') : '');
    },
  };
}

/** A key value of free characters that begins with a company prefix. */
export function textValue(shape: { name: string; part: string; set: CharacterSet; max: number }): KeyValue {
  const { name, part } = shape;
  return {
    part,
    read(value, parts) {
      const wrong = fieldFault(shape, value, name);
      if (wrong) return wrong;
      const digits = leadingDigits(value);
      if (digits < COMPANY_PREFIX_DIGITS_MIN) {
        return faultAt(digits, words.noCompanyPrefix(name, COMPANY_PREFIX_DIGITS_MIN));
      }
      parts[part] = value;
      return null;
    },
    write(parts) {
      return parts[part] ?? '';
    },
  };
}

/** The identity that valid parts of a key name. */
export function toIdentifier(key: Gs1Key, parts: Readonly<Parts>, prefixLength?: number): Identifier {
  const { tail } = key.value;
  const tailed = tail !== undefined && parts[tail.part] !== undefined;
  const whole = `${STEM}${key.ai}/${encodePath(key.value.write(parts, true))}`;
  let uri = whole;
  let level = tailed ? tail.level : key.level;
  let lotUri: string | undefined;
  for (const qualifier of key.qualifiers) {
    const value = parts[qualifier.part];
    if (value === undefined || qualifier.level === null) continue;
    if (uri === whole) {
      uri = `${whole}/${qualifier.ai}/${encodePath(value)}`;
      level = qualifier.level;
    } else if (qualifier.level === 'lot') {
      lotUri = `${whole}/${qualifier.ai}/${encodePath(value)}`;
    }
  }
  const classUri = tailed ? `${STEM}${key.ai}/${encodePath(key.value.write(parts, false))}` : whole;
  return {
    scheme: key.scheme,
    uri,
    level,
    parts,
    ...(key.level === 'class' && classUri !== uri ? { classUri } : {}),
    ...(lotUri === undefined ? {} : { lotUri }),
    ...(prefixLength === undefined ? {} : { prefixLength }),
  };
}

/** What reading the values of a key and its qualifiers gives; a fault counts from the start of the value of `ai`. */
export type ElementReading =
  | { readonly ok: true; readonly identifier: Identifier }
  | { readonly ok: false; readonly ai: string; readonly fault: Fault; readonly claim?: Identifier };

/** Makes the identity from the values of a key and of its qualifiers, all of them decoded. */
export function readElements(
  key: Gs1Key,
  value: string,
  qualifierOf: (ai: string) => string | undefined,
  prefixLength?: number,
): ElementReading {
  const parts: Parts = {};
  const fault = key.value.read(value, parts);
  if (fault && parts[key.value.part] === undefined) return { ok: false, ai: key.ai, fault };
  for (const qualifier of key.qualifiers) {
    const given = qualifierOf(qualifier.ai);
    if (given === undefined || given === qualifier.none) continue;
    const wrong = fieldFault(qualifier, given, qualifier.ai);
    if (wrong) return { ok: false, ai: qualifier.ai, fault: wrong };
    parts[qualifier.part] = given;
  }
  const identifier = toIdentifier(key, parts, prefixLength);
  return fault ? { ok: false, ai: key.ai, fault, claim: identifier } : { ok: true, identifier };
}
