import type { Words } from '../fault.ts';
import { withoutLabel } from './label-text.ts';
import { type CodeReading, plainCode } from './plain-code.ts';

const labels = ['有机码', '有机产品防伪追溯码'];

function shape(text: string): string | undefined {
  const code = withoutLabel(text, labels);
  return /^\d{17}$/.test(code) ? code : undefined;
}

function read(code: string): CodeReading {
  return {
    parts: { body: code.slice(0, 3), year: code.slice(3, 5), random: code.slice(5) },
    level: 'item',
    confidence: 0.55,
  };
}

const meaningOf = (part: string, value: string): Words | undefined =>
  part === 'year' ? { en: `20${value}`, zh: `20${value}年` } : undefined;

/** 有机码: 17 digits on the smallest pack of an organic product: certification body, year, twelve random; no check digit. */
export const organic = plainCode({
  id: 'organic',
  name: { en: 'Organic code', zh: '有机码' },
  verified: true,
  categories: ['agri', 'food'],
  issuer: {
    name: { en: 'Certification body of the organic product', zh: '有机产品认证机构' },
    ask: {
      en: 'Enter the 17 digits at the China Food and Agricultural Products Certification Information System.',
      zh: '可在中国食品农产品认证信息系统输入 17 位有机码查询。',
      url: 'http://food.cnca.cn/',
    },
  },
  partNames: {
    body: { en: 'Certification body', zh: '认证机构代码' },
    year: { en: 'Year given out', zh: '发放年份' },
    random: { en: 'Random number', zh: '随机码' },
  },
  meaningOf,
  shape,
  read,
});
