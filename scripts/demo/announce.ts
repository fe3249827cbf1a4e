import { honestCodes } from './codes.ts';
import type { Credentials } from './demo-folder.ts';

/** Codes of the stories that a person would find printed, each on its thing, and codes that have none. */
export const printedCodes = [
  { story: 'S04', code: '(00)095212340400000019', zh: '一筐辣椒', en: 'a crate of chillies' },
  { story: 'S01', code: '(01)09521234015031(21)C0117', zh: '一饼普洱茶', en: 'a cake of Pu’er tea' },
  {
    story: 'S05',
    code: '(01)09521234055013(21)85905050000000000013',
    zh: '一支疫苗',
    en: 'a vial of vaccine',
  },
  ...honestCodes,
];

/** What a person reads when the demo is ready: addresses, codes and keys. */
export function announcement(credentials: Credentials): string {
  const { url, keys } = credentials;
  const codes = printedCodes.map(
    ({ code, zh, en }) => `  ${zh} / ${en}\n    ${code}\n    ${url}/q?code=${encodeURIComponent(code)}`,
  );
  return `
云溯 Yunsu is ready / 已就绪

Addresses / 地址
  ${url}/             any code, one honest answer / 扫码或输入任意追溯码
  ${url}/console/     the API by eye, with a key / 控制台（需密钥）
  ${url}/api/docs     the API / 接口文档

Codes to try / 可试的追溯码
${codes.join('\n')}

Keys, sent as "Authorization: Bearer …" / 密钥 (var/demo/credentials.json)
  integrator  ${keys.integrator}
  regulator   ${keys.regulator}

Ctrl-C stops the server and its database / 按 Ctrl-C 停止
`;
}
