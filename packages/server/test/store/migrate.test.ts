import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { testDatabase } from '../support/database.ts';

const own = resolve(import.meta.dirname, '../../src/store/migrations');
const folder = mkdtempSync(join(tmpdir(), 'yunsu-migrations-'));
const COUNT = readdirSync(own).length;
const numbered = (ahead: number, name: string) => `${String(COUNT + ahead).padStart(4, '0')}-${name}.sql`;
const [A, B] = [numbered(1, 'a'), numbered(2, 'b')];

function fresh(): void {
  rmSync(folder, { recursive: true });
  cpSync(own, folder, { recursive: true });
}
fresh();
afterEach(fresh);

test('a migrated database has nothing left to run, and new files run in order, once, also from two processes', async () => {
  await using database = await testDatabase();
  expect(await migrate(database.url)).toEqual([]);
  writeFileSync(join(folder, A), 'create table a (n int);');
  writeFileSync(join(folder, B), '-- no transaction\ncreate index concurrently a_n_idx on a (n);');
  const runs = await Promise.all([migrate(database.url, folder), migrate(database.url, folder)]);
  expect(runs.flat()).toEqual([A, B]);
});

test('a failed migration leaves nothing behind and can be run again', async () => {
  await using database = await testDatabase();
  writeFileSync(join(folder, A), 'create table a (n int); select 1 / 0;');
  await expect(migrate(database.url, folder)).rejects.toThrow(`${A} failed`);
  writeFileSync(join(folder, A), '-- no transaction\nselect 1 / 0;');
  await expect(migrate(database.url, folder)).rejects.toThrow(`${A} failed`);
  writeFileSync(join(folder, A), 'create table a (n int);');
  expect(await migrate(database.url, folder)).toEqual([A]);
});

test('a file that was changed after it ran, and a database newer than the program, are refused', async () => {
  await using database = await testDatabase();
  writeFileSync(join(folder, '0002-jobs.sql'), '-- changed');
  await expect(migrate(database.url, folder)).rejects.toThrow('0002-jobs.sql was changed');
  await using db = openDatabase({ url: database.url });
  await db.execute(`insert into migration (number, name, sha256) values ($1, 'x', 'x')`, [COUNT + 1]);
  await expect(migrate(database.url)).rejects.toThrow(`has migration ${COUNT + 1}`);
});

test('a hole in the numbers is refused', async () => {
  await using database = await testDatabase();
  writeFileSync(join(folder, B), 'select 1');
  await expect(migrate(database.url, folder)).rejects.toThrow(`is not number ${COUNT + 1}`);
});
