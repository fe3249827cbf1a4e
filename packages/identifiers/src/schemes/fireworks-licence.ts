import type { Words } from '../fault.ts';
import { withoutLabel } from './label-text.ts';
import { type CodeReading, plainCode } from './plain-code.ts';

const labels = [
  '烟花爆竹经营许可证编号',
  '烟花爆竹经营（批发）许可证',
  '烟花爆竹经营(批发)许可证',
  '许可证编号',
];

/** What stands in the first brackets and behind the year is given by the authority and kept as it is. */
const licenceShape = /^\([\p{Script=Han}0-9A-Z]{1,12}\)(PF|LS)〔\d{4}〕[0-9A-Z-]{1,20}$/u;

const kinds: Readonly<Record<string, Words>> = {
  PF: { en: 'Wholesale', zh: '批发' },
  LS: { en: 'Retail', zh: '零售' },
};

function shape(text: string): string | undefined {
  const code = withoutLabel(text, labels)
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[[【]/, '〔')
    .replace(/[\]】]/, '〕')
    .toUpperCase();
  return licenceShape.test(code) ? code : undefined;
}

function read(code: string): CodeReading {
  const kindAt = code.indexOf(')') + 1;
  return {
    parts: {
      authority: code.slice(1, kindAt - 1),
      kind: code.slice(kindAt, kindAt + 2),
      year: code.slice(kindAt + 3, kindAt + 7),
      number: code.slice(kindAt + 8),
    },
    level: 'certificate',
    confidence: 0.8,
  };
}

/** 烟花爆竹经营许可证: authority in brackets, PF for wholesale or LS for retail, year, number. */
export const fireworksLicence = plainCode({
  id: 'fireworks-licence',
  name: { en: 'Licence to sell fireworks', zh: '烟花爆竹经营许可证编号' },
  verified: false,
  categories: ['hazard'],
  issuer: {
    name: { en: 'Emergency management authority', zh: '应急管理部门' },
    ask: {
      en: 'Ask the emergency management authority that gave the licence.',
      zh: '请向发证的应急管理部门查询。',
    },
  },
  partNames: {
    authority: { en: 'Authority', zh: '发证机关' },
    kind: { en: 'Licence for', zh: '许可类别' },
    year: { en: 'Year', zh: '年份' },
    number: { en: 'Number', zh: '编号' },
  },
  meaningOf: (part, value) => (part === 'kind' ? kinds[value] : undefined),
  shape,
  read,
});
