import type { Story } from '../../packages/cli/src/stories/story.ts';
import type { Credentials } from './demo-folder.ts';

/** The codes of a story that have a page worth seeing, each with what it shows. */
export function codesOf(story: Story): { code: string; title: { zh: string; en: string } }[] {
  const shown = new Map<string, { zh: string; en: string }>();
  for (const { call, title } of story.expectations)
    if (call.operation === 'page' && !shown.has(call.code)) shown.set(call.code, title);
  return [...shown].map(([code, title]) => ({ code, title }));
}

/** What a person reads when the demo is ready: addresses, codes and keys. */
export function announcement(credentials: Credentials, stories: readonly Story[]): string {
  const { url, keys } = credentials;
  const codes = stories.flatMap((story) =>
    codesOf(story).map(
      ({ code, title }) =>
        `  ${story.id}  ${title.zh} / ${title.en}\n       ${code}\n       ${pageOf(url, code)}`,
    ),
  );
  return `
云溯 Yunsu is ready / 已就绪

Addresses / 地址
  ${url}/             any code, one honest answer / 扫码或输入任意追溯码
  ${url}/api/docs     the API / 接口文档

Codes to try / 可试的追溯码
${codes.join('\n')}

Keys, sent as "Authorization: Bearer …" / 密钥 (var/demo/credentials.json)
  integrator  ${keys.integrator}
  regulator   ${keys.regulator}

Ctrl-C stops the server and its database / 按 Ctrl-C 停止
`;
}

const pageOf = (url: string, code: string) => `${url}/q?code=${encodeURIComponent(code)}`;
