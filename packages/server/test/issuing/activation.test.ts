import { expect, test } from 'vitest';
import { activateByEvents, STEP_EVENTS_MAX } from '../../src/store/activate-codes.ts';
import { readFindings } from '../../src/store/findings.ts';
import { BATCHES_MAX, numberBatches, readKnownAt } from '../../src/store/known-batches.ts';
import {
  capture,
  codesOf,
  commissioning,
  type GivenIssuing,
  givenIssuing,
  giveRange,
  type Holder,
  move,
  order,
} from './given.ts';

const NOW = Date.parse('2026-03-05T01:00:00Z') * 1000;

async function givenOrder(on: GivenIssuing, count = 10) {
  const farm = await on.holder();
  const range = await giveRange(on.regulator, farm.party);
  const made = await order(farm.client, range.id, count);
  const uris = (await codesOf(farm.client, made.id)).map(({ uri }) => uri);
  return { farm, id: made.id, uris };
}

const countsOf = async ({ client }: Holder, orderID: string) =>
  (await client.readCodeOrder({ orderID })).counts;
const cursorOf = async (on: GivenIssuing) =>
  (
    await on.given.context.db.tuples<[string, string]>(
      "select batch, event_id from job_cursor where name = 'activate-codes'",
    )
  )[0];

test('codes that events name become active a moment later, printed or not, and capture waits for nothing', async () => {
  await using on = await givenIssuing();
  const { db } = on.given.context;
  const { farm, id, uris } = await givenOrder(on);
  await move(farm.client, id, 'print', { positions: { from: 1, to: 3 } });
  await capture(farm.client, commissioning(uris.slice(1, 5)));
  expect(await countsOf(farm, id)).toEqual({ reserved: 7, printed: 3, active: 0, void: 0 });
  await numberBatches(db);
  expect(await activateByEvents(db, NOW)).toBe(true);
  expect(await countsOf(farm, id)).toEqual({ reserved: 5, printed: 1, active: 4, void: 0 });
  expect(await activateByEvents(db, NOW)).toBe(false);
  // The next day’s events have a movement of their own; those of one day grow together.
  await capture(farm.client, commissioning([uris[5] ?? '']));
  await numberBatches(db);
  await activateByEvents(db, NOW);
  await capture(farm.client, commissioning([uris[6] ?? '']));
  await numberBatches(db);
  await activateByEvents(db, NOW + 24 * 3_600_000_000);
  const { movements } = await farm.client.readCodeOrder({ orderID: id });
  expect(movements.map(({ act, count, by }) => [act, count, by === farm.party ? 'firm' : by])).toEqual([
    ['reserve', 10, 'firm'],
    ['print', 3, 'firm'],
    ['print', 3, 'event'],
    ['activate', 5, 'event'],
    ['print', 1, 'event'],
    ['activate', 1, 'event'],
  ]);
});

test('containers and what is packed into them are named as well, in whatever event comes first', async () => {
  await using on = await givenIssuing();
  const farm = await on.holder();
  const items = await giveRange(on.regulator, farm.party);
  const boxes = await on.regulator.createCodeRange({
    body: { party: farm.party, scheme: 'sscc', stem: '0952123404' },
  });
  const [item, box] = [await order(farm.client, items.id, 2), await order(farm.client, boxes.id, 1)];
  const [parentID] = (await codesOf(farm.client, box.id)).map(({ uri }) => uri);
  const childEPCs = (await codesOf(farm.client, item.id)).map(({ uri }) => uri);
  const { epcList: _, disposition: _d, ...packing } = commissioning([], { bizStep: 'packing' });
  await capture(farm.client, { ...packing, type: 'AggregationEvent', parentID, childEPCs });
  await on.settle();
  expect([(await countsOf(farm, item.id)).active, (await countsOf(farm, box.id)).active]).toEqual([2, 1]);
});

test('a step that is broken off is made again, and one that is made twice changes nothing', async () => {
  await using on = await givenIssuing();
  const { db } = on.given.context;
  const { farm, id, uris } = await givenOrder(on);
  await capture(farm.client, commissioning(uris.slice(0, 4)));
  await numberBatches(db);
  // The cursor is written last: what breaks there takes everything with it.
  await db.execute(`alter table job_cursor add constraint broken check (batch = 0)`);
  await expect(activateByEvents(db, NOW)).rejects.toThrow('broken');
  expect([await countsOf(farm, id), await cursorOf(on)]).toEqual([
    { reserved: 10, printed: 0, active: 0, void: 0 },
    ['0', '0'],
  ]);
  await db.execute('alter table job_cursor drop constraint broken');
  await activateByEvents(db, NOW);
  await db.execute(`update job_cursor set batch = 0`);
  const before = await farm.client.readCodeOrder({ orderID: id });
  expect(before.counts.active).toBe(4);
  await activateByEvents(db, NOW + 1);
  expect(await farm.client.readCodeOrder({ orderID: id })).toEqual(before);
});

