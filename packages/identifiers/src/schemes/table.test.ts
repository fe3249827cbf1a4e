import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fixtureFolder, fixtureLines } from '../../test/fixture-lines.ts';
import { identify } from '../identify.ts';
import { parseIdentifier } from '../parse-identifier.ts';
import { schemes } from './table.ts';

const isUri = (text: string) => /^(https?:|urn:)/i.test(text);

/** Every canonical URI of one scheme that a raw text can stand for, nothing being wrong with it. */
function readings(scheme: string, raw: string): string[] {
  if (isUri(raw)) {
    const parsed = parseIdentifier(raw);
    return parsed.ok && parsed.identifier.scheme === scheme ? [parsed.identifier.uri] : [];
  }
  return identify(raw)
    .filter((candidate) => candidate.scheme === scheme && candidate.issues.length === 0)
    .map(({ uri }) => uri);
}

test('every scheme has a file of its name and fixtures of both kinds, and no fixture is left over', () => {
  const names = schemes.map(({ id }) => id);
  expect(names.filter((id) => !existsSync(resolve(import.meta.dirname, `${id}.ts`)))).toEqual([]);
  const wanted = names.flatMap((id) => [`${id}.valid.txt`, `${id}.invalid.txt`]);
  expect(readdirSync(fixtureFolder).toSorted()).toEqual([...wanted, 'keys.txt'].toSorted());
});

let lines = 0;

test.each(schemes.map(({ id }) => id))('%s reads its valid fixtures to their canonical URIs', (id) => {
  const cases = fixtureLines(`${id}.valid.txt`);
  lines += cases.length;
  expect(cases.length).toBeGreaterThanOrEqual(3);
  for (const [raw, canonical] of cases) {
    expect(readings(id, raw), raw).toContain(canonical);
    const again = parseIdentifier(canonical);
    expect(again.ok && again.identifier.uri, `${canonical} is its own canonical URI`).toBe(canonical);
  }
});

test.each(schemes.map(({ id }) => id))('%s refuses its invalid fixtures with a place', (id) => {
  const cases = fixtureLines(`${id}.invalid.txt`);
  lines += cases.length;
  expect(cases.length).toBeGreaterThanOrEqual(3);
  for (const [raw, reason] of cases) {
    expect(reason, `${raw} needs a reason`).toMatch(/^# ./);
    expect(readings(id, raw), `${raw} ${reason}`).toEqual([]);
    const parsed = parseIdentifier(raw);
    if (!parsed.ok) expect(parsed.at).toBeLessThanOrEqual(raw.length);
    for (const candidate of identify(raw).filter(({ scheme }) => scheme === id)) {
      expect(candidate.issues.length, raw).toBeGreaterThan(0);
      expect(candidate.confidence, raw).toBeLessThan(0.5);
    }
  }
});

test('the fixtures are many', () => {
  expect(lines).toBeGreaterThanOrEqual(250);
});
