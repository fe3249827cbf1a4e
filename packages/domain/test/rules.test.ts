import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

/*
 * The rules of docs/trace.md and the stories that show them say the same things: a line "* **`name`** …" for each file
 * `fixtures/traces/name.json`, and the other way round.
 */

const root = resolve(import.meta.dirname, '../../..');
const text = readFileSync(resolve(root, 'docs/trace.md'), 'utf8');
const rules = Array.from(text.matchAll(/^\* \*\*`([^`]+)`\*\* /gm), ([, name]) => name!);
const stories = readdirSync(resolve(root, 'fixtures/traces')).map((name) => name.replace(/\.json$/, ''));

const without = (names: readonly string[], others: readonly string[]): string[] =>
  names.filter((name) => !others.includes(name));

test('every rule has a story', () => {
  const missing = without(rules, stories).map(
    (name) => `docs/trace.md has the rule ${name}; write fixtures/traces/${name}.json`,
  );
  expect(missing).toEqual([]);
});

test('every story shows a rule', () => {
  const missing = without(stories, rules).map(
    (name) =>
      `fixtures/traces/${name}.json shows no rule; begin a line of docs/trace.md with * **\`${name}\`**`,
  );
  expect(missing).toEqual([]);
});

test('a rule is said once, under a name of small letters and hyphens', () => {
  expect(rules).toEqual([...new Set(rules)]);
  for (const name of rules) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
});
