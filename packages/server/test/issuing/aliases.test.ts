import type { Client } from '@yunsu/api';
import { keyOf } from '@yunsu/identifiers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256Hex } from '../../src/operations/identities.ts';
import { REPOST_EVENTS_MAX, repostAliases } from '../../src/store/repost-aliases.ts';
import { transaction } from '../../src/store/transaction.ts';
import { refusalOf } from '../http/given.ts';
import {
  capture,
  codesOf,
  commissioning,
  type GivenIssuing,
  givenIssuing,
  giveRange,
  type Holder,
  newGtin,
  order,
} from './given.ts';

let on: GivenIssuing;
let farm: Holder;
beforeAll(async () => {
  on = await givenIssuing();
  farm = await on.holder();
});
afterAll(() => on[Symbol.asyncDispose]());

const item = (serial = 'A1') => `https://id.gs1.org/01/${newGtin()}/21/${serial}`;
const join = (client: Client, unit: string, alias: string, decision?: { number: string; reason: string }) =>
  client.addAlias({ body: { unit, alias, ...(decision ? { decision } : {}) } });
const refusedJoin = async (client: Client, unit: string, alias: string) => {
  const { status, problem } = await refusalOf(join(client, unit, alias));
  return { status, code: problem?.code, detail: problem?.detail };
};
const observed = (uris: readonly string[], eventTime: string, changes: object = {}) =>
  commissioning(uris, {
    action: 'OBSERVE',
    bizStep: 'inspecting',
    disposition: 'conformant',
    eventTime,
    ...changes,
  });
const namesOf = async (code: string, client = farm.client) => {
  const { unit, aliases } = await client.listAliases({ code });
  return { unit, aliases: aliases.map(({ uri }) => uri), states: aliases.map(({ state }) => state) };
};

/** All that is asked of a code, without the name that it was asked by and the moment of the asking. */
async function answersOf(code: string, client: Client = farm.client): Promise<unknown> {
  const { uri: _, code: _code, ...unit } = await client.readUnit({ code });
  const { events } = await client.readHistory({ code });
  const traces = [];
  for (const direction of ['back', 'forward'] as const) {
    const { asKnownAt: _at, ...trace } = await client.traceCode({ code, direction });
    traces.push(trace);
  }
  return { unit, events, traces };
}

test('a name that is given before any event leads to the unit, in every spelling', async () => {
  const [unit, alias] = [item(), item('B2')];
  await capture(farm.client, commissioning([unit]));
  const answer = await join(farm.client, unit, alias);
  expect(answer).toMatchObject({ unit, aliases: [{ uri: alias, scheme: 'gtin', state: 'waiting' }] });
  expect(answer.aliases[0]?.name.zh).toMatch(/\p{Script=Han}/u);
  await capture(farm.client, observed([alias], '2026-03-02T08:00:00+08:00'));
  await on.settle();
  const known = await answersOf(unit);
  expect((known as { events: unknown[] }).events).toHaveLength(2);
  expect(await answersOf(alias)).toEqual(known);
  const spelt = alias.replace('https://id.gs1.org/01/', '(01)').replace('/21/', '(21)');
  expect(await answersOf(spelt)).toEqual(known);
  expect(await namesOf(spelt)).toEqual({ unit, aliases: [alias], states: ['done'] });
});

