import { SYSTEM } from '@yunsu/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REPORT_LIMITS } from '../../src/files/report/report.ts';
import { takeTraceReport } from '../../src/operations/take-trace-report.ts';
import { newFirm } from '../http/given.ts';
import { type Chilli, givenChilli, LOT } from './given.ts';
import { readPdfText } from './read-pdf-text.ts';

let chilli: Chilli;
beforeAll(async () => {
  chilli = await givenChilli();
});
afterAll(() => chilli[Symbol.asyncDispose]());

const textOf = (bytes: Uint8Array): string =>
  readPdfText(Buffer.from(bytes))
    .map(({ text }) => text)
    .join('\n');

async function reportOf(limits: Partial<typeof REPORT_LIMITS>, unitsMax?: number): Promise<string> {
  const options = { language: 'en' as const, limits: { ...REPORT_LIMITS, ...limits } };
  const bounded = unitsMax === undefined ? options : { ...options, unitsMax };
  const pieces: Buffer[] = [];
  for await (const piece of await takeTraceReport(chilli.given.context, SYSTEM, { code: LOT }, bounded))
    pieces.push(piece);
  return textOf(Buffer.concat(pieces));
}

test('a report says in Chinese text what was asked, the balance, the holders and its pages', async () => {
  const bytes = await chilli.keeper.takeTrace({ code: LOT, direction: 'forward', form: 'pdf' });
  const pages = readPdfText(Buffer.from(bytes));
  const text = textOf(bytes);
  for (const said of ['追溯报告', LOT, '小米辣', '监管部门，范围 *:*:*', '示例商店', '50 千克', '1 / '])
    expect(text).toContain(said);
  expect(text).toMatch(/千克: 120\.5 采收、生产登记 = 10 销毁 \+ 110\.5 结存/);
  expect(text).toContain('https://farm.example/events/ship');
  for (const [at, page] of pages.entries()) {
    expect(page.text).toContain(`${at + 1} / ${pages.length}`);
    expect([page.width, page.height].sort((a, b) => a - b)).toEqual([595.28, 841.89]);
  }
});

test('the language of a report is asked for, and the form also by Accept at the trace itself', async () => {
  const answer = await chilli.given.app.inject({
    url: `/api/trace?code=${encodeURIComponent(LOT)}`,
    headers: { accept: 'application/pdf', 'accept-language': 'en' },
  });
  expect(answer.headers['content-type']).toBe('application/pdf');
  expect(textOf(answer.rawPayload)).toContain('Trace report');
  expect(textOf(await chilli.farm.takeTrace({ code: LOT, form: 'pdf', lang: 'en' }))).toContain('firm: ');
});

test('the public gets no volumes, no names of traders and no events in a report', async () => {
  const text = textOf(await chilli.given.anyone.takeTrace({ code: LOT, form: 'pdf' }));
  expect(text).toContain(LOT);
  expect(text).toContain('数量不对公众公开');
  expect(text).not.toMatch(/60\.25|120\.5|110\.5|50 千克|千克|示例商店/);
  expect(text).toContain('事件原文仅提供给');
});

test("a stranger's report of a lot that it has nothing to do with says that nothing is recorded", async () => {
  const stranger = await chilli.given.firm(newFirm());
  const text = textOf(await stranger.takeTrace({ code: LOT, form: 'pdf' }));
  expect(text).toContain('没有该编码的流转记录');
  expect(text).not.toMatch(/events\/|示例农场|示例商店|60\.25/);
});

test.each(['nodesMax', 'linksMax', 'gapsMax', 'eventsMax'] as const)(
  'a table at its limit is whole, and one row more says that it is cut: %s',
  async (limit) => {
    const { nodes, links, gaps } = await chilli.keeper.traceCode({ code: LOT });
    const rows = { nodesMax: nodes.length, linksMax: links.length, gapsMax: gaps.length, eventsMax: 4 }[
      limit
    ];
    expect(rows).toBeGreaterThan(0);
    const cut = limit === 'eventsMax' ? `The first ${rows - 1}:` : `${rows - 1} of ${rows} rows are printed`;
    expect(await reportOf({ [limit]: rows })).not.toContain(cut);
    expect(await reportOf({ [limit]: rows - 1 })).toContain(cut);
  },
);

test('a walk that meets a limit is said in words', async () => {
  expect(await reportOf({}, 1)).not.toContain('Not complete: the trace met');
  expect(await reportOf({}, 0)).toContain('Not complete: the trace met the limit unitsMax (0)');
});

test('the same report at the same time is the same bytes', async () => {
  const { context } = chilli.given;
  const still = { ...context, now: () => new Date('2026-04-01T00:00:00Z') };
  const take = async () => {
    const pieces: Buffer[] = [];
    for await (const piece of await takeTraceReport(still, SYSTEM, { code: LOT }, { language: 'zh' }))
      pieces.push(piece);
    return Buffer.concat(pieces);
  };
  const bytes = await take();
  expect(await take()).toEqual(bytes);
  expect(bytes.toString('latin1')).toContain('D:20260401000000Z');
  expect(bytes.toString('latin1')).toMatch(/\/BaseFont \/[A-Z]{6}\+NotoSansSC/);
});
