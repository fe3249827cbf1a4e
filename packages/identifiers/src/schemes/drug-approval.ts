import type { Words } from '../fault.ts';
import { withoutLabel } from './label-text.ts';
import { type CodeReading, plainCode } from './plain-code.ts';

const labels = ['药品批准文号', '批准文号'];

const approvalShape = /^国药准字(HJ|ZJ|SJ|[HZSBTFJ])\d{8}$/;

const kinds: Readonly<Record<string, Words>> = {
  H: { en: 'Chemical drug', zh: '化学药品' },
  Z: { en: 'Traditional Chinese medicine', zh: '中药' },
  S: { en: 'Biological product', zh: '生物制品' },
  B: { en: 'Health drug', zh: '保健药品' },
  T: { en: 'In-vitro diagnostic reagent', zh: '体外化学诊断试剂' },
  F: { en: 'Excipient', zh: '药用辅料' },
  J: { en: 'Imported, packed in China', zh: '进口分包装药品' },
  HJ: { en: 'Imported chemical drug', zh: '境外生产化学药品' },
  ZJ: { en: 'Imported traditional medicine', zh: '境外生产中药' },
  SJ: { en: 'Imported biological product', zh: '境外生产生物制品' },
};

function shape(text: string): string | undefined {
  const code = withoutLabel(text, labels).replace(/\s/g, '').toUpperCase();
  return approvalShape.test(code) ? code : undefined;
}

function read(code: string): CodeReading {
  const kind = code.slice(4, -8);
  return { parts: { kind, number: code.slice(-8) }, level: 'certificate', confidence: 0.97 };
}

/** 药品批准文号: 国药准字, one or two letters, eight digits. It names an approval: many packs and sizes may share it. */
export const drugApproval = plainCode({
  id: 'drug-approval',
  name: { en: 'Approval number of a drug', zh: '药品批准文号' },
  verified: true,
  categories: ['drug'],
  issuer: {
    name: { en: 'National Medical Products Administration', zh: '国家药品监督管理局' },
    ask: {
      en: 'Look the number up in the data of the National Medical Products Administration.',
      zh: '可在国家药品监督管理局“数据查询”中查询。',
      url: 'https://www.nmpa.gov.cn/',
    },
  },
  partNames: {
    kind: { en: 'Kind of drug', zh: '药品类别' },
    number: { en: 'Number', zh: '编号' },
  },
  meaningOf: (part, value) => (part === 'kind' ? kinds[value] : undefined),
  shape,
  read,
});
