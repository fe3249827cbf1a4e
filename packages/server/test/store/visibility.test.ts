import { type Caller, PUBLIC, SYSTEM } from '@yunsu/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendEvents } from '../../src/store/append-events.ts';
import { listUnitEvents } from '../../src/store/list-unit-events.ts';
import { readEventsByID } from '../../src/store/read-events.ts';
import { readPostings } from '../../src/store/read-postings.ts';
import { batchOf, GROWER, given, keyFor, openTestStore, STRANGER, TRADER } from './given.ts';

let db: Awaited<ReturnType<typeof openTestStore>>;
afterAll(() => db[Symbol.asyncDispose]());

/** Four events of one unit under four sets of rights. */
beforeAll(async () => {
  db = await openTestStore();
  await appendEvents(db, batchOf([given('harvest', { published: true })]));
  await appendEvents(db, batchOf([given('sale', { parties: [TRADER] })]));
  await appendEvents(
    db,
    batchOf([given('move', { actor: TRADER, scopes: ['agri:530300:meat', 'market:53:meat'] })]),
  );
  await appendEvents(db, batchOf([given('secret', { actor: STRANGER, scopes: ['drug:330100:vaccine'] })]));
});

const enterprise = (party: string): Caller => ({ plane: 'enterprise', party, scopes: [] });
const regulator = (...scopes: string[]): Caller => ({ plane: 'regulator', scopes });
const all = ['harvest', 'sale', 'move', 'secret'];

test.each<[string, Caller, string[]]>([
  ['the platform itself', SYSTEM, all],
  ['the public', PUBLIC, ['harvest']],
  ['the grower', enterprise(GROWER), ['harvest', 'sale']],
  ['the trader', enterprise(TRADER), ['sale', 'move']],
  ['a firm with no part in it', enterprise('urn:yunsu:party:none'), []],
  ['agriculture of the province', regulator('agri:530000:*'), ['harvest', 'sale', 'move']],
  ['agriculture of another prefecture', regulator('agri:5303:*'), ['move']],
  ['agriculture of the county, vegetables', regulator('agri:530111:vegetable'), ['harvest', 'sale']],
  ['agriculture of the county, meat', regulator('agri:530111:meat'), []],
  ['drugs anywhere', regulator('drug:*:*'), ['secret']],
  ['two scopes', regulator('drug:33:*', 'market:53:*'), ['move', 'secret']],
  ['a regulator without scopes', regulator(), []],
])('what %s may see, and that the rest does not exist', async (_, caller, seen) => {
  const page = await listUnitEvents(db, caller, keyFor('A'), { perPage: 10 });
  expect(page.ok && page.events.map(({ eventID }) => eventID)).toEqual(seen);
  const { postings } = await readPostings(db, caller, [{ unit: keyFor('A') }]);
  expect(postings.length).toBe(seen.length);
  for (const eventID of all) {
    expect((await readEventsByID(db, caller, eventID)).length).toBe(seen.includes(eventID) ? 1 : 0);
  }
});

test('an enterprise caller without a party is a bug', async () => {
  await expect(
    readPostings(db, { plane: 'enterprise', scopes: [] }, [{ unit: keyFor('A') }]),
  ).rejects.toThrow('party');
});
