import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig, StartFault, variables } from './config.ts';

const secret = Buffer.alloc(32, 7).toString('base64');

function faultsOf(env: Record<string, string>): string[] {
  try {
    readConfig({ SECRET_KEY: secret, ...env });
  } catch (error) {
    if (error instanceof StartFault) return error.message.split('\n');
    throw error;
  }
  return [];
}

test('an empty environment gives the defaults, and the result is frozen', () => {
  const config = readConfig({ SECRET_KEY: secret });
  expect(config).toMatchObject({ port: 8420, databaseUrl: undefined, publicOrigin: 'http://localhost:8420' });
  expect(config.trustProxy).toEqual([]);
  expect(Object.isFrozen(config)).toBe(true);
  expect(config.secretKey.export()).toEqual(Buffer.alloc(32, 7));
});

test('an empty variable is an absent one', () => {
  expect(readConfig({ SECRET_KEY: secret, PORT: '', DATABASE_URL: '' }).port).toBe(8420);
});

test('every fault is told at once, each in a sentence that names its variable and not a secret', () => {
  const faults = faultsOf({
    PORT: '70000',
    LOG_LEVEL: 'loud',
    SECRET_KEY: 'short',
    DATABASE_URL: 'mysql://a:hidden@b',
  });
  expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
    'DATABASE_URL',
    'PORT',
    'SECRET_KEY',
    'LOG_LEVEL',
  ]);
  expect(faults[1]).toBe(
    'PORT is "70000", but must say the TCP port to listen on; 0 takes any free one (a whole number from 0 to 65535).',
  );
  expect(faults.join()).not.toContain('hidden');
  for (const fault of faults) expect(fault).toMatch(/\.$/);
});

test.each([
  ['PORT', '65535', '65536'],
  ['PORT', '0', '-1'],
  ['POOL_MAX', '200', '201'],
  ['POOL_MAX', '4', '3'],
  ['BODY_BYTES_MAX', '1073741824', '1073741825'],
  ['DOCUMENT_EVENTS_MAX', '1000000', '1000001'],
  ['DIRECT_EVENTS_MAX', '10000', '10001'],
])('%s may be %s and not %s', (name, good, bad) => {
  expect(faultsOf({ [name]: good })).toEqual([]);
  expect(faultsOf({ [name]: bad })).toHaveLength(1);
});

test.each(['1e3', '8420.5', ' 80', '0x50', 'http'])('%s is no port', (port) => {
  expect(faultsOf({ PORT: port })).toHaveLength(1);
});

test('proxies are addresses or networks', () => {
  expect(readConfig({ SECRET_KEY: secret, TRUST_PROXY: '10.0.0.0/8, ::1' }).trustProxy).toEqual([
    '10.0.0.0/8',
    '::1',
  ]);
  expect(faultsOf({ TRUST_PROXY: 'true' })).toHaveLength(1);
});

test('an own database wants an own secret key', () => {
  const env = { DATABASE_URL: 'postgres://a@b/c' };
  expect(() => readConfig(env)).toThrow('SECRET_KEY is required with DATABASE_URL');
  expect(readConfig({ ...env, SECRET_KEY: secret }).databaseUrl).toBe('postgres://a@b/c');
});

test('the embedded database gets a secret key that stays the same', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'yunsu-config-')), '云溯 data');
  const [first, second] = [1, 2].map(() => readConfig({ DATA_FOLDER: folder }).secretKey.export());
  expect(first).toHaveLength(32);
  expect(second).toEqual(first);
  rmSync(folder, { recursive: true });
});

test('every variable says what it is for', () => {
  for (const [name, schema] of Object.entries(variables.properties))
    expect((schema as { description?: string }).description, name).toMatch(/\w{3,}/);
});

test('the table in docs/operating.md has every variable with its default and its meaning', () => {
  const text = readFileSync(resolve(import.meta.dirname, '../../../docs/operating.md'), 'utf8');
  const rows = text.split('\n').filter((line) => /^\| `[A-Z_]+`/.test(line));
  const wanted = Object.entries(variables.properties).map(([name, schema]) => {
    const { default: value = '', description } = schema as { default?: unknown; description?: string };
    return `| \`${name}\` | ${value === '' ? '' : `\`${value}\``} | ${description} |`;
  });
  expect(rows).toEqual(wanted);
});
