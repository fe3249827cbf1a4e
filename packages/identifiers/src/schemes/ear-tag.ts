import { divisionName, isDivision, provinceOf } from '../divisions.ts';
import { faultAt, type Words } from '../fault.ts';
import * as words from './code-words.ts';
import { withoutLabel } from './label-text.ts';
import { type CodeReading, plainCode } from './plain-code.ts';

const labels = ['畜禽标识编码', '畜禽标识', '耳标号', '耳标'];

const animals: Readonly<Record<string, Words>> = {
  '1': { en: 'Pig', zh: '猪' },
  '2': { en: 'Cattle', zh: '牛' },
  '3': { en: 'Sheep or goat', zh: '羊' },
};

function shape(text: string, isUrn = false): string | undefined {
  const code = withoutLabel(text, labels);
  if (!/^[123]\d{14}$/.test(code)) return undefined;
  // Digits without a province at its place are some other number, unless they say themselves what they are.
  return isUrn || code !== text || provinceOf(code.slice(1)) ? code : undefined;
}

function read(code: string): CodeReading {
  const division = code.slice(1, 7);
  const known = isDivision(division);
  return {
    parts: { animal: code.charAt(0), division, serial: code.slice(7) },
    level: 'item',
    ...(known ? {} : { notes: [faultAt(1, words.unknownDivision(division))] }),
    confidence: known ? 0.75 : 0.3,
  };
}

function meaningOf(part: string, value: string): Words | undefined {
  if (part === 'animal') return animals[value];
  return part === 'division' ? divisionName(value) : undefined;
}

/** 畜禽标识 (畜禽标识和养殖档案管理办法): kind of animal, county, eight digits; one tag, one animal. */
export const earTag = plainCode({
  id: 'ear-tag',
  name: { en: 'Ear tag of livestock', zh: '畜禽标识（耳标）编码' },
  verified: true,
  categories: ['agri', 'food'],
  issuer: {
    name: { en: 'County authority for animal husbandry', zh: '县级农业农村（畜牧兽医）主管部门' },
    ask: {
      en: 'Ask the animal health authority of the county that the tag names.',
      zh: '请向耳标所属县的动物卫生监督机构查询。',
    },
  },
  partNames: {
    animal: { en: 'Animal', zh: '畜种' },
    division: { en: 'County', zh: '县级行政区划' },
    serial: { en: 'Serial number', zh: '顺序号' },
  },
  meaningOf,
  shape,
  read,
});
