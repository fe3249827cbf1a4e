import { divisionName, isDivision } from '../divisions.ts';
import { faultAt, type Reading, toRefusal } from '../fault.ts';
import type { Identifier } from '../identifier.ts';
import { mod112Check } from '../iso7064.ts';
import { isDay } from './code-date.ts';
import * as words from './code-words.ts';
import { withoutLabel } from './label-text.ts';
import { CODE_URN } from './plain-code.ts';
import type { Guess, Scheme } from './scheme.ts';

/** What every reading of an identity number is called: the number itself is part of no identity and no answer. */
const uri = `${CODE_URN}citizen-id`;

const labels = ['居民身份证号码', '公民身份号码', '身份证号码', '身份证号', '身份证'];

const idShape = /^\d{6}(18|19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/;

function read(number: string): Reading {
  const [division, year] = [number.slice(0, 6), number.slice(6, 10)];
  const identifier: Identifier = { scheme: 'citizen-id', uri, level: 'party', parts: { division, year } };
  const isRight =
    mod112Check(number.slice(0, 17)) === number.charAt(17).toUpperCase() &&
    isDay(year, number.slice(10, 12), number.slice(12, 14));
  return isRight
    ? { ok: true, identifier }
    : toRefusal(faultAt(0, words.wrongCitizenId), 'citizen-id', identifier);
}

function guess(text: string): readonly Guess[] {
  const number = withoutLabel(text, labels);
  if (!idShape.test(number)) return [];
  return [{ reading: read(number), confidence: isDivision(number.slice(0, 6)) ? 0.9 : 0.7 }];
}

/**
 * 居民身份证号码 (GB 11643-1999, MOD 11-2): known when it is met, so that nobody looks it up, stores it or prints it on a
 * label. The least that is needed is kept (个人信息保护法 art. 6): division and year of birth say what it was.
 */
export const citizenId: Scheme = {
  id: 'citizen-id',
  name: { en: 'Number of an identity card', zh: '居民身份证号码' },
  verified: true,
  isPersonal: true,
  partNames: {
    division: { en: 'Division', zh: '行政区划' },
    year: { en: 'Year of birth', zh: '出生年份' },
  },
  meaningOf: (part, value) => (part === 'division' ? divisionName(value) : undefined),
  urn: {
    prefix: `${uri}:`,
    read: () => toRefusal(faultAt(uri.length, words.noCitizenIdInUris), 'citizen-id'),
  },
  guess,
};
