import { divisionName } from '../divisions.ts';
import { withoutLabel } from './label-text.ts';
import { type CodeReading, plainCode } from './plain-code.ts';
import { provinceByShortName } from './province-short-names.ts';

const labels = ['农药生产许可证编号', '农药生产许可证号', '农药生产许可证'];

const licenceShape = /^农药生许\((\p{Script=Han})\)(\d{4})$/u;

function shape(text: string): string | undefined {
  const code = withoutLabel(text, labels).normalize('NFKC').replace(/\s/g, '');
  const match = licenceShape.exec(code);
  return match && provinceByShortName.has(match[1] ?? '') ? code : undefined;
}

function read(code: string): CodeReading {
  const division = provinceByShortName.get(code.charAt(5)) ?? '';
  return { parts: { division, number: code.slice(-4) }, level: 'certificate', confidence: 0.95 };
}

/** 农药生产许可证: 农药生许, the short name of the province in brackets, four digits. */
export const pesticideProductionLicence = plainCode({
  id: 'pesticide-production-licence',
  name: { en: 'Production licence for pesticides', zh: '农药生产许可证编号' },
  verified: true,
  categories: ['inputs'],
  issuer: {
    name: { en: 'Agricultural authority of the province', zh: '省级农业农村主管部门' },
    ask: {
      en: 'Look the firm up at China Pesticide Information Network.',
      zh: '可在中国农药信息网查询生产许可信息。',
      url: 'http://www.chinapesticide.org.cn/',
    },
  },
  partNames: {
    division: { en: 'Province', zh: '省份' },
    number: { en: 'Number', zh: '编号' },
  },
  meaningOf: (part, value) => (part === 'division' ? divisionName(value) : undefined),
  shape,
  read,
});
