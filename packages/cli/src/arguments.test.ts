import { describe, expect, test } from 'vitest';
import { DEFAULT_URL, FILES_MAX, languageOf, parseCommand } from './arguments.ts';

const parse = (line: string, env: Record<string, string> = {}) =>
  parseCommand(line.split(' ').filter(Boolean), env);

test('a trace with every option', () => {
  expect(
    parse(
      'trace 095212340400000019 --direction back --from 2026-08-01T00:00:00Z --to 2026-09-01T00:00:00+08:00 --depth 64 --url http://x:1 --key k --json --lang en',
    ),
  ).toEqual({
    ok: true,
    command: {
      name: 'trace',
      code: '095212340400000019',
      common: { language: 'en', json: true, url: 'http://x:1', key: 'k' },
      options: {
        direction: 'back',
        from: '2026-08-01T00:00:00Z',
        to: '2026-09-01T00:00:00+08:00',
        depthMax: 64,
      },
      files: [],
    },
  });
});

test('a stock then, and as it was known then', () => {
  const [at, knownAt] = ['2026-08-18T08:00:00+08:00', '2026-08-20T00:00:00Z'];
  const parsed = parseCommand(['stock', 'X', '--at', at, '--known-at', knownAt, '--csv'], {});
  expect(parsed).toMatchObject({
    ok: true,
    command: { name: 'stock', code: 'X', options: { at, knownAt, csv: true } },
  });
  for (const option of ['at', 'known-at'])
    expect(parseCommand(['stock', 'X', `--${option}`, 'yesterday', '--lang', 'en'], {})).toMatchObject({
      ok: false,
      reason: expect.stringContaining(`--${option} is not`),
    });
});

test('--csv prints a stock and names the file of a trace, wherever it stands in the line', () => {
  expect(parse('--csv stock X')).toMatchObject({ command: { name: 'stock', options: { csv: true } } });
  for (const line of ['trace X --csv stock', '--csv stock.csv trace X', 'trace --csv=- X'])
    expect(parse(line)).toMatchObject({ ok: true, command: { name: 'trace', code: 'X' } });
  expect(parse('stock X --csv=a.csv')).toMatchObject({ ok: false });
  expect(parse('trace X --csv')).toMatchObject({ ok: false });
});

test('a balance names a party, a product and a period', () => {
  const period = ['--from', '2026-03-01T00:00:00+08:00', '--to', '2026-04-01T00:00:00+08:00'];
  expect(parseCommand(['balance', 'P', 'G', ...period], {})).toMatchObject({
    ok: true,
    command: { name: 'balance', asked: { party: 'P', product: 'G', from: period[1], to: period[3] } },
  });
  for (const argv of [
    ['balance', 'P', ...period],
    ['balance', 'P', 'G', '--to', period[3]!],
  ])
    expect(parseCommand([...argv, '--lang', 'en'], {})).toMatchObject({
      ok: false,
      reason: expect.stringContaining('balance takes'),
    });
});

test('options win over the environment, the environment over the defaults, and empty variables are absent', () => {
  const env = { YUNSU_URL: 'http://env', YUNSU_KEY: 'env-key' };
  expect(parse('history x', env)).toMatchObject({
    command: { common: { url: 'http://env', key: 'env-key' } },
  });
  expect(parse('history x --url http://o --key o', env)).toMatchObject({
    command: { common: { url: 'http://o', key: 'o' } },
  });
  const bare = parse('history x', { YUNSU_URL: '', YUNSU_KEY: '' });
  expect(bare).toMatchObject({ command: { common: { url: DEFAULT_URL, language: 'zh', json: false } } });
  expect(bare.ok && 'key' in bare.command.common).toBe(false);
});

test('capture takes several files in order', () => {
  expect(parse('capture a.jsonld b.jsonld --proceed')).toMatchObject({
    command: { name: 'capture', files: ['a.jsonld', 'b.jsonld'], proceed: true },
  });
});

test('a code may begin with a dash after --', () => {
  expect(parse('identify -- -5')).toMatchObject({ ok: true, command: { code: '-5' } });
});

test('help is asked for in two ways', () => {
  expect(parse('help')).toMatchObject({ command: { name: 'help' } });
  expect(parse('trace --help')).toMatchObject({ command: { name: 'help' } });
});

describe('a sentence refuses', () => {
  test.each([
    ['', 'Name a command'],
    ['fly', 'There is no such command: fly'],
    ['trace', 'trace takes exactly one code'],
    ['trace a b', 'trace takes exactly one code'],
    ['capture', 'capture takes at least one file'],
    ['registers', 'registers takes at least one file'],
    ['trace x --direction up', '--direction must be one of back, forward, both'],
    ['trace x --depth 0', '--depth must be a whole number from 1 to 64'],
    ['trace x --depth 65', '--depth must be a whole number from 1 to 64'],
    ['trace x --depth 2.5', '--depth must be a whole number from 1 to 64'],
    ['trace x --from yesterday', '--from is not an RFC 3339 time'],
    ['trace x --to 2026-08-01', '--to is not an RFC 3339 time'],
    ['history x --depth 3', 'Option --depth is not for history'],
    ['history x --svg a.svg', 'Option --svg is not for history'],
    ['trace x --proceed', 'Option --proceed is not for trace'],
    ['trace x --url ftp://x', 'The server is not an http(s) address: ftp://x'],
    ['trace x --url nowhere', 'The server is not an http(s) address: nowhere'],
    ['trace x --wat', "Wrong option: Unknown option '--wat'"],
    ['trace x --json=yes', 'Wrong option'],
  ])('yunsu %s', (line, reason) => {
    const parsed = parse(`${line} --lang en`);
    expect(parsed).toMatchObject({ ok: false, language: 'en' });
    expect(parsed.ok ? '' : parsed.reason).toContain(reason);
  });

  test('an unknown language, in the default one', () => {
    expect(parse('history x --lang fr')).toEqual({
      ok: false,
      language: 'zh',
      reason: '--lang 只能是 zh, en',
    });
  });

  test('one file too many', () => {
    const files = Array.from({ length: FILES_MAX }, () => 'f');
    expect(parseCommand(['capture', ...files], {}).ok).toBe(true);
    expect(parseCommand(['capture', ...files, 'f'], {}).ok).toBe(false);
  });
});

test('the language is found before the line is understood', () => {
  expect(languageOf(['--lang', 'en'])).toBe('en');
  expect(languageOf(['--lang=en'])).toBe('en');
  expect(languageOf(['trace'])).toBe('zh');
});
