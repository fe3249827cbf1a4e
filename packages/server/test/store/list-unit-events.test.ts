import { SYSTEM } from '@yunsu/domain';
import { expect, test } from 'vitest';
import { appendEvents } from '../../src/store/append-events.ts';
import { listUnitEvents, PER_PAGE_MAX } from '../../src/store/list-unit-events.ts';
import { EVENTS_READ_MAX, readEvents } from '../../src/store/read-events.ts';
import { batchOf, given, keyFor, MAY, openTestStore, wrong } from './given.ts';

test('the events of a unit come page by page in order, voided ones and their declarations among them', async () => {
  await using db = await openTestStore();
  const events = [4, 1, 3, 1, 2].map((at, n) => given(`e${n}`, { at: MAY + at, units: ['A', 'B'] }));
  await appendEvents(
    db,
    batchOf([...events, given('e4', { at: MAY + 2, units: ['A', 'B'], ...wrong('typo') })]),
  );
  const seen: string[] = [];
  let token: string | undefined;
  do {
    const page = await listUnitEvents(db, SYSTEM, keyFor('A'), { perPage: 2, ...(token ? { token } : {}) });
    if (!page.ok) throw new Error(page.reason);
    expect(page.events.length).toBeLessThanOrEqual(2);
    seen.push(
      ...page.events.map(
        ({ eventID, declared, voidFrom }) => `${eventID}${declared ? '!' : ''}${voidFrom ? ' void' : ''}`,
      ),
    );
    token = page.nextPageToken;
    // An event that comes in between moves nothing.
    if (seen.length === 2) await appendEvents(db, batchOf([given('before', { at: MAY })]));
  } while (token);
  expect(seen).toEqual(['e1', 'e3', 'e4 void', 'e4!', 'e2', 'e0']);
});

test('a foreign token is refused, and a page is never longer than PER_PAGE_MAX', async () => {
  await using db = await openTestStore();
  expect(await listUnitEvents(db, SYSTEM, keyFor('A'), { perPage: 2, token: 'bm8' })).toEqual({
    ok: false,
    reason: 'badToken',
  });
  await appendEvents(
    db,
    batchOf(Array.from({ length: PER_PAGE_MAX + 1 }, (_, n) => given(`e${n}`, { at: MAY + n }))),
  );
  const page = await listUnitEvents(db, SYSTEM, keyFor('A'), { perPage: PER_PAGE_MAX + 1 });
  expect(page.ok && page.events.length).toBe(PER_PAGE_MAX);
  expect(page.ok && page.nextPageToken).toBeTruthy();
});

test('reading one event more than EVENTS_READ_MAX is a bug of the caller', async () => {
  await using db = await openTestStore();
  const numbers = Array.from({ length: EVENTS_READ_MAX + 1 }, (_, n) => String(n));
  expect(await readEvents(db, SYSTEM, numbers.slice(1))).toEqual([]);
  await expect(readEvents(db, SYSTEM, numbers)).rejects.toThrow('more than');
});
