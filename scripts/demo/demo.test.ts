import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { readStory } from '../../packages/cli/src/stories/story.ts';
import { identify } from '../../packages/identifiers/src/index.ts';
import { StartFault } from '../../packages/server/src/config.ts';
import { announcement, printedCodes } from './announce.ts';
import { readDemoArguments } from './arguments.ts';
import { checkPort } from './demo-folder.ts';

test('the demo takes a port and a reset, and 8420 without words', () => {
  expect(readDemoArguments([])).toEqual({ port: 8420, reset: false, help: false });
  expect(readDemoArguments(['--port', '65535', '--reset'])).toEqual({
    port: 65_535,
    reset: true,
    help: false,
  });
});

test.each([
  [['--port', '65536'], '"65536" is no port: give a number from 1 to 65535.'],
  [['--port', '0'], '"0" is no port: give a number from 1 to 65535.'],
  [['--prot', '1'], "Unknown option '--prot'."],
])('%j is answered by a sentence', (words, sentence) => {
  expect(readDemoArguments(words)).toBe(sentence);
});

test('a taken port is answered by a sentence that names another', async () => {
  const taken = createServer();
  const port = await new Promise<number>((done) => {
    taken.listen(0, '127.0.0.1', () => done((taken.address() as { port: number }).port));
  });
  const checked = checkPort('127.0.0.1', port);
  await expect(checked).rejects.toBeInstanceOf(StartFault);
  await expect(checked).rejects.toThrow(`Port ${port} is taken by another program.`);
  await expect(checked).rejects.toThrow(/npm run demo -- --port \d+\.$/);
  taken.close();
  await expect(checkPort('127.0.0.1', port)).resolves.toBeUndefined();
});

test('every printed code is in the documents of its story, and those without a story in none', () => {
  for (const { story, code } of printedCodes) {
    const [serial = ''] = /[^)]+$/.exec(code) ?? [];
    const ids = story === '' ? ['S01', 'S04', 'S05'] : [story];
    const texts = ids.flatMap((id) =>
      readStory(id).documents.map(({ bytes }) => new TextDecoder().decode(bytes)),
    );
    expect(
      texts.some((text) => text.includes(serial)),
      code,
    ).toBe(story !== '');
    expect(identify(code)[0]?.issues ?? [], code).toEqual([]);
  }
});

test('the announcement names every address, code and key', () => {
  const credentials = {
    url: 'http://localhost:1',
    logins: [],
    keys: { integrator: 'ys_i', regulator: 'ys_r' },
  };
  const text = announcement(credentials);
  expect(text).toContain('ready');
  for (const part of ['http://localhost:1/', 'ys_i', 'ys_r', ...printedCodes.map(({ code }) => code)])
    expect(text).toContain(part);
});
