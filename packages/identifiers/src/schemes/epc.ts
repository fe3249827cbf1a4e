import { type Fault, faultAt, type Reading } from '../fault.ts';
import type { Level } from '../identifier.ts';
import * as words from '../words.ts';
import type { Scheme } from './scheme.ts';

/** A scheme of EPC that is no key of GS1 and has no Digital Link: its identity is its URN to the letter. */
interface OtherEpc {
  readonly level: Level;
  readonly shape: RegExp;
  readonly parts: readonly string[];
  /** What is doubtful about a well-formed one; `at` counts in the fields. */
  doubt?(fields: string): Fault | null;
}

/**
 * The check digit of a freight container (ISO 6346): letters count from 10 leaving out the multiples of 11, places
 * double in weight, modulo 11, and 10 is written 0.
 */
function containerDoubt(fields: string): Fault | null {
  let sum = 0;
  for (let i = 0; i < 10; i++) {
    const code = fields.charCodeAt(i);
    const letter = code - 55;
    const value = code <= 57 ? code - 48 : letter + Math.floor((letter - 1) / 10);
    sum += value * 2 ** i;
  }
  const wanted = String((sum % 11) % 10);
  const got = fields.charAt(10);
  return wanted === got ? null : faultAt(10, words.wrongContainerCheck(wanted, got));
}

/** The seventh digit of a vessel is the last of the sum of the others times 7 to 2 (IMO Resolution A.1117(30)). */
function vesselDoubt(fields: string): Fault | null {
  let sum = 0;
  for (let i = 0; i < 6; i++) sum += Number(fields.charAt(i)) * (7 - i);
  const wanted = String(sum % 10);
  const got = fields.charAt(6);
  return wanted === got ? null : faultAt(6, words.wrongVesselCheck(wanted, got));
}

/** EPC Tag Data Standard §6.3.8, §6.3.11, §6.3.12, §6.3.16 and §6.3.17. */
const others: ReadonlyMap<string, OtherEpc> = new Map<string, OtherEpc>([
  ['gid', { level: 'item', shape: /^(\d+)\.(\d+)\.(\d+)$/, parts: ['manager', 'objectClass', 'serial'] }],
  ['usdod', { level: 'item', shape: /^([0-9A-HJ-NP-Z]{5,6})\.(\d+)$/, parts: ['cage', 'serial'] }],
  [
    'adi',
    {
      level: 'item',
      shape: /^([0-9A-HJ-NP-Z]{5,6})\.([^.]{0,60})\.([^.]{1,60})$/,
      parts: ['cage', 'partNumber', 'serial'],
    },
  ],
  ['bic', { level: 'container', shape: /^([A-Z]{3}[JUZ]\d{7})$/, parts: ['bic'], doubt: containerDoubt }],
  ['imovn', { level: 'asset', shape: /^(\d{7})$/, parts: ['imo'], doubt: vesselDoubt }],
]);

/** Reads `urn:epc:id:<name>:<fields>` of such a scheme; undefined where it is none or not written like one. */
export function readOtherEpc(text: string, name: string, from: number): Reading | undefined {
  const other = others.get(name);
  const fields = text.slice(from);
  const found = other?.shape.exec(fields);
  if (!other || !found) return undefined;
  const parts: Record<string, string> = {};
  for (const [index, part] of other.parts.entries()) {
    const value = found[index + 1];
    if (value) parts[part] = value;
  }
  const doubt = other.doubt?.(fields);
  return {
    ok: true,
    identifier: { scheme: 'epc', uri: text, level: other.level, parts },
    ...(doubt ? { notes: [{ ...doubt, at: doubt.at + from }] } : {}),
  };
}

/** EPCs beside the keys of GS1: general identifiers, the US military, aircraft parts, freight containers, vessels. */
export const epc: Scheme = {
  id: 'epc',
  name: { en: 'EPC beside the keys of GS1', zh: '非 GS1 编码的 EPC' },
  verified: true,
  partNames: {
    manager: { en: 'General manager', zh: '通用管理者代码' },
    objectClass: { en: 'Object class', zh: '对象分类' },
    cage: { en: 'CAGE or DoDAAC', zh: 'CAGE 或 DoDAAC 代码' },
    partNumber: { en: 'Part number', zh: '零件号' },
    serial: { en: 'Serial number', zh: '序列号' },
    bic: { en: 'Container number', zh: '集装箱号' },
    imo: { en: 'IMO number', zh: 'IMO 船舶编号' },
  },
};
