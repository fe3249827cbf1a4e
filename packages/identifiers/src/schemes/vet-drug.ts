import { faultAt } from '../fault.ts';
import { dayInWords, isLongDate } from './code-date.ts';
import * as words from './code-words.ts';
import { withoutLabel } from './label-text.ts';
import { type CodeReading, plainCode } from './plain-code.ts';

const labels = ['兽药追溯码', '追溯码'];

function shape(text: string): string | undefined {
  const digits = withoutLabel(text, labels);
  return /^20\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{16}$/.test(digits) ? digits : undefined;
}

function read(code: string): CodeReading {
  const date = code.slice(0, 8);
  return {
    parts: { date, firm: code.slice(8, 13), random: code.slice(13) },
    level: 'item',
    ...(isLongDate(date) ? {} : { fault: faultAt(6, words.noSuchDay(date)) }),
    confidence: 0.85,
  };
}

/** 兽药二维码追溯码 (Announcement 2210 of the Ministry of Agriculture): day of the application, firm, random number. */
export const vetDrug = plainCode({
  id: 'vet-drug',
  name: { en: 'Veterinary drug traceability code', zh: '兽药追溯码' },
  verified: true,
  categories: ['inputs'],
  issuer: {
    name: {
      en: 'National traceability system of veterinary drugs, for the maker',
      zh: '国家兽药产品追溯系统（由兽药生产企业申请）',
    },
    ask: {
      en: 'Scan the QR symbol with the app of the national veterinary drug inquiry (国家兽药综合查询).',
      zh: '请用“国家兽药综合查询”App 扫描二维码查询。',
    },
  },
  partNames: {
    date: { en: 'Day of the application', zh: '申请日期' },
    firm: { en: 'Firm', zh: '企业标识' },
    random: { en: 'Random number', zh: '随机码' },
  },
  meaningOf: (part, value) => (part === 'date' && isLongDate(value) ? dayInWords(value) : undefined),
  shape,
  read,
});
