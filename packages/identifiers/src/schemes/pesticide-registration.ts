import type { Words } from '../fault.ts';
import { withoutLabel } from './label-text.ts';
import { type CodeReading, plainCode } from './plain-code.ts';

const labels = ['农药登记证号', '登记证号'];

const kinds: Readonly<Record<string, Words>> = {
  PD: { en: 'Pesticide', zh: '农药' },
  WP: { en: 'Pesticide for public health', zh: '卫生用农药' },
};

function shape(text: string): string | undefined {
  const code = withoutLabel(text, labels).toUpperCase();
  return /^(PD|WP)(19|20)\d{6}$/.test(code) ? code : undefined;
}

function read(code: string): CodeReading {
  return {
    parts: { kind: code.slice(0, 2), year: code.slice(2, 6), number: code.slice(6) },
    level: 'certificate',
    confidence: 0.95,
  };
}

/** 农药登记证号: PD or WP, year, four digits. Numbers of the first years are written otherwise and are not read. */
export const pesticideRegistration = plainCode({
  id: 'pesticide-registration',
  name: { en: 'Registration number of a pesticide', zh: '农药登记证号' },
  verified: true,
  categories: ['inputs'],
  issuer: {
    name: { en: 'Ministry of Agriculture and Rural Affairs', zh: '农业农村部' },
    ask: {
      en: 'Look the registration up at China Pesticide Information Network.',
      zh: '可在中国农药信息网查询登记信息。',
      url: 'http://www.chinapesticide.org.cn/',
    },
  },
  partNames: {
    kind: { en: 'Kind of registration', zh: '登记类别' },
    year: { en: 'Year', zh: '登记年份' },
    number: { en: 'Number', zh: '顺序号' },
  },
  meaningOf: (part, value) => (part === 'kind' ? kinds[value] : undefined),
  shape,
  read,
});
