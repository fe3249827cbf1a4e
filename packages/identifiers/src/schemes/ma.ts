import type { Level } from '../identifier.ts';
import { type CodeReading, plainCode } from './plain-code.ts';

/** Longest code that is read, in characters. */
export const MA_LENGTH_MAX = 200;

const maShape = /^MA\.156(\.[0-9A-Z]+){2}([./][0-9A-Z]+)*$/i;

/** Nodes of the root of a user, and of the root and the category of an object. */
const ROOT_NODES = 4;
const CATEGORY_NODES = 7;

function shape(text: string): string | undefined {
  if (text.length > MA_LENGTH_MAX || !maShape.test(text)) return undefined;
  return `MA${text.slice(2)}`;
}

function levelOf(nodes: number): Level {
  if (nodes === ROOT_NODES) return 'party';
  return nodes <= CATEGORY_NODES ? 'class' : 'item';
}

function read(code: string): CodeReading {
  const nodes = code.split(/[./]/);
  const [category, custom] = [nodes.slice(ROOT_NODES, CATEGORY_NODES), nodes.slice(CATEGORY_NODES)];
  return {
    parts: {
      root: nodes.slice(0, ROOT_NODES).join('.'),
      ...(category.length > 0 ? { category: category.join('.') } : {}),
      ...(custom.length > 0 ? { custom: custom.join('.') } : {}),
    },
    level: levelOf(nodes.length),
    confidence: 0.8,
  };
}

/** MA 标识 (IDcode, an agency of ISO/IEC 15459): root of the user in four nodes, category of the object in three, the rest his own. */
export const ma = plainCode({
  id: 'ma',
  name: { en: 'MA code (IDcode)', zh: 'MA 标识（IDcode）' },
  verified: false,
  issuer: {
    name: {
      en: 'Zhongguancun Industry & Information QR Code Technology Institute',
      zh: '中关村工信二维码技术研究院',
    },
    ask: {
      en: 'Scan the code, or look it up at the IDcode registry.',
      zh: '请扫描该码，或在 IDcode 注册服务平台查询。',
      url: 'https://www.idcode.org.cn/',
    },
  },
  partNames: {
    root: { en: 'Root of the user', zh: '用户根节点' },
    category: { en: 'Category of the object', zh: '对象类别节点' },
    custom: { en: 'Own part', zh: '自定义部分' },
  },
  shape,
  read,
});
