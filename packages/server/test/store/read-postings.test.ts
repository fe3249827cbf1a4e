import { Act, type Caller, PEERS_MAX, Position, PUBLIC, roleOf, SYSTEM } from '@yunsu/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendEvents } from '../../src/store/append-events.ts';
import type { CaptureEvent } from '../../src/store/capture-batch.ts';
import type { Database } from '../../src/store/database.ts';
import { FRONTIER_MAX, hopQuery, readPostings } from '../../src/store/read-postings.ts';
import { transaction } from '../../src/store/transaction.ts';
import { FEW_UNITS } from '../../src/store/visible-to.ts';
import { batchOf, GROWER, given, keyFor, MAY, openTestStore, SECOND, TRADER, wrong } from './given.ts';

const packed = roleOf(Position.parent, Act.add, false);
const inside = roleOf(Position.child, Act.add, false);

/** A crate with children, its list of peers split as the domain splits it. */
function packing(eventID: string, children: number): CaptureEvent {
  const names = Array.from({ length: children }, (_, n) => `child-${n}`);
  const parts = Array.from({ length: Math.ceil(children / PEERS_MAX) }, (_, n) =>
    names.slice(n * PEERS_MAX, (n + 1) * PEERS_MAX).map(keyFor),
  );
  return given(eventID, {
    units: ['crate'],
    identifiers: [],
    postings: [
      ...parts.map((peers) => ({ unit: keyFor('crate'), eventTime: MAY, role: packed, peers })),
      ...names.map((name) => ({ unit: keyFor(name), eventTime: MAY, role: inside, peer: keyFor('crate') })),
    ],
  });
}

test('postings come by unit in the order of the frontier, then by time, without those that are void', async () => {
  await using db = await openTestStore();
  const events = [
    given('late', { at: MAY + 9 * SECOND }),
    given('early'),
    given('other', { units: ['B'] }),
    given('wrong', { at: MAY + SECOND }),
    given('wrong', { at: MAY + SECOND, ...wrong('typo') }),
  ];
  const { events: stored } = await appendEvents(db, batchOf(events));
  const frontier = ['B', 'nothing', 'A'].map((name) => ({ unit: keyFor(name) }));
  const { postings, truncatedUnits } = await readPostings(db, SYSTEM, frontier);
  expect(postings.map(({ event }) => event)).toEqual([2, 1, 0].map((n) => stored[n]?.event));
  expect(truncatedUnits).toEqual([]);
  expect(postings[0]).toEqual({
    unit: keyFor('B'),
    eventTime: MAY,
    event: stored[2]?.event,
    role: roleOf(Position.unit, Act.observe, true),
    quantity: '1.50',
    uom: 'KGM',
  });
});

test('a unit is read between its own two instants, both included', async () => {
  await using db = await openTestStore();
  const times = [0, 1, 2, 3].map((n) => MAY + n);
  await appendEvents(db, batchOf(times.map((at) => given(`e${at}`, { at }))));
  const read = async (bounds: { from?: number; to?: number }) =>
    (await readPostings(db, SYSTEM, [{ unit: keyFor('A'), ...bounds }])).postings.map(
      ({ eventTime }) => eventTime - MAY,
    );
  expect(await read({ from: MAY + 1 })).toEqual([1, 2, 3]);
  expect(await read({ to: MAY + 1 })).toEqual([0, 1]);
  expect(await read({ from: MAY + 1, to: MAY + 2 })).toEqual([1, 2]);
});

test('a unit with as many postings as the limit is whole; with one more it is cut and named', async () => {
  await using db = await openTestStore();
  await appendEvents(db, batchOf([0, 1, 2].map((n) => given(`e${n}`, { at: MAY + n }))));
  await appendEvents(db, batchOf([given('b', { units: ['B'] })]));
  const frontier = [{ unit: keyFor('A') }, { unit: keyFor('B') }];
  const whole = await readPostings(db, SYSTEM, frontier, { perUnit: 3 });
  expect([whole.postings.length, whole.truncatedUnits]).toEqual([4, []]);
  const cut = await readPostings(db, SYSTEM, frontier, { perUnit: 2 });
  expect(cut.postings.map(({ unit }) => unit)).toEqual([keyFor('A'), keyFor('A'), keyFor('B')]);
  expect(cut.truncatedUnits).toEqual([keyFor('A')]);
});

test('a hop that is full names every unit that it did not finish', async () => {
  await using db = await openTestStore();
  await appendEvents(db, batchOf(['A', 'B', 'C'].map((name) => given(name, { units: [name] }))));
  const frontier = ['A', 'B', 'C'].map((name) => ({ unit: keyFor(name) }));
  expect((await readPostings(db, SYSTEM, frontier, { total: 3 })).truncatedUnits).toEqual([]);
  const cut = await readPostings(db, SYSTEM, frontier, { total: 2 });
  expect([cut.postings.length, cut.truncatedUnits]).toEqual([2, [keyFor('C')]]);
});

