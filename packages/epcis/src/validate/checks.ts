import type { Vocabulary } from '../cbv.ts';
import { toBareWord, wordsOf } from '../cbv.ts';
import { cut } from '../fault.ts';
import { parseInstant } from '../instant.ts';
import { ExactNumber, isList, isObject, type Json, toJsonText } from '../json.ts';
import { isUri } from '../uri.ts';
import type { Phrase, Rule } from '../words.ts';
import { expectations, oneOf, wordOrUri } from '../words.ts';
import { type Check, type Report, refuse, refuseValue } from './report.ts';

/** Accepts any text. */
export const text: Check = (value, report) => {
  if (typeof value !== 'string') refuseValue(report, 'kind', expectations.text, value);
};

/** Accepts any number; its digits were bounded by the scanner. */
export const decimal: Check = (value, report) => {
  if (!(value instanceof ExactNumber)) refuseValue(report, 'kind', expectations.number, value);
};

/** Accepts `true` and `false`. */
export const truth: Check = (value, report) => {
  if (typeof value !== 'boolean') refuseValue(report, 'kind', expectations.boolean, value);
};

/** Accepts every object. */
export const anyObject: Check = (value, report) => {
  if (!isObject(value)) refuseValue(report, 'kind', expectations.object, value);
};

/** Accepts an absolute URI, also written as a CURIE. */
export const uri: Check = (value, report) => {
  if (typeof value !== 'string' || !isUri(value)) refuseValue(report, 'uri', expectations.uri, value);
  else if (value.length > report.limits.uriLengthMax) {
    refuse(report, 'too-long', { limit: report.limits.uriLengthMax, found: String(value.length) });
  }
};

/** Accepts a point in time (EPCIS 2.0 §7.3, `xsd:dateTimeStamp`). */
export const time: Check = (value, report) => {
  if (typeof value !== 'string' || parseInstant(value) === undefined) {
    refuseValue(report, 'time', expectations.time, value);
  }
};

/** Accepts a text of a given form. */
export function textLike(form: RegExp, rule: Rule, expected: Phrase): Check {
  return (value, report) => {
    if (typeof value !== 'string' || !form.test(value)) refuseValue(report, rule, expected, value);
  };
}

/** Accepts one of a few words. */
export function wordOf(words: ReadonlySet<string>, rule: Rule = 'word'): Check {
  const expected = oneOf(words);
  return (value, report) => {
    if (typeof value !== 'string' || !words.has(value)) refuseValue(report, rule, expected, value);
  };
}

/** URIs of standard words, which JSON writes as bare words: the official schema refuses them, and the Web URI of CBV at its
 * final address `ref.gs1.org` alone passes. */
const CBV_URI = /^(?:urn:epcglobal:cbv|https?:\/\/ns\.gs1\.org\/cbv\/)/;
const GS1_URI = /^https?:\/\/(?:www\.)?gs1\.org\/voc\//;

/** Accepts a word of a vocabulary or a URI of one's own (CBV 2.0 §6.2). */
export function word(vocabulary: Vocabulary): Check {
  const words = wordsOf(vocabulary);
  const expected = wordOrUri(vocabulary, words);
  const ofGs1 = vocabulary === 'measurementType' || vocabulary === 'sensorAlertType';
  const standard = ofGs1 ? GS1_URI : CBV_URI;
  return (value, report) => {
    if (typeof value === 'string' && words.has(value)) return;
    if (typeof value !== 'string' || !isUri(value)) refuseValue(report, 'word', expected, value);
    else if (standard.test(value)) refuseValue(report, 'cbv-urn', bareWord(vocabulary, value), value);
  };
}

function bareWord(vocabulary: Vocabulary, value: string): Phrase {
  const bare = toBareWord(vocabulary, value);
  return bare === undefined
    ? expectations.bareWord
    : { en: JSON.stringify(bare), zh: ` ${JSON.stringify(bare)}` };
}

/** Bounds of a list. */
export interface ListBounds {
  /** Which of the limits holds. */
  readonly limit?: 'identifiersMax' | 'itemsMax' | 'vocabularyElementsMax';
  readonly atLeastOne?: boolean;
  readonly distinct?: boolean;
}

/** Accepts a list whose every entry passes a check. */
export function listOf(entry: Check, bounds: ListBounds = {}): Check {
  const { limit = 'itemsMax', atLeastOne = false, distinct = false } = bounds;
  const expected = atLeastOne ? expectations.fullList : expectations.list;
  return (value, report) => {
    if (!isList(value)) return refuseValue(report, 'kind', expected, value);
    if (atLeastOne && value.length === 0) return refuseValue(report, 'empty', expected, value);
    const max = report.limits[limit];
    if (value.length > max) return refuse(report, 'too-many', { limit: max, found: String(value.length) });
    checkEntries(value, entry, report);
    if (distinct) checkDistinct(value, report);
  };
}

/** Runs a check on every entry of a list. */
export function checkEntries(list: readonly Json[], entry: Check, report: Report): void {
  const { path } = report;
  const depth = path.length;
  for (let index = 0; index < list.length; index += 1) {
    path[depth] = index;
    entry(list[index]!, report);
  }
  path.length = depth;
}

function checkDistinct(list: readonly Json[], report: Report): void {
  if (list.length < 2) return;
  const seen = new Set<string>();
  for (const value of list) {
    const key = toJsonText(value);
    if (seen.has(key)) refuse(report, 'listed-twice', { found: cut(key) });
    seen.add(key);
  }
}

/** Accepts a URI, or a list of them. */
export const uriOrList: Check = (value, report) => {
  if (isList(value)) listOf(uri)(value, report);
  else if (typeof value === 'string') uri(value, report);
  else refuseValue(report, 'uri', expectations.uriOrList, value);
};

/** Accepts a JSON-LD context: a URI, an object, or a list of these without repeats. */
export const context: Check = (value, report) => {
  if (isList(value)) contextList(value, report);
  else contextPart(value, report);
};

const contextPart: Check = (value, report) => {
  if (!isObject(value) && !(typeof value === 'string' && isUri(value))) {
    refuseValue(report, 'kind', expectations.context, value);
  }
};
const contextList = listOf(contextPart, { distinct: true });
