import type { Words } from '../fault.ts';

/** Sentences about printed codes of Chinese authorities and of the provinces, and about issuing, in both languages. */

export const unknownDivision = (code: string): Words => ({
  en: `No division with the code ${code} is known here; it may be an old one.`,
  zh: `未知的行政区划代码 ${code}，可能是已变更的旧代码。`,
});

export const wrongProvincialCharacter: Words = {
  en: 'A provincial code is written with digits and letters without I, L, O and U.',
  zh: '省级追溯码由数字和字母组成，不含 I、L、O、U。',
};

export const wrongProvincialKind: Words = {
  en: 'The third character of a provincial code is its kind: B, E, C, A, P or Z.',
  zh: '省级追溯码第三位为类别，应为 B、E、C、A、P、Z 之一。',
};

export const wrongProvincialCheck = (wanted: string, got: string): Words => ({
  en: `The check character of this provincial code should be ${wanted}, not ${got}; one or more characters were misread.`,
  zh: `该省级追溯码的校验码应为 ${wanted}，而不是 ${got}；有字符读错或抄错。`,
});

export const oldPesticideRegistration: Words = {
  en: 'A code that begins with 3 is of the temporary registrations of former years.',
  zh: '以 3 开头的为早年的农药临时登记。',
};

export const wrongStem = {
  gtin: {
    en: 'Item codes begin with a GTIN of 14 digits, with its check digit.',
    zh: '单品码以带校验码的 14 位 GTIN 开头。',
  },
  sscc: {
    en: 'Case codes begin with an extension digit and a GS1 company prefix of 4 to 12 digits.',
    zh: '箱码以 1 位扩展位和 4 至 12 位厂商识别代码开头。',
  },
  giai: {
    en: 'Asset codes begin with a GS1 company prefix of at least 4 digits; at most 29 characters that GS1 allows (CSET 82), without brackets.',
    zh: '资产码以至少 4 位数字的厂商识别代码开头；最长 29 位，须为 GS1 允许的字符（CSET 82），不含括号。',
  },
  grai: {
    en: 'Codes of returnable assets begin with a GRAI of 13 digits, with its check digit.',
    zh: '周转器具码以带校验码的 13 位 GRAI 开头。',
  },
  drug: {
    en: 'Drug codes begin with a drug identifier: 7 digits, the first of them 8.',
    zh: '药品追溯码以药品标识码开头：7 位数字，首位为 8。',
  },
  pesticide: {
    en: 'Unit codes of pesticides begin with 11 digits: kind 1 or 2, six of the registration, production 1 to 3, pack size.',
    zh: '农药单元识别代码以 11 位数字开头：登记类别 1 或 2、登记证号后六位、生产类型 1 至 3、规格码 3 位。',
  },
  provincial: {
    en: 'Provincial codes begin with the two digits of a province and the letter of a kind.',
    zh: '省级追溯码以两位省级区划代码和一位类别字母开头。',
  },
} as const satisfies Record<string, Words>;

export const wrongSerialLength = (lengths: readonly number[]): Words => {
  const isRange = lengths.length > 2;
  const [first, last] = [lengths[0] ?? 0, lengths.at(-1) ?? 0];
  return {
    en: `What follows has ${isRange ? `${first} to ${last}` : lengths.join(' or ')} characters; say how many.`,
    zh: `其后应为 ${isRange ? `${first} 至 ${last}` : lengths.join(' 或 ')} 位，请指定位数。`,
  };
};

export const noSuchDay = (text: string): Words => ({
  en: `${text} is no day of the calendar.`,
  zh: `${text} 不是有效日期。`,
});

export const unitCodeAlone: Words = {
  en: 'A unit code is unique only within the firm that made it; scan the whole QR symbol of the seed label.',
  zh: '单元识别代码仅在企业内部唯一，请扫描种子标签上的完整二维码。',
};

export const unitCodeTooLong = (max: number): Words => ({
  en: `The unit code of a seed label has at most ${max} digits and letters.`,
  zh: `种子标签单元识别代码最长 ${max} 位数字或字母。`,
});

export const wrongUnitCode: Words = {
  en: 'The unit code of a seed label is written with digits and letters only.',
  zh: '种子标签单元识别代码只含数字和字母。',
};

export const operatorMissing: Words = {
  en: 'The identity of a seed label is the name of the firm, a full stop and the unit code.',
  zh: '种子标签标识由生产经营者名称、点号和单元识别代码组成。',
};

export const cylinderNumberAlone: Words = {
  en: 'The number of a gas cylinder is unique only with its maker or filler; add who it is: 制造单位:… 气瓶编号:….',
  zh: '气瓶编号仅在制造或充装单位内唯一，请一并提供单位：制造单位:… 气瓶编号:…。',
};

export const unknownEquipmentKind = (code: string): Words => ({
  en: `${code} is not among the catalogue codes known here; only its class is.`,
  zh: `未收录目录代码 ${code}，仅能识别其种类。`,
});

export const unknownEquipmentLength = (length: number): Words => ({
  en: `How an equipment code of ${length} characters is built is not known here; it is kept whole.`,
  zh: `${length} 位设备代码的结构未知，按整体保留。`,
});

export const wrongEquipmentYear = (year: string): Words => ({
  en: `The year of making should stand here, not ${year}.`,
  zh: `此处应为制造年份，而不是 ${year}。`,
});

export const wrongCertificateCharacter: Words = {
  en: 'The number of a certificate is written with digits and letters without I, L, O and U.',
  zh: '合格证编号由数字和字母组成，不含 I、L、O、U。',
};

export const wrongCitizenId: Words = {
  en: 'This has the form of an identity card number, but its check character or its date is wrong.',
  zh: '该号码形似居民身份证号，但校验码或日期有误。',
};

export const noCitizenIdInUris: Words = {
  en: 'An identity card number must not stand in a code (Personal Information Protection Law, art. 6: no more than is needed). Use the token of the person.',
  zh: '编码中不得包含居民身份证号（《个人信息保护法》第六条：最小必要），请使用自然人标识。',
};

export const wrongLicenceCheck = (wanted: string, got: string): Words => ({
  en: `The check digit of this licence number should be ${wanted}, not ${got}.`,
  zh: `该许可证编号的校验码应为 ${wanted}，而不是 ${got}。`,
});

export const unknownFoodCategory = (code: string): Words => ({
  en: `No food category has the number ${code}.`,
  zh: `食品类别编号 ${code} 不存在。`,
});

export const wrongCasCheck = (wanted: string, got: string): Words => ({
  en: `The check digit of this CAS number should be ${wanted}, not ${got}.`,
  zh: `该 CAS 号的校验码应为 ${wanted}，而不是 ${got}。`,
});
