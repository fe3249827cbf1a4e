import { faultAt } from '../fault.ts';
import * as words from './code-words.ts';
import { splitFirmCode, toFirmName } from './firm-code.ts';
import { type CodeReading, plainCode } from './plain-code.ts';

const serialShape = /^[0-9A-Z][0-9A-Z/-]{2,29}$/;
const TEXT_MAX = 200;

/** 制造单位:… 气瓶编号:…, in either order and with usual names of both; a maker ends at a gap, a mark or the next label. */
const makerLabel =
  /(?:制造单位|制造厂|充装单位)(?:代号|名称|许可证号)?[:：]\s{0,4}([^\s:：,，;；]{2,60}?)(?=$|[\s,，;；]|(?:气瓶|钢瓶)(?:出厂)?(?:编号|编码|号)[:：])/;
const serialLabel =
  /(?:气瓶|钢瓶)(?:出厂)?(?:编号|编码|号)[:：]\s{0,4}([0-9A-Za-z/-]{3,30})(?![0-9A-Za-z/-])/;

function shape(text: string, isUrn = false): string | undefined {
  if (text.length > TEXT_MAX) return undefined;
  if (isUrn) {
    const split = splitFirmCode(text);
    const number = split?.number.toUpperCase() ?? '';
    return split && serialShape.test(number) ? `${split.firm}.${number}` : undefined;
  }
  const serial = serialLabel.exec(text)?.[1]?.toUpperCase();
  if (serial === undefined || !serialShape.test(serial)) return undefined;
  return `${toFirmName(makerLabel.exec(text)?.[1] ?? '') ?? ''}.${serial}`;
}

function read(code: string): CodeReading {
  const split = splitFirmCode(code);
  const serial = split?.number ?? code.slice(1);
  return {
    parts: { ...(split ? { maker: split.firm } : {}), serial },
    level: 'asset',
    ...(split ? {} : { fault: faultAt(0, words.cylinderNumberAlone) }),
    confidence: 0.7,
  };
}

/**
 * Marks of gas cylinders (TSG 23-2021): a web address of the maker or filler, which stays an address, or a number. No
 * national structure of digits is known, so the number is read as it is, and only together with whose number it is.
 */
export const gasCylinder = plainCode({
  id: 'gas-cylinder',
  name: { en: 'Gas cylinder', zh: '气瓶编号' },
  verified: false,
  isAsWritten: true,
  categories: ['equipment'],
  issuer: {
    name: { en: 'Maker or filler of the cylinder', zh: '气瓶制造单位或充装单位' },
    ask: {
      en: 'Scan the mark on the cylinder, or ask the filling station that registered it.',
      zh: '请扫描瓶体上的电子标识，或向办理使用登记的充装单位查询。',
    },
  },
  partNames: {
    maker: { en: 'Maker or filler', zh: '制造或充装单位' },
    serial: { en: 'Number', zh: '编号' },
  },
  shape,
  read,
});