test('a late name: what was captured under it is moved, and every answer is as if it had been known from the start', async () => {
  const [unit, alias, box, mate] = [
    item(),
    item('B2'),
    'https://id.gs1.org/00/095212340400000019',
    item('C3'),
  ];
  const story = (named: string) => [
    commissioning([named, mate], { eventID: 'urn:uuid:1' }),
    {
      ...commissioning([], {
        eventID: 'urn:uuid:2',
        bizStep: 'packing',
        eventTime: '2026-03-02T08:00:00+08:00',
      }),
      ...{ type: 'AggregationEvent', parentID: box, childEPCs: [named, mate], epcList: undefined },
      disposition: undefined,
    },
    observed([box], '2026-03-03T08:00:00+08:00', {
      eventID: 'urn:uuid:3',
      bizStep: 'shipping',
      disposition: 'in_transit',
    }),
    observed([named], '2026-03-04T08:00:00+08:00', { eventID: 'urn:uuid:4' }),
  ];
  const answers: unknown[] = [];
  for (const late of [false, true]) {
    await using other = await givenIssuing();
    const firm = await other.holder({ name: '示例农场' });
    if (!late) await join(other.regulator, unit, alias);
    await capture(firm.client, ...story(alias));
    if (late) await join(other.regulator, unit, alias);
    await other.settle();
    const answer: unknown[] = [];
    for (const code of [unit, alias]) answer.push(await answersOf(code, other.regulator));
    expect(answer[1]).toEqual(answer[0]);
    answer.push(await answersOf(box, other.regulator), await answersOf(mate, other.regulator));
    const text = JSON.stringify(answer).replaceAll(firm.party, 'FIRM');
    answers.push(JSON.parse(text.replace(/"recordTime":"[^"]*"/g, '"recordTime":""')));
    expect(text).toContain('urn:uuid:4');
  }
  expect(answers[1]).toEqual(answers[0]);
});

test('postings are moved some hundred events at a time; what dies in the middle goes on where it was', async () => {
  const { db } = on.given.context;
  const [unit, alias] = [item(), item('B2')];
  const count = 2 * REPOST_EVENTS_MAX + 1;
  const start = Date.parse('2026-03-01T00:00:00Z');
  const events = Array.from({ length: count }, (_, n) =>
    observed([alias], new Date(start + n * 1000).toISOString()),
  );
  await capture(farm.client, ...events.slice(0, REPOST_EVENTS_MAX));
  await capture(farm.client, ...events.slice(REPOST_EVENTS_MAX, -1));
  await capture(farm.client, ...events.slice(-1));
  await join(farm.client, unit, alias);
  const left = async () => {
    const [row] = await db.query<{ left: number }>(
      'select count(*)::int as left from epc_event p join alias_record r on r.k = p.k where r.uri = $1',
      [alias],
    );
    return row?.left;
  };
  expect(await left()).toBe(count);
  expect(await repostAliases(db, 0)).toBe(true);
  expect(await left()).toBe(count - REPOST_EVENTS_MAX);
  // The last statement of a step fails: nothing of the step stays.
  await db.execute(`alter table event add constraint broken check (event_id < 0) not valid`);
  await expect(repostAliases(db, 0)).rejects.toThrow('broken');
  await db.execute('alter table event drop constraint broken');
  expect([await left(), (await namesOf(unit)).states]).toEqual([count - REPOST_EVENTS_MAX, ['waiting']]);
  await on.settle();
  expect([await left(), (await namesOf(unit)).states]).toEqual([0, ['done']]);
  const history = await farm.client.readHistory({ code: unit, perPage: 1000 });
  const same = await farm.client.readHistory({ code: alias, perPage: 1000 });
  expect(history.events).toHaveLength(1000);
  expect(same.events).toEqual(history.events);
});

test('a capture that began before the name was given writes under the old key afterwards, and that is moved too', async () => {
  const { db } = on.given.context;
  const [unit, alias] = [item(), item('B2')];
  await capture(farm.client, commissioning([alias]));
  const open = Promise.withResolvers<void>();
  const written = Promise.withResolvers<void>();
  // As a capture does: a number of its own, then the aliases, then the postings.
  const slow = transaction(db, async (tx) => {
    await tx.query('select pg_current_xact_id()');
    const rows = await tx.query<{ found: number }>(
      'select count(*)::int as found from alias_record where uri = $1',
      [alias],
    );
    written.resolve();
    await open.promise;
    await tx.execute(
      `insert into epc_event (k, event_time, event_id, role, rights)
       select $1, event_time, event_id, role, rights from epc_event where k = $2`,
      [keyOf(alias, sha256Hex), keyOf(unit, sha256Hex)],
    );
    return rows[0]?.found;
  });
  await written.promise;
  await join(farm.client, unit, alias);
  await on.settle();
  expect((await namesOf(unit)).states).toEqual(['waiting']);
  open.resolve();
  expect(await slow).toBe(0);
  await on.settle();
  expect((await namesOf(unit)).states).toEqual(['done']);
  const [row] = await db.query<{ left: number }>('select count(*)::int as left from epc_event where k = $1', [
    keyOf(alias, sha256Hex),
  ]);
  expect(row?.left).toBe(0);
});

test('an event under a late name is still found by the declaration that it is wrong, moved or not', async () => {
  for (const moved of [true, false]) {
    const [unit, alias] = [item(), item('B2')];
    const event = commissioning([alias]);
    await capture(farm.client, event);
    await join(farm.client, unit, alias);
    if (moved) await on.settle();
    const errorDeclaration = { declarationTime: '2026-03-02T00:00:00Z', reason: 'incorrect_data' };
    await capture(farm.client, { ...event, errorDeclaration });
    await on.settle();
    for (const code of [unit, alias]) expect((await farm.client.readUnit({ code })).state).toBe('voided');
  }
});

test('a declaration that waits for the moving of an event voids what was moved', async () => {
  const { db } = on.given.context;
  const [unit, alias] = [item(), item('B2')];
  const event = commissioning([alias]);
  await capture(farm.client, event);
  await join(farm.client, unit, alias);
  // The moving holds its rows while the declaration comes.
  await db.execute(
    `create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(0.4); return null; end $$`,
  );
  await db.execute('create trigger slow after update on event for each row execute function slow()');
  const moving = repostAliases(db, 0);
  await new Promise((done) => setTimeout(done, 100));
  const errorDeclaration = { declarationTime: '2026-03-02T00:00:00Z', reason: 'incorrect_data' };
  await Promise.all([moving, capture(farm.client, { ...event, errorDeclaration })]);
  await db.execute('drop function slow() cascade');
  await on.settle();
  expect((await farm.client.readUnit({ code: unit })).state).toBe('voided');
});

test('another name of another name names the unit, and what had names of its own brings them along', async () => {
  const [unit, first, second, third] = [item(), item('B'), item('C'), item('D')];
  await capture(farm.client, commissioning([unit]));
  await join(farm.client, unit, first);
  expect((await join(farm.client, first, second)).unit).toBe(unit);
  await join(on.regulator, third, item('E'));
  const { aliases } = await join(on.regulator, unit, third);
  expect(aliases).toHaveLength(4);
  await on.settle();
  for (const { uri } of aliases) expect(await namesOf(uri)).toEqual(await namesOf(unit));
  const known = await answersOf(unit);
  for (const { uri } of aliases) expect(await answersOf(uri)).toEqual(known);
});

test('no name makes a circle, the same name again is no fault, and one of another unit is refused', async () => {
  const [unit, alias, other] = [item(), item('B'), item('C')];
  await capture(farm.client, commissioning([unit]), commissioning([other]));
  const added = await join(farm.client, unit, alias);
  expect(await join(farm.client, unit, alias)).toEqual(added);
  expect(await refusedJoin(farm.client, alias, unit)).toMatchObject({ status: 409, code: 'code-conflict' });
  expect(await refusedJoin(farm.client, unit, unit)).toMatchObject({ status: 409 });
  expect((await refusedJoin(farm.client, other, alias)).detail).toContain('another name of another unit');
  // Two that would make each other a name at the same moment: one of them is.
  const [left, right] = [item(), item('B')];
  const raced = await Promise.allSettled([join(on.regulator, left, right), join(on.regulator, right, left)]);
  expect(raced.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('two units that both have events become one by the decision of a regulator alone, and it is kept', async () => {
  const [unit, alias] = [item(), item('B')];
  await capture(farm.client, commissioning([unit]), commissioning([alias]));
  expect((await refusedJoin(farm.client, unit, alias)).detail).toContain('decision of a regulator');
  const decision = { number: '昆市监决〔2026〕1号', reason: '同一件商品两次赋码' };
  const own = await refusalOf(join(farm.client, unit, alias, decision));
  expect([own.status, own.problem?.code]).toEqual([403, 'not-allowed']);
  expect((await refusedJoin(on.regulator, unit, alias)).status).toBe(409);
  await join(on.regulator, unit, alias, decision);
  await on.settle();
  expect((await farm.client.readHistory({ code: alias })).events).toHaveLength(2);
  const rows = await on.given.context.db.query(
    `select d.number, d.reason, d.decided_by, r.plane from alias_decision d join alias_record r on r.k = d.k
      where r.uri = $1`,
    [alias],
  );
  expect(rows).toEqual([{ ...decision, decided_by: '*:*:*', plane: 'regulator' }]);
});

test('events that were all declared wrong are no history that needs a decision', async () => {
  const [unit, alias] = [item(), item('B')];
  const wrong = commissioning([alias]);
  await capture(farm.client, commissioning([unit]), wrong);
  const errorDeclaration = { declarationTime: '2026-03-02T00:00:00Z', reason: 'incorrect_data' };
  await capture(farm.client, { ...wrong, errorDeclaration });
  expect((await join(farm.client, unit, alias)).aliases).toHaveLength(1);
});

test('who has no right over the codes is answered alike, whatever is there', async () => {
  const thief = await on.holder();
  const range = await giveRange(on.regulator, farm.party);
  const made = await order(farm.client, range.id, 2);
  const [first, second] = (await codesOf(farm.client, made.id)).map(({ uri }) => uri) as [string, string];
  const named = item();
  await capture(farm.client, commissioning([named]));
  await join(farm.client, named, item('N'));
  const own = await giveRange(on.regulator, thief.party);
  const [mine] = (await codesOf(thief.client, (await order(thief.client, own.id, 1)).id)).map(
    ({ uri }) => uri,
  );
  const unreserved = `https://id.gs1.org/01/${range.stem}/21/999999`;
  const answers = [];
  for (const [unit, alias] of [
    [item(), item('B')],
    [named, item('B')],
    [item(), named],
    [first, second],
    // Its own label on the history of another's product, and the other way round.
    [named, mine ?? ''],
    [mine ?? '', named],
    [mine ?? '', first],
    [mine ?? '', unreserved],
  ] as const) {
    answers.push(await refusedJoin(thief.client, unit, alias));
  }
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ status: 403, code: 'not-allowed' });
  expect((await refusalOf(join(on.given.anyone, item(), item('B')))).status).toBe(401);
  // With a right over one of them, a code of nobody is added.
  expect((await join(thief.client, mine ?? '', item('B'))).aliases).toHaveLength(1);
  expect((await join(farm.client, named, second)).aliases).toHaveLength(2);
});

test('a regulator joins what lies in its scopes', async () => {
  const [unit, alias] = [item(), item('B')];
  const party = await on.holder({ division: '532500' });
  await capture(party.client, commissioning([unit]));
  const elsewhere = await on.given.clientOf({ plane: 'regulator', scopes: ['agriculture:5301:*'] });
  expect(await refusedJoin(elsewhere, unit, alias)).toMatchObject({ status: 403, code: 'not-allowed' });
  const here = await on.given.clientOf({ plane: 'regulator', scopes: ['agriculture:5325:*'] });
  expect((await join(here, unit, alias)).unit).toBe(unit);
});

test('names of a unit whose events the caller may not see are not told', async () => {
  const [unit, alias] = [item(), item('B')];
  const gtin = unit.split('/')[4];
  await on.regulator.loadRegisters({
    body: {
      products: [
        {
          uri: `https://id.gs1.org/01/${gtin}`,
          name: '示例',
          class: 'hazard',
          uom: 'H87',
          validFrom: '2020-01-01',
        },
      ],
    } as never,
  });
  await capture(farm.client, commissioning([unit]));
  await join(farm.client, unit, alias);
  const stranger = await on.holder();
  expect((await namesOf(unit)).aliases).toEqual([alias]);
  expect(await namesOf(alias, stranger.client)).toEqual({ unit: alias, aliases: [], states: [] });
});

test.each([
  [
    'a lot and an item',
    'https://id.gs1.org/01/09521234045014/10/L',
    'https://id.gs1.org/01/09521234045014/21/L',
  ],
  ['a class', 'https://id.gs1.org/01/09521234045014/21/L', 'https://id.gs1.org/01/09521234045014'],
  ['a place', 'https://id.gs1.org/414/9521234010012', 'https://id.gs1.org/414/9521234010029'],
])('%s cannot be one unit', async (_, unit, alias) => {
  const { status, problem } = await refusalOf(join(on.regulator, unit, alias));
  expect([status, problem?.errors?.[0]?.pointer]).toEqual([400, '/alias']);
});

test('an unreadable code is refused before anything else', async () => {
  for (const [unit, alias] of [
    [item(), '(01)09521234045015'],
    ['(01)09521234045015', item()],
  ] as const) {
    expect(await refusedJoin(on.regulator, unit, alias)).toMatchObject({
      status: 400,
      code: 'unreadable-code',
    });
  }
});

test('a code given out that becomes another name of a unit with events is in use from then on', async () => {
  const range = await giveRange(on.regulator, farm.party);
  const made = await order(farm.client, range.id, 2);
  const [first, second] = (await codesOf(farm.client, made.id)).map(({ uri }) => uri) as [string, string];
  const unit = item();
  await capture(farm.client, commissioning([unit]));
  await join(farm.client, unit, first);
  await on.settle();
  expect((await farm.client.readCodeOrder({ orderID: made.id })).counts.active).toBe(1);
  // And one that was a name before the first event came, under the unit.
  const later = item();
  await join(farm.client, later, second);
  await on.settle();
  await capture(farm.client, commissioning([later]));
  await on.settle();
  expect((await farm.client.readCodeOrder({ orderID: made.id })).counts.active).toBe(2);
  expect((await farm.client.readUnit({ code: second })).code?.state).toBe('active');
});
