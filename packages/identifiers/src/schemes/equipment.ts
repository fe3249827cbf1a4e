/**
 * 设备代码 of special equipment. Two structures are known, each from one source: 18 characters (catalogue code 4, maker 5
 * with the division of its licence in front, year 4, serial 5; letters where numbers ran out) and 21 of an older data rule
 * (catalogue code 4, organisation code of GB 11714 9, year 4, serial 4). Codes of 17, 19 and 20 characters are met on
 * plates; how they are built is not known, so they are kept whole.
 */
import { divisionName } from '../divisions.ts';
import { type Fault, faultAt, type Words } from '../fault.ts';
import * as words from './code-words.ts';
import { equipmentKind, isCatalogueCode, mayBeCatalogueCode } from './equipment-catalogue.ts';
import { withoutLabel } from './label-text.ts';
import { type CodeReading, plainCode } from './plain-code.ts';

export const EQUIPMENT_LENGTH_MIN = 17;
export const EQUIPMENT_LENGTH_MAX = 21;

const labels = ['特种设备代码', '设备代码'];
/** No equipment in use is older; a later year than 2099 is a misreading. */
const yearShape = /^(19[5-9]\d|20\d{2})$/;

type Parts = Record<string, string>;

interface Structure {
  readonly yearAt: number;
  read(code: string): Parts;
}

const structures: Readonly<Record<number, Structure>> = {
  18: {
    yearAt: 9,
    read: (code) => ({ division: code.slice(4, 6), maker: code.slice(4, 9), serial: code.slice(13) }),
  },
  21: { yearAt: 13, read: (code) => ({ organisation: code.slice(4, 13), serial: code.slice(17) }) },
};

function shape(text: string, isUrn = false): string | undefined {
  const code = withoutLabel(text, labels).toUpperCase();
  if (code.length < EQUIPMENT_LENGTH_MIN || code.length > EQUIPMENT_LENGTH_MAX) return undefined;
  if (!/^[0-9A-Z]+$/.test(code) || !mayBeCatalogueCode(code.slice(0, 4))) return undefined;
  // A bare text without a year at its place, or without any, is some other number.
  const structure = structures[code.length];
  const year = structure && code.slice(structure.yearAt, structure.yearAt + 4);
  const dated = year === undefined ? /(19[5-9]|20\d)\d/.test(code.slice(4)) : yearShape.test(year);
  return dated || isUrn || code.length < text.length ? code : undefined;
}

function notesOf(code: string): Fault[] {
  const kind = code.slice(0, 4);
  return [
    ...(isCatalogueCode(kind) ? [] : [faultAt(0, words.unknownEquipmentKind(kind))]),
    ...(structures[code.length] ? [] : [faultAt(0, words.unknownEquipmentLength(code.length))]),
  ];
}

function read(code: string): CodeReading {
  const structure = structures[code.length];
  const notes = notesOf(code);
  const parts: Parts = {
    kind: code.slice(0, 4),
    schemeVersion: String(code.length),
    ...structure?.read(code),
  };
  const year = structure && code.slice(structure.yearAt, structure.yearAt + 4);
  const wrongYear = year !== undefined && !yearShape.test(year);
  if (year !== undefined && !wrongYear) parts.year = year;
  return {
    parts,
    level: 'asset',
    ...(wrongYear && structure ? { fault: faultAt(structure.yearAt, words.wrongEquipmentYear(year)) } : {}),
    ...(notes.length > 0 ? { notes } : {}),
    confidence: structure ? 0.7 / (1 + notes.length) : 0.3,
  };
}

const versions: Readonly<Record<string, Words>> = {
  18: { en: 'Equipment code of 18 characters', zh: '18 位设备代码' },
  21: { en: 'Registration code of 21 characters', zh: '21 位登记代码' },
};

function meaningOf(part: string, value: string): Words | undefined {
  if (part === 'kind') return equipmentKind(value);
  if (part === 'division') return divisionName(value);
  if (part !== 'schemeVersion') return undefined;
  return versions[value] ?? { en: 'Structure not known', zh: '结构未知' };
}

/** Equipment codes of lifts, cranes, vessels, rides and ropeways. */
export const equipment = plainCode({
  id: 'equipment',
  name: { en: 'Special equipment code', zh: '特种设备代码' },
  verified: false,
  categories: ['equipment'],
  issuer: {
    name: {
      en: 'Maker of the equipment, by the rule of the catalogue',
      zh: '设备制造单位（按特种设备目录编制）',
    },
    ask: {
      en: 'Ask the market regulation authority where the equipment is registered, or look at the registration on the plate.',
      zh: '请向设备使用登记地的市场监督管理部门查询，或查看设备上的使用登记标志。',
    },
  },
  partNames: {
    kind: { en: 'Kind of equipment', zh: '设备类别' },
    schemeVersion: { en: 'Structure', zh: '编码结构' },
    division: { en: 'Division of the licence', zh: '许可审批地区划' },
    maker: { en: 'Maker', zh: '制造单位代号' },
    organisation: { en: 'Organisation', zh: '组织机构代码' },
    year: { en: 'Year', zh: '年份' },
    serial: { en: 'Serial number', zh: '顺序号' },
  },
  meaningOf,
  shape,
  read,
});
