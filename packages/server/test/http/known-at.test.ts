import type { Client } from '@yunsu/api';
import { expect, test } from 'vitest';
import { toInstant } from '../../src/operations/instant.ts';
import { numberBatches, readKnownAt } from '../../src/store/known-batches.ts';
import { documentOf, FARM, type Given, givenServer, harvest, refusalOf } from './given.ts';

/* Real captures, numbered by the real sequencer in between: what was answered then is answered again, byte for byte. */

const code = 'https://id.gs1.org/01/09521234015017/10/L1';

const sale = (kilograms: number, eventTime: string, changes: object = {}) =>
  harvest('L1', {
    eventID: `https://farm.example/events/sale-${kilograms}`,
    eventTime,
    action: 'DELETE',
    bizStep: 'retail_selling',
    quantityList: [{ epcClass: code, quantity: kilograms, uom: 'KGM' }],
    ...changes,
  });

const declarationOf = (event: Record<string, unknown>) => ({
  ...event,
  errorDeclaration: { declarationTime: '2026-03-05T08:00:00+08:00', reason: 'incorrect_data' },
});

async function capture(given: Given, firm: Client, event: object): Promise<void> {
  await firm.captureEvents({ body: Buffer.from(documentOf([event])) });
  await numberBatches(given.context.db);
}

/** All that can be asked of the lot, as text, and the instant that it says it rests on. */
async function answers(firm: Client, knownAt?: string) {
  const asked = { code, ...(knownAt === undefined ? {} : { knownAt }) };
  const trace = await firm.traceCode(asked);
  return { text: JSON.stringify([trace, await firm.readHistory(asked)]), at: trace.asKnownAt };
}

test('a late event, a correction and a voiding change nothing of what was known before them', async () => {
  await using given = await givenServer();
  const firm = await given.firm(FARM);
  const moments: Awaited<ReturnType<typeof answers>>[] = [];
  const wrong = sale(20, '2026-03-03T08:00:00+08:00');
  const acts = [
    harvest('L1'),
    wrong,
    sale(5, '2026-03-02T08:00:00+08:00'),
    declarationOf(wrong),
    sale(2, '2026-03-03T08:00:00+08:00', {
      eventID: 'https://farm.example/events/sale-corrected',
    }),
  ];
  for (const act of acts) {
    await capture(given, firm, act);
    moments.push(await answers(firm));
  }
  expect(new Set(moments.map(({ text }) => text)).size).toBe(acts.length);
  for (const { text, at } of moments) expect((await answers(firm, at.time)).text).toBe(text);
  const before = await firm.traceCode({ code, knownAt: '2020-01-01T00:00:00Z' });
  expect(before).toMatchObject({ root: '', nodes: [], asKnownAt: { number: '0' } });
  const future = await answers(firm, '2099-01-01T00:00:00Z');
  expect(future.text).toBe(moments.at(-1)?.text);
});

test('a batch that began first and was numbered last was not known before', async () => {
  await using given = await givenServer();
  const firm = await given.firm(FARM);
  const { db } = given.context;
  await capture(given, firm, harvest('L1'));
  const known = await readKnownAt(db);
  await firm.captureEvents({ body: Buffer.from(documentOf([sale(20, '2026-03-03T08:00:00+08:00')])) });
  // The later batch gets its number first, as one does that overtakes a long capture.
  const early = await db.query<{ first_event: string }>('delete from outbox returning *');
  await firm.captureEvents({ body: Buffer.from(documentOf([sale(5, '2026-03-04T08:00:00+08:00')])) });
  await numberBatches(db);
  const between = await readKnownAt(db);
  await db.execute(
    `insert into outbox (first_event, last_event, events, sender) values ($1::bigint, $1::bigint, 1, $2)`,
    [early[0]?.first_event, FARM],
  );
  const amount = async (knownAt: string) =>
    (await firm.traceCode({ code, direction: 'forward', knownAt })).nodes[0]?.ends?.map(
      ({ quantity }) => quantity,
    );
  expect(await amount(toInstant(between.time))).toEqual(['5']);
  await numberBatches(db);
  expect(await amount(toInstant(between.time))).toEqual(['5']);
  expect(await amount(toInstant((await readKnownAt(db)).time))).toEqual(['20', '5']);
  expect(await amount(toInstant(known.time))).toBeUndefined();
});

test('the lines of a trace say what they rest on, and a time that is none is refused', async () => {
  await using given = await givenServer();
  const firm = await given.firm(FARM);
  await capture(given, firm, harvest('L1'));
  const { time } = await readKnownAt(given.context.db);
  const knownAt = encodeURIComponent(toInstant(time));
  await capture(given, firm, sale(5, '2026-03-02T08:00:00+08:00'));
  const authorization = `Bearer ${await given.keyOf({ plane: 'enterprise', party: FARM })}`;
  const lines = await given.app.inject({
    url: `/api/trace?direction=forward&code=${encodeURIComponent(code)}&knownAt=${knownAt}`,
    headers: { accept: 'application/x-ndjson', authorization },
  });
  expect(lines.body.split('\n')[0]).toContain(`"asKnownAt":{"number":"1","time":"${toInstant(time)}"}`);
  expect(lines.body).not.toContain('ends');
  const refusal = await refusalOf(firm.traceCode({ code, knownAt: 'yesterday' }));
  expect(refusal.problem).toMatchObject({ code: 'invalid-parameter' });
});
