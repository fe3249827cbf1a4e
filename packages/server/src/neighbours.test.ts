import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { NEIGHBOURS_MAX, readNeighbours } from './neighbours.ts';

const folder = mkdtempSync(join(tmpdir(), 'yunsu-neighbours-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(content: unknown) {
  const file = join(folder, 'neighbours.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readNeighbours(file);
}
const both = { en: 'Example', zh: '示例' };
const row = (division: string) => ({ division, name: both, ask: both });

test('no file gives no neighbours, and a file its own, the longest division first', () => {
  expect(readNeighbours(undefined)).toEqual({ neighbours: [], faults: [] });
  expect(readNeighbours('')).toEqual({ neighbours: [], faults: [] });
  const { neighbours, faults } = read([row('51'), row('510104'), row('5101')]);
  expect(faults).toEqual([]);
  expect(neighbours.map(({ division }) => division)).toEqual(['510104', '5101', '51']);
});

test.each<[string, unknown, string]>([
  ['no JSON', '{', 'cannot be read as JSON'],
  ['no list', {}, 'NEIGHBOURS_FILE'],
  ['a division of three digits', [row('510')], '/0/division'],
  ['an address that is none', [{ ...row('51'), ask: { ...both, url: 'ftp://x' } }], '/0/ask/url'],
  ['a member of its own', [{ ...row('51'), more: 1 }], 'NEIGHBOURS_FILE'],
  ['a missing translation', [{ ...row('51'), name: { zh: '示例' } }], '/0/name'],
  ['one division twice', [row('51'), row('51')], 'names the division 51 twice'],
])('%s is a fault of its own', (_, content, sentence) => {
  const { neighbours, faults } = read(content);
  expect(neighbours).toEqual([]);
  expect(faults.join('\n')).toContain(sentence);
  for (const fault of faults) expect(fault).toMatch(/\.$/);
});

test('a file that is not there is a fault, and one of more than NEIGHBOURS_MAX', () => {
  expect(readNeighbours(join(folder, 'none.json')).faults).toHaveLength(1);
  const rows = (count: number) => Array.from({ length: count }, (_, n) => row(String(100_000 + n)));
  expect(read(rows(NEIGHBOURS_MAX)).faults).toEqual([]);
  expect(read(rows(NEIGHBOURS_MAX + 1)).faults.length).toBeGreaterThan(0);
});
