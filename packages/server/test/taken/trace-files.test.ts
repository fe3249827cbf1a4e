import { GATHER_LIMITS, SYSTEM } from '@yunsu/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeHistoryWorkbook } from '../../src/operations/take-history.ts';
import { takeTraceDocument } from '../../src/operations/take-trace-document.ts';
import { documentOf, harvest, newFirm, refusalOf } from '../http/given.ts';
import { type Chilli, capture, givenChilli, LOT } from './given.ts';
import { readWorkbook, recordsOf } from './read-workbook.ts';

let chilli: Chilli;
beforeAll(async () => {
  chilli = await givenChilli();
});
afterAll(() => chilli[Symbol.asyncDispose]());

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

test('the workbook of a trace has the rows of the answer, with typed cells', async () => {
  const answer = await chilli.keeper.traceCode({ code: LOT });
  const bytes = await chilli.keeper.takeTrace({ code: LOT, lang: 'en' });
  const [summary, nodes, links, gaps] = readWorkbook(Buffer.from(bytes));
  if (!summary || !nodes || !links || !gaps) throw new Error('a sheet is missing');
  expect([summary, nodes, links, gaps].map(({ name }) => name)).toEqual([
    'Summary',
    'Nodes',
    'Links',
    'Gaps',
  ]);
  expect(recordsOf(summary)).toContainEqual({ Item: 'Code asked for', Value: LOT });
  expect(recordsOf(summary)).toContainEqual({ Item: 'Product', Value: '小米辣' });
  expect(recordsOf(nodes).map((row) => [row.Node, row.Code, row.Holder, row.Quantity ?? null])).toEqual(
    answer.nodes.map(({ id, uri, holder, quantity }) => [
      id,
      uri,
      holder.name,
      quantity === undefined ? null : Number(quantity),
    ]),
  );
  expect(recordsOf(links).map((row) => row.eventID)).toEqual(answer.links.map(({ eventID }) => eventID));
  expect(recordsOf(gaps)).toHaveLength(answer.gaps.length);
  expect(answer.links.length * answer.gaps.length).toBeGreaterThan(0);
});

test('the language of a workbook is asked for by parameter or by header, and is Chinese otherwise', async () => {
  const namesOf = (bytes: Uint8Array) => readWorkbook(Buffer.from(bytes)).map(({ name }) => name);
  const headers = { 'accept-language': 'fr, en;q=0.8, zh;q=0.5' };
  const zh = ['概要', '节点', '流向', '缺口'];
  expect(namesOf(await chilli.farm.takeTrace({ code: LOT }))).toEqual(zh);
  expect(namesOf(await chilli.farm.takeTrace({ code: LOT, headers }))).toContain('Nodes');
  expect(namesOf(await chilli.farm.takeTrace({ code: LOT, headers, lang: 'zh' }))).toEqual(zh);
});

test('a form is chosen by Accept at the address of the trace itself', async () => {
  const ask = (accept: string, path = '/api/trace') =>
    chilli.given.app.inject({ url: `${path}?code=${encodeURIComponent(LOT)}`, headers: { accept } });
  const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const answer = await ask(workbook);
  expect(answer.headers['content-type']).toBe(workbook);
  expect(readWorkbook(answer.rawPayload)).toHaveLength(4);
  expect((await ask(workbook, '/api/history')).headers['content-type']).toBe(workbook);
  expect((await ask('application/json')).json()).toHaveProperty('nodes');
  expect((await ask('text/csv', '/api/trace-files')).headers['content-disposition']).toContain('trace.csv');
});

test('the workbook of a history has every event in order', async () => {
  const { events } = await chilli.keeper.readHistory({ code: LOT });
  const [sheet] = readWorkbook(Buffer.from(await chilli.keeper.takeHistory({ code: LOT, lang: 'en' })));
  if (!sheet) throw new Error('no sheet');
  const rows = recordsOf(sheet);
  expect(rows.map((row) => row.eventID)).toEqual(events.map(({ eventID }) => eventID));
  expect(rows.map((row) => row.Step)).toEqual(['given its code', 'shipped', 'received', 'destroyed']);
  expect(rows[1]?.Documents).toBe('urn:epcglobal:cbv:bt:9521234010012:D-77');
});

