import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type FastifyInstance, fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '../../src/context.ts';
import { assets } from '../../src/public/assets.ts';
import { type PublicSources, registerPublicPages } from '../../src/public/pages.ts';
import { registerResolver } from '../../src/public/resolver.ts';
import { scanAssets } from '../../src/public/scan-assets.ts';
import { unknownAnswer } from './answer-parts.ts';
import { cakeAnswer, crateAnswer } from './answers.ts';

const known = [crateAnswer(), cakeAnswer()];
const asked: string[] = [];
const sources: PublicSources = {
  readAnswer: async (candidate, code) => {
    asked.push(candidate.uri);
    if (candidate.uri.endsWith('/BROKEN')) throw new Error('the store is away');
    const answer = known.find(({ unit }) => unit.uri === candidate.uri);
    return { ...(answer ?? unknownAnswer(candidate.uri)), code, candidate };
  },
  examples: [{ code: '(01)09521234015031(21)C0117', zh: '一饼普洱茶', en: 'A cake of tea' }],
};

let app: FastifyInstance;
beforeAll(async () => {
  app = fastify({ routerOptions: { ignoreTrailingSlash: true } });
  registerPublicPages(app, sources);
  // A browser is answered in place: no link is looked up, and the context is asked for its names alone.
  registerResolver(app, { config: { operatorName: '', publicOrigin: '' } } as Context, sources.readAnswer);
  await app.ready();
});
afterAll(() => app.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url, headers: { accept: 'text/html', ...headers } });

describe('the front page', () => {
  test('has one field and links to the examples', async () => {
    const { statusCode, body } = await get('/');
    expect(statusCode).toBe(200);
    expect(body).toContain('<form class="ask" action="/q" method="get"');
    expect(body).toContain('href="/q?code=(01)09521234015031(21)C0117"');
    expect(body).toContain('lang="zh-CN"');
  });

  test('speaks English by choice, or where the browser reads no Chinese, and keeps the choice in its links', async () => {
    expect((await get('/', { 'accept-language': 'en' })).body).toContain('<html lang="en">');
    expect((await get('/?lang=zh', { 'accept-language': 'en' })).body).toContain('<html lang="zh-CN">');
    const { body, headers } = await get('/?lang=en&type=large');
    expect(body).toContain('<html lang="en" class="large">');
    expect(body).toContain('lang=en&amp;type=large');
    expect(body).toContain('<input type="hidden" name="lang" value="en">');
    expect(headers['content-language']).toBe('en');
  });
});

