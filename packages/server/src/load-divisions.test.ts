import { expect, test } from 'vitest';
import { testDatabase } from '../test/support/database.ts';
import { loadDivisions } from './load-divisions.ts';
import { openDatabase } from './store/database.ts';
import { readDivisions } from './store/divisions.ts';

test('the divisions of Yunnan are loaded once, each with its validity', async () => {
  await using database = await testDatabase();
  await using db = openDatabase({ url: database.url, poolMax: 2 });
  expect(await loadDivisions(db)).toBeGreaterThan(150);
  expect(await loadDivisions(db)).toBe(0);
  const found = await readDivisions(db, ['530423', '530422', '530481'], '2019-06-01');
  expect(found.get('530423')).toMatchObject({ name: '通海县', level: 3, parent: '530400' });
  expect(found.get('530422')).toMatchObject({ name: '澄江县', validTo: '2020-12-31' });
});
