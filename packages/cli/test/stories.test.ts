import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../server/src/config.ts';
import { createLog } from '../../server/src/log.ts';
import { appendNewKey } from '../../server/src/operations/create-key.ts';
import { startServer } from '../../server/src/start-server.ts';
import { testDatabase } from '../../server/test/support/database.ts';
import { run } from '../src/run.ts';
import { playStories, type Stage } from '../src/stories/play.ts';
import { countsOf, reportLines } from '../src/stories/report.ts';
import { listStories, readStory } from '../src/stories/story.ts';

const opened = new AsyncDisposableStack();
const stories = listStories().map((id) => readStory(id));
let stage: Stage;

beforeAll(async () => {
  const database = opened.use(await testDatabase());
  const config = readConfig({
    DATABASE_URL: database.url,
    SECRET_KEY: randomBytes(32).toString('base64'),
    PORT: '0',
    LOG_LEVEL: 'fatal',
  });
  const server = opened.use(await startServer(config, createLog(config.logLevel)));
  const { key } = await appendNewKey(server.context, {
    plane: 'regulator',
    scopes: ['*:*:*'],
    mayRegister: true,
  });
  stage = { url: server.url, key };
}, 120_000);
afterAll(() => opened.disposeAsync());

test('every expectation of every story holds on a real server', { timeout: 240_000 }, async () => {
  const report = await playStories(stage, stories);
  expect(reportLines('en', stories, report).filter((line) => /^ +(FAIL|#)/.test(line))).toEqual([]);
  expect(countsOf(stories, report)).toMatchObject({ passed: 68, failed: 0 });
  expect(report.played.map(({ stored, repeats }) => [stored, repeats])).toEqual([
    [36, 0],
    [30, 0],
    [13, 0],
    [109, 0],
    [35, 0],
    [65, 0],
    [111, 0],
    [28, 0],
    [14, 0],
    [37, 0],
  ]);
});

test('played again, every event is a repeat and every answer stays', { timeout: 240_000 }, async () => {
  const report = await playStories(stage, stories);
  expect(countsOf(stories, report)).toMatchObject({ passed: 68, failed: 0 });
  expect(report.played.map(({ stored, repeats }) => [stored, repeats])).toEqual([
    [0, 36],
    [0, 30],
    [0, 13],
    [0, 109],
    [0, 35],
    [0, 65],
    [0, 111],
    [0, 28],
    [0, 14],
    [0, 37],
  ]);
});

test('the command tells the crate’s way back in order, as the regulator may read it', async () => {
  const out: string[] = [];
  const terminal = {
    out: (line: string) => out.push(line),
    err: (line: string) => out.push(line),
    bytes: () => {},
  };
  const argv = [
    'trace',
    '(00)095212340400000019',
    '--direction',
    'back',
    '--url',
    stage.url,
    '--key',
    stage.key,
  ];
  expect(await run(argv, {}, terminal)).toBe(0);
  const places = ['农贸市场摊位', '呈贡批发市场', '通海收购点', 'F7 号菜地'];
  const told = out.flatMap((line) => places.filter((place) => line.includes(place)));
  expect([...new Set(told)]).toEqual(places);
});

test('the history of the crate begins with its packing', async () => {
  const out: string[] = [];
  const terminal = {
    out: (line: string) => out.push(line),
    err: (line: string) => out.push(line),
    bytes: () => {},
  };
  const argv = ['history', '095212340400000019', '--url', stage.url, '--key', stage.key];
  expect(await run(argv, {}, terminal)).toBe(0);
  expect(out.map((line) => line.split(/ {2,}/)[1])).toEqual(['装箱', '发货', '收货', '发货', '收货', '拆箱']);
});
