import pg from 'pg';
import { expect, test } from 'vitest';
import { testDatabase } from './database.ts';

async function names(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const found = await client.query<{ datname: string }>('select datname from pg_database');
  await client.end();
  return found.rows.map((row) => row.datname);
}

test('two tests work in two databases, and each is gone when its test ends', async () => {
  await using outer = await testDatabase();
  let innerName = '';
  {
    await using inner = await testDatabase();
    innerName = new URL(inner.url).pathname.slice(1);
    expect(inner.url).not.toBe(outer.url);
    expect(await names(outer.url)).toContain(innerName);
  }
  expect(await names(outer.url)).not.toContain(innerName);
});
