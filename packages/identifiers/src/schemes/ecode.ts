import { type CodeReading, plainCode } from './plain-code.ts';

/** Longest code that is read, in characters. */
export const ECODE_LENGTH_MAX = 128;

/** Behind the word Ecode: the version, then identifier of the system and main code, with or without something between. */
const ecodeShape = /^ecode[\s:：=]{0,3}([0-9])[.\s]?([0-9A-Za-z]{1,16})(?:[.\s]([0-9A-Za-z.-]{1,100}))?$/i;
const urnShape = /^([0-9])\.([0-9A-Za-z]{1,16})(?:\.([0-9A-Za-z.-]{1,100}))?$/;

function shape(text: string, isUrn = false): string | undefined {
  if (text.length > ECODE_LENGTH_MAX) return undefined;
  const match = (isUrn ? urnShape : ecodeShape).exec(text);
  if (!match) return undefined;
  const [, version, system, main] = match;
  return main === undefined ? `${version}.${system}` : `${version}.${system}.${main}`;
}

function read(code: string): CodeReading {
  const [version = '', system = '', ...main] = code.split('.');
  if (main.length === 0) return { parts: { version, rest: system }, level: 'other', confidence: 0.6 };
  return { parts: { version, system, main: main.join('.') }, level: 'other', confidence: 0.8 };
}

/**
 * Ecode (GB/T 31866-2023): version, identifier of the coding system (NSI), main code (MD). How long each is has not been
 * seen in a text of the standard, so the three stay as they are written, and one without separators is not split.
 */
export const ecode = plainCode({
  id: 'ecode',
  name: { en: 'Ecode', zh: 'Ecode（物联网统一标识）' },
  verified: false,
  isAsWritten: true,
  issuer: {
    name: {
      en: 'GS1 China (national Ecode platform)',
      zh: '中国物品编码中心（国家物联网标识管理与公共服务平台）',
    },
    ask: {
      en: 'Look the code up at the national Ecode platform.',
      zh: '可在国家物联网标识管理与公共服务平台查询。',
      url: 'https://www.iotroot.com/',
    },
  },
  partNames: {
    version: { en: 'Version (V)', zh: '版本（V）' },
    system: { en: 'Coding system (NSI)', zh: '编码体系标识（NSI）' },
    main: { en: 'Main code (MD)', zh: '主码（MD）' },
    rest: { en: 'NSI and MD, not split', zh: 'NSI 与 MD（未拆分）' },
  },
  shape,
  read,
});
