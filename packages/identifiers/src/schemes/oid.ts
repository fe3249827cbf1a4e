import type { Reading, Words } from '../fault.ts';
import { withoutLabel } from './label-text.ts';
import type { Guess, Scheme } from './scheme.ts';
import { readOpaque } from './uri.ts';

/** Namespace of object identifiers (RFC 3061). */
const prefix = 'urn:oid:';

/** Longest identifier that is read, in characters. */
export const OID_LENGTH_MAX = 200;

const labels = ['OID'];

const oidShape = /^[0-2](\.(0|[1-9]\d*))+$/;

/** Fewer arcs are a version number or a section of a text before they are an identifier. */
const BARE_ARCS_MIN = 4;

const name: Words = { en: 'Object identifier (OID)', zh: '对象标识符（OID）' };
const isOid = (text: string) => text.length <= OID_LENGTH_MAX && oidShape.test(text);
const isChinese = (oid: string) => oid.startsWith('1.2.156.') || oid.startsWith('2.16.156.');

function toReading(oid: string): Reading {
  return { ok: true, identifier: { scheme: 'oid', uri: prefix + oid, level: 'other', parts: { oid } } };
}

function read(uri: string): Reading {
  const oid = uri.slice(prefix.length);
  // What is written otherwise may stand in an event all the same, as any other URN.
  return isOid(oid) ? toReading(oid) : readOpaque(uri);
}

function guess(text: string): readonly Guess[] {
  const oid = withoutLabel(text, labels);
  if (!isOid(oid) || (oid === text && oid.split('.').length < BARE_ARCS_MIN)) return [];
  return [{ reading: toReading(oid), confidence: isChinese(oid) || oid !== text ? 0.9 : 0.5 }];
}

/** OID: a path of numbers in the tree of ITU-T X.660; in China below 1.2.156. It may name anything. */
export const oid: Scheme = {
  id: 'oid',
  name,
  verified: true,
  isAsWritten: true,
  issuer: {
    name: {
      en: 'OID registration authority (in China: the national OID centre)',
      zh: 'OID 注册机构（中国：国家 OID 注册中心）',
    },
    ask: {
      en: 'Look the identifier up at the national OID registration centre.',
      zh: '可在国家 OID 注册中心查询该标识。',
      url: 'https://www.china-oid.org.cn/',
    },
  },
  partNames: { oid: { en: 'OID', zh: 'OID' } },
  meaningOf: (_part, value) =>
    isChinese(value) ? { en: 'Given out in China', zh: '中国分配的标识' } : undefined,
  urn: { prefix, read },
  guess,
};
