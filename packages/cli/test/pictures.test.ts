import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../src/run.ts';
import { startFresh } from '../src/stories/fresh.ts';
import { loadStory, type Stage } from '../src/stories/play.ts';
import { listStories, readStory } from '../src/stories/story.ts';

/** Pictures of the stories, drawn by the command from a real server: kept as files, so that a change of one is seen. */
const pictures = resolve(import.meta.dirname, '../../../docs/pictures');
const opened = new AsyncDisposableStack();
let stage: Stage;
let folder: string;

beforeAll(async () => {
  stage = opened.use(await startFresh());
  folder = await mkdtemp(join(tmpdir(), 'yunsu-pictures-'));
  opened.defer(() => rm(folder, { recursive: true, force: true }));
  for (const id of listStories()) await loadStory(stage, readStory(id));
}, 240_000);
afterAll(() => opened.disposeAsync());

async function draw(code: string, direction: string, lang: string): Promise<string> {
  const file = join(folder, `${crypto.randomUUID()}.svg`);
  const lines: string[] = [];
  const terminal = {
    out: (line: string) => lines.push(line),
    err: (line: string) => lines.push(line),
    bytes: () => {},
  };
  const asked = ['trace', code, '--direction', direction, '--svg', file, '--lang', lang];
  expect(await run([...asked, '--url', stage.url, '--key', stage.key], {}, terminal)).toBe(0);
  expect(lines.at(-1)).toContain(file);
  return await readFile(file, 'utf8');
}

/** What a picture says, one line for each of its parts, without a number of its geometry. */
const saidIn = (svg: string): string =>
  Array.from(svg.matchAll(/<(title|desc)>([^<]*)<\//g), ([, , text]) => text).join('\n');

const id = (path: string) => `https://id.gs1.org/${path}`;

test.each([
  ['s01-back', id('01/09521234015031/21/C0547'), 'back', 'zh'],
  ['s04-forward', id('01/09521234045014/10/VX-0818'), 'forward', 'en'],
])('%s is drawn as the file shows it', async (name, code, direction, lang) => {
  await expect(await draw(code, direction, lang)).toMatchFileSnapshot(join(pictures, `${name}.svg`));
});

test('548 cakes of one leaf are one box, and so is what follows them', async () => {
  const said = saidIn(await draw(id('01/09521234015017/10/FL1'), 'forward', 'zh'));
  expect(said).toMatch(/623 条记录画成 \d{1,2} 个方框/);
  expect(said).toMatch(/勐海示例茶厂.*548 件，58\.6908 千克，30%/);
  expect(said).toMatchSnapshot();
});

test('1,096 holdings of a vaccine are a handful of boxes', async () => {
  const said = saidIn(await draw(id('01/09521234055013/10/V1'), 'forward', 'zh'));
  expect(said).toMatch(/1096 条记录画成 \d 个方框/);
  expect(said).toMatchSnapshot();
});

test('a file that cannot be written is said, after the answer', async () => {
  const lines: string[] = [];
  const terminal = { out: () => {}, err: (line: string) => lines.push(line), bytes: () => {} };
  const asked = ['trace', id('01/09521234015017/10/FL1'), '--svg', join(folder, 'none', 'out.svg')];
  expect(await run([...asked, '--url', stage.url, '--key', stage.key, '--lang', 'en'], {}, terminal)).toBe(1);
  expect(lines.join()).toContain('ENOENT');
});