describe('the answer to a code', () => {
  test.each([
    '/q?code=095212340400000019',
    '/q?code=(00)095212340400000019',
    '/q?code=%20https%3A%2F%2Fid.gs1.org%2F00%2F095212340400000019',
    '/00/095212340400000019',
    '/00/095212340400000019/',
  ])('%s is the crate', async (url) => {
    const { statusCode, body } = await get(url);
    expect(statusCode).toBe(200);
    expect(body).toContain('通海示例收购点');
  });

  test.each([
    ['/01/09521234015031/21/C0117', 200, 'https://id.gs1.org/01/09521234015031/21/C0117'],
    ['/01/09521234015031/10/PE-2026-01/21/C0117', 200, 'https://id.gs1.org/01/09521234015031/21/C0117'],
    ['/01/09521234015031', 404, 'https://id.gs1.org/01/09521234015031'],
    ['/01/09521234015031/10/PE-2026-01', 404, 'https://id.gs1.org/01/09521234015031/10/PE-2026-01'],
    ['/01/09521234015031/10/A%2FB', 404, 'https://id.gs1.org/01/09521234015031/10/A%2FB'],
    ['/414/9521234040026', 404, 'https://id.gs1.org/414/9521234040026'],
    ['/8004/9521234A1', 404, 'https://id.gs1.org/8004/9521234A1'],
  ])('%s answers %i for %s', async (url, status, uri) => {
    asked.length = 0;
    expect((await get(url)).statusCode).toBe(status);
    expect(asked).toEqual([uri]);
  });

  test.each([
    ['/q', '这个码读不出来', '没有输入任何内容'],
    ['/q?code=', '这个码读不出来', '没有输入任何内容'],
    ['/q?code=hello', '这个码读不出来', '这不是我们认识的任何一种码'],
    ['/q?code=hello', '这个码读不出来', '一共 5 个字符'],
    ['/q?code=095212340400000018', '这个码有一处不对', '第 18 个字符'],
    ['/q?code=095212340400000018', '这个码有一处不对', '校验码应为 9'],
    ['/q?code=%5DC100095212340400000018', '这个码有一处不对', '第 20 个字符'],
    ['/00/12', '这个码有一处不对', '我们读到的内容'],
    ['/01/09521234015032/21/C0117', '这个码有一处不对', '校验码'],
  ])('%s is unreadable (%s) and says why: %s', async (url, what, why) => {
    const { statusCode, body } = await get(url);
    expect(statusCode).toBe(400);
    expect(body).toContain(what);
    expect(body).toContain(why);
  });

  test('markup in a code comes back as text', async () => {
    const { body } = await get(`/q?code=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(body).not.toContain('<script');
    expect(body).toContain('&lt;script&gt;');
  });

  test('the first of several codes counts', async () => {
    expect((await get('/q?code=095212340400000019&code=hello')).statusCode).toBe(200);
  });

  test('a failure of the store is a page that blames no code, and may be tried again', async () => {
    const { statusCode, body, headers } = await get('/01/09521234015031/21/BROKEN');
    expect(statusCode).toBe(503);
    expect(headers['retry-after']).toBe('30');
    expect(body).toContain('暂时查不了');
    expect(body).not.toContain('the store is away');
  });
});

test('pages may load only their own stylesheet and mark, are not kept, and send no referrer', async () => {
  for (const url of ['/', '/about', '/00/095212340400000019', '/q?code=x', '/q?code=095212340499999997']) {
    const { headers } = await get(url);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers).toMatchObject({
      'cache-control': 'no-cache',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      vary: expect.stringContaining('Accept-Language'),
    });
  }
});

test('a page asked for with HEAD has the headers and no body', async () => {
  const { statusCode, body } = await app.inject({
    method: 'HEAD',
    url: '/00/095212340400000019',
    headers: { accept: 'text/html' },
  });
  expect([statusCode, body]).toEqual([200, '']);
});

test('the number of an identity card leaves the address, is asked of nobody and shown nowhere', async () => {
  asked.length = 0;
  const number = '110101199003074477';
  for (const url of [`/q?code=${number}`, `/q?code=${number}&lang=en&type=large`]) {
    const { statusCode, headers, body } = await get(url);
    expect(statusCode).toBe(303);
    expect(headers.location).toBe(url.includes('lang') ? '/id-card?lang=en&type=large' : '/id-card');
    expect(body).not.toContain(number);
    const page = await get(String(headers.location));
    expect(page.body).toContain(url.includes('lang') ? 'identity card number' : '身份证号码');
    expect(page.body).not.toContain(number);
  }
  expect(asked).toEqual([]);
});

test('scan data keeps its separators on the way in, and shows none on the page', async () => {
  asked.length = 0;
  const { statusCode, body } = await get(
    `/q?code=${encodeURIComponent(']d20109521234015031' + '10L1\u001d21C0117')}`,
  );
  expect(statusCode).toBe(200);
  expect(asked).toEqual(['https://id.gs1.org/01/09521234015031/21/C0117']);
  expect(body).not.toContain(']d2');
});

test('only the page that scans may run scripts and use the camera', async () => {
  const { headers, body } = await get('/scan');
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  expect(headers['permissions-policy']).toContain('camera=(self)');
  expect(body).not.toMatch(/<script(?! type="module" src="\/assets\/)| style="| on[a-z]+="|https?:\/\//);
  for (const url of ['/', '/about', '/id-card', '/q?code=095212340499999997']) {
    const page = await get(url);
    expect(page.headers['permissions-policy']).toContain('camera=()');
    expect(page.body).not.toContain('<script');
  }
});

describe('assets', () => {
  const all = [...assets, ...scanAssets];

  test('are served under a name of their content and may be kept for ever', async () => {
    for (const { path, content, type } of all) {
      const { statusCode, headers, rawPayload } = await get(path);
      expect(statusCode).toBe(200);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(headers['content-type']).toBe(type);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(rawPayload.equals(Buffer.from(content))).toBe(true);
    }
  });

  test.each([
    ['br', brotliDecompressSync],
    ['gzip, br', brotliDecompressSync],
    ['gzip', gunzipSync],
    ['gzip, br;q=0', gunzipSync],
  ] as const)('are sent as %s where the browser takes it', async (encoding, open) => {
    const wasm = all.find(({ type }) => type === 'application/wasm');
    if (!wasm) throw new Error('the reader has its wasm');
    for (let times = 0; times < 2; times++) {
      const { headers, rawPayload } = await get(wasm.path, { 'accept-encoding': encoding });
      expect(headers['content-encoding']).toBe(open === gunzipSync ? 'gzip' : 'br');
      expect(headers.vary).toBe('Accept-Encoding');
      expect(rawPayload.length).toBeLessThan(wasm.content.length / 2);
      expect(open(rawPayload).equals(Buffer.from(wasm.content))).toBe(true);
    }
  });

  test('scripts hold no types, name no other place, and a worker brings a policy of its own', () => {
    const scripts = scanAssets.filter(({ path }) => path.includes('/scan.') && path.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(5);
    for (const { content, policy, path } of scripts) {
      expect(content).not.toMatch(/interface |import type|\.ts'|https?:\/\//);
      expect(policy, path).toContain("script-src 'self' 'wasm-unsafe-eval'");
      for (const [, from] of String(content).matchAll(/from\s+'([^']+)'/g)) {
        const target = new URL(from ?? '', `http://x${path}`).pathname;
        expect(all.map((asset) => asset.path)).toContain(target);
      }
    }
  });
});
