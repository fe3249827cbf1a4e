import { faultAt, type Words } from '../fault.ts';
import * as words from './code-words.ts';
import { withoutLabel } from './label-text.ts';
import { type CodeReading, plainCode } from './plain-code.ts';

/** Digits that all units of one product and size share, and of the random number behind them. */
export const PESTICIDE_STEM_DIGITS = 11;
export const PESTICIDE_RANDOM_DIGITS = 21;

const labels = ['单元识别代码', '农药追溯码', '追溯码'];

const registrationKinds: Readonly<Record<string, Words>> = {
  1: { en: 'Pesticide registration (PD)', zh: '农药登记（PD）' },
  2: { en: 'Registration for public health (WP)', zh: '卫生用农药登记（WP）' },
  3: { en: 'Temporary registration of former years', zh: '早年的临时登记' },
};

const productionTypes: Readonly<Record<string, Words>> = {
  1: { en: 'Made by the holder of the registration', zh: '登记证持有人生产' },
  2: { en: 'Made by another firm on order', zh: '委托加工' },
  3: { en: 'Packed by another firm on order', zh: '委托分装' },
};

/** Says whether a text is what a unit code of a product begins with; 3 as its first digit is only read, not given out. */
export const isPesticideStem = (text: string): boolean => /^[12]\d{6}[123]\d{3}$/.test(text);

function shape(text: string, isUrn = false): string | undefined {
  const digits = withoutLabel(text, labels);
  if (!/^[123]\d{6}[123]\d{3}(\d{21})?$/.test(digits)) return undefined;
  // Eleven digits are a telephone number before they are the beginning of a unit code.
  return digits.length > PESTICIDE_STEM_DIGITS || isUrn ? digits : undefined;
}

function read(code: string): CodeReading {
  const stem = {
    registrationKind: code.charAt(0),
    registration: code.slice(1, 7),
    production: code.charAt(7),
    specification: code.slice(8, PESTICIDE_STEM_DIGITS),
  };
  const classCode = code.slice(0, PESTICIDE_STEM_DIGITS);
  const notes =
    stem.registrationKind === '3' ? { notes: [faultAt(0, words.oldPesticideRegistration)] } : undefined;
  if (code === classCode) return { parts: stem, level: 'class', ...notes, confidence: 0.3 };
  return {
    parts: { ...stem, random: code.slice(PESTICIDE_STEM_DIGITS) },
    level: 'item',
    classCode,
    ...notes,
    confidence: notes ? 0.6 : 0.85,
  };
}

function meaningOf(part: string, value: string): Words | undefined {
  if (part === 'registrationKind') return registrationKinds[value];
  if (part === 'production') return productionTypes[value];
  if (part !== 'registration') return undefined;
  // PD20092927 gives 092927; the number of the certificate cannot be made again from that.
  return {
    en: `The last six digits of the registration number: year ..${value.slice(0, 2)}, number ${value.slice(2)}. The code does not hold the whole number; read it on the label.`,
    zh: `登记证号的后六位（年份末两位 ${value.slice(0, 2)}，顺序号 ${value.slice(2)}）；码中不含完整登记证号，请以标签为准。`,
  };
}

/** 农药标签二维码单元识别代码 (Announcement 2579 of the Ministry of Agriculture): 32 digits for each smallest unit of sale. */
export const pesticide = plainCode({
  id: 'pesticide',
  name: { en: 'Unit code of a pesticide label', zh: '农药单元识别代码' },
  verified: true,
  inAddress: true,
  categories: ['inputs'],
  issuer: {
    name: { en: 'Holder of the pesticide registration', zh: '农药登记证持有人' },
    ask: {
      en: 'Open the address in the QR symbol of the label; registrations are listed by China Pesticide Information Network.',
      zh: '请扫描标签二维码打开追溯网址；登记信息可在中国农药信息网查询。',
      url: 'http://www.chinapesticide.org.cn/',
    },
  },
  partNames: {
    registrationKind: { en: 'Kind of registration', zh: '登记类别' },
    registration: { en: 'Registration number, last six digits', zh: '登记证号后六位' },
    production: { en: 'Production', zh: '生产类型' },
    specification: { en: 'Pack size code of the firm', zh: '产品规格码' },
    random: { en: 'Random number', zh: '随机码' },
  },
  meaningOf,
  shape,
  read,
});
