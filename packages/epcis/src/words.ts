/** Every sentence of this room in both languages: the one file to read, and to correct, for the wording of faults. */

import type { Vocabulary } from './cbv.ts';

/** One text in English and in Chinese. */
export interface Phrase {
  readonly en: string;
  readonly zh: string;
}

/** What a sentence may speak of. */
export interface Facts {
  /** The member, as in `epcList[2]`. */
  readonly name: string;
  readonly expected: Phrase;
  readonly got: Phrase;
  readonly line: number;
  readonly column: number;
  /** What stands at that place, or the thing the rule is about. */
  readonly found: string;
  /** Type of the object or event around it. */
  readonly type: string;
  readonly limit: number;
}

const phrase = (en: string, zh: string): Phrase => ({ en, zh });
type Sentence = (facts: Facts) => Phrase;

const at = ({ line, column }: Facts) => `Line ${line}, column ${column}: `;
const zhAt = ({ line, column }: Facts) => `第 ${line} 行第 ${column} 列:`;
const inText =
  (en: (facts: Facts) => string, zh: (facts: Facts) => string): Sentence =>
  (facts) =>
    phrase(`${at(facts)}${en(facts)}.`, `${zhAt(facts)}${zh(facts)}。`);
const mustBe: Sentence = ({ name, expected, got }) =>
  phrase(
    `${name} must be ${expected.en}; got ${got.en}.`,
    `${name} 必须是${expected.zh},收到的是${got.zh}。`,
  );
const tooMany: Sentence = ({ name, limit, found }) =>
  phrase(
    `${name} may have at most ${limit} entries; got ${found}.`,
    `${name} 最多 ${limit} 项,收到 ${found} 项。`,
  );

/** One sentence per rule. */
export const sentences = {
  'utf-8': () => phrase('The document is not valid UTF-8.', '文件不是有效的 UTF-8 编码。'),
  'byte-order-mark': () =>
    phrase(
      'The document starts with a byte order mark; send it without.',
      '文件以字节顺序标记(BOM)开头,请去掉。',
    ),
  unexpected: inText(
    ({ found }) => `${found} cannot stand here`,
    ({ found }) => `此处不能出现 ${found}`,
  ),
  unfinished: inText(
    () => 'the text ends before the document does',
    () => '文件未写完就结束了',
  ),
  'trailing-text': inText(
    () => 'nothing may follow the end of the document',
    () => '文件结束之后不能再有内容',
  ),
  'duplicate-name': inText(
    ({ found }) => `the name ${JSON.stringify(found)} stands twice in one object`,
    ({ found }) => `名称 ${JSON.stringify(found)} 在同一对象中出现两次`,
  ),
  'special-name': inText(
    ({ found }) => `the name ${JSON.stringify(found)} is not allowed`,
    ({ found }) => `不允许使用名称 ${JSON.stringify(found)}`,
  ),
  depth: inText(
    () => 'lists and objects are nested more than 64 deep',
    () => '嵌套超过 64 层',
  ),
  members: inText(
    () => 'an object may have at most 1000 members',
    () => '一个对象最多 1000 项',
  ),
  digits: inText(
    ({ found }) => `a number may have at most 18 digits; this one has ${found}`,
    ({ found }) => `数字最多 18 位,此处有 ${found} 位`,
  ),
  exponent: inText(
    ({ found }) => `the exponent of a number must lie between -18 and 18; got ${found}`,
    ({ found }) => `数字的指数必须在 -18 与 18 之间,收到的是 ${found}`,
  ),
  'control-character': inText(
    ({ found }) => `the control character ${found} must be escaped in a text`,
    ({ found }) => `文本中的控制字符 ${found} 必须转义`,
  ),
  nul: inText(
    () => 'a text may not hold the character NUL',
    () => '文本中不能含有空字符(NUL)',
  ),
  'lone-surrogate': inText(
    () => 'half of a surrogate pair stands alone',
    () => '代理对只有一半',
  ),
  'document-type': mustBe,
  'event-type': mustBe,
  kind: mustBe,
  uri: mustBe,
  time: mustBe,
  offset: mustBe,
  word: mustBe,
  action: mustBe,
  uom: mustBe,
  version: mustBe,
  hex: mustBe,
  empty: mustBe,
  'cbv-urn': ({ name, expected, got }) =>
    phrase(
      `${name} takes ${expected.en} in JSON; got ${got.en}.`,
      `JSON 中 ${name} 应写${expected.zh},收到的是${got.zh}。`,
    ),
  null: ({ name }) =>
    phrase(`${name} must not be null; leave it out instead.`, `${name} 不能为 null,没有值就不要写。`),
  missing: ({ name, type }) =>
    phrase(`${name} is missing; ${type} needs it.`, `缺少 ${name},${type} 必须有此项。`),
  'unknown-member': ({ name, type }) =>
    phrase(
      `${name} does not belong in ${type}; a member of your own needs a declared prefix, as in ext:${name}.`,
      `${type} 中没有 ${name} 这一项;自定义项须带已声明的前缀,如 ext:${name}。`,
    ),
  'closed-member': ({ name, type }) =>
    phrase(`${name} does not belong in ${type}.`, `${type} 中没有 ${name} 这一项。`),
  'undeclared-prefix': ({ name, found }) =>
    phrase(
      `${name} uses the prefix ${found}, which no @context of the document declares.`,
      `${name} 使用的前缀 ${found} 未在文件的 @context 中声明。`,
    ),
  'extension-name': ({ name }) =>
    phrase(
      `${JSON.stringify(name)} is not a name: it must be prefix:name in ASCII or a full URI.`,
      `${JSON.stringify(name)} 不是有效的名称:须为 ASCII 的“前缀:名称”或完整的 URI。`,
    ),
  'too-many': tooMany,
  'too-long': ({ name, limit, found }) =>
    phrase(
      `${name} may have at most ${limit} characters; got ${found}.`,
      `${name} 最多 ${limit} 个字符,收到 ${found} 个。`,
    ),
  'listed-twice': ({ name, found }) =>
    phrase(`${name} holds ${found} twice.`, `${name} 中 ${found} 出现两次。`),
  'no-identifiers': ({ type }) =>
    phrase(
      `${type} names nothing: it needs epcList or quantityList, or sensorElementList with readPoint.`,
      `${type} 没有指明对象:须有 epcList 或 quantityList,或者 sensorElementList 加 readPoint。`,
    ),
  'no-objects': ({ type }) =>
    phrase(
      `${type} names nothing: it needs epcList or quantityList unless action is DELETE.`,
      `${type} 没有指明对象:除非 action 为 DELETE,须有 epcList 或 quantityList。`,
    ),
  'no-children': ({ type }) =>
    phrase(
      `${type} names no children: it needs childEPCs or childQuantityList unless action is DELETE.`,
      `${type} 没有指明子项:除非 action 为 DELETE,须有 childEPCs 或 childQuantityList。`,
    ),
  'no-parent': ({ found }) =>
    phrase(
      `parentID is missing; AggregationEvent needs it when action is ${found}.`,
      `缺少 parentID,action 为 ${found} 的 AggregationEvent 必须有此项。`,
    ),
  'no-inputs-or-outputs': () =>
    phrase(
      'TransformationEvent needs inputs and outputs, or a transformationID with either.',
      'TransformationEvent 须有投入与产出,或者 transformationID 加其中之一。',
    ),
  'ilmd-without-add': ({ found }) =>
    phrase(
      `ilmd may stand only where action is ADD; got action ${found}.`,
      `只有 action 为 ADD 时才能有 ilmd,收到的 action 是 ${found}。`,
    ),
} satisfies Record<string, Sentence>;