test('a frontier of FRONTIER_MAX units is read, one more is a bug of the caller', async () => {
  await using db = await openTestStore();
  const frontier = Array.from({ length: FRONTIER_MAX + 1 }, (_, n) => ({ unit: keyFor(String(n)) }));
  expect((await readPostings(db, SYSTEM, frontier.slice(1))).postings).toEqual([]);
  await expect(readPostings(db, SYSTEM, frontier)).rejects.toThrow('more than');
  expect(await readPostings(db, SYSTEM, [])).toEqual({ postings: [], truncatedUnits: [] });
});

test('a crate of 2,500 children has all its peers, in lists of at most PEERS_MAX', async () => {
  await using db = await openTestStore();
  await appendEvents(db, batchOf([packing('pack', 2_500)]));
  const { postings } = await readPostings(db, SYSTEM, [
    { unit: keyFor('crate') },
    { unit: keyFor('child-7') },
  ]);
  const [a, b, c, child] = postings;
  expect([a, b, c].map((posting) => posting?.peers?.length).sort()).toEqual([1000, 1000, 500]);
  expect(new Set([a, b, c].flatMap((posting) => posting?.peers ?? [])).size).toBe(2_500);
  expect(child).toMatchObject({ unit: keyFor('child-7'), role: inside, peer: keyFor('crate') });
  expect(child?.peers).toBeUndefined();
});

describe('the hop query on many postings', () => {
  let db: Awaited<ReturnType<typeof openTestStore>>;
  beforeAll(async () => {
    db = await openTestStore();
    await seed(db);
  });
  afterAll(() => db[Symbol.asyncDispose]());

  const callers: Record<string, Caller> = {
    system: SYSTEM,
    public: PUBLIC,
    enterprise: { plane: 'enterprise', party: GROWER, scopes: [] },
    regulator: { plane: 'regulator', scopes: ['agri:53:*'] },
  };

  test.each(
    Object.entries(callers).flatMap(([plane, caller]) =>
      [FEW_UNITS, FEW_UNITS + 1].flatMap((units) =>
        [undefined, { number: '2', time: 0 }].flatMap((known) =>
          [true, false].map((ordered) => [plane, units, { known, ordered }, caller] as const),
        ),
      ),
    ),
  )(
    'reads the index alone, for a caller of the %s plane, %d units, %j',
    async (_, units, options, caller) => {
      const frontier = Array.from({ length: units }, (_, n) => ({
        unit: keyFor(`unit-${n * 7}`),
        from: MAY,
      }));
      const { sql, values } = hopQuery(caller, frontier, { perUnit: 1_000, total: 100_000 }, options);
      const plan = (await db.query<{ 'QUERY PLAN': string }>(`explain (analyze, costs off) ${sql}`, values))
        .map((row) => row['QUERY PLAN'])
        .join('\n');
      expect(plan).toContain('Index Only Scan using epc_event_k_event_time_idx on epc_event');
      expect(plan).toMatch(/Index Only Scan .*rows=[1-9]/);
      expect(plan).toMatch(/Heap Fetches: 0\b/);
      expect(plan).not.toMatch(/Seq Scan on epc_event|Bitmap/);
      if (caller.plane === 'system') return;
      // Of many units the set of rights is read once and hashed; of few each row's own rights are looked up.
      if (units > FEW_UNITS) expect(plan).toMatch(/hashed SubPlan[\s\S]*on rights .*loops=1\)/);
      else expect(plan).not.toMatch(/hashed SubPlan/);
    },
  );
});

/** 40,000 postings of 2,000 units, 20 a unit, under some rights; vacuumed, so that the index alone can answer. */
async function seed(db: Database): Promise<void> {
  await appendEvents(
    db,
    batchOf([
      given('mine', { published: true }),
      given('theirs', { actor: TRADER, units: ['B'] }),
      given('drug', { actor: TRADER, units: ['C'], scopes: ['drug:530111:vaccine'] }),
    ]),
  );
  // Vacuum marks no page visible to all before its rows are on the disk, which tests do not wait for by themselves.
  await transaction(db, async (tx) => {
    await tx.execute('set local synchronous_commit = on');
    await tx.execute(
      `insert into epc_event (k, event_time, event_id, role, quantity, uom, rights)
       select encode(substring(sha256(('unit-' || n % 2000)::bytea) from 1 for 16), 'hex')::uuid,
              to_timestamp(1714521600 + n), n, 136, 1.5, 'KGM', r.id
         from generate_series(1, 40000) as n
         join (select id, row_number() over () as at from rights) r on r.at = 1 + n % 3`,
    );
    await tx.execute(
      `insert into known_batch (number, numbered, first_event, last_event, events, sender)
       select n, to_timestamp(n), n * 20000, n * 20000 + 19999, 20000, 'seed' from generate_series(0, 2) as n`,
    );
  });
  for (const table of ['epc_event', 'rights', 'known_batch']) await db.execute(`vacuum analyze ${table}`);
}
