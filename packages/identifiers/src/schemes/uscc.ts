import { divisionName } from '../divisions.ts';
import { toRefusal } from '../fault.ts';
import type { Identifier, Words } from '../identifier.ts';
import { USCC_ALPHABET, usccFault } from '../uscc.ts';
import type { Guess, Scheme } from './scheme.ts';

const prefix = 'urn:yunsu:party:';

function toIdentifier(uscc: string): Identifier {
  const parts = {
    uscc,
    kind: uscc.slice(0, 2),
    division: uscc.slice(2, 8),
    organisation: uscc.slice(8, 17),
  };
  return { scheme: 'uscc', uri: prefix + uscc, level: 'party', parts };
}

/** Usual values of the first two characters: who registered it and what it is (GB 32100-2015, table 1). */
const kinds: Readonly<Record<string, Words>> = {
  '11': { en: 'Government body', zh: '机关' },
  '12': { en: 'Public institution', zh: '事业单位' },
  '51': { en: 'Social association', zh: '社会团体' },
  '52': { en: 'Private non-enterprise unit', zh: '民办非企业单位' },
  '53': { en: 'Foundation', zh: '基金会' },
  '91': { en: 'Enterprise', zh: '企业' },
  '92': { en: 'Sole trader', zh: '个体工商户' },
  '93': { en: 'Farmers’ cooperative', zh: '农民专业合作社' },
  N1: { en: 'Collective economic organisation of a group', zh: '组级农村集体经济组织' },
  N2: { en: 'Collective economic organisation of a village', zh: '村级农村集体经济组织' },
  N3: { en: 'Collective economic organisation of a township', zh: '乡镇级农村集体经济组织' },
  Y1: { en: 'Other', zh: '其他' },
};

function meaningOf(part: string, value: string): Words | undefined {
  if (part === 'kind') return kinds[value];
  return part === 'division' ? divisionName(value) : undefined;
}

function read(code: string, at: number) {
  const capitals = code.length === 18 ? code.toUpperCase() : code;
  const wrong = usccFault(capitals);
  if (!wrong) return { ok: true, identifier: toIdentifier(capitals) } as const;
  const claim = wrong.readable ? toIdentifier(capitals) : undefined;
  return toRefusal({ ...wrong.fault, at: wrong.fault.at + at }, 'uscc', claim);
}

function guess(text: string): readonly Guess[] {
  if (text.length !== 18) return [];
  let letters = 0;
  for (const character of text.toUpperCase()) {
    if (!USCC_ALPHABET.includes(character)) return [];
    if (character > '9') letters++;
  }
  const reading = read(text, 0);
  return reading.ok || reading.claim ? [{ reading, confidence: letters > 0 ? 0.95 : 0.6 }] : [];
}

/**
 * 统一社会信用代码 of a party (GB 32100-2015); its URI is `urn:yunsu:party:` and the code. Both checks must hold: a code
 * whose inner organisation code fails is offered as a claim with the place of the fault, never as a party.
 */
export const uscc: Scheme = {
  id: 'uscc',
  name: { en: 'Unified social credit code', zh: '统一社会信用代码' },
  verified: true,
  issuer: {
    name: { en: 'Registration authority of the organisation', zh: '登记管理部门' },
    ask: {
      en: 'Look the enterprise up in the National Enterprise Credit Information Publicity System.',
      zh: '可在国家企业信用信息公示系统查询该主体。',
      url: 'https://www.gsxt.gov.cn/',
    },
  },
  partNames: {
    uscc: { en: 'Credit code', zh: '信用代码' },
    kind: { en: 'Kind', zh: '机构类别' },
    division: { en: 'Registered in', zh: '登记地' },
    organisation: { en: 'Organisation code', zh: '组织机构代码' },
  },
  meaningOf,
  urn: { prefix, read: (uri) => read(uri.slice(prefix.length), prefix.length) },
  guess,
};
