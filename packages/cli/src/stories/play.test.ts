import type { Fetch } from '@yunsu/api';
import { expect, test } from 'vitest';
import { playStories } from './play.ts';
import { countsOf, reportJson, reportLines } from './report.ts';
import type { Story } from './story.ts';

const encode = (text: string) => new TextEncoder().encode(text);

const story = (over: Partial<Story> = {}): Story => ({
  id: 'S99',
  title: { zh: '故事', en: 'A story' },
  registers: { parties: [], places: [], products: [], licences: [] },
  documents: [
    { file: '01.jsonld', bytes: encode('one'), actor: 'urn:a' },
    { file: '02.jsonld', bytes: encode('two'), actor: 'urn:b' },
    { file: '03.jsonld', bytes: encode('three'), actor: 'urn:a' },
  ],
  expectations: [
    {
      id: 'S99-state',
      title: { zh: '已售', en: 'Sold' },
      comment: '',
      as: 'public',
      call: { operation: 'readUnit', code: 'x' },
      expect: [{ of: 'state', is: 'sold' }],
    },
    {
      id: 'S99-page',
      title: { zh: '页面', en: 'Page' },
      comment: '',
      as: 'public',
      call: { operation: 'page', code: 'x' },
      expect: [{ of: '', contains: ['30.0'] }],
    },
    {
      id: 'S99-refused',
      title: { zh: '被拒', en: 'Refused' },
      comment: '',
      as: 'regulator',
      call: { operation: 'traceCode', code: 'x', direction: 'back' },
      expect: [{ of: 'truncated', is: null }],
    },
  ],
  later: [{ id: 'S99-E01', reason: { zh: '待实现', en: 'later' } }],
  ...over,
});

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
  status,
  headers: new Headers(headers),
  text: async () => (typeof body === 'string' ? body : JSON.stringify(body)),
  arrayBuffer: async () => new ArrayBuffer(0),
});

const jobOf = (success: boolean) => ({
  captureID: '1',
  running: false,
  success,
  errors: success ? [] : [{ pointer: '/a', detail: 'is wrong', detailZh: '有误' }],
  counts: { events: 1, stored: success ? 1 : 0, repeats: 0, refused: success ? 0 : 1 },
});

/** A server in a few lines: it issues keys, captures everything but `refuses`, and refuses every trace. */
function fakeServer(refuses?: string) {
  const captured: { key: string; body: string }[] = [];
  type Asked = { key: string; body: string };
  const routes: [string, (asked: Asked) => ReturnType<typeof answer>][] = [
    ['/api/registers', () => answer(200, { parties: 0, places: 0, products: 0, licences: 0 })],
    ['/api/keys', ({ body }) => answer(201, { id: 'i', key: `key of ${JSON.parse(body).party}` })],
    ['/epcis/capture/1', () => answer(200, jobOf(captured.at(-1)?.body !== refuses))],
    [
      '/epcis/capture',
      (asked) => {
        captured.push(asked);
        return answer(202, '', { location: '/epcis/capture/1' });
      },
    ],
    ['/api/units', ({ key }) => answer(200, { state: key === '' ? 'sold' : 'active' })],
    ['/q?', () => answer(200, '<p>30.0 %</p>')],
    ['', () => answer(404, 'no')],
  ];
  const ask: Fetch = async (url, init) => {
    const body = typeof init.body === 'string' ? init.body : new TextDecoder().decode(init.body);
    const path = url.replace('http://s', '');
    const give = routes.find(([start]) => path.startsWith(start))?.[1];
    return give?.({ key: init.headers.authorization ?? '', body }) ?? answer(404, 'no');
  };
  return { stage: { url: 'http://s', key: 'reg', fetch: ask }, captured };
}

test('each document goes with the key of its own actor, in order', async () => {
  const { stage, captured } = fakeServer();
  await playStories(stage, [story()]);
  expect(captured).toEqual([
    { key: 'Bearer key of urn:a', body: 'one' },
    { key: 'Bearer key of urn:b', body: 'two' },
    { key: 'Bearer key of urn:a', body: 'three' },
  ]);
});

test('a met, an unmet and a refused expectation are told apart, and what is not yet is not counted as passed', async () => {
  const stories = [story()];
  const report = await playStories(fakeServer().stage, stories);
  expect(report.results.map(({ id, passed }) => [id, passed])).toEqual([
    ['S99-state', true],
    ['S99-page', true],
    ['S99-refused', false],
  ]);
  expect(countsOf(stories, report)).toEqual({ passed: 2, failed: 1, later: 1 });
  expect(reportLines('en', stories, report)).toEqual([
    'S99 A story: 3 documents, 3 events stored, 0 known already',
    '  PASS  S99-state  Sold',
    '  PASS  S99-page  Page',
    '  FAIL  S99-refused  Refused',
    '        HTTP 404: no',
    '  not yet  S99-E01  later',
    '',
    '2 passed, 1 failed (1 not yet)',
  ]);
});

test('a refused document ends its story, is a failure of its own, and the next story is played', async () => {
  const { stage, captured } = fakeServer('two');
  const stories = [story(), story({ id: 'S98', documents: [] })];
  const report = await playStories(stage, stories);
  expect(captured).toHaveLength(2);
  expect(report.played[0]?.refused).toEqual({
    file: '02.jsonld',
    detail: { zh: '/a 有误', en: '/a is wrong' },
  });
  expect(report.results.every((result) => result.story === 'S98')).toBe(true);
  expect(countsOf(stories, report).failed).toBe(2);
  expect(reportLines('zh', stories, report)[0]).toBe('S99：文档 02.jsonld 被拒：/a 有误');
});

test('the report for programs is JSON lines with the count last', async () => {
  const stories = [story()];
  const lines = reportJson(stories, await playStories(fakeServer().stage, stories));
  expect(lines.map((line) => JSON.parse(line))).toHaveLength(1 + 3 + 1 + 1);
  expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ passed: 2, failed: 1, later: 1 });
});