test('the public gets no volumes and no names of traders in any form, and no events', async () => {
  const { anyone } = chilli.given;
  const secrets = /60\.25|120\.5|12\.50|50 KGM|KGM|示例商店/;
  for (const form of ['xlsx', 'csv', 'graphml', 'ndjson'] as const) {
    const bytes = Buffer.from(await anyone.takeTrace({ code: LOT, form }));
    const said = form === 'xlsx' ? JSON.stringify(readWorkbook(bytes)) : text(bytes);
    expect(said, form).toContain(LOT);
    expect(said, form).not.toMatch(secrets);
  }
  const history = readWorkbook(Buffer.from(await anyone.takeHistory({ code: LOT })));
  expect(JSON.stringify(history)).not.toMatch(secrets);
  expect(await refusalOf(anyone.takeTrace({ code: LOT, form: 'epcis' }))).toMatchObject({
    status: 401,
    problem: { code: 'key-needed' },
  });
});

test("another firm's data is in no form: its file of a lot that it has nothing to do with is that of a lot that nobody knows", async () => {
  const stranger = await chilli.given.firm(newFirm());
  for (const form of ['xlsx', 'epcis', 'csv', 'graphml', 'ndjson'] as const) {
    const bytes = Buffer.from(await stranger.takeTrace({ code: LOT, form }));
    const said = form === 'xlsx' ? JSON.stringify(readWorkbook(bytes)) : text(bytes);
    expect(said, form).not.toMatch(/events\/|示例|60\.25/);
  }
});

test('a trace taken away as an EPCIS document gives the same trace in a fresh store', async () => {
  const bytes = await chilli.keeper.takeTrace({ code: LOT, form: 'epcis' });
  expect(text(bytes)).not.toContain('secret');
  await using fresh = await givenChilli(false);
  await capture(fresh.shop, text(bytes));
  const { asKnownAt: _, ...before } = await chilli.keeper.traceCode({ code: LOT });
  const { asKnownAt: __, ...after } = await fresh.keeper.traceCode({ code: LOT });
  expect(after).toEqual(before);
  expect(before.nodes.length).toBeGreaterThan(2);
  // Once more: what was taken from the copy is what was taken from the original, but for times of recording.
  const still = (body: string) =>
    body.replace(/"(recordTime|creationDate)":"[^"]*"/g, '').replaceAll('[,', '[');
  expect(still(text(await fresh.keeper.takeTrace({ code: LOT, form: 'epcis' })))).toBe(still(text(bytes)));
});

test('a document holds no event that the trace was not computed from', async () => {
  const other = 'https://farm.example/events/other-lot';
  await capture(chilli.farm, documentOf([harvest('L9', { eventID: other })]));
  const body = JSON.parse(text(await chilli.farm.takeTrace({ code: LOT, form: 'epcis' })));
  const ids = body.epcisBody.eventList.map(({ eventID }: { eventID: string }) => eventID);
  expect(ids).toEqual([
    'https://farm.example/events/L1',
    'https://farm.example/events/ship',
    'https://shop.example/events/receive',
    'https://farm.example/events/destroy',
  ]);
});

test('a history at its limit is whole, and one event more says that it is cut', async () => {
  const sheetsOf = async (eventsMax: number) => {
    const { context } = chilli.given;
    const pieces: Buffer[] = [];
    for await (const piece of await takeHistoryWorkbook(context, SYSTEM, { code: LOT }, 'en', eventsMax))
      pieces.push(piece);
    return readWorkbook(Buffer.concat(pieces)).map((sheet) => recordsOf(sheet));
  };
  const [whole, said] = await sheetsOf(4);
  expect(whole).toHaveLength(4);
  expect(said).toHaveLength(2);
  const [cut, saysSo] = await sheetsOf(3);
  expect(cut).toHaveLength(3);
  expect(saysSo?.[2]?.Value).toBe('More than 3 events; the rest is left out');
});

test('a document of a walk that meets a limit is refused before its first byte', async () => {
  const taken = (unitsMax: number) =>
    takeTraceDocument(chilli.given.context, SYSTEM, { code: LOT }, { ...GATHER_LIMITS, unitsMax });
  await expect(taken(1)).resolves.toBeDefined();
  await expect(taken(0)).rejects.toMatchObject({ code: 'too-many-events' });
});
