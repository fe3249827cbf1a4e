import { divisionName, isDivision } from '../divisions.ts';
import { faultAt, type Words } from '../fault.ts';
import { mod1110Check } from '../iso7064.ts';
import * as words from './code-words.ts';
import { withoutLabel } from './label-text.ts';
import { type CodeReading, plainCode } from './plain-code.ts';

const labels = ['食品经营许可证编号', '经营许可证编号', '许可证编号'];

const licenceShape = /^JY[123]\d{13}$/;

const kinds: Readonly<Record<string, Words>> = {
  '1': { en: 'Food seller', zh: '食品销售经营者' },
  '2': { en: 'Catering', zh: '餐饮服务经营者' },
  '3': { en: 'Canteen of an organisation', zh: '单位食堂' },
};

function shape(text: string): string | undefined {
  const code = withoutLabel(text, labels).toUpperCase();
  return licenceShape.test(code) ? code : undefined;
}

function read(code: string): CodeReading {
  const division = code.slice(3, 9);
  const wanted = mod1110Check(code.slice(2, 15));
  const got = code.charAt(15);
  const known = isDivision(division);
  return {
    parts: { kind: code.charAt(2), division, number: code.slice(9, 15), check: got },
    level: 'certificate',
    ...(wanted === got ? {} : { fault: faultAt(15, words.wrongLicenceCheck(wanted, got)) }),
    ...(known ? {} : { notes: [faultAt(3, words.unknownDivision(division))] }),
    confidence: known ? 0.8 : 0.6,
  };
}

function meaningOf(part: string, value: string): Words | undefined {
  if (part === 'kind') return kinds[value];
  return part === 'division' ? divisionName(value) : undefined;
}

/** 食品经营许可证编号: JY, 14 digits, the last a check digit by MOD 11,10; the structure is known from practice. */
export const foodBusinessLicence = plainCode({
  id: 'food-business-licence',
  name: { en: 'Food business licence', zh: '食品经营许可证编号' },
  verified: false,
  categories: ['food', 'agri'],
  issuer: {
    name: { en: 'Market regulation authority', zh: '市场监督管理部门' },
    ask: {
      en: 'Ask the market regulation authority of the place.',
      zh: '请向当地市场监督管理部门查询。',
    },
  },
  partNames: {
    kind: { en: 'Kind of business', zh: '主体业态' },
    division: { en: 'Division', zh: '行政区划' },
    number: { en: 'Number', zh: '顺序码' },
    check: { en: 'Check digit', zh: '校验码' },
  },
  meaningOf,
  shape,
  read,
});
