import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastify } from 'fastify';
import { afterAll, expect, test } from 'vitest';
import { registerConsole } from './console-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'yunsu-console-'));
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), '<!doctype html>');
writeFileSync(join(folder, 'secret.js'), 'no');
writeFileSync(join(folder, 'assets/index-a_1.js'), 'plain');
writeFileSync(join(folder, 'assets/index-a_1.js.br'), 'brotli');
writeFileSync(join(folder, 'assets/index-a_1.js.gz'), 'gzip');
afterAll(() => rmSync(folder, { recursive: true }));

function serving(from: string) {
  const app = fastify();
  registerConsole(app, from);
  return (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
}
const get = serving(folder);

test('every address under /console is the one page, which runs no inline script', async () => {
  for (const url of ['/console', '/console/', '/console/units?code=x', '/console/a/b.js']) {
    const answer = await get(url);
    expect([url, answer.statusCode, answer.body]).toEqual([url, 200, '<!doctype html>']);
    expect(answer.headers['cache-control']).toBe('no-cache');
    expect(answer.headers['content-security-policy']).toContain("script-src 'self';");
  }
});

test('an asset is kept for ever and comes in the coding that the browser takes', async () => {
  const plain = await get('/console/assets/index-a_1.js');
  expect([plain.body, plain.headers['content-type']]).toEqual(['plain', 'text/javascript; charset=utf-8']);
  expect(plain.headers['cache-control']).toContain('immutable');
  const brotli = await get('/console/assets/index-a_1.js', { 'accept-encoding': 'gzip, deflate, br;q=0.9' });
  expect([brotli.body, brotli.headers['content-encoding']]).toEqual(['brotli', 'br']);
  const gzip = await get('/console/assets/index-a_1.js', { 'accept-encoding': 'br;q=0, gzip' });
  expect([gzip.body, gzip.headers['content-encoding'], gzip.headers.vary]).toEqual([
    'gzip',
    'gzip',
    'accept-encoding',
  ]);
});

test('nothing but the assets is served from the folder', async () => {
  for (const name of [
    'absent-1.js',
    '..%2Fsecret.js',
    '..%2findex.html',
    'index-a_1.js.br',
    'constructor',
    '.js',
  ]) {
    expect([name, (await get(`/console/assets/${name}`)).statusCode]).not.toEqual([name, 200]);
  }
});

test('without a build, a sentence in both languages says what to do', async () => {
  const answer = await serving(join(folder, 'nowhere'))('/console/units');
  expect(answer.statusCode).toBe(503);
  expect(answer.body).toMatch(/npm run build[\s\S]*npm run build/);
});
