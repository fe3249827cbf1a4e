import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyKeys, copyText, copyTexts } from '../../src/store/copy.ts';
import type { Database } from '../../src/store/database.ts';
import { transaction } from '../../src/store/transaction.ts';
import { keyFor, openTestStore } from './given.ts';

let db: Database;
beforeAll(async () => {
  db = await openTestStore();
  await db.execute('create table copied (n int, one text, many text[], keys uuid[])');
});
afterAll(() => db[Symbol.asyncDispose]());

const COPY = 'copy copied (n, one, many, keys) from stdin';
const text = fc.string({ unit: 'binary' }).map((one) => one.toWellFormed().replaceAll('\u0000', ''));

test('every text, list of texts and list of keys comes through COPY as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(text, fc.array(text, { maxLength: 3 })), { minLength: 1 }),
      async (told) => {
        const keys = [keyFor('a'), keyFor('b')];
        const rows = told.map(([one, many], n) =>
          [n, copyText(one), copyTexts(many), copyKeys(keys)].join('\t'),
        );
        await db.execute('truncate copied');
        await transaction(db, (tx) => tx.copy(COPY, rows));
        const found = await db.query('select one, many, keys from copied order by n');
        expect(found).toEqual(told.map(([one, many]) => ({ one, many, keys })));
      },
    ),
    { numRuns: 60, examples: [[[['\\N', ['NULL', '', '{}', '\\.', ' ']]]]] },
  );
});

test('absent values are null, and rows larger than a piece come through whole', async () => {
  await db.execute('truncate copied');
  const large = '云\\'.repeat(200_000);
  const rows = [
    ['1', copyText(undefined), copyTexts([]), copyKeys(undefined)],
    ['2', copyText(large), '{}', '{}'],
  ];
  await transaction(db, (tx) =>
    tx.copy(
      COPY,
      rows.map((row) => row.join('\t')),
    ),
  );
  expect(await db.query('select one, keys from copied order by n')).toEqual([
    { one: null, keys: null },
    { one: large, keys: [] },
  ]);
});

test('a row that the table refuses fails the copy and leaves the connection usable', async () => {
  await expect(transaction(db, (tx) => tx.copy(COPY, ['x\t\\N\t{}\t{}']))).rejects.toMatchObject({
    code: '22P02',
  });
  expect(await db.query('select 1 as one')).toEqual([{ one: 1 }]);
});