test('a batch of more events than one step takes is followed in parts to its last event', async () => {
  await using on = await givenIssuing();
  const { db } = on.given.context;
  const { farm, id, uris } = await givenOrder(on, 3);
  const [first = '', middle = '', last = ''] = uris;
  await capture(farm.client, commissioning([first]));
  await capture(farm.client, commissioning([middle]), commissioning([last]));
  await numberBatches(db);
  // The batch of two is stretched over three steps: its first event at the front, its last at the very end.
  const [row] = await db.query<{ number: string; first_event: string }>(
    'select number, first_event from known_batch order by number desc limit 1',
  );
  const end = BigInt(row?.first_event ?? 0) + BigInt(3 * STEP_EVENTS_MAX - 1);
  await db.execute('update known_batch set last_event = $2 where number = $1', [row?.number, String(end)]);
  await db.execute('update event set event_id = $2 where event_id = $1', [
    String(BigInt(row?.first_event ?? 0) + 1n),
    String(end),
  ]);
  const steps: number[] = [];
  while (await activateByEvents(db, NOW)) steps.push((await countsOf(farm, id)).active);
  expect(steps).toEqual([2, 2, 2, 3]);
  expect(await cursorOf(on)).toEqual([row?.number, '0']);
});

test('very many small batches are followed a thousand at a time', async () => {
  await using on = await givenIssuing();
  const { db } = on.given.context;
  const { farm, id, uris } = await givenOrder(on, 1);
  await db.execute(
    `insert into known_batch (number, numbered, first_event, last_event, events, sender)
     select n, now(), n, n, 0, 'x' from generate_series(1, $1::int) n`,
    [BATCHES_MAX],
  );
  await capture(farm.client, commissioning(uris));
  await numberBatches(db);
  await activateByEvents(db, NOW);
  expect((await countsOf(farm, id)).active).toBe(0);
  await activateByEvents(db, NOW);
  expect((await countsOf(farm, id)).active).toBe(1);
  expect((await cursorOf(on))?.[0]).toBe((await readKnownAt(db)).number);
});

test('an event that is declared wrong before it is followed activates nothing', async () => {
  await using on = await givenIssuing();
  const { farm, id, uris } = await givenOrder(on);
  const event = commissioning(uris.slice(0, 2));
  const errorDeclaration = { declarationTime: '2026-03-02T00:00:00Z', reason: 'incorrect_data' };
  await capture(farm.client, event);
  await capture(farm.client, { ...event, errorDeclaration });
  await on.settle();
  expect((await countsOf(farm, id)).active).toBe(0);
});

test('an event that names a void code is a finding with the code, and the code stays void', async () => {
  await using on = await givenIssuing();
  const { db } = on.given.context;
  const { farm, id, uris } = await givenOrder(on);
  await move(farm.client, id, 'void', { positions: { from: 1, to: 2 }, reason: 'lost' });
  const thief = await on.holder();
  await capture(thief.client, commissioning(uris.slice(0, 3)));
  await on.settle();
  expect(await countsOf(farm, id)).toEqual({ reserved: 7, printed: 0, active: 1, void: 2 });
  const findings = await readFindings(db);
  expect(findings.map(({ kind, detail }) => [kind, detail])).toEqual([
    ['void-code-used', `${uris[0]} ${uris[1]}`],
  ]);
  expect(findings[0]?.event).toBe(findings[0]?.otherEvent);
  const unit = await farm.client.readUnit({ code: uris[0] ?? '' });
  expect([unit.state, unit.code?.reason]).toEqual(['code_void', 'lost']);
});

test('one activation runs at a time: a second one leaves the batches to the first', async () => {
  await using on = await givenIssuing();
  const { db } = on.given.context;
  const { farm, id, uris } = await givenOrder(on);
  for (const uri of uris) await capture(farm.client, commissioning([uri]));
  await numberBatches(db);
  await Promise.all(Array.from({ length: 4 }, () => activateByEvents(db, NOW)));
  const { counts, movements } = await farm.client.readCodeOrder({ orderID: id });
  expect(counts.active).toBe(10);
  expect(movements.at(-1)).toMatchObject({ act: 'activate', count: 10 });
});
