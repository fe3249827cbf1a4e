import { type Fault, faultAt, type Reading, toRefusal } from '../fault.ts';
import * as words from './code-words.ts';
import { splitFirmCode, toFirmName } from './firm-code.ts';
import { CODE_URN } from './plain-code.ts';
import type { Guess, Scheme } from './scheme.ts';

/** Longest unit code of a seed label. */
export const UNIT_CODE_MAX = 20;
const TEXT_MAX = 1000;

const id = 'seed-label';
const prefix = `${CODE_URN}${id}:`;

interface Label {
  readonly variety?: string;
  readonly operator: string;
  readonly unitCode: string;
  readonly address?: string;
}

function unitCodeFault(unitCode: string, at: number): Fault | undefined {
  const foreign = unitCode.search(/[^0-9A-Za-z]/);
  if (foreign !== -1) return faultAt(at + foreign, words.wrongUnitCode);
  return unitCode.length > UNIT_CODE_MAX
    ? faultAt(at + UNIT_CODE_MAX, words.unitCodeTooLong(UNIT_CODE_MAX))
    : undefined;
}

function toReading(label: Label, at: number): Reading {
  const fault = unitCodeFault(label.unitCode, at);
  if (fault) return toRefusal(fault, id);
  const uri = prefix + encodeURIComponent(`${label.operator}.${label.unitCode}`);
  return { ok: true, identifier: { scheme: id, uri, level: 'item', parts: { ...label } } };
}

function readUrn(uri: string): Reading {
  const text = decodeText(uri.slice(prefix.length));
  const split = text === undefined ? undefined : splitFirmCode(text);
  if (!split) return toRefusal(faultAt(prefix.length, words.operatorMissing), id);
  const { firm: operator, number: unitCode } = split;
  const reading = toReading({ operator, unitCode }, 0);
  return reading.ok ? reading : { ...reading, at: uri.length };
}

function decodeText(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** What the lines may be called on the label, in their fixed order. */
const lineNames = [
  /^(品种名称|作物品种|品种)[:：]\s*/,
  /^(生产经营者(名称)?|进口商(名称)?|企业名称)[:：]\s*/,
  /^(单元识别代码|识别代码)[:：]\s*/,
  /^(追溯网址|网址|追溯地址)[:：]\s*/,
];
const addressShape = /^(https?:\/\/)?[0-9a-z-]{1,63}(\.[0-9a-z-]{1,63}){1,8}(:\d{1,5})?([/?#]\S*)?$/i;

/** The text of a label: variety, firm, unit code and address, a line each in this order. */
function guessLabel(text: string): Guess | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  if (lines.length !== 4) return undefined;
  const values = lines.map((line, index) => line.replace(lineNames[index] ?? '', ''));
  const [variety = '', name = '', unitCode = '', address = ''] = values;
  const operator = toFirmName(name);
  if (variety === '' || operator === undefined || unitCode === '' || !addressShape.test(address))
    return undefined;
  const at = text.indexOf(unitCode, text.indexOf('\n', text.indexOf('\n') + 1));
  return { reading: toReading({ variety, operator, unitCode, address }, at), confidence: 0.95 };
}

function guess(text: string): readonly Guess[] {
  if (text.length > TEXT_MAX || !text.isWellFormed()) return [];
  const label = guessLabel(text);
  if (label) return [label];
  const alone = /^(种子)?单元识别代码[:\s]{1,4}[0-9A-Za-z]{1,20}$/.test(text);
  return alone ? [{ reading: toRefusal(faultAt(0, words.unitCodeAlone), id), confidence: 0.8 }] : [];
}

/**
 * QR text of a seed label (农业部办公厅, September 2016): four lines in fixed order, 品种名称, 生产经营者, 单元识别代码, 追溯网址.
 * The firm makes the unit code up to 20 digits and letters and keeps it unique for itself, so the identity is firm and
 * unit code; variety and address may be printed otherwise on the next lot and are no part of it.
 */
export const seedLabel: Scheme = {
  id,
  name: { en: 'Seed label', zh: '农作物种子标签' },
  verified: true,
  isAsWritten: true,
  categories: ['inputs'],
  issuer: {
    name: { en: 'The producer, dealer or importer of the seed', zh: '种子生产经营者或进口商' },
    ask: {
      en: 'Open the address in the last line of the label.',
      zh: '请打开标签二维码最后一行的追溯网址查询。',
    },
  },
  partNames: {
    variety: { en: 'Variety', zh: '品种名称' },
    operator: { en: 'Producer, dealer or importer', zh: '生产经营者（进口商）' },
    unitCode: { en: 'Unit code', zh: '单元识别代码' },
    address: { en: 'Address', zh: '追溯网址' },
  },
  urn: { prefix, read: readUrn },
  guess,
};
