import type { Words } from './identifier.ts';

export type { Words } from './identifier.ts';

/** Every sentence of this room, in both languages. */

const setNames: Readonly<Record<string, Words>> = {
  N: { en: 'a digit', zh: '数字' },
  X: { en: 'a character that GS1 allows here (CSET 82)', zh: 'GS1 允许的字符（CSET 82）' },
  Y: { en: 'one of 0-9 A-Z # - / (CSET 39)', zh: '0-9 A-Z # - / 之一（CSET 39）' },
  Z: { en: 'a character of base64url', zh: 'base64url 字符' },
};

export const tooLong = (max: number): Words => ({
  en: `A code has at most ${max} characters.`,
  zh: `编码最长 ${max} 个字符。`,
});

export const notUri: Words = {
  en: 'An identifier is a URI that begins with https://, http:// or urn:.',
  zh: '标识应为以 https://、http:// 或 urn: 开头的 URI。',
};

export const notInUri: Words = {
  en: 'This character must not stand in a URI; write it percent-encoded.',
  zh: 'URI 中不允许出现该字符，请用百分号编码。',
};

export const noHost: Words = { en: 'The web address has no host name.', zh: '网址缺少主机名。' };

export const notUrn: Words = {
  en: 'A URN is urn:, a namespace of 2 to 32 letters, digits or hyphens, a colon and a name.',
  zh: 'URN 由 urn:、2 至 32 位字母数字或连字符的命名空间、冒号和名称组成。',
};

export const badPercent: Words = {
  en: 'A percent sign must be followed by two hexadecimal digits.',
  zh: '百分号后必须是两位十六进制数字。',
};

export const mustBeEscaped: Words = {
  en: 'This character must be percent-encoded in an EPC URN.',
  zh: 'EPC URN 中该字符必须用百分号编码。',
};

export const wrongCharacter = (name: string, set: string): Words => ({
  en: `Here ${name} needs ${setNames[set]?.en ?? set}.`,
  zh: `${name} 此处应为${setNames[set]?.zh ?? set}。`,
});

export const wrongLength = (name: string, wanted: string, got: number): Words => ({
  en: `${name} has ${wanted} characters, this one has ${got}.`,
  zh: `${name} 应为 ${wanted} 位，实为 ${got} 位。`,
});

export const wrongCheckDigit = (name: string, wanted: string, got: string): Words => ({
  en: `The check digit of this ${name} should be ${wanted}, not ${got}.`,
  zh: `该 ${name} 的校验码应为 ${wanted}，而不是 ${got}。`,
});

export const leadingZeroMissing = (name: string): Words => ({
  en: `The value of ${name} begins with 0.`,
  zh: `${name} 的值以 0 开头。`,
});

export const leadingZeroForbidden = (name: string): Words => ({
  en: `${name} does not begin with 0.`,
  zh: `${name} 不能以 0 开头。`,
});

export const noCompanyPrefix = (name: string, digits: number): Words => ({
  en: `${name} begins with a GS1 company prefix, which has at least ${digits} digits.`,
  zh: `${name} 以至少 ${digits} 位数字的 GS1 厂商识别代码开头。`,
});

export const wrongPieces: Words = {
  en: 'The piece number is from 01 to the number of pieces.',
  zh: '件号应在 01 与总件数之间。',
};

export const wrongQualifier = (ai: string, key: string): Words => ({
  en: `(${ai}) cannot follow (${key}), or not in this order.`,
  zh: `(${ai}) 不能出现在 (${key}) 之后，或次序不对。`,
});

export const wrongPrefix: Words = {
  en: 'The GS1 company prefix of an EPC URN has 6 to 12 digits.',
  zh: 'EPC URN 中的 GS1 厂商识别代码为 6 至 12 位数字。',
};

export const wrongDigitCount = (form: string, wanted: number, got: number): Words => ({
  en: `Company prefix and reference of ${form} have ${wanted} digits together, these have ${got}.`,
  zh: `${form} 的厂商识别代码与参考代码合计 ${wanted} 位，实为 ${got} 位。`,
});

export const missingField = (form: string): Words => ({
  en: `This ${form} has too few fields between its points.`,
  zh: `该 ${form} 缺少以点分隔的字段。`,
});

export const unknownElement: Words = {
  en: 'No known GS1 Application Identifier begins here.',
  zh: '此处不是已知的 GS1 应用标识符。',
};

export const notAnIdentifier = (digits: string): Words => ({
  en: `${digits} is no GS1 Application Identifier.`,
  zh: `${digits} 不是 GS1 应用标识符。`,
});

export const notAnAttribute = (ai: string): Words => ({
  en: `(${ai}) belongs into the path of a Digital Link or into no link, not behind the question mark.`,
  zh: `(${ai}) 不能作为数据属性放在 Digital Link 的问号之后。`,
});

export const noDigitalLink: Words = {
  en: 'GS1 has no Digital Link for this code.',
  zh: '该编码没有对应的 GS1 Digital Link。',
};

export const wrongStem: Words = {
  en: 'A link begins with https:// or http://, a host name and perhaps a path, without ? and #.',
  zh: '链接前缀应为 https:// 或 http:// 加主机名，可带路径，不含 ? 和 #。',
};

