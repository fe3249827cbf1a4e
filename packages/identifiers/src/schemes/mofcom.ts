/**
 * What the four codes of meat and vegetable circulation (SB/T 10680-2012) share: each begins with the node (division and
 * a number in it), and the others lengthen it. No check digit is known; the split is inferred from live samples.
 */
import { isDigits } from '../charset.ts';
import { divisionName, isDivision, provinceOf } from '../divisions.ts';
import { type Fault, faultAt } from '../fault.ts';
import type { Issuer, Level } from '../identifier.ts';
import * as words from './code-words.ts';
import { withoutLabel } from './label-text.ts';
import { plainCode } from './plain-code.ts';
import type { Scheme } from './scheme.ts';

const issuer: Issuer = {
  name: {
    en: 'City platform of meat and vegetable circulation',
    zh: '肉类蔬菜流通追溯城市平台（商务主管部门）',
  },
  ask: {
    en: 'Enter the code at the query terminal of the market, or ask the commerce authority of the city that it begins with.',
    zh: '可在市场查询终端输入，或向编码所属城市的商务主管部门查询。',
  },
};

const partNames = {
  division: { en: 'Division', zh: '行政区划' },
  node: { en: 'Node', zh: '节点' },
  operator: { en: 'Operator', zh: '经营者' },
  serial: { en: 'Serial number', zh: '流水号' },
} as const;

type Part = keyof typeof partNames;

/** One code of the family: how many digits each part has, in order, after the six of the division. */
interface Shape {
  readonly id: string;
  readonly name: Scheme['name'];
  readonly level: Level;
  readonly digits: readonly (readonly [part: Part, length: number])[];
  /** Confidence with a known division; halved where only the province is known. */
  readonly confidence: number;
}

const labels = ['追溯码', '批次码', '节点主体码', '经营者主体码'];
const divisionDigits = 6;

/** An old code of a known province is likelier one than digits that begin with no province at all. */
function doubt(division: string): { factor: number; notes?: readonly Fault[] } {
  if (isDivision(division)) return { factor: 1 };
  const notes = [faultAt(0, words.unknownDivision(division))];
  return { factor: provinceOf(division) ? 0.5 : 0.25, notes };
}

/** Makes one scheme of the family. */
export function mofcomCode({ id, name, level, digits, confidence }: Shape): Scheme {
  const length = digits.reduce((sum, [, count]) => sum + count, divisionDigits);
  return plainCode({
    id,
    name,
    verified: false,
    categories: ['agri', 'food'],
    issuer,
    partNames: Object.fromEntries(
      ['division' as const, ...digits.map(([part]) => part)].map((part) => [part, partNames[part]]),
    ),
    meaningOf: (part, value) => (part === 'division' ? divisionName(value) : undefined),
    shape(text, isUrn = false) {
      const code = withoutLabel(text, labels);
      if (code.length !== length || !isDigits(code)) return undefined;
      // Digits that begin with no province are some other number, unless they say themselves what they are.
      return isUrn || code !== text || provinceOf(code) ? code : undefined;
    },
    read(code) {
      const division = code.slice(0, divisionDigits);
      const parts: Record<string, string> = { division };
      let at = divisionDigits;
      for (const [part, count] of digits) {
        parts[part] = code.slice(at, at + count);
        at += count;
      }
      const { factor, notes } = doubt(division);
      return { parts, level, ...(notes ? { notes } : {}), confidence: confidence * factor };
    },
  });
}
