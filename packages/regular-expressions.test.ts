import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseSync, Visitor } from 'rolldown/utils';
import { expect, test } from 'vitest';

// The checker's own JavaScript: its native program is not on every machine that the tests run on.
process.env.RECHECK_BACKEND = 'pure';
const { checkSync } = await import('recheck');

/**
 * Every regular expression of the product takes time in proportion to its input, or to the square of an input that is
 * short: none is exponential, whatever somebody sends. Tests' own patterns run on our own text and are left out.
 */
const root = resolve(import.meta.dirname, '..');
const CHECK_TIMEOUT_MS = 20_000;

/** Patterns that take the square of their input, and why that input is short. */
const quadratic: ReadonlyMap<string, string> = new Map([
  ['\\/+$', 'a path or an address, at most URL_LENGTH_MAX'],
  ['\\.?0+$', 'a decimal that we have printed, at most 36 digits'],
  ['0+$', 'fractions of a second, at most 9 digits'],
  ['\\B(?=(\\d{3})+$)', 'the whole part of a quantity that we have printed, at most 40 digits'],
  [
    '^(.+?)(?:(?:哈尼|傈僳|景颇|彝|壮|苗|傣|白|藏)族)+自治州$',
    'the name of a prefecture in the register of divisions',
  ],
  ['n+$', 'an entry of our own dictionary of GS1'],
  ['^[-.]+|[-.]+$', 'a code, at most CODE_LENGTH_MAX'],
  ['\\/(21|00|10)\\/.*$', 'a canonical URI, at most URI_BYTES_MAX'],
  ['<([^>]+)>\\s*;\\s*rel="next"', 'a header of the server, at most 16 kB'],
  [
    'shared memory block|lock file ".*(postmaster\\.pid|\\.s\\.PGSQL)',
    'the log of our own database, read once at a failed start',
  ],
  [
    '("(?:\\\\.|[^"\\\\])*")(\\s*:)?|-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|\\b(?:true|false|null)\\b',
    'an event that the server has printed, every string of it closed',
  ],
]);

/** Patterns that are put together while the program starts, and of what. */
const madeAtStart: readonly (readonly [file: string, of: string])[] = [
  ['packages/server/src/operations/event-text.ts', 'fixed words joined by |'],
  ['packages/server/src/http/server.ts', 'paths of the table of operations, one class a parameter'],
];

interface Found {
  readonly file: string;
  readonly pattern: string;
  readonly flags: string;
}

/** Literals, `new RegExp` and the `pattern` of shapes in one file; what is no constant text is named apart. */
function patternsIn(file: string, text: string): { constant: Found[]; made: string[] } {
  const constant: Found[] = [];
  const made: string[] = [];
  const add = (node: { type: string; value?: unknown }, flags: string) => {
    if (node.type === 'Literal' && typeof node.value === 'string') {
      constant.push({ file, pattern: node.value, flags });
    } else if (!(node.type === 'Literal' && typeof node.value === 'boolean')) made.push(file);
  };
  const parsed = parseSync(file, text);
  expect(parsed.errors, file).toEqual([]);
  new Visitor({
    Literal(node) {
      if ('regex' in node && node.regex) constant.push({ file, ...node.regex });
    },
    NewExpression(node) {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'RegExp') return;
      const [pattern, flags] = node.arguments;
      const flagText = flags?.type === 'Literal' && typeof flags.value === 'string' ? flags.value : '';
      if (pattern) add(pattern, flagText);
    },
    Property(node) {
      // The names of the parts in a description of a key are no patterns.
      const isPattern = node.key.type === 'Identifier' && node.key.name === 'pattern';
      if (isPattern && node.value.type !== 'Identifier') add(node.value, 'u');
    },
  }).visit(parsed.program);
  return { constant, made };
}

const files = globSync('{packages/*/{src,bench},scripts}/**/*.{ts,tsx}', { cwd: root }).filter(
  (file) => !/\.test\.tsx?$/.test(file),
);
const found = files.map((file) =>
  patternsIn(file.replaceAll('\\', '/'), readFileSync(resolve(root, file), 'utf8')),
);

function verdictOf(pattern: string, flags: string): string {
  const found = checkSync(pattern, flags, { timeout: CHECK_TIMEOUT_MS });
  return found.status === 'vulnerable' ? `${found.complexity.type} vulnerable` : found.status;
}

test('no pattern is exponential, and a quadratic one has a short input', { timeout: 120_000 }, () => {
  const patterns = found.flatMap(({ constant }) => constant);
  expect(patterns.length).toBeGreaterThan(200);
  const verdicts = new Map<string, string>();
  const wrong: string[] = [];
  const used = new Set<string>();
  for (const { file, pattern, flags } of patterns) {
    const name = `${pattern}/${flags}`;
    const verdict = verdicts.get(name) ?? verdictOf(pattern, flags);
    verdicts.set(name, verdict);
    if (verdict === 'safe') continue;
    if (verdict === 'polynomial vulnerable' && quadratic.has(pattern)) used.add(pattern);
    else wrong.push(`${file}: /${pattern}/${flags} is ${verdict}`);
  }
  expect(wrong).toEqual([]);
  expect([...quadratic.keys()].filter((pattern) => !used.has(pattern))).toEqual([]);
});

test('a pattern that is put together is put together of known things', () => {
  expect([...new Set(found.flatMap(({ made }) => made))].toSorted()).toEqual(
    madeAtStart.map(([file]) => file).toSorted(),
  );
});

test('the checker sees what it is there for', () => {
  expect(verdictOf('^(a+)+$', '')).toBe('exponential vulnerable');
  expect(verdictOf('a*a*$', '')).toBe('polynomial vulnerable');
  const planted = patternsIn(
    'planted.tsx',
    'const a = /^(a|a)*$/;\nconst b = { pattern: "^(b+)+$" };\nnew RegExp("c" + a);',
  );
  expect(planted.constant.map(({ pattern }) => verdictOf(pattern, ''))).toEqual([
    'exponential vulnerable',
    'exponential vulnerable',
  ]);
  expect(planted.made).toEqual(['planted.tsx']);
});
