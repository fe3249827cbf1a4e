import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Refusal } from '@yunsu/api';
import { afterAll, expect, test } from 'vitest';
import type { Common } from './arguments.ts';
import { CREDENTIALS_PATH, keyFor, unreachableReason } from './remote.ts';

const folder = mkdtempSync(join(tmpdir(), 'yunsu-cli-'));
const path = join(folder, CREDENTIALS_PATH);
mkdirSync(dirname(path), { recursive: true });
const credentials = {
  url: 'http://localhost:8420',
  keys: { integrator: 'sender-key', regulator: 'reader-key' },
};
writeFileSync(path, JSON.stringify(credentials));
afterAll(() => rmSync(folder, { recursive: true }));

const common = (over: Partial<Common> = {}): Common => ({
  language: 'en',
  json: false,
  url: 'http://127.0.0.1:8420/',
  ...over,
});

test('the key given wins over the demo’s', () => {
  expect(keyFor(common({ key: 'mine' }), 'read', [folder])).toBe('mine');
});

test('a demo on this machine lends the key that fits the purpose', () => {
  expect(keyFor(common(), 'capture', [folder])).toBe('sender-key');
  expect(keyFor(common(), 'registers', [folder])).toBe('reader-key');
  expect(keyFor(common(), 'read', ['/nowhere', folder])).toBe('reader-key');
});

test('a demo’s key never goes to another server', () => {
  expect(keyFor(common({ url: 'http://127.0.0.1:8421' }), 'read', [folder])).toBeUndefined();
  expect(keyFor(common({ url: 'https://example.org' }), 'read', [folder])).toBeUndefined();
});

test('without credentials there is no key', () => {
  expect(keyFor(common(), 'read', ['/nowhere'])).toBeUndefined();
});

test('a server out of reach is told from a refusal and from a mistake of this program', () => {
  const refused = new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } });
  expect(unreachableReason(refused)).toBe('ECONNREFUSED');
  expect(unreachableReason(new Refusal(503, undefined, 'starting'))).toContain('503');
  expect(unreachableReason(new Refusal(404, undefined, ''))).toBeUndefined();
  expect(unreachableReason(new TypeError('x is not a function'))).toBeUndefined();
});
