import type { Words } from '../fault.ts';
import { withoutLabel } from './label-text.ts';
import { type CodeReading, plainCode } from './plain-code.ts';

/** Digits of the drug identifier (药品标识码), which also says the level of packing, and of the serial number behind it. */
export const DRUG_ID_DIGITS = 7;
export const DRUG_SERIAL_DIGITS = 13;

const labels = ['药品追溯码', '药品电子监管码', '药品标识码', '追溯码'];

/** Says whether a text is a drug identifier: seven digits from 8 on. */
export const isDrugId = (text: string): boolean => /^8\d{6}$/.test(text);

function shape(text: string): string | undefined {
  // Labels print both parts apart: 药品标识码:8385793 序列号:0000879766660.
  const digits = withoutLabel(text, labels).replace(/[\s,;，；]{0,4}序列号[\s:：]{0,4}/, '');
  return /^8\d{6}(\d{13})?$/.test(digits) ? digits : undefined;
}

function read(code: string): CodeReading {
  const drugId = code.slice(0, DRUG_ID_DIGITS);
  // Seven digits alone may be any number; twenty from 8 on are hardly anything else, though no check digit says so.
  if (code === drugId) return { parts: { drugId }, level: 'class', confidence: 0.3 };
  return {
    parts: { drugId, serial: code.slice(DRUG_ID_DIGITS) },
    level: 'item',
    classCode: drugId,
    confidence: 0.75,
  };
}

const specialControl: Words = {
  en: 'Drug under special control (identifiers from 89 on)',
  zh: '特殊管理药品（标识码以 89 开头）',
};

/**
 * 药品追溯码 (NMPAB/T 1002-2019): 20 digits, the first 7 of them the drug identifier. Every level of packing has an
 * identifier of its own, so a case is an item of its own class. The other family that the rule allows is GS1's.
 */
export const drug = plainCode({
  id: 'drug',
  name: { en: 'Drug traceability code', zh: '药品追溯码' },
  verified: true,
  categories: ['drug'],
  issuer: {
    name: {
      en: 'Holder of the marketing authorisation, through a drug traceability system (from 8 on: Mashangfangxin)',
      zh: '药品上市许可持有人，经药品追溯系统赋码（8 开头为“码上放心”平台）',
    },
    ask: {
      en: 'Scan the code with the app of the Mashangfangxin platform, or enter the 20 digits there.',
      zh: '可在“码上放心”追溯平台扫码或输入 20 位追溯码查询。',
      url: 'https://www.mashangfangxin.com/',
    },
  },
  partNames: {
    drugId: { en: 'Drug identifier', zh: '药品标识码' },
    serial: { en: 'Serial number', zh: '序列号' },
  },
  meaningOf: (part, value) => (part === 'drugId' && value.startsWith('89') ? specialControl : undefined),
  shape,
  read,
});
