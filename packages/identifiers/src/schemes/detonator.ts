import { faultAt, type Words } from '../fault.ts';
import { isDay } from './code-date.ts';
import * as words from './code-words.ts';
import { withoutLabel } from './label-text.ts';
import { type CodeReading, plainCode } from './plain-code.ts';

const labels = ['雷管编码', '发编号'];

/** Small and capital letters differ; the small ones that look like capitals or digits are left out. */
const detonatorShape = /^(0[1-9]|[1-9]\d)\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[0-9A-Zabd-np-rty]\d{5}$/;

/** A leap year with every last digit exists, so the day is judged by a leap year. */
const LEAP_YEAR = '2000';

function shape(text: string): string | undefined {
  const code = withoutLabel(text, labels);
  return detonatorShape.test(code) ? code : undefined;
}

function read(code: string): CodeReading {
  const feature = code.charAt(7);
  const [month, day] = [code.slice(3, 5), code.slice(5, 7)];
  const possible = isDay(LEAP_YEAR, month, day);
  return {
    parts: { maker: code.slice(0, 2), year: code.charAt(2), month, day, feature, serial: code.slice(8) },
    level: 'item',
    ...(possible ? {} : { fault: faultAt(5, words.noSuchDay(`${month}-${day}`)) }),
    // Thirteen digits are a product first; a letter at its place is hardly anything else.
    confidence: /\d/.test(feature) ? 0.45 : 0.75,
  };
}

function meaningOf(part: string, value: string): Words | undefined {
  if (part !== 'year') return undefined;
  return {
    en: `A year that ends in ${value}; codes are unique within ten years`,
    zh: `年份末位为 ${value}（编码十年内唯一）`,
  };
}

/**
 * Shell number of an industrial detonator (GA 441-2003, known from the technical conditions and samples): maker, last
 * digit of the year, month, day, feature, serial. It comes again after ten years.
 */
export const detonator = plainCode({
  id: 'detonator',
  name: { en: 'Detonator', zh: '工业雷管编码' },
  verified: true,
  categories: ['hazard'],
  issuer: {
    name: { en: 'Licensed maker of the detonator', zh: '民用爆炸物品生产企业' },
    ask: {
      en: 'Only the police look these codes up. Do not touch a detonator that you found; call 110.',
      zh: '此类编码由公安机关查询。发现遗弃雷管请勿触碰，立即拨打 110。',
    },
  },
  partNames: {
    maker: { en: 'Maker', zh: '企业代号' },
    year: { en: 'Year, last digit', zh: '生产年份末位' },
    month: { en: 'Month', zh: '月' },
    day: { en: 'Day', zh: '日' },
    feature: { en: 'Feature', zh: '特征号' },
    serial: { en: 'Serial number', zh: '流水号' },
  },
  meaningOf,
  shape,
  read,
});
