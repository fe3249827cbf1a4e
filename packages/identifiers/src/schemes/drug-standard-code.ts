import { withoutLabel } from './label-text.ts';
import { type CodeReading, plainCode } from './plain-code.ts';

const labels = ['药品本位码', '本位码'];

function shape(text: string): string | undefined {
  const code = withoutLabel(text, labels);
  return /^869\d{11}$/.test(code) ? code : undefined;
}

function read(code: string): CodeReading {
  return {
    parts: { body: code.slice(3, 13), check: code.charAt(13) },
    level: 'class',
    confidence: 0.6,
  };
}

/** 药品本位码: 86 for China, 9 for drugs, ten digits, a check digit whose rule is not confirmed, so it is not tested. */
export const drugStandardCode = plainCode({
  id: 'drug-standard-code',
  name: { en: 'National drug code', zh: '药品本位码' },
  verified: false,
  categories: ['drug'],
  issuer: {
    name: { en: 'National Medical Products Administration', zh: '国家药品监督管理局' },
    ask: {
      en: 'Look the code up in the data of the National Medical Products Administration.',
      zh: '可在国家药品监督管理局“数据查询”中查询。',
      url: 'https://www.nmpa.gov.cn/',
    },
  },
  partNames: {
    body: { en: 'Firm and product', zh: '本体码' },
    check: { en: 'Check digit (not tested)', zh: '校验码（未校验）' },
  },
  shape,
  read,
});
