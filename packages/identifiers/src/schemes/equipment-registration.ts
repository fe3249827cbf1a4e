import { divisionName } from '../divisions.ts';
import type { Words } from '../fault.ts';
import { withoutLabel } from './label-text.ts';
import { type CodeReading, plainCode } from './plain-code.ts';
import { provinceByShortName } from './province-short-names.ts';

const labels = ['使用登记证编号', '登记证编号'];

const kinds: Readonly<Record<string, Words>> = {
  锅: { en: 'Boiler', zh: '锅炉' },
  容: { en: 'Pressure vessel', zh: '压力容器' },
  瓶: { en: 'Gas cylinders', zh: '气瓶' },
  管: { en: 'Pressure pipeline', zh: '压力管道' },
  梯: { en: 'Lift', zh: '电梯' },
  起: { en: 'Crane', zh: '起重机械' },
  车: { en: 'Motor vehicle of a site', zh: '场（厂）内专用机动车辆' },
  游: { en: 'Large amusement ride', zh: '大型游乐设施' },
  索: { en: 'Passenger ropeway', zh: '客运索道' },
};

const registrationShape = /^([锅容瓶管梯起车游索])([0-9A-Z]{2})(\p{Script=Han})([A-Z])(\d{5})\((\d{2})\)$/u;

function shape(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const code = withoutLabel(text.normalize('NFKC'), labels).replace(/\s/g, '').toUpperCase();
  const match = registrationShape.exec(code);
  return match && provinceByShortName.has(match[3] ?? '') ? code : undefined;
}

function read(code: string): CodeReading {
  return {
    parts: {
      kind: code.charAt(0),
      variety: code.slice(1, 3),
      division: provinceByShortName.get(code.charAt(3)) ?? '',
      authority: code.slice(3, 5),
      number: code.slice(5, 10),
      year: code.slice(11, 13),
    },
    level: 'certificate',
    confidence: 0.8,
  };
}

function meaningOf(part: string, value: string): Words | undefined {
  if (part === 'kind') return kinds[value];
  if (part === 'division') return divisionName(value);
  return part === 'year' ? { en: `20${value}`, zh: `20${value}年` } : undefined;
}

/**
 * 使用登记证编号 of special equipment (TSG 08-2017), such as 梯11滇A00001(24). It names the registration: one may be of
 * several cylinders or pipes, and equipment that changes hands gets another, so it is a certificate and no asset.
 */
export const equipmentRegistration = plainCode({
  id: 'equipment-registration',
  name: { en: 'Registration of special equipment', zh: '特种设备使用登记证编号' },
  verified: false,
  categories: ['equipment'],
  issuer: {
    name: { en: 'Market regulation authority of the place of use', zh: '使用地市场监督管理部门' },
    ask: {
      en: 'Ask the authority that registered the equipment.',
      zh: '请向办理使用登记的市场监督管理部门查询。',
    },
  },
  partNames: {
    kind: { en: 'Kind of equipment', zh: '设备种类' },
    variety: { en: 'Variety', zh: '设备类别代号' },
    division: { en: 'Province', zh: '省份' },
    authority: { en: 'Registration authority', zh: '登记机关代号' },
    number: { en: 'Number', zh: '顺序号' },
    year: { en: 'Year', zh: '登记年份' },
  },
  meaningOf,
  shape,
  read,
});
