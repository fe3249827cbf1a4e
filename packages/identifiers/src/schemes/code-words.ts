import type { Words } from '../fault.ts';

/** Sentences about printed codes of Chinese authorities and of the provinces, in both languages. */

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