/** Name of a rule that a document broke. */
export type Rule = keyof typeof sentences;

const A_LIST = phrase('a list', '列表');
const AN_OBJECT = phrase('an object', '对象');

/** What a value was expected to be. */
export const expectations = {
  nothing: phrase('', ''),
  list: A_LIST,
  fullList: phrase('a list with at least one entry', '至少一项的列表'),
  object: AN_OBJECT,
  text: phrase('a text', '文本'),
  number: phrase('a number', '数字'),
  boolean: phrase('true or false', ' true 或 false'),
  uri: phrase('an absolute URI', '完整的 URI'),
  uriOrList: phrase('an absolute URI or a list of them', '完整的 URI 或其列表'),
  context: phrase('a URI, an object, or a list of these', ' URI、对象或它们的列表'),
  attribute: phrase('a text, a number or an object', '文本、数字或对象'),
  time: phrase(
    'an existing date and time with its offset, as in 2026-03-05T08:00:00.000+08:00',
    '真实存在且带时区偏移的日期时间(如 2026-03-05T08:00:00.000+08:00)',
  ),
  offset: phrase('an offset from -14:00 to +14:00, as in +08:00', '-14:00 至 +14:00 的时区偏移(如 +08:00)'),
  uom: phrase(
    'a UN/ECE unit code of 2 or 3 capital letters and digits, as in KGM',
    '2 至 3 位大写字母或数字的 UN/ECE 计量单位代码(如 KGM)',
  ),
  version: phrase('a version number, as in 2.0', '版本号(如 2.0)'),
  hex: phrase('hexadecimal digits', '十六进制数字'),
  setOrUnset: phrase('an object with set or unset', '含有 set 或 unset 的对象'),
  bareWord: phrase('the bare word of CBV', ' CBV 的裸词'),
} as const;

/** Expects one of a few words. */
export function oneOf(words: Iterable<string>): Phrase {
  const list = [...words];
  return phrase(`one of ${list.join(', ')}`, ` ${list.join('、')} 之一`);
}

const vocabularies: Readonly<Record<Vocabulary, Phrase>> = {
  bizStep: phrase('a business step of CBV 2.0', ' CBV 2.0 的业务步骤'),
  disposition: phrase('a disposition of CBV 2.0', ' CBV 2.0 的状态'),
  bizTransactionType: phrase('a business transaction type of CBV 2.0', ' CBV 2.0 的业务单据类型'),
  sourceDestinationType: phrase('a source or destination type of CBV 2.0', ' CBV 2.0 的来源或去向类型'),
  errorReason: phrase('an error reason of CBV 2.0', ' CBV 2.0 的更正原因'),
  component: phrase('a component of CBV 2.0', ' CBV 2.0 的分量'),
  measurementType: phrase('a measurement type of the GS1 Web Vocabulary', ' GS1 网络词汇表的测量类型'),
  sensorAlertType: phrase('a sensor alert type of the GS1 Web Vocabulary', ' GS1 网络词汇表的告警类型'),
};

/** Expects a word of a vocabulary or a URI; only a short vocabulary is listed. */
export function wordOrUri(vocabulary: Vocabulary, words: ReadonlySet<string>): Phrase {
  const { en, zh } = vocabularies[vocabulary];
  const list = words.size > 15 ? ['', ''] : [` (${[...words].join(', ')})`, `(${[...words].join('、')})`];
  return phrase(`${en}${list[0]} or an absolute URI`, `${zh}${list[1]}或完整的 URI`);
}

/** How a sentence shows a value that is not a text, a number or a truth value. */
export const shown = {
  nothing: phrase('nothing', '空缺'),
  list: A_LIST,
  emptyList: phrase('an empty list', '空列表'),
  object: AN_OBJECT,
} as const;
