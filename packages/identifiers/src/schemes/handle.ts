import { withoutLabel } from './label-text.ts';
import { type CodeReading, plainCode } from './plain-code.ts';

/** Longest suffix that is read, in characters. */
export const HANDLE_SUFFIX_MAX = 200;

const labels = ['标识编码', 'Handle', 'hdl'];

/** Prefix of numbers parted by full stops, a slash, and whatever its owner put behind it. */
const handleShape = /^\d{2,3}(\.\d{1,12}){1,4}\/\S{1,200}$/;

function shape(text: string): string | undefined {
  const code = withoutLabel(text, labels);
  return handleShape.test(code) ? code : undefined;
}

function read(code: string): CodeReading {
  const slash = code.indexOf('/');
  const prefix = code.slice(0, slash);
  return {
    parts: { prefix, suffix: code.slice(slash + 1) },
    level: 'other',
    // 88 is the industrial internet of China, 86 China in the Handle system; others may be a fraction.
    confidence: /^8[68]\./.test(prefix) ? 0.8 : 0.4,
  };
}

/** Industrial internet identifier (工业互联网标识, Handle): prefix of region or industry and firm, a slash, the firm's own part. */
export const handle = plainCode({
  id: 'handle',
  name: { en: 'Industrial internet identifier (Handle)', zh: '工业互联网标识（Handle）' },
  verified: false,
  isAsWritten: true,
  issuer: {
    name: { en: 'Node of the industrial internet identification system', zh: '工业互联网标识解析节点' },
    ask: {
      en: 'Resolve it at the national node of the industrial internet identification system.',
      zh: '可通过国家工业互联网标识解析节点查询。',
    },
  },
  partNames: {
    prefix: { en: 'Prefix of the firm', zh: '企业前缀' },
    suffix: { en: 'Part of the firm', zh: '标识后缀' },
  },
  shape,
  read,
});
