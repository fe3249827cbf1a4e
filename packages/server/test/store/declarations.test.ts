import { PUBLIC, SYSTEM } from '@yunsu/domain';
import { expect, test } from 'vitest';
import { appendEvents } from '../../src/store/append-events.ts';
import type { Database } from '../../src/store/database.ts';
import { settleDeclarations } from '../../src/store/declarations.ts';
import { readFindings } from '../../src/store/findings.ts';
import { numberBatches } from '../../src/store/known-batches.ts';
import { readEventsByID } from '../../src/store/read-events.ts';
import { readPostings } from '../../src/store/read-postings.ts';
import { batchOf, countOf, GROWER, given, keyFor, openTestStore, STRANGER, TRADER, wrong } from './given.ts';

const nobody = () => false;
const postingsOf = async (db: Database, name = 'A') =>
  (await readPostings(db, SYSTEM, [{ unit: keyFor(name) }])).postings;

test('a declaration voids its event, and both come back by eventID', async () => {
  await using db = await openTestStore();
  await appendEvents(db, batchOf([given('e1', { units: ['A', 'B'] }), given('e2')]));
  const declared = await appendEvents(db, batchOf([given('e1', { units: ['A', 'B'], ...wrong('typo') })]));
  expect(declared.events[0]?.state).toBe('stored');
  expect((await postingsOf(db)).length).toBe(1);
  expect(await postingsOf(db, 'B')).toEqual([]);
  const [event, declaration] = await readEventsByID(db, SYSTEM, 'e1');
  expect(event).toMatchObject({ declared: false, voidFrom: declared.events[0]?.event });
  expect(declaration).toMatchObject({ declared: true, event: declared.events[0]?.event });
  expect(declaration?.voidFrom).toBeUndefined();
});

test('a declaration that comes before its event waits for it', async () => {
  await using db = await openTestStore();
  const declared = await appendEvents(db, batchOf([given('e1', wrong('typo'))]));
  expect(await countOf(db, 'pending_declaration')).toBe(1);
  await appendEvents(db, batchOf([given('e1')]));
  expect(await postingsOf(db)).toEqual([]);
  expect((await readEventsByID(db, SYSTEM, 'e1'))[1]?.voidFrom).toBe(declared.events[0]?.event);
  expect(await countOf(db, 'pending_declaration')).toBe(0);
});

test('event and declaration in one batch, in either order', async () => {
  await using db = await openTestStore();
  await appendEvents(db, batchOf([given('e1'), given('e1', wrong('typo'))]));
  await appendEvents(db, batchOf([given('e2', wrong('typo')), given('e2')]));
  expect(await postingsOf(db)).toEqual([]);
  expect(await countOf(db, 'event_void')).toBe(2);
  expect(await countOf(db, 'pending_declaration')).toBe(0);
});

test('event and declaration committed side by side, neither seeing the other, are settled when they are numbered', async () => {
  await using db = await openTestStore();
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let inside = () => {};
  const reached = new Promise<void>((resolve) => {
    inside = resolve;
  });
  const declaring = appendEvents(db, batchOf([given('e1', wrong('typo'))]), {
    within: async () => {
      inside();
      await held;
    },
  });
  await reached;
  await appendEvents(db, batchOf([given('e1')]));
  letGo();
  await declaring;
  expect((await postingsOf(db)).length).toBe(1);
  await numberBatches(db, (tx) => settleDeclarations(tx, nobody));
  expect(await postingsOf(db)).toEqual([]);
  expect(await countOf(db, 'pending_declaration')).toBe(0);
});

test('several declarations of one event are accepted; the first one voids; the same one again is a repeat', async () => {
  await using db = await openTestStore();
  await appendEvents(db, batchOf([given('e1')]));
  const first = await appendEvents(db, batchOf([given('e1', wrong('typo'))]));
  const second = await appendEvents(db, batchOf([given('e1', wrong('other'))]));
  const again = await appendEvents(db, batchOf([given('e1', wrong('other'))]));
  expect(second.events[0]?.state).toBe('stored');
  expect(again.events[0]).toMatchObject({ state: 'repeat', event: second.events[0]?.event });
  expect((await readEventsByID(db, SYSTEM, 'e1'))[0]?.voidFrom).toBe(first.events[0]?.event);
});

test('a stranger may declare, but voids nothing, and cannot use up the slot of the true actor', async () => {
  await using db = await openTestStore();
  await appendEvents(db, batchOf([given('e1')]));
  const forged = await appendEvents(db, batchOf([given('e1', { actor: STRANGER, ...wrong('typo') })]));
  expect(forged.events[0]?.state).toBe('stored');
  expect((await postingsOf(db)).length).toBe(1);
  expect(await readFindings(db)).toMatchObject([{ kind: 'declaration-without-right', detail: STRANGER }]);
  const own = await appendEvents(db, batchOf([given('e1', wrong('typo'))]));
  expect(own.events[0]?.state).toBe('stored');
  expect(await postingsOf(db)).toEqual([]);
});

test('a delegate or an authority may declare where the caller says so', async () => {
  await using db = await openTestStore();
  await appendEvents(db, batchOf([given('e1')]));
  const asked: [string, string][] = [];
  await appendEvents(db, batchOf([given('e1', { actor: TRADER, ...wrong('typo') })]), {
    mayDeclare: async (declarer, actor) => {
      asked.push([declarer, actor]);
      return declarer === TRADER;
    },
  });
  expect(asked).toEqual([[TRADER, GROWER]]);
  expect(await postingsOf(db)).toEqual([]);
});

test("a declaration voids its own actor's event and not another's under the same eventID", async () => {
  await using db = await openTestStore();
  await appendEvents(db, batchOf([given('e1')]));
  await appendEvents(db, batchOf([given('e1', { actor: STRANGER, units: ['Z'] })]));
  await appendEvents(db, batchOf([given('e1', { actor: STRANGER, units: ['Z'], ...wrong('typo') })]));
  expect((await postingsOf(db)).length).toBe(1);
  expect(await postingsOf(db, 'Z')).toEqual([]);
});

test('a voided event stays readable and stays as private as it was', async () => {
  await using db = await openTestStore();
  await appendEvents(db, batchOf([given('e1'), given('e1', wrong('typo'))]));
  expect(await readEventsByID(db, PUBLIC, 'e1')).toEqual([]);
  expect((await readEventsByID(db, SYSTEM, 'e1')).length).toBe(2);
});