export const noEpcForm = (ai: string): Words => ({
  en: `EPC URNs have no form for what (${ai}) names here; it stays a Digital Link.`,
  zh: `EPC URN 没有 (${ai}) 此种标识的写法，仍用 Digital Link 表示。`,
});

export const noEpc: Words = {
  en: 'This code is no key of GS1, so it has no EPC URN.',
  zh: '该编码不是 GS1 标识代码，没有 EPC URN。',
};

export const prefixLengthUnknown: Words = {
  en: 'How many digits of it are the company prefix is not known, so it stays a Digital Link.',
  zh: '厂商识别代码的位数未知，无法写成 EPC URN，仍用 Digital Link 表示。',
};

export const prefixLengthImpossible = (digits: number): Words => ({
  en: `Its company prefix cannot have ${digits} digits.`,
  zh: `其厂商识别代码不可能为 ${digits} 位。`,
});

export const epcOfTag: Words = {
  en: 'This is how a tag stores an EPC (urn:epc:tag, raw or pat); write its identity, urn:epc:id.',
  zh: '这是标签内的存储形式（urn:epc:tag、raw 或 pat），请改用标识形式 urn:epc:id。',
};

export const notAPattern: Words = {
  en: 'This is no pattern of EPCs: urn:epc:idpat, a scheme, and fields that are * from some field on.',
  zh: '这不是 EPC 模式：应为 urn:epc:idpat、方案名，且自某字段起均为 *。',
};

export const wrongContainerCheck = (wanted: string, got: string): Words => ({
  en: `The check digit of this container number should be ${wanted}, not ${got} (ISO 6346).`,
  zh: `该集装箱号的校验码应为 ${wanted}，而不是 ${got}（ISO 6346）。`,
});

export const wrongVesselCheck = (wanted: string, got: string): Words => ({
  en: `The check digit of this IMO number should be ${wanted}, not ${got}.`,
  zh: `该 IMO 编号的校验码应为 ${wanted}，而不是 ${got}。`,
});

export const elementTooLong = (ai: string, max: number): Words => ({
  en: `The value of (${ai}) has at most ${max} characters; a separator may be missing.`,
  zh: `(${ai}) 的值最长 ${max} 位；可能缺少分隔符。`,
});

export const elementTooShort = (ai: string, min: number): Words => ({
  en: `The value of (${ai}) has at least ${min} characters.`,
  zh: `(${ai}) 的值至少 ${min} 位。`,
});

export const repeatedElement = (ai: string): Words => ({
  en: `(${ai}) occurs twice with different values.`,
  zh: `(${ai}) 出现两次且值不同。`,
});

/** What is wrong with the value of an Application Identifier, after what the value is. */
export const inElement = ({ ai, name }: { ai: string; name: Words }, what: Words): Words => ({
  en: `(${ai}) ${name.en}: ${what.en}`,
  zh: `(${ai}) ${name.zh}：${what.zh}`,
});

export const mandatoryPair = (ai: string, alternatives: readonly (readonly string[])[]): Words => {
  const groups = alternatives.map((all) => all.map((one) => `(${one})`).join('+'));
  return {
    en: `(${ai}) goes only with ${groups.join(' or ')}; this may stand on another symbol.`,
    zh: `(${ai}) 须与 ${groups.join(' 或 ')} 一同使用；也可能在另一个条码中。`,
  };
};

export const invalidPair = (ai: string, other: string): Words => ({
  en: `(${ai}) and (${other}) do not go together on one thing.`,
  zh: `(${ai}) 与 (${other}) 不能用于同一物品。`,
});

export const wrongUsccLength = (got: number): Words => ({
  en: `A unified social credit code has 18 characters, this one has ${got}.`,
  zh: `统一社会信用代码为 18 位，实为 ${got} 位。`,
});

export const wrongUsccCharacter: Words = {
  en: 'A unified social credit code is written with digits and capital letters without I, O, S, V and Z.',
  zh: '统一社会信用代码由数字和大写字母组成，不含 I、O、S、V、Z。',
};

export const wrongUsccDivision: Words = {
  en: 'Characters 3 to 8 of a unified social credit code are the six digits of an administrative division.',
  zh: '统一社会信用代码第 3 至 8 位为六位行政区划代码。',
};

export const wrongUsccCheck = (wanted: string, got: string): Words => ({
  en: `The check character of this unified social credit code should be ${wanted}, not ${got}.`,
  zh: `该统一社会信用代码的校验码应为 ${wanted}，而不是 ${got}。`,
});

export const wrongOrganisationCheck = (wanted: string, got: string): Words => ({
  en: `The check character of the organisation code inside should be ${wanted}, not ${got}.`,
  zh: `其中组织机构代码的校验码应为 ${wanted}，而不是 ${got}。`,
});

export const wrongPersonToken: Words = {
  en: 'The token of a person is pt_ and 16 hexadecimal digits.',
  zh: '个人标识为 pt_ 加 16 位十六进制数字。',
};

export const keptAsGiven: Words = {
  en: 'This URI follows no scheme known here; it is kept as it is.',
  zh: '该 URI 不属于已知编码体系，按原样保留。',
};

export const notOfScheme = (name: Words): Words => ({
  en: `This is not written like a code of this kind (${name.en}).`,
  zh: `该编码的写法不符合“${name.zh}”的规则。`,
});
