import { type FastifyInstance, fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assets } from '../../src/public/assets.ts';
import { type PublicSources, registerPublicPages } from '../../src/public/pages.ts';
import { cakeAnswer, crateAnswer, unknownAnswer } from './answers.ts';

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
  await app.ready();
});
afterAll(() => app.close());

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

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
    '/00/095212340400000019?linkType=gs1:traceability',
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
    ['/q', '没有输入任何内容'],
    ['/q?code=', '没有输入任何内容'],
    ['/q?code=hello', '这不是我们认识的任何一种码'],
    ['/q?code=095212340400000018', '第 18 个字符'],
    ['/00/12', '我们读到的内容'],
    ['/01/09521234015032/21/C0117', '校验码'],
  ])('%s is unreadable and says why: %s', async (url, why) => {
    const { statusCode, body } = await get(url);
    expect(statusCode).toBe(400);
    expect(body).toContain('这个码读不出来');
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
  for (const url of ['/', '/about', '/00/095212340400000019', '/q?code=x', '/q?code=095212340499999995']) {
    const { headers } = await get(url);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers).toMatchObject({
      'cache-control': 'no-cache',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Language',
    });
  }
});

test('a page asked for with HEAD has the headers and no body', async () => {
  const { statusCode, body } = await app.inject({ method: 'HEAD', url: '/00/095212340400000019' });
  expect([statusCode, body]).toEqual([200, '']);
});

test('assets are served under their hash and may be kept for ever', async () => {
  for (const { path, content, type } of assets) {
    const { statusCode, headers, body } = await get(path);
    expect(statusCode).toBe(200);
    expect(headers['cache-control']).toContain('immutable');
    expect(headers['content-type']).toBe(type);
    expect(body).toBe(content);
  }
});
