import {
  type CodeAct,
  type CodeCounts,
  type CodeState,
  codeTransitions,
  movableFrom,
  sweptFrom,
} from '@yunsu/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { moveCodes } from '../../src/store/move-codes.ts';
import {
  codesOf,
  type GivenIssuing,
  givenIssuing,
  giveRange,
  type Holder,
  move,
  newKey,
  order,
} from './given.ts';

/*
 * The counts of an order are kept by differences. Here they are held, on the real database, against the codes counted one by
 * one: after random commands in a row, and after random commands at once while connections are being killed.
 */

interface Command {
  readonly act: CodeAct;
  /** Absent: all that may move. */
  readonly positions?: { readonly from: number; readonly to: number };
}

const SIZE = 12;
const command = fc.record(
  {
    act: fc.constantFrom<CodeAct>('print', 'activate', 'void'),
    positions: fc
      .tuple(fc.integer({ min: 1, max: SIZE }), fc.nat(3))
      .map(([from, more]) => ({ from, to: Math.min(SIZE, from + more) })),
  },
  { requiredKeys: ['act'] },
);

async function countedOf(on: GivenIssuing, id: string): Promise<CodeCounts & { labels: number }> {
  const { db } = on.given.context;
  const rows = await db.tuples<[CodeState, number]>(
    'select state, count(*)::int from issued_code where order_id = $1 group by state',
    [id],
  );
  const labels = await db.query<{ labels: number }>('select labels from code_order where id = $1', [id]);
  return {
    ...{ reserved: 0, printed: 0, active: 0, void: 0 },
    ...(Object.fromEntries(rows) as Partial<CodeCounts>),
    labels: labels[0]?.labels ?? -1,
  };
}

async function expectBalance(on: GivenIssuing, { client }: Holder, id: string): Promise<void> {
  const { labels, ...counted } = await countedOf(on, id);
  const { counts, count, movements } = await client.readCodeOrder({ orderID: id });
  expect(counts).toEqual(counted);
  expect(counts.reserved + counts.printed + counts.active + counts.void).toBe(count);
  const sum = (act: string) => movements.reduce((all, one) => all + (one.act === act ? one.count : 0), 0);
  expect([sum('reserve'), sum('print'), sum('void')]).toEqual([count, labels, counts.void]);
}

/** What the codes are after a command, by the table alone. */
function applied(states: readonly CodeState[], { act, positions }: Command): CodeState[] {
  const chosen = (index: number) => !positions || (index + 1 >= positions.from && index + 1 <= positions.to);
  const from = positions ? movableFrom(act) : sweptFrom(act);
  const legal = !positions || states.every((state, index) => !chosen(index) || from.includes(state));
  if (!legal) return [...states];
  return states.map((state, index) =>
    chosen(index) && from.includes(state) ? (codeTransitions[act][state] ?? state) : state,
  );
}

const told = ({ act, positions }: Command) => ({
  ...(positions ? { positions } : {}),
  ...(act === 'void' ? { reason: 'wrong' as const } : {}),
});

test('after any commands in a row the codes are what the table says, and the counts are the codes counted', async () => {
  await using on = await givenIssuing();
  const farm = await on.holder();
  const range = await giveRange(on.regulator, farm.party);
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 12 }), async (commands) => {
      const { id } = await order(farm.client, range.id, SIZE);
      let states: CodeState[] = Array.from({ length: SIZE }, () => 'reserved');
      for (const one of commands) {
        await move(farm.client, id, one.act, told(one)).catch(() => {});
        states = applied(states, one);
      }
      expect((await codesOf(farm.client, id)).map(({ state }) => state)).toEqual(states);
      await expectBalance(on, farm, id);
    }),
    { numRuns: 40 },
  );
}, 120_000);

test('commands at once, connections killed in the middle: every command is made whole or not at all', async () => {
  await using on = await givenIssuing();
  const farm = await on.holder();
  const range = await giveRange(on.regulator, farm.party);
  await using worker = openDatabase({
    url: on.given.context.db.url,
    poolMax: 4,
    applicationName: 'to-be-killed',
  });
  let killed = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 6, maxLength: 16 }), async (commands) => {
      const { id } = await order(farm.client, range.id, SIZE);
      let running = true;
      const killer = (async () => {
        while (running) {
          const rows = await on.given.context.db.query(
            `select pg_terminate_backend(pid) from pg_stat_activity
              where application_name = 'to-be-killed' and state <> 'idle' order by random() limit 1`,
          );
          killed += rows.length;
          await new Promise((done) => setTimeout(done, 3));
        }
      })();
      await Promise.allSettled(
        commands.map((one) => {
          const { positions } = one;
          const target = positions
            ? ({ kind: 'positions', ...positions } as const)
            : ({ kind: 'all' } as const);
          const reason = one.act === 'void' ? { reason: 'wrong' as const } : {};
          const rest = { idempotencyKey: newKey(), request: newKey(), movedAt: Date.now() * 1000 };
          return moveCodes(worker, {
            order: id,
            party: farm.party,
            act: one.act,
            target,
            ...reason,
            ...rest,
          });
        }),
      );
      running = false;
      await killer;
      await expectBalance(on, farm, id);
    }),
    { numRuns: 15 },
  );
  expect(killed).toBeGreaterThan(0);
}, 120_000);

test('counts that do not add up cannot be written at all', async () => {
  await using on = await givenIssuing();
  const farm = await on.holder();
  const { id } = await order(farm.client, (await giveRange(on.regulator, farm.party)).id, SIZE);
  const { db } = on.given.context;
  for (const wrong of [
    'printed = 1',
    'reserved = reserved - 1',
    'reserved = -1, printed = count + 1',
    'labels = -1',
  ]) {
    await expect(db.execute(`update code_order set ${wrong} where id = $1`, [id])).rejects.toThrow('check');
  }
});
